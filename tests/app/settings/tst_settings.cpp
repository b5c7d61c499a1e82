// SPDX-License-Identifier: GPL-3.0-or-later
#include <tests/app/settings/settingsworld.h>
#include <tests/support/testmain.h>

#include <app/actions.h>
#include <app/jsonedit.h>
#include <app/paneledits.h>
#include <app/settings/generalrows.h>
#include <app/settings/settingslist.h>
#include <widgets/controls/docktabs.h>
#include <widgets/controls/field.h>
#include <widgets/controls/timecontrols.h>
#include <widgets/controls/variablebar.h>

using namespace Qt::StringLiterals;

namespace {

const char *kBoard = R"({
  "title": "Board",
  "schemaVersion": 41,
  "panels": [
    {"id": 1, "type": "text", "title": "Text", "gridPos": {"x": 0, "y": 0, "w": 24, "h": 4}, "options": {"content": "text"}}
  ],
  "unknown": 1.50
}
)";

} // namespace

// General, Links and JSON of a dashboard's settings, each edit undone to the same bytes.
class TstSettings : public QObject
{
    Q_OBJECT

    std::unique_ptr<SettingsWorld> m_world;

    MainWindow &window() { return *m_world->window; }
    const Dashboard &dashboard() { return m_world->dashboard(); }
    QString undoText() { return m_world->page().editor().history().undoText(); }
    bool isInvalid(const QString &name) { return qobject_cast<LineEdit *>(gui::find(window(), name))->isInvalid(); }
    SettingsList *links() { return qobject_cast<SettingsList *>(gui::find(window(), u"links.list"_s)); }

private slots:
    void init()
    {
        m_world = std::make_unique<SettingsWorld>(kBoard);
        QVERIFY(m_world->isShown());
        m_world->click(u"openSettings"_s);
        QVERIFY(m_world->page().settings().isOpen());
    }
    void cleanup()
    {
        if (!QTest::currentTestFailed())
            m_world->undoAll();
        m_world.reset();
    }

    void waysInAndOut()
    {
        QVERIFY(!m_world->page().view().isVisible());
        m_world->click(u"settings.done"_s);
        QVERIFY(m_world->page().view().isVisible());
        window().setFocus();
        gui::keys(window(), u"ds"_s);
        QVERIFY(m_world->page().settings().isOpen());
        gui::key(window(), Qt::Key_Escape);
        QVERIFY(!m_world->page().settings().isOpen());
        QVERIFY(window().actions().trigger(u"dashboard.json"_s));
        QVERIFY(gui::find(window(), u"settings.json"_s));
        window().leave();
        QVERIFY(m_world->page().view().isVisible());
    }

    void texts()
    {
        gui::type(window(), u"dashboard:title"_s, u"Renamed"_s);
        QVERIFY(!m_world->page().editor().isModified()); // while it is typed
        gui::key(window(), Qt::Key_Tab);
        QCOMPARE(dashboard().title, u"Renamed"_s);
        QCOMPARE(undoText(), u"Dashboard: Title"_s);
        gui::type(window(), u"dashboard:description"_s, u"What it is for"_s);
        gui::key(window(), Qt::Key_Tab);
        QCOMPARE(dashboard().description, u"What it is for"_s);
        m_world->enter(u"dashboard:tags"_s, u"web, team a"_s);
        QCOMPARE(dashboard().tags, (QStringList{u"web"_s, u"team a"_s}));
        m_world->enter(u"dashboard:title"_s, QString());
        gui::key(window(), Qt::Key_Backspace);
        gui::key(window(), Qt::Key_Return);
        QCOMPARE(dashboard().title, u"Renamed"_s); // a dashboard needs one
        gui::picture(window(), u"settings-general"_s);
    }

    void time()
    {
        m_world->enter(u"dashboard:time.from"_s, u"now-2d"_s);
        QCOMPARE(dashboard().time.from, u"now-2d"_s);
        QCOMPARE(m_world->page().session().rawRange().from, u"now-2d"_s); // holds at once
        m_world->enter(u"dashboard:time.to"_s, u"tomorrow"_s);
        QVERIFY(isInvalid(u"dashboard:time.to"_s));
        QCOMPARE(dashboard().time.to, u"now"_s);
        m_world->enter(u"dashboard:timepicker.nowDelay"_s, u"1m"_s);
        QCOMPARE(dashboard().nowDelay, u"1m"_s);
        m_world->chooseFrom(u"dashboard:timezone"_s, 1);
        QCOMPARE(dashboard().timezone, u"utc"_s);
        QCOMPARE(m_world->page().session().zone(), QTimeZone::utc());
        m_world->chooseFrom(u"dashboard:weekStart"_s, 3);
        QCOMPARE(dashboard().weekStart, u"monday"_s);
        m_world->chooseFrom(u"dashboard:fiscalYearStartMonth"_s, 3);
        QCOMPARE(dashboard().fiscalYearStartMonth, 3);
        QVERIFY(m_world->text().contains("\"fiscalYearStartMonth\": 3"));
    }

    void refreshAndItsChoices()
    {
        m_world->enter(u"dashboard:timepicker.refresh_intervals"_s, u"7s, 2m"_s);
        QCOMPARE(dashboard().refreshIntervals, (QStringList{u"7s"_s, u"2m"_s}));
        m_world->chooseFrom(u"dashboard:refresh"_s, 3); // off, auto, 7s, 2m
        QCOMPARE(dashboard().refresh, u"2m"_s);
        QCOMPARE(m_world->page().session().refreshInterval(), u"2m"_s);
        m_world->enter(u"dashboard:timepicker.refresh_intervals"_s, u"soon"_s);
        QVERIFY(isInvalid(u"dashboard:timepicker.refresh_intervals"_s));
        QCOMPARE(dashboard().refreshIntervals.size(), 2);
    }

    void quickRangesOfThePicker()
    {
        m_world->click(u"quickRanges.add"_s);
        gui::keys(window(), u"Shift"_s);
        gui::key(window(), Qt::Key_Tab);
        m_world->enter(u"quickRanges.0.from"_s, u"now-8h"_s);
        QCOMPARE(dashboard().quickRanges.size(), 1);
        QCOMPARE(dashboard().quickRanges.first().display, u"Shift"_s);
        QCOMPARE(dashboard().quickRanges.first().range.from, u"now-8h"_s);
        m_world->enter(u"quickRanges.0.to"_s, u"whenever"_s);
        QVERIFY(isInvalid(u"quickRanges.0.to"_s));
        m_world->click(u"quickRanges.0.remove"_s);
        QVERIFY(dashboard().quickRanges.isEmpty());
    }

    void hiddenPicker()
    {
        m_world->click(u"dashboard:timepicker.hidden"_s);
        m_world->click(u"settings.back"_s);
        QVERIFY(!m_world->page().findChild<QWidget *>(u"time"_s)->isVisible());
        m_world->page().undo();
        QVERIFY(m_world->page().findChild<QWidget *>(u"time"_s)->isVisible());
    }

    void notEditable()
    {
        m_world->click(u"dashboard:editable"_s);
        QVERIFY(!dashboard().editable);
        m_world->click(u"settings.back"_s);
        m_world->page().edits().addRow();
        QVERIFY(m_world->page().session().rows().isEmpty());
        m_world->click(u"openSettings"_s);
        m_world->click(u"dashboard:editable"_s);
        QVERIFY(dashboard().editable);
    }

    void crosshair()
    {
        m_world->chooseFrom(u"dashboard:graphTooltip"_s, 2);
        QCOMPARE(dashboard().graphTooltip, 2);
        QVERIFY(m_world->text().contains("\"graphTooltip\": 2"));
    }

    // What the form calls the default is what the reader takes an absent member for.
    void defaultsAreTheReaders()
    {
        Json json = Json::object({{u"panels"_s, Json::array()}});
        for (const SettingsRow &row : generalRows())
            if (!row.row.defaultValue.isNull() && row.row.key != u"timezone")
                json = json.with(row.row.key, row.row.defaultValue);
        const Dashboard given = *Document::fromText(json.dump())->dashboard();
        const Dashboard absent = *Document::fromText("{\"panels\": []}")->dashboard();
        QCOMPARE(given.time.from, absent.time.from);
        QCOMPARE(given.time.to, absent.time.to);
        QCOMPARE(given.weekStart, absent.weekStart);
        QCOMPARE(given.fiscalYearStartMonth, absent.fiscalYearStartMonth);
        QCOMPARE(given.refresh, absent.refresh);
        QCOMPARE(given.graphTooltip, absent.graphTooltip);
        QCOMPARE(given.editable, absent.editable);
        QCOMPARE(given.timepickerHidden, absent.timepickerHidden);
    }

    void linkToAnAddress()
    {
        qobject_cast<DockTabs *>(gui::find(window(), u"settings.tabs"_s))->activated(u"links"_s);
        m_world->click(u"links.addFirst"_s);
        gui::keys(window(), u"Runbook"_s);
        gui::key(window(), Qt::Key_Tab);
        m_world->enter(u"link:url"_s, u"https://example.org/run"_s);
        m_world->enter(u"link:tooltip"_s, u"What to do"_s);
        m_world->chooseFrom(u"link:icon"_s, 5);
        m_world->click(u"link:keepTime"_s);
        const PanelLink link = dashboard().links.value(0);
        QCOMPARE(link.title, u"Runbook"_s);
        QCOMPARE(link.url, u"https://example.org/run"_s);
        QCOMPARE(link.icon, u"doc"_s);
        QVERIFY(link.keepTime);
        gui::picture(window(), u"settings-links"_s);
        m_world->click(u"settings.back"_s);
        QUrl followed;
        connect(&m_world->page(), &DashboardPage::linkActivated, this, [&](const QUrl &url) { followed = url; });
        m_world->click(u"link.Runbook"_s);
        QCOMPARE(followed, QUrl(u"https://example.org/run?from=now-6h&to=now"_s));
        gui::key(window(), Qt::Key_Escape); // the question about the host
    }

    void linksMoveAndGo()
    {
        m_world->page().settings().open(u"links"_s);
        m_world->click(u"links.addFirst"_s);
        gui::keys(window(), u"one"_s);
        gui::key(window(), Qt::Key_Tab);
        m_world->click(u"links.add"_s);
        gui::keys(window(), u"two"_s);
        gui::key(window(), Qt::Key_Tab);
        links()->setFocus();
        gui::key(window(), Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(dashboard().links.value(0).title, u"two"_s);
        m_world->click(u"links.duplicate"_s);
        QCOMPARE(dashboard().links.size(), 3);
        QCOMPARE(dashboard().links.value(1).title, u"two"_s);
        links()->setFocus();
        gui::key(window(), Qt::Key_Delete);
        m_world->click(u"links.remove"_s);
        QCOMPARE(dashboard().links.size(), 1);
        gui::find(window(), u"link:type"_s)->setFocus();
        gui::key(window(), Qt::Key_Right);
        QCOMPARE(dashboard().links.value(0).type, u"dashboards"_s);
        m_world->enter(u"link:tags"_s, u"web, db"_s);
        QCOMPARE(dashboard().links.value(0).tags, (QStringList{u"web"_s, u"db"_s}));
    }

    void jsonIsAppliedOrToldWhy()
    {
        m_world->page().settings().open(u"json"_s);
        auto *json = qobject_cast<JsonEdit *>(gui::find(window(), u"settings.json"_s));
        auto *edit = json->findChild<QPlainTextEdit *>();
        QTest::mouseClick(edit->viewport(), Qt::LeftButton);
        QTextCursor cursor = edit->document()->find(u"Board"_s);
        edit->setTextCursor(cursor);
        QTest::keyClicks(edit, u"By hand"_s);
        QTest::keyClick(edit, Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(dashboard().title, u"By hand"_s);
        QVERIFY(m_world->text().contains("\"unknown\": 1.50"));
        QCOMPARE(undoText(), u"JSON of the dashboard"_s);
        const QByteArray before = m_world->text();
        cursor = edit->document()->find(u"\"unknown\""_s);
        edit->setTextCursor(cursor);
        QTest::keyClicks(edit, u"unknown"_s); // no quotes
        QTest::keyClick(edit, Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(m_world->text(), before);
        gui::picture(window(), u"settings-json"_s);
    }

    void typingIsFinishedBeforeSaving()
    {
        gui::type(window(), u"dashboard:title"_s, u"Typed"_s);
        gui::key(window(), Qt::Key_S, Qt::ControlModifier);
        QTRY_VERIFY(!m_world->page().editor().isModified());
        QCOMPARE(dashboard().title, u"Typed"_s);
    }
};

ADD_TEST(TstSettings)
#include "tst_settings.moc"
