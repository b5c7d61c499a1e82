// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/session.h>
#include <datasource/prometheus/cachedsource.h>
#include <malloc.h>
#include <tests/support/testmain.h>

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kRefreshMs = 5000;
constexpr int kPanels = 50;
constexpr double kRefreshesADay = 86'400'000.0 / kRefreshMs;
constexpr int kPeriod = 180; // refreshes of 15 minutes: the cache asks for everything once; samples are taken at one phase of it

// Two series on the step grid, from the next turn of the event loop.
class GridSource : public DataSource
{
public:
    explicit GridSource(const qint64 &nowMs) : m_nowMs(nowMs) { }

    Pending query(const QueryRequest &request, std::function<void(Result<QueryAnswer>)> done) override
    {
        ++asked;
        const auto alive = std::make_shared<bool>(true);
        QMetaObject::invokeMethod(
            &m_context,
            [this, alive, request, done = std::move(done)] {
                if (*alive)
                    done(answer(request));
            },
            Qt::QueuedConnection);
        return Pending([alive] { *alive = false; });
    }
    Pending values(const ValuesRequest &, std::function<void(Result<QStringList>)>) override { return {}; }
    Pending check(std::function<void(Result<SourceHealth>)>) override { return {}; }

    int asked = 0;

private:
    QueryAnswer answer(const QueryRequest &request) const
    {
        const qsizetype rows = qsizetype((request.range.toMs - request.range.fromMs) / request.stepMs) + 1;
        Frame frame;
        frame.refId = request.refId;
        frame.kind = Frame::Kind::TimeSeries;
        frame.fields = {Field{u"Time"_s, {}, Column::grid(request.range.fromMs, request.stepMs, rows), {}, {}}};
        for (const QString &job : {u"a"_s, u"b"_s}) {
            std::vector<double> values;
            for (qsizetype row = 0; row < rows; ++row)
                values.push_back(double((request.range.fromMs + row * request.stepMs) / 1000 % 977));
            frame.fields.append(Field{u"Value"_s, {{u"job"_s, job}}, Column::numbers(std::move(values)), {}, {}});
        }
        QueryAnswer answer;
        answer.frames = {frame};
        answer.answeredAtMs = m_nowMs;
        return answer;
    }

    const qint64 &m_nowMs;
    QObject m_context;
};

QByteArray dashboard()
{
    QByteArray panels;
    for (int i = 0; i < kPanels; ++i)
        panels += QByteArray(i > 0 ? "," : "") + R"({"type":"timeseries","id":)" + QByteArray::number(i + 1)
            + R"(,"gridPos":{"w":12,"h":8,"x":0,"y":)" + QByteArray::number(i * 8) + R"(},"targets":[{"refId":"A","expr":"metric_)"
            + QByteArray::number(i) + R"(","legendFormat":"{{job}}"}]})";
    return R"({"schemaVersion":39,"refresh":"5s","time":{"from":"now-10m","to":"now"},"panels":[)" + panels + "]}";
}

// Of least squares: bytes a refresh.
double slope(const QList<QPair<double, double>> &points)
{
    double x = 0;
    double y = 0;
    for (const auto &[at, bytes] : points) {
        x += at / double(points.size());
        y += bytes / double(points.size());
    }
    double above = 0;
    double below = 0;
    for (const auto &[at, bytes] : points) {
        above += (at - x) * (bytes - y);
        below += (at - x) * (at - x);
    }
    return above / below;
}

} // namespace

// 50 panels that refresh each 5 s for a long time, on a clock that the test moves. PROMONTORY_SOAK_DAYS=7 makes it the long form.
class TstSoak : public QObject
{
    Q_OBJECT

private slots:
    void memoryStandsStill()
    {
#ifdef __SANITIZE_ADDRESS__
        QSKIP("the sanitizer keeps freed memory");
#endif
        const double days = qEnvironmentVariable("PROMONTORY_SOAK_DAYS").toDouble();
        const int refreshes = days > 0 ? int(days * kRefreshesADay) : 11 * kPeriod;
        qint64 now = 1'773'570'030'000;
        std::vector<std::function<void()>> timers;
        const auto inner = std::make_shared<GridSource>(now);
        SourceRegistry registry;
        const auto cached = std::make_shared<CachedSource>(inner, [&now] { return now; });
        registry.set({u"one"_s, u"One"_s, u"prometheus"_s, cached});
        SessionSetup setup;
        setup.clock = [&now] { return now; };
        setup.systemZone = QTimeZone::utc();
        setup.later = [&timers](qint64, std::function<void()> call) { timers = {std::move(call)}; };
        DashboardSession session(*Document::fromText(dashboard()), registry, setup);
        session.start();
        for (const PanelInstance &instance : session.instances())
            session.setVisible(instance.id, true, 600);
        const QString last = session.instances().last().id;
        const auto settled = [&] {
            return session.runningQueries() == 0 && !session.isLoading() && session.data(last).state == PanelData::State::Done
                && session.data(last).fetchedAtMs == now;
        };
        QTRY_VERIFY_WITH_TIMEOUT(settled(), 60'000);
        QList<QPair<double, double>> samples;
        for (int i = 0; i < refreshes; ++i) {
            now += kRefreshMs;
            for (const auto &call : std::exchange(timers, {}))
                call();
            QDeadlineTimer patience(60'000);
            while (!settled() && !patience.hasExpired())
                QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
            QVERIFY2(settled(), qPrintable(QString::number(i)));
            if (i >= 3 * kPeriod && i % kPeriod == 0) { // by then the cache holds what it ever holds
                QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
                samples.append({double(i), double(mallinfo2().uordblks)});
            }
        }
        QVERIFY(inner->asked >= refreshes);
        const double aDay = slope(samples) * kRefreshesADay / (1 << 20);
        qInfo("%d refreshes, %d questions, %.2f MB in use, %.3f MB more a day", refreshes, inner->asked, samples.last().second / (1 << 20),
              aDay);
        QVERIFY2(aDay < 1, qPrintable(u"%1 MB a day"_s.arg(aDay)));
    }
};

ADD_TEST(TstSoak)
#include "tst_soak.moc"
