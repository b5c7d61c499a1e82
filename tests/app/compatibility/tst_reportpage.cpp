// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtGui/QClipboard>
#include <app/actions.h>
#include <app/compatibility/reportbanner.h>
#include <app/compatibility/reportlist.h>
#include <tests/app/settings/settingsworld.h>
#include <tests/support/testmain.h>
#include <widgets/controls/dashboardgrid.h>
#include <widgets/controls/panelframe.h>
#include <widgets/theme/style.h>

using namespace Qt::StringLiterals;

namespace {

const QByteArray kBoard = R"j({"title":"Shop","schemaVersion":41,"liveNow":true,"panels":[
{"id":1,"type":"timeseries","title":"Requests by endpoint","gridPos":{"x":0,"y":0,"w":12,"h":8},
 "options":{"timezone":["utc"],"sparkle":1},"targets":[{"refId":"A","expr":"up"}]},
{"id":2,"type":"acme-sankey-panel","title":"Flow","gridPos":{"x":12,"y":0,"w":12,"h":8}},
{"id":3,"type":"row","title":"Logs","collapsed":true,"gridPos":{"x":0,"y":8,"w":24,"h":1},"panels":[
 {"id":4,"type":"timeseries","title":"A panel with quite a long title, as people write them when they have nobody to ask",
  "gridPos":{"x":0,"y":9,"w":24,"h":8},
  "datasource":{"type":"loki","uid":"l"},"targets":[{"refId":"A","expr":"rate({app=`shop`}[1m])"}]}]}]})j";

const QByteArray kFine = R"({"title":"Fine","schemaVersion":41,"panels":[{"id":1,"type":"text","title":"t","options":{"content":"c"}}]})";

} // namespace

// What an import could not honour, in the window.
class TstReportPage : public QObject
{
    Q_OBJECT

    static QWidget *banner(SettingsWorld &world) { return world.page().findChild<QWidget *>(u"reportBanner"_s); }
    static ReportList *list(SettingsWorld &world) { return world.page().findChild<ReportList *>(); }

private slots:
    void rows()
    {
        const PanelRegistry registry = PanelRegistry::standard();
        const Document document = *Document::fromText(kBoard);
        const FileReport report = reportOf(document, registry, Vocabulary(registry));
        QStringList texts;
        for (const ReportList::Row &row : reportRows(report, *document.dashboard(), registry))
            texts.append((row.isHead ? u"# "_s : QString()) + (row.isHead ? row.text : row.detail));
        QCOMPARE(texts,
                 (QStringList{u"# The dashboard"_s, u"/liveNow"_s, u"# Requests by endpoint"_s, u"/panels/0/options/timezone"_s,
                              u"/panels/0/options/sparkle"_s, u"# Flow"_s, u"/panels/1"_s,
                              u"# A panel with quite a long title, as people write them when they have nobody to ask"_s,
                              u"/panels/2/panels/0/targets/0"_s}));
        QVERIFY(reportSummary(report).contains(u"1 of 4"_s));
    }

    // The banner comes with the first opening of a file, with a count, and leads to the list; a click there leads to the panel.
    void fromTheBannerToThePanel()
    {
        SettingsWorld world(kBoard);
        QVERIFY(world.isShown());
        QTRY_VERIFY(banner(world)->isVisible());
        QVERIFY(banner(world)->accessibleName().contains(u"4 things"_s));
        world.click(u"reportBanner.show"_s);
        QVERIFY(!banner(world)->isVisible());
        QTRY_COMPARE(list(world)->rows().size(), 9);
        QVERIFY(list(world)->isVisible());
        list(world)->setCurrentIndex(list(world)->model()->index(8, 0));
        list(world)->setFocus();
        gui::key(*world.window, Qt::Key_Return);
        QVERIFY(!world.page().settings().isOpen());
        QVERIFY(world.page().view().frame(u"panel-4"_s)); // its row was folded
        QTRY_VERIFY(world.page().view().frame(u"panel-4"_s)->hasFocus());
    }

    void silentWhereAllIsHonoured()
    {
        SettingsWorld world(kFine);
        world.page().report().look();
        world.window->actions().trigger(u"dashboard.report"_s);
        QTRY_VERIFY(gui::find(*world.window, u"report.summary"_s)->property("text").toString().contains(u"honoured"_s));
        QVERIFY(!banner(world)->isVisibleTo(banner(world)->parentWidget()));
        QVERIFY(!list(world)->isVisible());
    }

    void copiesAsText()
    {
        SettingsWorld world(kBoard);
        world.page().settings().open(u"report"_s);
        QTRY_COMPARE(list(world)->rows().size(), 9);
        world.click(u"report.copy"_s);
        QVERIFY(QApplication::clipboard()->text().contains(u"/panels/0/options/sparkle"_s));
    }

    // A query for another kind of source: what is missing, and what it says.
    void showsForeignQueries()
    {
        SettingsWorld world(kBoard);
        world.page().session().setRowCollapsed(u"row-3"_s, false);
        auto *queries = world.page().view().frame(u"panel-4"_s)->findChild<QPlainTextEdit *>(u"placeholderQueries"_s);
        QVERIFY(queries);
        QCOMPARE(queries->toPlainText(), u"rate({app=`shop`}[1m])"_s);
        QVERIFY(!world.page().view().asks(u"panel-4"_s));
        QVERIFY(!world.page().view().frame(u"panel-2"_s)->findChild<QPlainTextEdit *>(u"placeholderQueries"_s)); // has no query
    }

    // Pictures to look at, where a folder is named.
    void pictures()
    {
        const QString folder = qEnvironmentVariable("PROMONTORY_PICTURES");
        if (folder.isEmpty())
            QSKIP("PROMONTORY_PICTURES names no folder");
        for (const bool light : {false, true}) {
            for (const QSize &size : {QSize(1400, 900), QSize(640, 480)}) {
                SettingsWorld world(kBoard, QUrl(u"http://127.0.0.1:9"_s), size);
                applyTheme(*qApp, light ? Theme::light() : Theme::dark());
                QTRY_VERIFY(banner(world)->isVisible());
                const QString name = folder + u"/%1-%2-"_s.arg(light ? u"light"_s : u"dark"_s).arg(size.width());
                world.page().session().setRowCollapsed(u"row-3"_s, false);
                world.window->grab().save(name + u"banner.png"_s);
                world.click(u"reportBanner.show"_s);
                QTRY_COMPARE(list(world)->rows().size(), 9);
                world.window->grab().save(name + u"page.png"_s);
            }
        }
        applyTheme(*qApp, Theme::dark());
    }
};

ADD_TEST(TstReportPage)
#include "tst_reportpage.moc"
