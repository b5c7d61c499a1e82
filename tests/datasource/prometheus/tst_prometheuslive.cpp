// SPDX-License-Identifier: GPL-3.0-or-later
#include <datasource/prometheus/cachedsource.h>
#include <datasource/prometheus/prometheussource.h>
#include <tests/support/liveprometheus.h>
#include <tests/support/testmain.h>

namespace {
constexpr qint64 kStartMs = 1'700'000'000'000;

QByteArray history()
{
    QByteArray text = "# TYPE requests counter\n";
    for (const char *job : {"a", "b"}) {
        for (int i = 0; i < 100; ++i) {
            // The second job misses some rows.
            if (*job == 'b' && i >= 40 && i < 60)
                continue;
            text += QByteArray("requests_total{job=\"") + job + "\"} " + QByteArray::number(i * 10) + ' '
                + QByteArray::number(kStartMs / 1000 + i * 15) + '\n';
        }
    }
    text += "# TYPE latency histogram\n";
    for (const char *le : {"0.1", "1", "+Inf"})
        text += QByteArray("latency_bucket{le=\"") + le + "\"} " + (*le == '+' ? "9" : *le == '1' ? "7" : "2") + " 1700000000\n";
    return text + "# EOF\n";
}

// Hash of "correct" with user "reader".
const QByteArray kWebConfig = "basic_auth_users:\n  reader: $2b$04$abcdefghijklmnopqrstuu2Vo3TWutZSHUfluiaHt5gekKPzGepHC\n";

template <class T>
Result<T> waitFor(const std::function<Pending(std::function<void(Result<T>)>)> &ask)
{
    std::optional<Result<T>> result;
    const Pending pending = ask([&](Result<T> answer) { result = std::move(answer); });
    if (!QTest::qWaitFor([&] { return result.has_value(); }, 20'000))
        return fail(Error::Kind::Cancelled, QStringLiteral("the test waited too long"));
    return std::move(*result);
}
} // namespace

// Against Debian's own servers.
class TstPrometheusLive : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase() { m_server.reset(); }
    void rangeOnTheGrid();
    void instantTable();
    void filtersAndGroups();
    void heatmap();
    void values();
    void errorsInItsWords();
    void listings_data();
    void listings();
    void health();
    void password();
    void victoriaMetrics();
    void nobodyThere();

private:
    Result<QueryAnswer> query(PrometheusSource &source, const QueryRequest &request)
    {
        return waitFor<QueryAnswer>([&](auto done) { return source.query(request, done); });
    }
    QueryRequest request(const char *text) const
    {
        QueryRequest result;
        result.text = QString::fromUtf8(text);
        result.range = {kStartMs, kStartMs + 99 * 15'000};
        return result;
    }

    std::unique_ptr<LivePrometheus> m_server;
};

void TstPrometheusLive::initTestCase()
{
    m_server = std::make_unique<LivePrometheus>(LivePrometheus::Options{.openMetrics = history()});
    QVERIFY2(m_server->isReady(), qPrintable(m_server->problem()));
}

void TstPrometheusLive::rangeOnTheGrid()
{
    PrometheusSource source({.url = m_server->url()});
    QueryRequest range = request("sum by (job) (last_over_time(requests_total[14s]))");
    const Result<QueryAnswer> answer = query(source, range);
    QVERIFY2(answer, answer ? "" : qPrintable(answer.error().what));
    QCOMPARE(answer->frames.size(), 1);
    const Frame &frame = answer->frames.first();
    QCOMPARE(frame.fields.size(), 3);
    QVERIFY(frame.fields.first().values.isGrid());
    QCOMPARE(frame.rowCount(), 100);
    QCOMPARE(frame.fields.at(1).labels.value(QStringLiteral("job")), QStringLiteral("a"));
    QCOMPARE(frame.fields.at(1).values.number(50), 500.0);
    QVERIFY(Column::isMissing(frame.fields.at(2).values.number(50)));
    QCOMPARE(frame.fields.at(2).values.number(99), 990.0);
    QCOMPARE(answer->stats.samples, 180);
}

void TstPrometheusLive::instantTable()
{
    PrometheusSource source({.url = m_server->url()});
    QueryRequest instant = request("requests_total");
    instant.kind = QueryRequest::Kind::Instant;
    instant.format = QueryRequest::Format::Table;
    const Result<QueryAnswer> answer = query(source, instant);
    QVERIFY(answer);
    QStringList names;
    for (const Field &field : answer->frames.first().fields)
        names.append(field.name);
    QCOMPARE(names.join(u' '), QStringLiteral("Time __name__ job Value"));
    QCOMPARE(answer->frames.first().rowCount(), 2);
}

// Through the cache, which has to tell filtered answers from the plain one.
void TstPrometheusLive::filtersAndGroups()
{
    CachedSource source(std::make_shared<PrometheusSource>(PrometheusConfig{.url = m_server->url()}));
    const auto jobs = [&](const QList<AdHocFilter> &filters) {
        QueryRequest asked = request("sum(requests_total)");
        asked.adHocFilters = filters;
        asked.groupBy = QStringList{QStringLiteral("job")};
        const Result<QueryAnswer> answer = waitFor<QueryAnswer>([&](auto done) { return source.query(asked, done); });
        QStringList names;
        for (const Field &field : answer ? answer->frames.value(0).fields.mid(1) : QList<Field>())
            names.append(field.labels.value(QStringLiteral("job")));
        return names.join(u' ');
    };
    const auto filter = [](const char *op, const char *value, const QStringList &values = {}) {
        return QList<AdHocFilter>{{QStringLiteral("job"), QString::fromUtf8(op), QString::fromUtf8(value), values}};
    };
    QCOMPARE(jobs({}), QStringLiteral("a b"));
    QCOMPARE(jobs(filter("=", "a")), QStringLiteral("a"));
    QCOMPARE(jobs(filter("!=", "a")), QStringLiteral("b"));
    QCOMPARE(jobs(filter("=~", "[ab]")), QStringLiteral("a b"));
    QCOMPARE(jobs(filter("=|", "b", {QStringLiteral("b"), QStringLiteral("c.")})), QStringLiteral("b"));
    QCOMPARE(jobs(filter("!=|", "b", {QStringLiteral("b")})), QStringLiteral("a"));
    QCOMPARE(jobs({}), QStringLiteral("a b"));
}

void TstPrometheusLive::heatmap()
{
    PrometheusSource source({.url = m_server->url()});
    QueryRequest heatmap = request("latency_bucket");
    heatmap.range.toMs = kStartMs;
    heatmap.format = QueryRequest::Format::Heatmap;
    const Result<QueryAnswer> answer = query(source, heatmap);
    QVERIFY(answer);
    const Frame &frame = answer->frames.first();
    QCOMPARE(frame.fields.size(), 4);
    QCOMPARE(frame.fields.at(1).values.number(0), 2.0);
    QCOMPARE(frame.fields.at(2).values.number(0), 5.0);
    QCOMPARE(frame.fields.at(3).name, QStringLiteral("+Inf"));
}

void TstPrometheusLive::values()
{
    PrometheusSource source({.url = m_server->url()});
    const TimeRange range{kStartMs, kStartMs + 3'600'000};
    const auto ask = [&](ValuesRequest::Kind kind, const char *label, const char *selector) {
        const ValuesRequest request{kind, QString::fromUtf8(label), QString::fromUtf8(selector), range, 0};
        return waitFor<QStringList>([&](auto done) { return source.values(request, done); }).value_or(QStringList()).join(u' ');
    };
    QCOMPARE(ask(ValuesRequest::Kind::LabelNames, "", ""), QStringLiteral("__name__ job le"));
    QCOMPARE(ask(ValuesRequest::Kind::LabelValues, "job", ""), QStringLiteral("a b"));
    QCOMPARE(ask(ValuesRequest::Kind::LabelValues, "job", "requests_total{job=~\"b|c\"}"), QStringLiteral("b"));
    QCOMPARE(ask(ValuesRequest::Kind::MetricNames, "", ""), QStringLiteral("latency_bucket requests_total"));
    QCOMPARE(ask(ValuesRequest::Kind::Series, "", "requests_total"), QStringLiteral("requests_total{job=\"a\"} requests_total{job=\"b\"}"));
}

void TstPrometheusLive::errorsInItsWords()
{
    PrometheusSource source({.url = m_server->url()});
    const Result<QueryAnswer> answer = query(source, request("sum(up"));
    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, Error::Kind::Query);
    QVERIFY2(answer.error().what.contains(QLatin1String("unclosed left parenthesis")), qPrintable(answer.error().what));
}

void TstPrometheusLive::listings_data()
{
    QTest::addColumn<int>("kind");
    QTest::newRow("exemplars") << int(QueryRequest::Kind::Exemplars);
    QTest::newRow("rules") << int(QueryRequest::Kind::Rules);
    QTest::newRow("alerts") << int(QueryRequest::Kind::Alerts);
    QTest::newRow("targets") << int(QueryRequest::Kind::Targets);
    QTest::newRow("metadata") << int(QueryRequest::Kind::Metadata);
}

void TstPrometheusLive::listings()
{
    QFETCH(int, kind);
    PrometheusSource source({.url = m_server->url()});
    QueryRequest listing = request("up");
    listing.kind = QueryRequest::Kind(kind);
    const Result<QueryAnswer> answer = query(source, listing);
    QVERIFY2(answer, answer ? "" : qPrintable(answer.error().what));
    QCOMPARE(answer->frames.first().kind, Frame::Kind::Table);
}

void TstPrometheusLive::health()
{
    PrometheusSource source({.url = m_server->url()});
    const Result<SourceHealth> health = waitFor<SourceHealth>([&](auto done) { return source.check(done); });
    QVERIFY2(health, health ? "" : qPrintable(health.error().what));
    QCOMPARE(health->engine, QStringLiteral("Prometheus"));
    QVERIFY2(health->version.startsWith(QLatin1String("2.")), qPrintable(health->version));
    QVERIFY(health->latencyMs > 0);
}

void TstPrometheusLive::password()
{
    const LivePrometheus server({.webConfig = kWebConfig, .authorization = "Basic " + QByteArray("reader:correct").toBase64()});
    QVERIFY2(server.isReady(), qPrintable(server.problem()));
    PrometheusConfig config{
        .url = server.url(), .auth = PrometheusConfig::Auth::Basic, .user = QStringLiteral("reader"), .secret = "wrong-word"};
    PrometheusSource wrong(config);
    const Result<QueryAnswer> refused = query(wrong, request("1"));
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, Error::Kind::Auth);
    config.secret = "correct";
    PrometheusSource right(config);
    QVERIFY(query(right, request("1")));
    QUrl url = server.url();
    url.setUserName(QStringLiteral("reader"));
    url.setPassword(QStringLiteral("correct"));
    PrometheusSource inUrl({.url = url});
    QVERIFY(query(inUrl, request("1")));
    QVERIFY(inUrl.config().url.userInfo().isEmpty());
}

void TstPrometheusLive::victoriaMetrics()
{
    const LiveVictoriaMetrics server;
    QVERIFY2(server.isReady(), qPrintable(server.problem()));
    PrometheusSource source({.url = server.url()});
    const Result<SourceHealth> health = waitFor<SourceHealth>([&](auto done) { return source.check(done); });
    QVERIFY2(health, health ? "" : qPrintable(health.error().what));
    QCOMPARE(health->engine, QStringLiteral("VictoriaMetrics"));
    const Result<QueryAnswer> answer = query(source, request("vector(1)"));
    QVERIFY2(answer, answer ? "" : qPrintable(answer.error().what));
    QCOMPARE(answer->frames.size(), 1);
}

void TstPrometheusLive::nobodyThere()
{
    PrometheusSource source({.url = QUrl(QStringLiteral("http://127.0.0.1:1"))});
    const Result<QueryAnswer> answer = query(source, request("1"));
    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, Error::Kind::Network);
    QVERIFY2(answer.error().what.contains(QLatin1String("refused")), qPrintable(answer.error().what));
}

ADD_TEST(TstPrometheusLive)
#include "tst_prometheuslive.moc"
