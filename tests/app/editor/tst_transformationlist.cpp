// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/editor/stepreports.h>
#include <app/editor/transformationlist.h>
#include <dashboard/edithistory.h>
#include <pipeline/transform/transformation.h>
#include <tests/support/gui.h>
#include <tests/support/testmain.h>
#include <widgets/controls/field.h>
#include <widgets/controls/optionlist.h>
#include <widgets/form/choosebutton.h>
#include <widgets/theme/style.h>

using namespace Qt::StringLiterals;

namespace {
Frames answers()
{
    Frame a{{}, u"A"_s, Frame::Kind::Table, {}};
    a.fields.append({u"Time"_s, {}, Column::times({1000, 1000, 1000}), {}, {}});
    a.fields.append({u"instance.name"_s, {}, Column::texts({u"n1"_s, u"n2"_s, u"n3"_s}), {}, {}});
    a.fields.append({u"Value #A"_s, {}, Column::numbers({1, 2, 3}), {}, {}});
    Frame b = a;
    b.refId = u"B"_s;
    b.fields[2].name = u"Value #B"_s;
    return {a, b};
}

const QByteArray kBare
    = "{\n  \"panels\": [\n    { \"id\": 1, \"type\": \"table\", \"gridPos\": {\"h\": 4, \"w\": 12, \"x\": 0, \"y\": 0} }\n  ]\n}\n";
} // namespace

// The list over a real document: what it tells becomes a step of the history, and the document comes back to it.
class TstTransformationList : public QObject
{
    Q_OBJECT

    std::unique_ptr<QWidget> m_window;
    TransformationList *m_list = nullptr;
    std::unique_ptr<EditHistory> m_history;
    int m_refused = 0;

    void show() { m_list->setTransformations(panel()[u"transformations"], answers()); }
    Json panel() const { return m_history->document().valueAt(u"/panels/0"_s); }
    Json step(int index) const { return panel()[u"transformations"].at(index); }
    void open(const QByteArray &text)
    {
        m_history = std::make_unique<EditHistory>(*Document::fromText(text));
        show();
    }
    // The chooser of a button, or the list of transformations.
    void choose(const QString &text)
    {
        Popup *popup = nullptr;
        QTRY_VERIFY_WITH_TIMEOUT(((popup = m_window->findChild<Popup *>()) && popup->isVisible()), 2000);
        auto *view = popup->findChild<OptionView *>();
        for (int row = 0; row < view->model()->rowCount(); ++row) {
            const QModelIndex index = view->model()->index(row, 0);
            if (index.data().toString() == text) {
                view->scrollTo(index);
                QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->visualRect(index).center());
                QTRY_VERIFY(!m_window->findChild<Popup *>());
                m_window->activateWindow(); // a window manager does it by itself
                QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
                return;
            }
        }
        QFAIL(qPrintable(u"no option "_s + text));
    }
    QWidget *child(const QString &name) const { return m_window->findChild<QWidget *>(name); }
    QString textOf(const QString &name) const { return static_cast<PlainLabel *>(child(name))->text(); }

    static QString focused() { return QApplication::focusWidget() ? QApplication::focusWidget()->objectName() : QString(); }

private slots:
    void initTestCase() { applyTheme(*qApp, Theme::dark()); }
    void init()
    {
        m_window = std::make_unique<QWidget>();
        auto *layout = new QVBoxLayout(m_window.get());
        m_list = new TransformationList(m_window.get());
        layout->addWidget(m_list);
        layout->addStretch(1);
        m_refused = 0;
        connect(m_list, &TransformationList::edited, this, [this](const PanelEdit &edit) {
            const Result<Command> command = commandOf(m_history->document(), u"panel-1"_s, edit);
            if (!command || edit.text.isEmpty() || !m_history->apply(*command, 0))
                ++m_refused;
            m_history->markSaved(); // each edit a step of its own
            show();
        });
        m_window->resize(900, 700);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }
    void cleanup()
    {
        QCOMPARE(m_refused, 0);
        // Everything undone: the bytes are those of the beginning.
        const QByteArray begun = m_history->goTo(0) ? m_history->document().text() : QByteArray();
        QVERIFY(begun == kBare || begun.contains("\"keep\": 1.50"));
        m_window.reset();
    }

    void addsAndRemoves()
    {
        open(kBare);
        gui::click(*m_window, u"addFirstTransformation"_s);
        choose(u"Reduce"_s);
        QCOMPARE(step(0)[u"id"].toString(), u"reduce"_s);
        QCOMPARE(m_history->undoText(), u"Add Reduce"_s);
        QTRY_COMPARE(textOf(u"transformation.0.result"_s), u"2 fields, 4 rows"_s);
        gui::click(*m_window, u"addTransformation"_s);
        choose(u"Limit"_s);
        QCOMPARE(m_list->count(), 2);
        QTRY_VERIFY(child(u"transformation.1"_s)->isAncestorOf(QApplication::focusWidget()));
        gui::type(*m_window, u"transformation.1.limitField"_s, u"2"_s);
        QCOMPARE(step(1)[u"options"][u"limitField"].toInt(), 2);
        QTRY_COMPARE(textOf(u"transformation.1.result"_s), u"2 fields, 2 rows"_s);
        gui::click(*m_window, u"transformation.0.remove"_s);
        QCOMPARE(step(0)[u"id"].toString(), u"limit"_s);
        QCOMPARE(m_history->undoText(), u"Remove Reduce"_s);
    }

    void reordersByKeysAndMouse()
    {
        open(kBare);
        for (const QString &name : {u"Reduce"_s, u"Limit"_s, u"Sort by"_s}) {
            gui::click(*m_window, m_list->count() == 0 ? u"addFirstTransformation"_s : u"addTransformation"_s);
            choose(name);
        }
        child(u"transformation.0.fold"_s)->setFocus();
        gui::key(*m_window, Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(step(1)[u"id"].toString(), u"reduce"_s);
        QTRY_COMPARE(focused(), u"transformation.1.grip"_s); // it stays with the step
        gui::key(*m_window, Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(step(0)[u"id"].toString(), u"reduce"_s);

        QCoreApplication::processEvents(); // the new rows find their places
        QWidget *grip = child(u"transformation.0.grip"_s);
        const QPoint below
            = grip->mapFromGlobal(child(u"transformation.1"_s)->mapToGlobal(QPoint(5, child(u"transformation.1"_s)->height() - 2)));
        QTest::mousePress(grip, Qt::LeftButton);
        QTest::mouseMove(grip, QPoint(5, 40));
        QTest::mouseMove(grip, below);
        QTest::mouseRelease(grip, Qt::LeftButton, {}, below);
        QCOMPARE(step(1)[u"id"].toString(), u"reduce"_s);
        QCOMPARE(m_history->undoText(), u"Move Reduce"_s);
    }

    void disablesAndFolds()
    {
        open(kBare);
        gui::click(*m_window, u"addFirstTransformation"_s);
        choose(u"Reduce"_s);
        gui::click(*m_window, u"transformation.0.disable"_s);
        QVERIFY(step(0)[u"disabled"].toBool());
        QCOMPARE(textOf(u"transformation.0.result"_s), u"disabled"_s);
        gui::click(*m_window, u"transformation.0.disable"_s);
        QVERIFY(!step(0).contains(u"disabled"));
        gui::click(*m_window, u"transformation.0.fold"_s);
        QVERIFY(!child(u"transformation.0.reducers"_s)->isVisible());
        gui::click(*m_window, u"addTransformation"_s);
        choose(u"Limit"_s);
        QVERIFY(!child(u"transformation.0.reducers"_s)->isVisible()); // still folded
    }

    void organizesFields()
    {
        open(kBare);
        gui::click(*m_window, u"addFirstTransformation"_s);
        choose(u"Organize fields"_s);
        QTRY_VERIFY(child(u"transformation.0.field.instance.name.rename"_s));
        gui::click(*m_window, u"transformation.0.field.Time.hide"_s);
        QCOMPARE(step(0)[u"options"][u"excludeByName"][u"Time"], Json(true));
        gui::type(*m_window, u"transformation.0.field.instance.name.rename"_s, u"Host"_s);
        QCOMPARE(step(0)[u"options"][u"renameByName"][u"instance.name"].toString(), u"Host"_s);
        child(u"transformation.0.field.Value #A.grip"_s)->setFocus();
        gui::key(*m_window, Qt::Key_Up);
        QCOMPARE(step(0)[u"options"][u"indexByName"][u"Value #A"].toInt(), 1);
        QCOMPARE(step(0)[u"options"][u"indexByName"][u"instance.name"].toInt(), 2);
        gui::click(*m_window, u"transformation.0.field.Time.hide"_s);
        QVERIFY(!step(0)[u"options"][u"excludeByName"].contains(u"Time"));
        gui::click(*m_window, u"transformation.0.orderByMode"_s);
        choose(u"By name, Z to A"_s);
        QCOMPARE(step(0)[u"options"][u"orderByMode"].toString(), u"auto"_s);
    }

    void groupsAndCalculates()
    {
        open(kBare);
        gui::click(*m_window, u"addFirstTransformation"_s);
        choose(u"Group by"_s);
        QTRY_VERIFY(child(u"transformation.0.field.instance.name.operation"_s));
        gui::click(*m_window, u"transformation.0.field.instance.name.operation"_s);
        choose(u"Group by"_s);
        QCOMPARE(step(0)[u"options"][u"fields"][u"instance.name"][u"operation"].toString(), u"groupby"_s);
        gui::click(*m_window, u"transformation.0.field.Value #A.operation"_s);
        choose(u"Calculate"_s);
        auto *calculations = static_cast<ChooseButton *>(child(u"transformation.0.field.Value #A.calculations"_s));
        QVERIFY(calculations->isVisible());
        emit calculations->severalChosen({u"sum"_s});
        QCOMPARE(step(0)[u"options"][u"fields"][u"Value #A"][u"aggregations"].toStrings(), QStringList{u"sum"_s});
        QTRY_COMPARE(textOf(u"transformation.0.result"_s), u"3 fields, 6 rows in 2 frames"_s);
    }

    void namesComeFromTheStepBefore()
    {
        open(kBare);
        gui::click(*m_window, u"addFirstTransformation"_s);
        choose(u"Reduce"_s);
        gui::click(*m_window, u"addTransformation"_s);
        choose(u"Sort by"_s);
        QTRY_COMPARE(textOf(u"transformation.1.result"_s), u"2 fields, 4 rows"_s);
        gui::click(*m_window, u"transformation.1.field"_s);
        choose(u"Max"_s);
        QCOMPARE(step(1)[u"options"][u"sort"].at(0)[u"field"].toString(), u"Max"_s);
    }

    // What this program does not know stays as it is, and says so.
    void keepsTheUnknown()
    {
        open(
            "{\n  \"panels\": [{ \"id\": 1, \"type\": \"table\", \"transformations\": [ {\"id\": \"odd\", \"options\": {\"keep\": 1.50}},\n"
            "    {\"id\": \"merge\", \"options\": {\"extra\": true}} ] }]\n}\n");
        QTRY_VERIFY(textOf(u"transformation.0.notices"_s).contains(u"“odd” is not known"_s));
        QTRY_VERIFY(textOf(u"transformation.1.notices"_s).contains(u"not honoured: extra"_s));
        gui::click(*m_window, u"transformation.1.disable"_s);
        QVERIFY(m_history->document().text().contains("{\"id\": \"odd\", \"options\": {\"keep\": 1.50}}"));
    }

    void narrowsToAQuery()
    {
        open(kBare);
        gui::click(*m_window, u"addFirstTransformation"_s);
        choose(u"Reduce"_s);
        QTRY_VERIFY(child(u"transformation.0.filter"_s)->isVisible());
        gui::click(*m_window, u"transformation.0.filter"_s);
        choose(u"Query A"_s);
        QCOMPARE(step(0)[u"filter"][u"options"].toString(), u"A"_s);
        gui::click(*m_window, u"transformation.0.frames"_s);
        QTRY_VERIFY(textOf(u"transformation.0.output"_s).contains(u"reduce-A: 2 rows: Field (text), Max (number)"_s));
    }

    void searchesByName()
    {
        open(kBare);
        gui::click(*m_window, u"addFirstTransformation"_s);
        gui::type(*m_window, u"transformationSearch"_s, u"pattern regular"_s);
        auto *search = m_window->findChild<QLineEdit *>(u"transformationSearch"_s);
        QVERIFY(search);
        QTest::keyClick(search, Qt::Key_Return);
        QCOMPARE(step(0)[u"id"].toString(), u"renameByRegex"_s);
        gui::type(*m_window, u"transformation.0.regex"_s, u"Value (.*)"_s);
        gui::type(*m_window, u"transformation.0.renamePattern"_s, u"$1"_s);
        gui::click(*m_window, u"transformation.0.frames"_s);
        QTRY_VERIFY(textOf(u"transformation.0.output"_s).contains(u"#B (number)"_s));
    }

    void filtersByConditions()
    {
        open(kBare);
        gui::click(*m_window, u"addFirstTransformation"_s);
        choose(u"Filter rows by value"_s);
        gui::click(*m_window, u"transformation.0.filters.add"_s);
        QTRY_VERIFY(child(u"transformation.0.filters.0.fieldName"_s));
        QTRY_COMPARE(textOf(u"transformation.0.result"_s), u"6 fields, 0 rows in 2 frames"_s);
        gui::click(*m_window, u"transformation.0.filters.0.fieldName"_s);
        choose(u"Value #A"_s);
        gui::type(*m_window, u"transformation.0.filters.0.config.options.value"_s, u"1"_s);
        const Json filter = step(0)[u"options"][u"filters"].at(0);
        QCOMPARE(filter[u"fieldName"].toString(), u"Value #A"_s);
        QVERIFY(filter[u"config"][u"options"][u"value"].isNumber());
        QTRY_COMPARE(textOf(u"transformation.0.result"_s), u"6 fields, 2 rows in 2 frames"_s);
        gui::click(*m_window, u"transformation.0.filters.0.config.id"_s);
        choose(u"is between"_s);
        QVERIFY(!child(u"transformation.0.filters.0.config.options.value"_s)->isVisible());
        QVERIFY(child(u"transformation.0.filters.0.config.options.from"_s)->isVisible());
        gui::click(*m_window, u"transformation.0.filters.0.remove"_s);
        QCOMPARE(step(0)[u"options"][u"filters"].size(), 0);
    }

    void calculatesOfTwo()
    {
        open(kBare);
        gui::click(*m_window, u"addFirstTransformation"_s);
        choose(u"Add field from calculation"_s);
        gui::click(*m_window, u"transformation.0.mode"_s);
        choose(u"Of two"_s);
        QVERIFY(!child(u"transformation.0.reduce.include"_s)->isVisible());
        QTRY_COMPARE(textOf(u"transformation.0.result"_s), u"5 fields, 3 rows"_s);
        gui::click(*m_window, u"transformation.0.binary.left"_s);
        choose(u"Value #A"_s);
        QCOMPARE(step(0)[u"options"][u"binary"][u"left"][u"matcher"][u"options"].toString(), u"Value #A"_s);
        emit static_cast<ChooseButton *>(child(u"transformation.0.binary.right"_s))->chosen(u"2"_s);
        QCOMPARE(step(0)[u"options"][u"binary"][u"right"][u"fixed"].toString(), u"2"_s);
        gui::type(*m_window, u"transformation.0.alias"_s, u"Twice"_s);
        QTRY_COMPARE(textOf(u"transformation.0.result"_s), u"7 fields, 6 rows in 2 frames"_s);
    }

    // Each form is made, shows, and takes hostile options.
    void everyForm_data()
    {
        QTest::addColumn<QString>("id");
        for (const Transformation &each : transformations())
            QTest::newRow(qPrintable(each.id)) << each.id;
    }
    void everyForm()
    {
        QFETCH(const QString, id);
        open(kBare);
        for (const Json &value : {Json(), Json(-3), Json(u"x"_s), Json::array({Json(1)}), Json::object({{u"x"_s, Json(true)}})}) {
            Json options = Json::object();
            for (const OptionRow &row : findTransformation(id)->rows)
                options = options.with(row.key, value);
            const Json list = Json::array({Json::object({{u"id"_s, Json(id)}, {u"options"_s, options}})});
            m_list->setTransformations(list, answers());
            m_list->setTransformations(list, {});
            QCoreApplication::processEvents();
        }
        QVERIFY(child(u"transformation.0"_s)->isVisible());
        // Nothing is wider than the window.
        m_window->resize(420, 700);
        QCoreApplication::processEvents();
        QVERIFY2(m_window->minimumSizeHint().width() <= 420, qPrintable(QString::number(m_window->minimumSizeHint().width())));
    }

    void pictures()
    {
        open(kBare);
        for (const Theme *theme : {&Theme::light(), &Theme::dark()}) {
            applyTheme(*qApp, *theme);
            const QString suffix = theme->isDark() ? u"-dark"_s : u"-light"_s;
            gui::picture(*m_window, u"transformations-none"_s + suffix);
            for (const QString &name :
                 {u"Organize fields"_s, u"Group by"_s, u"Reduce"_s, u"Filter rows by value"_s, u"Add field from calculation"_s}) {
                gui::click(*m_window, m_list->count() == 0 ? u"addFirstTransformation"_s : u"addTransformation"_s);
                choose(name);
            }
            QTRY_VERIFY(child(u"transformation.0.field.instance.name.rename"_s));
            gui::click(*m_window, u"transformation.3.filters.add"_s);
            gui::click(*m_window, u"transformation.2.frames"_s);
            gui::click(*m_window, u"transformation.1.disable"_s);
            gui::click(*m_window, u"transformation.0.field.Time.hide"_s);
            m_window->resize(900, 1000);
            gui::picture(*m_window, u"transformations"_s + suffix);
            m_window->resize(520, 1000);
            gui::picture(*m_window, u"transformations-narrow"_s + suffix);
            gui::click(*m_window, u"addTransformation"_s);
            if (auto *popup = m_window->findChild<Popup *>()) {
                gui::picture(*popup, u"transformations-chooser"_s + suffix);
                popup->close();
            }
            QTRY_VERIFY(!m_window->findChild<Popup *>());
            QVERIFY(m_history->goTo(0));
            show();
        }
    }
};

ADD_TEST(TstTransformationList)
#include "tst_transformationlist.moc"
