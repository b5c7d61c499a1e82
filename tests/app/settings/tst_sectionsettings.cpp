// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/settings/settingslist.h>
#include <tests/app/settings/settingsworld.h>
#include <tests/dashboard/v2board.h>
#include <tests/support/testmain.h>
#include <widgets/controls/field.h>
#include <widgets/form/choosebutton.h>

using namespace Qt::StringLiterals;

namespace {

QByteArray custom(const QByteArray &name, const QByteArray &values)
{
    return v2Text("{ 'kind': 'CustomVariable', 'spec': { 'name': '" + name + "', 'query': '" + values + "' } }");
}

QByteArray own(const QByteArray &variables)
{
    return v2Text("'variables': [ " + variables + " ], ");
}

// job; tab First { zone, host (of $zone) } with a row Nodes { disk } in it; tab Second without any
QByteArray board()
{
    const auto tab = [](const QByteArray &title, const QByteArray &layout, const QByteArray &more = {}) {
        return v2Text("{ 'kind': 'TabsLayoutTab', 'spec': { 'title': '" + title + "', " + more + "'layout': " + layout + " } }");
    };
    const QByteArray nodes = v2Rows(v2Row("Nodes", v2Layout("GridLayout", v2Item("one", 0, 0, 12, 6)), own(custom("disk", "a, b"))));
    return v2Board("\"one\": " + v2Panel(1, "text", "$job $zone $host $disk") + ",\n    \"two\": " + v2Panel(2, "text", "Two"),
                   v2Text("{ 'kind': 'TabsLayout', 'spec': { 'tabs': [\n    "
                          + tab("First", nodes, own(custom("zone", "eu, us") + ", " + custom("host", "$zone-1, $zone-2"))) + ",\n    "
                          + tab("Second", v2Layout("GridLayout", v2Item("two", 0, 0, 12, 6))) + " ] } }"),
                   "'variables': [ " + custom("job", "api") + " ],\n    ");
}

} // namespace

// Variables of rows and tabs in the settings of a dashboard.
class TstSectionSettings : public QObject
{
    Q_OBJECT

    std::unique_ptr<SettingsWorld> m_world;

    MainWindow &window() { return *m_world->window; }
    SettingsList *list() { return qobject_cast<SettingsList *>(gui::find(window(), u"variables.list"_s)); }
    QString head() { return qobject_cast<PlainLabel *>(gui::find(window(), u"variables.title"_s))->text(); }
    QStringList lines()
    {
        QStringList lines;
        for (const SettingsList::Entry &entry : list()->entries())
            lines.append(entry.title);
        return lines;
    }
    void choose(const QString &title)
    {
        const qsizetype row = lines().indexOf(title);
        QVERIFY(row >= 0);
        QTest::mouseClick(list()->viewport(), Qt::LeftButton, {}, list()->visualItemRect(list()->item(int(row))).center());
    }
    void add(const QString &type)
    {
        m_world->click(u"variables.add"_s);
        auto *menu = qobject_cast<QMenu *>(gui::find(window(), u"variablesAddMenu"_s));
        for (QAction *action : menu->actions())
            if (action->objectName().endsWith(u"variables.add."_s + type))
                QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(action).center());
    }
    QString variables(const QString &place)
    {
        QStringList names;
        for (const Json &each : m_world->page().editor().document().valueAt(place + "/variables"_L1).items())
            names.append(each[u"spec"][u"name"].toString());
        return names.join(u' ');
    }
    const QString m_first = u"/spec/layout/spec/tabs/0/spec"_s;
    const QString m_nodes = m_first + "/layout/spec/rows/0/spec"_L1;

private slots:
    void init()
    {
        m_world = std::make_unique<SettingsWorld>(board());
        QVERIFY(m_world->isShown());
        m_world->page().settings().open(u"variables"_s);
        QVERIFY(list());
    }
    void cleanup()
    {
        if (m_world && !QTest::currentTestFailed())
            m_world->undoAll();
        m_world.reset();
    }

    void listedBelowTheDashboards()
    {
        QCOMPARE(
            lines(),
            (QStringList{u"Dashboard"_s, u"$job"_s, u"Tab “First”"_s, u"$zone"_s, u"$host"_s, u"Tab “First”, row “Nodes”"_s, u"$disk"_s}));
        QCOMPARE(head(), u"$job"_s);
        choose(u"Tab “First”"_s); // no variable
        QCOMPARE(head(), u"$job"_s);
        list()->setFocus();
        QTest::keyClick(list(), Qt::Key_Down);
        QCOMPARE(head(), u"$zone"_s);
        choose(u"$host"_s);
        QCOMPARE(list()->entries()[4].count, u"1 use"_s);
        gui::picture(window(), u"section-settings"_s);
        // The preview knows what holds around it.
        const auto values = [&] {
            QStringList texts;
            auto *view = window().findChild<QAbstractItemView *>(u"variable.values"_s);
            for (int i = 0; view && i < view->model()->rowCount(); ++i)
                texts.append(view->model()->index(i, 0).data().toString());
            return texts;
        };
        QTRY_COMPARE(values(), (QStringList{u"eu-1"_s, u"eu-2"_s}));
    }

    void edits()
    {
        choose(u"$host"_s);
        m_world->enter(u"variable:name"_s, u"node"_s);
        QCOMPARE(variables(m_first), u"zone node"_s);
        QVERIFY(m_world->text().contains("$job $zone $node $disk"));
        QCOMPARE(head(), u"$node"_s);
        m_world->enter(u"variable:label"_s, u"Node"_s);
        QCOMPARE(m_world->page().editor().document().valueAt(m_first + "/variables/1/spec/label"_L1).toString(), u"Node"_s);
        QCOMPARE(variables(u"/spec"_s), u"job"_s);
        m_world->enter(u"variable:name"_s, u"zone"_s); // taken there
        QCOMPARE(variables(m_first), u"zone node"_s);
        m_world->enter(u"variable:name"_s, u"job"_s); // hides the dashboard's
        QCOMPARE(variables(m_first), u"zone job"_s);
    }

    void addsCopiesMovesAndRemoves()
    {
        choose(u"$zone"_s);
        add(u"textbox"_s);
        QCOMPARE(variables(m_first), u"zone host textbox"_s);
        QCOMPARE(head(), u"$textbox"_s);
        choose(u"$zone"_s);
        list()->setFocus();
        QTest::keyClick(list(), Qt::Key_D, Qt::ControlModifier);
        QCOMPARE(variables(m_first), u"zone zone_2 host textbox"_s);
        QTest::keyClick(list(), Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(variables(m_first), u"zone host zone_2 textbox"_s);
        choose(u"$zone"_s);
        QTest::keyClick(list(), Qt::Key_Up, Qt::AltModifier); // the first one of its group stays there
        QCOMPARE(variables(m_first), u"zone host zone_2 textbox"_s);
        QCOMPARE(variables(u"/spec"_s), u"job"_s);
        choose(u"$zone_2"_s);
        QTest::keyClick(list(), Qt::Key_Delete);
        QCOMPARE(variables(m_first), u"zone host textbox"_s);
        choose(u"$disk"_s);
        QTest::keyClick(list(), Qt::Key_Delete); // it is used: asked
        gui::click(window(), u"answer.remove"_s);
        QTRY_COMPARE(variables(m_nodes), QString());
        QVERIFY(!lines().contains(u"Tab “First”, row “Nodes”"_s));
        QCOMPARE(head(), u"$textbox"_s);
    }

    void holdsSomewhereElse()
    {
        choose(u"$disk"_s);
        auto *holder = qobject_cast<ChooseButton *>(gui::find(window(), u"variable.holder"_s));
        QVERIFY(holder);
        QCOMPARE(holder->options().size(), 4); // the dashboard, two tabs, a row
        emit holder->chosen(u"/spec/layout/spec/tabs/1"_s);
        QCOMPARE(variables(u"/spec/layout/spec/tabs/1/spec"_s), u"disk"_s);
        QCOMPARE(variables(m_nodes), QString());
        QCOMPARE(head(), u"$disk"_s);
        QCOMPARE(holder->current(), u"/spec/layout/spec/tabs/1"_s);
        emit holder->chosen(QString());
        QCOMPARE(variables(u"/spec"_s), u"job disk"_s);
        m_world->page().undo();
        m_world->page().undo();
        QCOMPARE(variables(m_nodes), u"disk"_s);
        m_world->page().redo();
        QCOMPARE(variables(u"/spec/layout/spec/tabs/1/spec"_s), u"disk"_s);
    }

    // Very many rows with variables, some of which are none, and rows that have the same titles.
    void hundredsOfSections()
    {
        QByteArrayList rows;
        for (int i = 0; i < 200; ++i)
            rows.append(v2Row(i % 2 ? "Same" : "", v2Layout("GridLayout", {}), own(custom("v", "$v, a") + ", { \"kind\": 7 }, null")));
        const QByteArray text = v2Board({}, v2Rows(rows.join(", ")));
        m_world = std::make_unique<SettingsWorld>(text);
        QVERIFY(m_world->isShown());
        m_world->page().settings().open(u"variables"_s);
        QCOMPARE(list()->count(), 400);
        QCOMPARE(lines().mid(0, 4), (QStringList{u"Row without a title"_s, u"$v"_s, u"Row “Same”"_s, u"$v"_s}));
        list()->setFocus();
        QTest::keyClick(list(), Qt::Key_End);
        m_world->enter(u"variable:name"_s, u"last"_s);
        QCOMPARE(lines().last(), u"$last"_s);
        QCOMPARE(m_world->text().count("\"last\""), 1);
        QVERIFY(m_world->text().contains("$last, a"));
    }

    void savedAndOpenedAgain()
    {
        choose(u"$zone"_s);
        add(u"constant"_s);
        m_world->page().settings().close();
        emit m_world->page().fileActionRequested(u"save"_s);
        QTRY_VERIFY(!m_world->page().editor().isModified());
        QFile file(m_world->page().path());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const Result<Document> again = Document::fromText(file.readAll());
        QVERIFY(again);
        QCOMPARE(again->dashboard()->layout.children.first().traits.variables.size(), 3);
        QVERIFY(again->dashboard()->problems.isEmpty());
    }
};

ADD_TEST(TstSectionSettings)
#include "tst_sectionsettings.moc"
