// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtCore/QEventLoop>
#include <QtCore/QTimer>
#include <datasource/prometheus/cachedsource.h>
#include <tests/support/testmain.h>

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kStepMs = 15'000;
constexpr qint64 kDayMs = 24 * 3'600'000;

// A server as a function of series and time: what a sample is, and from when on it is known.
struct Model {
    struct Series {
        QString job;
        qint64 fromMs = 0;
        qint64 toMs = 100 * kDayMs;
    };
    QList<Series> series{{u"a"_s}, {u"b"_s}};
    std::function<double(const Series &, qint64 ms)> value
        = [](const Series &series, qint64 ms) { return double(ms / kStepMs) + (series.job == u"b" ? 0.5 : 0.0); };
    qint64 lateMs = 0; // samples are known this long after their time
    qint64 serverAheadMs = 0; // of the client's clock
    QList<Notice> notices;
    std::optional<Error> error;
    bool native = false;
};

class ModelSource : public DataSource
{
public:
    ModelSource(Model &model, const qint64 &nowMs) : m_model(model), m_nowMs(nowMs) { }

    Pending query(const QueryRequest &request, std::function<void(Result<QueryAnswer>)> done) override
    {
        asked.append(request);
        auto timer = std::make_shared<QTimer>();
        timer->setSingleShot(true);
        QObject::connect(timer.get(), &QTimer::timeout, timer.get(), [this, request, done] { done(answer(request)); });
        waiting.append(timer);
        if (!hold)
            release();
        return Pending([timer, this]() mutable {
            cancelled += timer->isActive();
            timer.reset();
        });
    }
    Pending values(const ValuesRequest &, std::function<void(Result<QStringList>)>) override { return {}; }
    Pending check(std::function<void(Result<SourceHealth>)>) override { return {}; }

    Result<QueryAnswer> answer(const QueryRequest &request) const
    {
        if (m_model.error)
            return tl::unexpected(*m_model.error);
        QueryAnswer answer;
        answer.notices = m_model.notices;
        answer.answeredAtMs = m_nowMs + m_model.serverAheadMs;
        RangeBlock block{RowScale::of(request.range, request.stepMs), {}, {}};
        block.rows = block.scale.rowsOf(request.range);
        for (const Model::Series &series : std::as_const(m_model.series)) {
            std::vector<double> values;
            for (qint64 row = block.rows.first; row < block.rows.end; ++row) {
                const qint64 ms = block.scale.msOf(row);
                const bool isThere = ms >= series.fromMs && ms < series.toMs && ms + m_model.lateMs <= m_nowMs + m_model.serverAheadMs;
                values.push_back(isThere ? m_model.value(series, ms) : Column::missing());
            }
            block.series.push_back({{{u"job"_s, series.job}}, block.rows.first, Column::numbers(std::move(values))});
        }
        answer.frames = rangeFrames(block, request.refId);
        if (m_model.native)
            answer.frames.append({u"1"_s, request.refId, Frame::Kind::HeatmapRows, {}});
        answer.stats.bytes = sampleCount(block) * 25 + 200;
        return answer;
    }

    void release()
    {
        for (const std::weak_ptr<QTimer> &each : std::exchange(waiting, {}))
            if (const std::shared_ptr<QTimer> timer = each.lock())
                timer->start(0);
    }

    QList<QueryRequest> asked;
    int cancelled = 0;
    bool hold = false; // answers wait for release()
    QList<std::weak_ptr<QTimer>> waiting;

private:
    Model &m_model;
    const qint64 &m_nowMs;
};

} // namespace

class TstCachedSource : public QObject
{
    Q_OBJECT

    Model m_model;
    qint64 m_nowMs = 0;
    std::shared_ptr<ModelSource> m_source;
    std::unique_ptr<CachedSource> m_cached;
    QueryRequest m_request;
    QList<QueryAnswer> m_first; // incomplete answers of the last query

    Result<QueryAnswer> ask()
    {
        m_source->asked.clear();
        m_first.clear();
        QEventLoop loop;
        QTimer::singleShot(20'000, &loop, &QEventLoop::quit);
        Result<QueryAnswer> result = fail(Error::Kind::Cancelled, u"no answer"_s);
        const Pending pending = m_cached->query(m_request, [&](Result<QueryAnswer> answer) {
            if (answer && !answer->complete) {
                m_first.append(*answer);
                m_source->release();
                return;
            }
            result = std::move(answer);
            loop.quit();
        });
        loop.exec();
        return result;
    }

    // As the source itself would answer now.
    bool askedRightly()
    {
        const Result<QueryAnswer> answer = ask();
        const Result<QueryAnswer> fresh = m_source->answer(m_request);
        return answer && fresh && answer->frames == fresh->frames;
    }

    void lookAt(qint64 fromMs, qint64 toMs) { m_request.range = {fromMs, toMs}; }
    void lookAtLastHours(int hours)
    {
        const qint64 to = m_nowMs / kStepMs * kStepMs;
        lookAt(to - hours * 3'600'000, to);
    }
    qint64 rowsAsked() const
    {
        qint64 rows = 0;
        for (const QueryRequest &request : m_source->asked)
            rows += request.range.spanMs() / kStepMs + 1;
        return rows;
    }

private slots:
    void init()
    {
        m_model = {};
        m_nowMs = 50 * kDayMs;
        m_source = std::make_shared<ModelSource>(m_model, m_nowMs);
        m_cached = std::make_unique<CachedSource>(m_source, [this] { return m_nowMs; });
        m_request = {};
        m_request.text = u"x"_s;
        m_request.stepMs = kStepMs;
        lookAtLastHours(6);
    }

    void refreshAsksForTheTail()
    {
        QVERIFY(askedRightly());
        QCOMPARE(rowsAsked(), 1441);
        QVERIFY(askedRightly()); // again: the tail only
        QCOMPARE(rowsAsked(), 8);
        m_nowMs += kStepMs;
        lookAtLastHours(6);
        QVERIFY(askedRightly());
        QCOMPARE(rowsAsked(), 9);
        QVERIFY(m_first.isEmpty()); // so little is missing that nothing is painted before
        QCOMPARE(m_cached->counters().full, 1);
        QCOMPARE(m_cached->counters().partial, 2);
    }

    void refreshMovesFewBytes()
    {
        const qint64 full = ask()->stats.bytes;
        m_nowMs += kStepMs;
        lookAtLastHours(6);
        const qint64 tail = ask()->stats.bytes;
        QVERIFY2(tail * 50 < full, qPrintable(u"%1 of %2"_s.arg(tail).arg(full)));
    }

    void panAsksForTheEnds()
    {
        lookAt(10 * kDayMs, 10 * kDayMs + 100 * kStepMs);
        QVERIFY(askedRightly());
        lookAt(10 * kDayMs - 20 * kStepMs, 10 * kDayMs + 80 * kStepMs);
        m_source->hold = true;
        QVERIFY(askedRightly());
        m_source->hold = false;
        QCOMPARE(rowsAsked(), 20);
        QCOMPARE(m_first.size(), 1); // what is known is painted at once
        QCOMPARE(m_first.first().frames.first().rowCount(), 81);
        lookAt(10 * kDayMs - 30 * kStepMs, 10 * kDayMs + 120 * kStepMs); // out, at the same step
        QVERIFY(askedRightly());
        QCOMPARE(m_source->asked.size(), 2);
        lookAt(10 * kDayMs, 10 * kDayMs + 100 * kStepMs);
        QVERIFY(askedRightly());
        QVERIFY(m_source->asked.isEmpty()); // long ago: nothing can be new
        QCOMPARE(m_cached->counters().kept, 1);
    }

    void anotherStepIsAnotherEntry()
    {
        QVERIFY(askedRightly());
        m_request.stepMs = 4 * kStepMs;
        m_source->hold = true;
        QVERIFY(askedRightly());
        QCOMPARE(m_source->asked.size(), 1);
        QCOMPARE(m_source->asked.first().range, m_request.range);
        QCOMPARE(m_first.size(), 1); // the finer rows stand in meanwhile
        QCOMPARE(m_first.first().frames.first().fields.first().values.gridStepMs(), kStepMs);
        QCOMPARE(m_cached->counters().full, 2);
    }

    void lateSamplesComeIn()
    {
        m_model.lateMs = 40'000;
        for (int i = 0; i < 20; ++i) {
            lookAtLastHours(1);
            QVERIFY(askedRightly());
            m_nowMs += kStepMs;
        }
        QCOMPARE(m_cached->counters().full, 1);
    }

    void veryLateSamplesComeInAfterAWhile()
    {
        m_model.series.append({u"slow"_s});
        QVERIFY(askedRightly());
        // Only now is it known that b was at 7 an hour ago.
        m_model.value = [](const Model::Series &series, qint64 ms) { return series.job == u"b" ? 7.0 : double(ms / kStepMs); };
        m_nowMs += 16 * 60'000;
        lookAtLastHours(6);
        QVERIFY(askedRightly());
        QCOMPARE(m_cached->counters().full, 2);
    }

    void counterResets()
    {
        const qint64 resetMs = m_nowMs + 5 * kStepMs;
        m_model.value = [resetMs](const Model::Series &, qint64 ms) { return double((ms < resetMs ? ms : ms - resetMs) / kStepMs); };
        for (int i = 0; i < 30; ++i) {
            lookAtLastHours(1);
            QVERIFY(askedRightly());
            m_nowMs += kStepMs;
        }
    }

    void seriesComeAndGo()
    {
        m_model.series.append({u"gone"_s, 0, m_nowMs - 30 * 60'000});
        m_model.series.prepend({u"A new one"_s, m_nowMs + 3 * kStepMs});
        m_model.series[1].toMs = m_nowMs + 6 * kStepMs;
        for (int i = 0; i < 140; ++i) {
            lookAtLastHours(1);
            QVERIFY2(askedRightly(), qPrintable(QString::number(i)));
            m_nowMs += kStepMs;
        }
        QVERIFY(m_cached->counters().full <= 3);
    }

    void clockJumps()
    {
        QVERIFY(askedRightly());
        m_nowMs += 3'600'000; // asleep for an hour
        lookAtLastHours(6);
        QVERIFY(askedRightly());
        m_nowMs -= 1'800'000;
        lookAtLastHours(6);
        QVERIFY(askedRightly());
        m_nowMs += 5 * kStepMs;
        lookAtLastHours(6);
        QVERIFY(askedRightly());
    }

    // The client is ten minutes ahead of a server that always answers something: the server's own clock counts.
    void clientAhead()
    {
        m_model.serverAheadMs = -600'000;
        m_model.series = {{u"a"_s}};
        for (int i = 0; i < 60; ++i) {
            lookAtLastHours(1);
            QVERIFY2(askedRightly(), qPrintable(QString::number(i)));
            m_nowMs += kStepMs;
        }
        QCOMPARE(m_cached->counters().full, 1);
    }

    void warningsAreNotKept()
    {
        m_model.notices = {{Notice::Severity::Warning, u"one store did not answer"_s}};
        QCOMPARE(ask()->notices, m_model.notices);
        m_model.notices.clear();
        m_nowMs += kStepMs;
        QVERIFY(askedRightly());
        QCOMPARE(rowsAsked(), 1441);
    }

    void errorsLeaveWhatIsKnown()
    {
        QVERIFY(askedRightly());
        m_model.error = Error{Error::Kind::Network, u"gone"_s};
        m_nowMs += kStepMs;
        lookAtLastHours(6);
        QCOMPARE(ask().error().what, u"gone"_s);
        m_model.error.reset();
        m_nowMs += kStepMs;
        lookAtLastHours(6);
        QVERIFY(askedRightly());
        QCOMPARE(rowsAsked(), 10);
    }

    void whatDoesNotFitTheGridIsPassedOn()
    {
        m_model.native = true;
        QVERIFY(askedRightly());
        QVERIFY(askedRightly());
        QCOMPARE(m_cached->counters().full, 2);
    }

    void turnsNativeMeanwhile()
    {
        QVERIFY(askedRightly());
        m_model.native = true;
        m_nowMs += kStepMs;
        lookAtLastHours(6);
        QVERIFY(askedRightly());
        QCOMPARE(m_source->asked.size(), 2); // the tail, then all of it
    }

    void notCacheable()
    {
        m_request.text = u"x @ end()"_s;
        QVERIFY(askedRightly());
        QVERIFY(askedRightly());
        m_request.text = u"x"_s;
        m_request.kind = QueryRequest::Kind::Instant;
        QVERIFY(ask());
        m_request.kind = QueryRequest::Kind::Range;
        m_request.format = QueryRequest::Format::Table;
        QVERIFY(ask());
        QCOMPARE(m_cached->counters().passed, 4);
        QCOMPARE(m_cached->counters().full, 0);
    }

    void cancelReachesTheSource()
    {
        Pending pending = m_cached->query(m_request, [](const Result<QueryAnswer> &) { QFAIL("cancelled"); });
        QCOMPARE(m_source->asked.size(), 1);
        pending = Pending();
        QCOMPARE(m_source->cancelled, 1);
        QCoreApplication::processEvents();
    }

    void mayEndInItsFirstCallback()
    {
        lookAt(10 * kDayMs, 10 * kDayMs + 100 * kStepMs);
        QVERIFY(ask());
        lookAt(10 * kDayMs - 50 * kStepMs, 10 * kDayMs + 50 * kStepMs);
        m_source->hold = true;
        auto pending = std::make_unique<Pending>();
        const auto answers = std::make_shared<int>(0); // dies with the callback unless that is kept alive
        *pending = m_cached->query(m_request, [&pending, answers](const Result<QueryAnswer> &answer) {
            QVERIFY(answer && !answer->complete);
            pending.reset();
            ++*answers;
        });
        QTRY_COMPARE(*answers, 1);
        m_source->release();
        QCoreApplication::processEvents();
        QCOMPARE(*answers, 1);
    }

    void mayEndInItsOwnCallback()
    {
        m_model.error = Error{Error::Kind::Network, u"gone"_s};
        bool ended = false;
        auto pending = std::make_unique<Pending>();
        *pending = m_cached->query(m_request, [&](const Result<QueryAnswer> &) {
            pending.reset();
            ended = true;
        });
        QTRY_VERIFY(ended);
    }

    void monthsDoNotPileUp()
    {
        m_request.stepMs = 60'000;
        for (int i = 0; i < 400; ++i) {
            const qint64 to = m_nowMs / 60'000 * 60'000;
            lookAt(to - 60 * 60'000, to);
            QVERIFY(ask());
            m_nowMs += 600'000;
        }
        QVERIFY2(m_cached->bytes() < 2 * 3 * 62 * 8 + 1000, qPrintable(QString::number(m_cached->bytes())));
    }
};

ADD_TEST(TstCachedSource)
#include "tst_cachedsource.moc"
