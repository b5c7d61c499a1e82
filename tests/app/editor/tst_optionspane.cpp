// SPDX-License-Identifier: GPL-3.0-or-later
#include "formhands.h"
#include "panestage.h"
#include <app/editor/paneloptions.h>
#include <dashboard/savefile.h>
#include <pipeline/standardoptions.h>
#include <tests/support/gui.h>
#include <tests/support/testmain.h>
#include <widgets/theme/style.h>

using namespace Qt::StringLiterals;

namespace {

QByteArray panelOf(const QString &type)
{
    return "{\n      \"id\": 1, \"type\": \"" + type.toUtf8()
        + "\",\n      \"title\": \"Requests\",\n      \"gridPos\": {\"x\": 0, \"y\": 0, \"w\": 12, \"h\": 8},\n"
          "      \"fieldConfig\": {\"defaults\": {}, \"overrides\": []}\n    }";
}

// Walks through all options of the panel on the stage: those that others hide are reached by changing these.
class Walk
{
public:
    explicit Walk(PaneStage &stage) : m_stage(stage)
    {
        for (FormGroup *group : stage.pane.form()->groups())
            if (!group->isOpen())
                QTest::mouseClick(group->findChild<QWidget *>("groupHead:"_L1 + group->id()), Qt::LeftButton);
    }

    void all()
    {
        const QList<FormRow *> rows = m_stage.pane.form()->findChildren<FormRow *>();
        for (FormRow *row : rows) {
            if (!row->isWanted() || m_seen.contains(row->path()) || QTest::currentTestFailed())
                continue;
            m_seen.insert(row->path());
            visit(row);
        }
    }

    void one(FormRow *row)
    {
        for (const FormRow *each : m_stage.pane.form()->findChildren<FormRow *>())
            m_seen.insert(each->path());
        QCoreApplication::processEvents(); // it has its place only then
        visit(row);
    }

    QStringList unseen() const
    {
        QStringList paths;
        for (const FormRow *row : m_stage.pane.form()->findChildren<FormRow *>())
            if (!m_seen.contains(row->path()))
                paths.append(row->path());
        return paths;
    }

private:
    void visit(FormRow *row)
    {
        const QString name = "option:"_L1 + row->path();
        if (row->row().kind == OptionRow::Kind::Choice) {
            for (const OptionChoice &choice : row->row().choices) {
                hands::choose(m_stage.pane, row->row(), name, choice.value);
                all();
            }
            return check(row);
        }
        const Json before = m_stage.at(row->path());
        hands::change(m_stage.pane, row->row(), name);
        QCoreApplication::processEvents();
        if (m_stage.at(row->path()) == before)
            QTest::qFail(qPrintable("not changed: "_L1 + row->path()), __FILE__, __LINE__);
        check(row);
        all();
        if (row->row().kind == OptionRow::Kind::Bool && row->isWanted()) {
            hands::change(m_stage.pane, row->row(), name);
            check(row);
            all();
        }
    }

    void check(FormRow *row)
    {
        if (row->control()->value() != m_stage.at(row->path()) || !m_stage.error.isEmpty())
            QTest::qFail(qPrintable(row->path() + " says "_L1 + QString::fromUtf8(row->control()->value().dump()) + ", the file "_L1
                                    + QString::fromUtf8(m_stage.at(row->path()).dump()) + u' ' + m_stage.error),
                         __FILE__, __LINE__);
    }

    PaneStage &m_stage;
    QSet<QString> m_seen;
};

} // namespace

class TstOptionsPane : public QObject
{
    Q_OBJECT

    static void types()
    {
        QTest::addColumn<QString>("type");
        const PanelRegistry registry = PanelRegistry::standard();
        for (const PanelType &type : registry.types())
            if (type.id != "row"_L1) // rows are part of the layout
                QTest::newRow(qPrintable(type.id)) << type.id;
    }
    static void bringToLight(PaneStage &stage, const FormRow &row)
    {
        for (const FormRow *other : stage.pane.form()->findChildren<FormRow *>())
            for (const OptionChoice &choice : other->row().choices) {
                stage.take(PanelEdit::set(other->path(), Json(choice.value), u"other"_s));
                if (row.isWanted())
                    return;
                stage.undoAll();
            }
        const OptionRow::Kind kind = row.row().kind;
        stage.take(PanelEdit::set(row.path(),
                                  kind == OptionRow::Kind::Bool         ? Json(true)
                                      : kind == OptionRow::Kind::Choice ? Json(row.row().choices.first().value)
                                                                        : Json(u"x"_s),
                                  u"old"_s));
    }
    static void savesAndComesBack(PaneStage &stage)
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"d.json"_s);
        QVERIFY(saveFile(path, stage.history.document().text()));
        const Result<Document> again = Document::open(path);
        QVERIFY(again);
        QCOMPARE(again->dashboard()->panels.first()->raw, stage.panel()->raw);
        QCOMPARE(again->text(), stage.history.document().text());
        stage.undoAll();
        QCOMPARE(stage.history.document().text(), stage.before);
    }

private slots:
    void initTestCase() { applyTheme(*qApp, Theme::dark()); }

    void everyOptionOfEveryType_data() { types(); }
    void everyOptionOfEveryType()
    {
        QFETCH(QString, type);
        PaneStage stage(panelOf(type));
        Walk walk(stage);
        walk.all();
        if (QTest::currentTestFailed())
            return;
        savesAndComesBack(stage);
        // What was hidden all the way shows itself with one other option alone, or is for keys of old files.
        for (const QString &path : walk.unseen()) {
            PaneStage old(panelOf(type));
            auto *row = old.pane.form()->findChild<FormRow *>("row:"_L1 + path);
            bringToLight(old, *row);
            QVERIFY2(row->isWanted(), qPrintable("never to be seen: "_L1 + path));
            Walk again(old);
            again.one(row);
            savesAndComesBack(old);
        }
    }

    void everyPropertyOfOverrides_data() { types(); }
    void everyPropertyOfOverrides()
    {
        QFETCH(QString, type);
        PaneStage stage(panelOf(type));
        auto *item = stage.pane.form()->findChild<QWidget *>(u"overrides"_s);
        if (!item)
            return; // a type without data has none
        for (const OptionRow &row : stage.registry.find(type)->fieldOptions)
            QVERIFY(!row.key.isEmpty());
        gui::click(stage.pane, u"overrides.add"_s);
        hands::menuItem(u"byName"_s);
        QCOMPARE(stage.at(u"fieldConfig.overrides.0.matcher.options"_s).toString(), u"/api/orders"_s);
        QStringList left{u""_s};
        for (int i = 0; !left.isEmpty() && !QTest::currentTestFailed(); ++i) {
            gui::click(stage.pane, u"override:0.add"_s);
            auto *list = qobject_cast<QListView *>(gui::find(stage.pane, u"optionPopup.list"_s));
            QVERIFY(list);
            left.clear();
            for (int row = 0; row < list->model()->rowCount(); ++row)
                left.append(list->model()->index(row, 0).data(Qt::UserRole).toString());
            if (left.isEmpty()) {
                list->window()->close();
                break;
            }
            hands::pick(stage.pane, left.first());
            QCOMPARE(stage.at(u"fieldConfig.overrides.0.properties.%1.id"_s.arg(i)).toString(), left.first());
            changeProperty(stage, i);
        }
        savesAndComesBack(stage);
    }

    void changeProperty(PaneStage &stage, int index)
    {
        const QString base = u"fieldConfig.overrides.0.properties.%1"_s.arg(index);
        const QString id = stage.at(base + ".id"_L1).toString();
        const PanelType *type = stage.registry.find(stage.panel()->type);
        for (const OverrideProperty &property : overrideProperties(standardFieldOptions(), type->fieldOptions)) {
            for (const OptionRow &row : property.id == id ? property.rows : QList<OptionRow>()) {
                const QString rest = row.key.mid(id.size());
                const Json before = stage.at(base + ".value"_L1 + rest);
                hands::change(stage.pane, row, "option:"_L1 + base + rest);
                QCoreApplication::processEvents();
                if (row.kind == OptionRow::Kind::Choice && before == Json(row.choices.last().value))
                    hands::choose(stage.pane, row, "option:"_L1 + base + rest, row.choices.first().value);
                QVERIFY2(stage.at(base + ".value"_L1 + rest) != before, qPrintable(row.key));
                QVERIFY2(stage.error.isEmpty(), qPrintable(stage.error));
            }
        }
    }

    void overridesAreMovedAndRemoved()
    {
        PaneStage stage(panelOf(u"timeseries"_s));
        for (const QString &kind : {u"byNames"_s, u"byRegexp"_s, u"byType"_s, u"byFrameRefID"_s, u"byValue"_s}) {
            gui::click(stage.pane, u"overrides.add"_s);
            hands::menuItem(kind);
        }
        QCOMPARE(stage.at(u"fieldConfig.overrides"_s).size(), 5);
        gui::type(stage.pane, u"override:1.target"_s, u"/api/"_s);
        QCOMPARE(stage.at(u"fieldConfig.overrides.1.matcher.options"_s).toString(), u"/api/"_s);
        hands::choose(stage.pane, {}, u"override:2.target"_s, u"time"_s);
        QCOMPARE(stage.at(u"fieldConfig.overrides.2.matcher.options"_s).toString(), u"time"_s);
        gui::click(stage.pane, u"override:3.target"_s);
        hands::pick(stage.pane, u"B"_s);
        QCOMPARE(stage.at(u"fieldConfig.overrides.3.matcher.options"_s).toString(), u"B"_s);
        gui::type(stage.pane, u"override:4.target.value"_s, u"2.5"_s);
        QCOMPARE(stage.at(u"fieldConfig.overrides.4.matcher.options.value"_s).toDouble(), 2.5);
        gui::click(stage.pane, u"override:1.menu"_s);
        hands::menuItem(u"up"_s);
        QCOMPARE(stage.at(u"fieldConfig.overrides.0.matcher.id"_s).toString(), u"byRegexp"_s);
        gui::click(stage.pane, u"override:0.menu"_s);
        hands::menuItem(u"remove"_s);
        QCOMPARE(stage.at(u"fieldConfig.overrides"_s).size(), 4);
        QCOMPARE(stage.at(u"fieldConfig.overrides.0.matcher.id"_s).toString(), u"byNames"_s);
        QVERIFY2(stage.error.isEmpty(), qPrintable(stage.error));
        savesAndComesBack(stage);
    }

    void propertiesAreMovedAndRemoved()
    {
        PaneStage stage(panelOf(u"timeseries"_s));
        gui::click(stage.pane, u"overrides.add"_s);
        hands::menuItem(u"byName"_s);
        for (const QString &id : {u"unit"_s, u"custom.lineStyle"_s}) {
            gui::click(stage.pane, u"override:0.add"_s);
            hands::pick(stage.pane, id);
        }
        // As Grafana reads it: the object, not a path into it.
        hands::choose(stage.pane, {}, u"option:fieldConfig.overrides.0.properties.1.fill"_s, u"dash"_s);
        QCOMPARE(stage.at(u"fieldConfig.overrides.0.properties.1"_s),
                 Json::object({{u"id"_s, Json(u"custom.lineStyle"_s)}, {u"value"_s, Json::object({{u"fill"_s, Json(u"dash"_s)}})}}));
        gui::click(stage.pane, u"override:0.property:1.menu"_s);
        hands::menuItem(u"up"_s);
        QCOMPARE(stage.at(u"fieldConfig.overrides.0.properties.0.id"_s).toString(), u"custom.lineStyle"_s);
        gui::click(stage.pane, u"override:0.property:1.menu"_s);
        hands::menuItem(u"remove"_s);
        QCOMPARE(stage.at(u"fieldConfig.overrides.0.properties"_s).size(), 1);
        QCOMPARE(stage.texts.last(), u"Override: remove Unit"_s);
        savesAndComesBack(stage);
    }

    void unknownThingsStay()
    {
        PaneStage stage("{\"id\": 1, \"type\": \"timeseries\", \"title\": \"T\", \"options\": {\"legend\": {\"placement\": \"aside\"}}, "
                        "\"fieldConfig\": {\"defaults\": {\"mappings\": [{\"type\": \"new\", \"x\": 1}, {\"type\": \"value\", \"options\": "
                        "{\"0.5\": {\"text\": \"half\", \"y\": 2}}}]}, \"overrides\": [{\"__systemRef\": \"hideSeriesFrom\", \"matcher\": "
                        "{\"id\": \"first\"}, \"properties\": [{\"id\": \"custom.other\", \"value\": 1.50}]}]}}");
        gui::type(stage.pane, u"option:title"_s, u"U"_s);
        QCOMPARE(stage.history.document().text(),
                 QByteArray(stage.before).replace("\"title\": \"T\", \"options", "\"title\": \"U\", \"options"));
        QTest::keyClick(gui::find(stage.pane, u"option:options.legend.placement"_s), Qt::Key_Right);
        QCOMPARE(stage.at(u"options.legend.placement"_s).toString(), u"right"_s);
    }

    void showingSaysNothing()
    {
        const QDir folder(QStringLiteral(TEST_DATA_DIR "/dashboards"));
        int shown = 0;
        for (const QString &name : folder.entryList({u"*.json"_s})) {
            const Result<Document> document = Document::open(folder.filePath(name));
            QVERIFY2(document, qPrintable(name));
            PaneStage stage(panelOf(u"text"_s));
            QSignalSpy edits(&stage.pane, &OptionsPane::edited);
            for (const PanelPtr &panel : document->dashboard()->panels) {
                const PanelType *type = stage.registry.find(panel->type);
                stage.pane.setPanel(panel, type ? *type : stage.registry.placeholder(), stage.context);
                for (FormGroup *group : stage.pane.form()->groups())
                    if (!group->isOpen())
                        QTest::mouseClick(group->findChild<QWidget *>("groupHead:"_L1 + group->id()), Qt::LeftButton);
                ++shown;
            }
            QCOMPARE(edits.count(), 0);
        }
        QVERIFY(shown > 5);
    }

    void undoIsSeen()
    {
        PaneStage stage(panelOf(u"stat"_s));
        const auto value = [&](const QString &name) { return qobject_cast<QLineEdit *>(gui::find(stage.pane, name))->text(); };
        gui::click(stage.pane, u"option:fieldConfig.defaults.thresholds.add"_s);
        gui::type(stage.pane, u"option:fieldConfig.defaults.thresholds.2.value"_s, u"95"_s);
        QCOMPARE(stage.at(u"fieldConfig.defaults.thresholds.steps"_s).size(), 3); // those of the type and one more
        QVERIFY(stage.history.undo());
        stage.show();
        QCOMPARE(value(u"option:fieldConfig.defaults.thresholds.2.value"_s), u"9"_s); // the cursor is still there
        stage.undoAll();
        QCOMPARE(value(u"option:fieldConfig.defaults.thresholds.1.value"_s), u"80"_s);
        QCOMPARE(stage.history.document().text(), stage.before);
    }

    void resetTakesAway()
    {
        PaneStage stage("{\"id\": 1, \"type\": \"timeseries\", \"title\": \"T\", \"options\": {\"legend\": {\"placement\": \"right\"}}, "
                        "\"fieldConfig\": {\"defaults\": {\"custom\": {\"lineWidth\": 3, \"fillOpacity\": 0}}}}");
        auto *changed = gui::find(stage.pane, u"options.changed"_s);
        QCOMPARE(qobject_cast<QAbstractButton *>(changed)->text(), u"Changed 2"_s); // the default, written out, is none
        gui::click(stage.pane, u"reset:options.legend.placement"_s);
        QVERIFY(!stage.at(u"options"_s).contains(u"legend"));
        QCOMPARE(stage.texts.last(), u"Reset Legend: Placement"_s);
        gui::click(stage.pane, u"reset:fieldConfig.defaults.custom.lineWidth"_s);
        QCOMPARE(stage.at(u"fieldConfig.defaults.custom"_s).size(), 1);
        savesAndComesBack(stage);
    }

    void searchOpensGroups()
    {
        PaneStage stage(panelOf(u"timeseries"_s));
        QWidget *row = stage.pane.form()->findChild<QWidget *>(u"row:options.tooltip.maxWidth"_s);
        QVERIFY(!row->isVisible()); // its group is folded
        gui::type(stage.pane, u"options.search"_s, u"tooltip maxw"_s); // by key
        QVERIFY(row->isVisible());
        QVERIFY(!stage.pane.form()->findChild<QWidget *>(u"row:title"_s)->isVisible());
        gui::type(stage.pane, u"options.search"_s, u"gibberish"_s);
        QVERIFY(gui::find(stage.pane, u"formNothing"_s));
        QTest::keyClick(gui::find(stage.pane, u"options.search"_s), Qt::Key_Escape);
        QVERIFY(!row->isVisible());
        QVERIFY(stage.pane.form()->findChild<QWidget *>(u"row:title"_s)->isVisible());
    }

    void keysReachEverything()
    {
        PaneStage stage(panelOf(u"timeseries"_s));
        stage.pane.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&stage.pane));
        gui::find(stage.pane, u"options.search"_s)->setFocus();
        QSet<QString> reached;
        for (int i = 0; i < 200; ++i) {
            gui::key(stage.pane, Qt::Key_Tab);
            if (const QWidget *focus = QApplication::focusWidget())
                reached.insert(focus->objectName());
        }
        for (const FormRow *row : stage.pane.form()->findChildren<FormRow *>())
            if (row->isVisible() && row->row().kind != OptionRow::Kind::FieldColor && row->row().kind != OptionRow::Kind::Thresholds)
                QVERIFY2(reached.contains("option:"_L1 + row->path()), qPrintable(row->path()));
        for (const QString &name :
             {u"option:fieldConfig.defaults.color.mode"_s, u"option:fieldConfig.defaults.thresholds.add"_s, u"overrides.add"_s})
            QVERIFY2(reached.contains(name), qPrintable(name));
        for (const QWidget *each : stage.pane.findChildren<QWidget *>())
            if (each->isVisible() && (each->focusPolicy() & Qt::TabFocus) && !each->focusProxy())
                QVERIFY2(!each->accessibleName().isEmpty() || qobject_cast<const QAbstractButton *>(each), qPrintable(each->objectName()));
    }

    void typingIsNotDisturbed()
    {
        PaneStage stage(panelOf(u"timeseries"_s));
        auto *edit = qobject_cast<QLineEdit *>(gui::find(stage.pane, u"option:title"_s));
        edit->setFocus();
        edit->setCursorPosition(3);
        QTest::keyClicks(edit, u"xy"_s);
        QCOMPARE(edit->text(), u"Reqxyuests"_s);
        QCOMPARE(edit->cursorPosition(), 5);
        auto *width = qobject_cast<QLineEdit *>(gui::find(stage.pane, u"option:fieldConfig.defaults.custom.lineWidth"_s));
        width->selectAll();
        QTest::keyClicks(width, u"1."_s);
        QCOMPARE(width->text(), u"1."_s);
        QTest::keyClicks(width, u"5"_s);
        QCOMPARE(stage.at(u"fieldConfig.defaults.custom.lineWidth"_s).toDouble(), 1.5);
        QTest::keyClicks(width, u"x"_s); // no number: the last good one stays
        QCOMPARE(stage.at(u"fieldConfig.defaults.custom.lineWidth"_s).toDouble(), 1.5);
        QCOMPARE(stage.texts.last(), u"Graph styles: Line width"_s);
        QTest::keyClick(width, Qt::Key_Return); // and comes back
        QCOMPARE(width->text(), u"1.5"_s);
    }
};

ADD_TEST(TstOptionsPane)
#include "tst_optionspane.moc"
