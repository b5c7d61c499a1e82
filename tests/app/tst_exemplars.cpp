// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/app.h>
#include <app/dashboardopener.h>
#include <app/dashboardpage.h>
#include <app/externallinks.h>
#include <app/mainwindow.h>
#include <app/sourcemanager.h>
#include <tests/support/gui.h>
#include <tests/support/liveprometheus.h>
#include <tests/support/stubserver.h>
#include <tests/support/testmain.h>
#include <widgets/charttooltip.h>
#include <widgets/plot/plotsurface.h>
#include <widgets/theme/style.h>

using namespace Qt::StringLiterals;

// Exemplars from an exporter through a real Prometheus to the diamonds of a panel, and to the link of their trace.
class TstExemplars : public QObject
{
    Q_OBJECT

    static constexpr auto kTrace = "4bf92f3577b34da6a3ce929d0e0e4736";

    QTemporaryDir m_folder;
    std::unique_ptr<StubServer> m_exporter;
    std::unique_ptr<LivePrometheus> m_server;

    // Counts on with each scrape; each bucket has seen one of its requests just now.
    static StubAnswer metrics(const StubRequest &)
    {
        static std::atomic<int> scrapes = 0;
        const int count = ++scrapes;
        const QByteArray now = QByteArray::number(double(QDateTime::currentMSecsSinceEpoch()) / 1000, 'f', 3);
        QByteArray text = "# TYPE app_latency_seconds histogram\n# UNIT app_latency_seconds seconds\n";
        for (const auto &[le, share, seen] : {std::tuple("0.25", 6, "0.2"), std::tuple("0.5", 9, "0.3"), std::tuple("+Inf", 10, "0.9")})
            text += QByteArray("app_latency_seconds_bucket{le=\"") + le + "\"} " + QByteArray::number(count * share) + " # {trace_id=\""
                + kTrace + "\",seen=\"<b>" + seen + "</b>\"} " + seen + ' ' + now + '\n';
        text += "app_latency_seconds_count " + QByteArray::number(count * 10) + "\napp_latency_seconds_sum "
            + QByteArray::number(count * 3.0) + "\n# EOF\n";
        return {200, text, "application/openmetrics-text; version=1.0.0; charset=utf-8", {}};
    }

    QString board() const
    {
        QFile file(m_folder.filePath(u"board.json"_s));
        if (file.open(QIODevice::WriteOnly))
            file.write(
                "{\"title\": \"Traces\", \"schemaVersion\": 41, \"time\": {\"from\": \"now-2m\", \"to\": \"now\"}, \"panels\": [{\"id\": "
                "1, "
                "\"type\": \"timeseries\", \"title\": \"Latency\", \"gridPos\": {\"x\": 0, \"y\": 0, \"w\": 24, \"h\": 12}, "
                "\"fieldConfig\": {\"defaults\": {\"unit\": \"reqps\"}, \"overrides\": [{\"matcher\": {\"id\": \"byFrameRefID\", "
                "\"options\": \"B\"}, \"properties\": [{\"id\": \"unit\", \"value\": \"s\"}, {\"id\": \"custom.axisPlacement\", "
                "\"value\": \"right\"}, {\"id\": \"min\", \"value\": 0}, {\"id\": \"max\", \"value\": 1}]}]}, \"targets\": ["
                "{\"refId\": \"A\", \"expr\": \"rate(app_latency_seconds_count[10s])\", \"interval\": \"1s\"},"
                "{\"refId\": \"B\", \"expr\": \"histogram_quantile(0.9, rate(app_latency_seconds_bucket[10s]))\", \"interval\": \"1s\", "
                "\"exemplar\": true, \"legendFormat\": \"p90\"}]}]}");
        return file.fileName();
    }

private slots:
    void initTestCase()
    {
        qputenv("XDG_CONFIG_HOME", m_folder.path().toUtf8());
        qputenv("XDG_STATE_HOME", m_folder.path().toUtf8());
        m_exporter = std::make_unique<StubServer>(&TstExemplars::metrics);
        LivePrometheus::Options options;
        options.config = "global:\n  scrape_interval: 1s\nscrape_configs:\n- job_name: app\n  static_configs:\n  - targets: [\"127.0.0.1:"
            + QByteArray::number(m_exporter->port()) + "\"]\n";
        options.arguments = {u"--enable-feature=exemplar-storage"_s};
        m_server = std::make_unique<LivePrometheus>(options);
        QVERIFY2(m_server->isReady(), qPrintable(m_server->problem()));
    }

    void fromTheExporterToTheTrace()
    {
        CommandLine line;
        line.theme = u"dark"_s;
        App app(line);
        SourceSettings source{u"live"_s, u"Live"_s, {}};
        source.config.url = m_server->url();
        source.config.exemplarLinks = {{u"trace_id"_s, u"https://traces.example/trace/${__value.raw}"_s, {}}};
        QVERIFY(app.sourceManager().save(source, {}));
        QVERIFY(app.sourceManager().setDefault(u"live"_s));
        MainWindow window(app);
        window.resize(1200, 720);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QList<QUrl> opened;
        window.findChild<ExternalLinks *>()->setOpener([&](const QUrl &url) { opened.append(url); });
        QVERIFY(window.opener().openFile(board()));
        DashboardPage &page = *window.currentDashboard();
        const auto *plot = page.findChild<PlotSurface *>(u"plot"_s);
        QVERIFY(plot);
        const auto arrived = [&] {
            if (page.session().runningQueries() == 0)
                page.session().refresh();
            return plot->model().diamonds.size() >= 6 && plot->model().series.size() == 2;
        };
        QTRY_VERIFY_WITH_TIMEOUT(arrived(), 30'000);
        QTRY_COMPARE(page.session().runningQueries(), 0);
        const QList<PlotDiamond> diamonds = plot->model().diamonds;
        const auto it = std::find_if(diamonds.begin(), diamonds.end(), [](const PlotDiamond &each) { return each.y == 0.3; });
        QVERIFY(it != diamonds.end());
        QVERIFY(it->axis != 0); // seconds are at the right
        const QPoint place = plot->pixelOf(it->x, it->y, it->axis).toPoint();
        auto *surface = const_cast<PlotSurface *>(plot);
        QTest::mouseMove(surface, place - QPoint(30, 30));
        QTest::mouseMove(surface, place);
        auto *tooltip = window.findChild<ChartTooltip *>();
        QVERIFY(tooltip && tooltip->isVisible());
        const auto told = [&](const QString &name) {
            for (const TooltipRow &row : tooltip->model().rows)
                if (row.name == name)
                    return row.value;
            return QString();
        };
        QCOMPARE(told(u"Value"_s), u"300 ms"_s);
        QCOMPARE(told(u"trace_id"_s), QString::fromLatin1(kTrace));
        QCOMPARE(told(u"seen"_s), u"<b>0.3</b>"_s);
        gui::picture(window, u"exemplars-live-dark"_s);
        QTest::mouseClick(surface, Qt::LeftButton, {}, place);
        QVERIFY(tooltip->isPinned());
        QTest::keyClick(tooltip, Qt::Key_Down);
        gui::picture(window, u"exemplars-live-pinned"_s);
        QTest::keyClick(tooltip, Qt::Key_Return);
        const auto *sheet = window.findChild<QWidget *>(u"confirmLink"_s);
        QVERIFY(sheet && sheet->accessibleDescription().contains(u"traces.example"_s));
        QVERIFY(opened.isEmpty());
        gui::click(window, u"answer.open"_s);
        QCOMPARE(opened, (QList<QUrl>{QUrl(u"https://traces.example/trace/"_s + QLatin1String(kTrace))}));
    }
};

ADD_TEST(TstExemplars)
#include "tst_exemplars.moc"
