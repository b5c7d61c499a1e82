// SPDX-License-Identifier: GPL-3.0-or-later
#include <datasource/prometheus/prometheussource.h>
#include <tests/support/stallwatch.h>
#include <tests/support/stubserver.h>
#include <tests/support/testmain.h>

#include <QtCore/QPointer>
#include <QtNetwork/QTcpServer>

namespace {
const QByteArray kOneSeries
    = R"({"status":"success","data":{"resultType":"matrix","result":[{"metric":{"a":"1"},"values":[[0,"1"],[15,"2"]]}]}})";

QueryRequest rangeRequest(const QString &text = QStringLiteral("up"))
{
    QueryRequest request;
    request.text = text;
    request.range = {0, 60'000};
    return request;
}

// Waits for the last answer of a question.
template <class T>
struct Waiter {
    std::optional<Result<T>> result;
    std::function<void(Result<T>)> done()
    {
        return [this](Result<T> answer) { result = std::move(answer); };
    }
    bool wait(int ms = 10'000)
    {
        return QTest::qWaitFor([this] { return result.has_value(); }, ms);
    }
};

Result<QueryAnswer> ask(PrometheusSource &source, const QueryRequest &request)
{
    Waiter<QueryAnswer> waiter;
    const Pending pending = source.query(request, waiter.done());
    return waiter.wait() ? std::move(*waiter.result) : fail(Error::Kind::Cancelled, QStringLiteral("the test waited too long"));
}
} // namespace

class TstPrometheusSource : public QObject
{
    Q_OBJECT

private slots:
    void asksByForm();
    void signsIn_data();
    void signsIn();
    void valuesAreAsked_data();
    void valuesAreAsked();
    void goesBeforeItsFetchBegins();
    void failures_data();
    void failures();
    void getAfter405();
    void redirectWithinTheOrigin_data();
    void redirectWithinTheOrigin();
    void redirectElsewhereIsNotFollowed();
    void redirectCircle();
    void capsOnBytes();
    void gzip();
    void timeLimit_data();
    void timeLimit();
    void cancelReachesTheSocket();
    void destroyingTheSourceCancels();
    void destroyedInsideTheCallback();
    void fiveInFlightUrgentFirst();
    void equalQuestionsShareOne();
    void answersNeverInsideTheCall();
    void hugeAnswerDoesNotStall();
};

void TstPrometheusSource::asksByForm()
{
    const StubServer server([](const StubRequest &) { return StubAnswer::json(kOneSeries); });
    PrometheusConfig config{.url = server.url()};
    config.url.setPath(QStringLiteral("/prefix/"));
    config.extraParameters = {{QStringLiteral("dedup"), QStringLiteral("a&b")}};
    PrometheusSource source(config);
    QueryRequest request = rangeRequest(QStringLiteral("a + b{c=\"d&é\"}"));
    request.stepMs = 1'500;
    const Result<QueryAnswer> answer = ask(source, request);
    QVERIFY2(answer, answer ? "" : qPrintable(answer.error().what));
    QCOMPARE(answer->frames.size(), 1);
    QVERIFY(answer->stats.networkMs > 0);
    const StubRequest sent = server.requests().first();
    QCOMPARE(sent.method, QByteArray("POST"));
    QCOMPARE(sent.path, QStringLiteral("/prefix/api/v1/query_range"));
    const auto item = [&](const char *name) { return sent.query.queryItemValue(QString::fromUtf8(name), QUrl::FullyDecoded); };
    QCOMPARE(item("query"), request.text);
    QCOMPARE(item("start"), QStringLiteral("0"));
    QCOMPARE(item("end"), QStringLiteral("60"));
    QCOMPARE(item("step"), QStringLiteral("1.5"));
    QCOMPARE(item("dedup"), QStringLiteral("a&b"));
}

void TstPrometheusSource::signsIn_data()
{
    QTest::addColumn<PrometheusConfig>("config");
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("value");
    using Auth = PrometheusConfig::Auth;
    const auto row = [](const char *name, Auth auth, const char *user, const char *secret, const char *header, const char *value) {
        PrometheusConfig config;
        config.auth = auth;
        config.user = QString::fromUtf8(user);
        config.secret = secret;
        config.headerName = header;
        QTest::newRow(name) << config << QByteArray(header).toLower() << QByteArray(value);
    };
    row("none", Auth::None, "u", "s", "Authorization", "");
    row("basic", Auth::Basic, "u", "p\xc3\xa4", "Authorization", "Basic dTpww6Q=");
    row("bearer", Auth::Bearer, "", "token\n", "Authorization", "Bearer token");
    row("header", Auth::Header, "", "tenant-1", "X-Scope-OrgID", "tenant-1");
}

void TstPrometheusSource::signsIn()
{
    QFETCH(PrometheusConfig, config);
    QFETCH(QByteArray, header);
    QFETCH(QByteArray, value);
    const StubServer server([](const StubRequest &) { return StubAnswer::json(kOneSeries); });
    config.url = server.url();
    PrometheusSource source(config);
    QVERIFY(ask(source, rangeRequest()));
    QCOMPARE(server.requests().first().headers.value(header), value);
}

// The queue had its turn, the fetch waits for its own; then the source goes, as one does whose settings are changed.
void TstPrometheusSource::goesBeforeItsFetchBegins()
{
    const StubServer server([](const StubRequest &) { return StubAnswer::json(kOneSeries); });
    auto source = std::make_unique<PrometheusSource>(PrometheusConfig{.url = server.url()});
    bool answered = false;
    Pending pending = source->query(rangeRequest(), [&](const Result<QueryAnswer> &) { answered = true; });
    QMetaObject::invokeMethod(
        this,
        [&] {
            pending = {};
            source.reset();
        },
        Qt::QueuedConnection);
    QCoreApplication::sendPostedEvents();
    QVERIFY(!source);
    QCoreApplication::sendPostedEvents();
    QVERIFY(!answered);
    QCOMPARE(server.requestCount(), 0);
}

void TstPrometheusSource::valuesAreAsked_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("match");
    using Kind = ValuesRequest::Kind;
    QTest::newRow("names") << int(Kind::LabelNames) << QByteArray("POST") << QStringLiteral("/api/v1/labels") << QStringLiteral("up");
    QTest::newRow("values") << int(Kind::LabelValues) << QByteArray("GET") << QStringLiteral("/api/v1/label/in%2Fst/values")
                            << QStringLiteral("up");
    QTest::newRow("metrics") << int(Kind::MetricNames) << QByteArray("GET") << QStringLiteral("/api/v1/label/__name__/values") << QString();
    QTest::newRow("series") << int(Kind::Series) << QByteArray("POST") << QStringLiteral("/api/v1/series")
                            << QStringLiteral("{__name__!=\"\"}");
}

void TstPrometheusSource::valuesAreAsked()
{
    QFETCH(int, kind);
    QFETCH(QString, match);
    const StubServer server([](const StubRequest &) { return StubAnswer::json(R"({"status":"success","data":["x","y"]})"); });
    PrometheusSource source({.url = server.url()});
    ValuesRequest request{
        ValuesRequest::Kind(kind), QStringLiteral("in/st"), match == QLatin1String("up") ? match : QString(), {1'500, 3'000}, 0};
    Waiter<QStringList> waiter;
    const Pending pending = source.values(request, waiter.done());
    QVERIFY(waiter.wait());
    QVERIFY(*waiter.result);
    QCOMPARE(**waiter.result, (QStringList{QStringLiteral("x"), QStringLiteral("y")}));
    const StubRequest sent = server.requests().first();
    QTEST(sent.method, "method");
    QTEST(sent.path, "path");
    QCOMPARE(sent.query.queryItemValue(QStringLiteral("match[]"), QUrl::FullyDecoded), match);
    QCOMPARE(sent.query.queryItemValue(QStringLiteral("start")), QStringLiteral("1.5"));
}

void TstPrometheusSource::failures_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("contentType");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("words");
    using Kind = Error::Kind;
    const auto row = [](const char *name, int status, const char *type, const QByteArray &body, Kind kind, const char *words) {
        QTest::newRow(name) << status << QByteArray(type) << body << int(kind) << QString::fromUtf8(words);
    };
    row("bad query", 400, "application/json", R"({"status":"error","errorType":"bad_data","error":"parse error at char 5"})", Kind::Query,
        "parse error at char 5");
    row("execution", 422, "application/json", R"({"status":"error","errorType":"execution","error":"too many samples"})", Kind::Query,
        "too many samples");
    row("unavailable", 503, "application/json", R"({"status":"error","errorType":"timeout","error":"query timed out"})", Kind::Query,
        "query timed out");
    row("plain 503", 503, "text/plain", "Service Unavailable", Kind::Http, "Service Unavailable");
    row("html 502", 502, "text/html", "<html><h1>Bad gateway</h1></html>", Kind::Http, "web page");
    row("html 200", 200, "text/html", "<!doctype html><title>Login</title>", Kind::Http, "web page");
    row("text 200", 200, "text/plain", "hello", Kind::Http, "hello");
    row("empty 200", 200, "application/json", "", Kind::Http, "empty");
    row("401", 401, "text/plain", "Unauthorized", Kind::Auth, "401");
    row("403 json", 403, "application/json", R"({"status":"error","error":"no org id"})", Kind::Auth, "no org id");
    row("404", 404, "text/plain", "404 page not found", Kind::Http, "404 page not found");
    row("secret echoed", 400, "application/json", R"({"status":"error","error":"token topsecret is not valid, dTp0b3BzZWNyZXQ="})",
        Kind::Query, "token ••• is not valid, •••");
    row("broken json", 200, "application/json", R"({"status":"success","data":{"resultType":"matrix","result":[)", Kind::Parse,
        "not the JSON");
}

void TstPrometheusSource::failures()
{
    QFETCH(int, status);
    QFETCH(QByteArray, contentType);
    QFETCH(QByteArray, body);
    QFETCH(int, kind);
    QFETCH(QString, words);
    const StubServer server([&](const StubRequest &) { return StubAnswer{status, body, contentType, {}}; });
    PrometheusConfig config{.url = server.url(), .auth = PrometheusConfig::Auth::Basic, .user = QStringLiteral("u"), .secret = "topsecret"};
    PrometheusSource source(config);
    const Result<QueryAnswer> answer = ask(source, rangeRequest());
    QVERIFY(!answer);
    const Error error = answer.error();
    QCOMPARE(int(error.kind), kind);
    QVERIFY2(error.what.contains(words), qPrintable(error.what));
    QVERIFY2(error.where.contains(QStringLiteral("127.0.0.1:%1").arg(server.port())), qPrintable(error.where));
    QVERIFY(!QString(error.what + error.where + error.hint).contains(QLatin1String("topsecret")));
}

void TstPrometheusSource::getAfter405()
{
    const StubServer server(
        [](const StubRequest &request) { return request.method == "POST" ? StubAnswer::json("{}", 405) : StubAnswer::json(kOneSeries); });
    PrometheusSource source({.url = server.url()});
    QVERIFY(ask(source, rangeRequest()));
    QVERIFY(ask(source, rangeRequest(QStringLiteral("b"))));
    const QList<StubRequest> sent = server.requests();
    QCOMPARE(sent.size(), 3);
    QCOMPARE(sent.at(1).method, QByteArray("GET"));
    QCOMPARE(sent.at(1).query.queryItemValue(QStringLiteral("query")), QStringLiteral("up"));
    QCOMPARE(sent.at(2).method, QByteArray("GET"));
}

void TstPrometheusSource::redirectWithinTheOrigin_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("method");
    for (const int status : {301, 302, 307, 308}) {
        QTest::addRow("POST %d", status) << status << QStringLiteral("POST");
        QTest::addRow("GET %d", status) << status << QStringLiteral("GET");
    }
}

void TstPrometheusSource::redirectWithinTheOrigin()
{
    QFETCH(int, status);
    QFETCH(QString, method);
    const StubServer server([status](const StubRequest &request) {
        return request.path.startsWith(QLatin1String("/new")) ? StubAnswer::json(kOneSeries)
                                                              : StubAnswer::redirect("/new/api/v1/query_range", status);
    });
    PrometheusSource source({.url = server.url(), .auth = PrometheusConfig::Auth::Bearer, .secret = "t", .method = method});
    QVERIFY(ask(source, rangeRequest()));
    const StubRequest last = server.requests().last();
    QCOMPARE(QString::fromLatin1(last.method), method);
    QCOMPARE(last.query.queryItemValue(QStringLiteral("query")), QStringLiteral("up"));
    QCOMPARE(last.headers.value("authorization"), QByteArray("Bearer t"));
}

void TstPrometheusSource::redirectElsewhereIsNotFollowed()
{
    const StubServer other([](const StubRequest &) { return StubAnswer::json(kOneSeries); });
    const QByteArray target = other.url().toEncoded() + "/api/v1/query_range?token=x";
    const StubServer server([target](const StubRequest &) { return StubAnswer::redirect(target); });
    PrometheusSource source({.url = server.url(), .auth = PrometheusConfig::Auth::Basic, .user = QStringLiteral("u"), .secret = "secret"});
    const Result<QueryAnswer> answer = ask(source, rangeRequest());
    QVERIFY(!answer);
    QVERIFY2(answer.error().what.contains(other.url().toString()), qPrintable(answer.error().what));
    QTest::qWait(50);
    QCOMPARE(other.connections(), 0);
}

void TstPrometheusSource::redirectCircle()
{
    const StubServer server([](const StubRequest &request) { return StubAnswer::redirect(request.path.toUtf8()); });
    PrometheusSource source({.url = server.url()});
    const Result<QueryAnswer> answer = ask(source, rangeRequest());
    QVERIFY(!answer);
    QVERIFY(answer.error().what.contains(QLatin1String("circle")));
    QVERIFY(server.requestCount() <= 10);
}

void TstPrometheusSource::capsOnBytes()
{
    const StubServer server([](const StubRequest &) {
        StubAnswer answer = StubAnswer::json(QByteArray(1 << 16, ' '));
        answer.repeat = 4096;
        return answer;
    });
    PrometheusConfig config{.url = server.url()};
    config.limits.maxBytes = 1 << 20;
    PrometheusSource source(config);
    const Result<QueryAnswer> answer = ask(source, rangeRequest());
    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, Error::Kind::Limit);
    QVERIFY2(answer.error().what.contains(QLatin1String("1 MiB")), qPrintable(answer.error().what));
#ifndef __SANITIZE_ADDRESS__ // under the sanitizer the stub does not see its 256 MB connection end; not understood yet
    QTRY_COMPARE(server.openConnections(), 0);
#endif
}

void TstPrometheusSource::gzip()
{
    const StubServer server([](const StubRequest &) {
        StubAnswer answer = StubAnswer::json(kOneSeries);
        answer.gzip = true;
        return answer;
    });
    PrometheusSource source({.url = server.url()});
    const Result<QueryAnswer> answer = ask(source, rangeRequest());
    QVERIFY2(answer, answer ? "" : qPrintable(answer.error().what));
    QCOMPARE(answer->frames.first().rowCount(), 2);
}

void TstPrometheusSource::timeLimit_data()
{
    QTest::addColumn<int>("pace");
    QTest::newRow("hang") << int(StubAnswer::Pace::Hang);
    QTest::newRow("trickle") << int(StubAnswer::Pace::Trickle);
}

void TstPrometheusSource::timeLimit()
{
    QFETCH(int, pace);
    const StubServer server([pace](const StubRequest &) {
        StubAnswer answer = StubAnswer::json(QByteArray(100'000, ' '));
        answer.pace = StubAnswer::Pace(pace);
        return answer;
    });
    PrometheusSource source({.url = server.url(), .timeoutMs = 200});
    const Result<QueryAnswer> answer = ask(source, rangeRequest());
    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, Error::Kind::Network);
    QVERIFY2(answer.error().what.contains(QLatin1String("0.2 s")), qPrintable(answer.error().what));
    QTRY_COMPARE(server.openConnections(), 0);
}

void TstPrometheusSource::cancelReachesTheSocket()
{
    const StubServer server([](const StubRequest &) { return StubAnswer::hang(); });
    PrometheusSource source({.url = server.url()});
    bool called = false;
    Pending pending = source.query(rangeRequest(), [&](const Result<QueryAnswer> &) { called = true; });
    QTRY_COMPARE(server.requestCount(), 1);
    QCOMPARE(server.openConnections(), 1);
    pending = Pending();
    QTRY_COMPARE(server.openConnections(), 0);
    QVERIFY(!called);
}

void TstPrometheusSource::destroyingTheSourceCancels()
{
    const StubServer server([](const StubRequest &) { return StubAnswer::hang(); });
    auto source = std::make_unique<PrometheusSource>(PrometheusConfig{.url = server.url()});
    bool called = false;
    const Pending pending = source->query(rangeRequest(), [&](const Result<QueryAnswer> &) { called = true; });
    QTRY_COMPARE(server.requestCount(), 1);
    source.reset();
    QTRY_COMPARE(server.openConnections(), 0);
    QVERIFY(!called);
}

void TstPrometheusSource::destroyedInsideTheCallback()
{
    const StubServer server([](const StubRequest &request) {
        return request.path.endsWith(QLatin1String("query_range")) ? StubAnswer::json(kOneSeries) : StubAnswer::json("{}", 500);
    });
    for (const auto kind : {QueryRequest::Kind::Range, QueryRequest::Kind::Instant}) {
        auto source = std::make_unique<PrometheusSource>(PrometheusConfig{.url = server.url()});
        QueryRequest request = rangeRequest();
        request.kind = kind;
        bool called = false;
        Pending pending;
        pending = source->query(request, [&](const Result<QueryAnswer> &) {
            called = true;
            pending = Pending();
            source.reset();
        });
        QTRY_VERIFY(called);
    }
}

void TstPrometheusSource::fiveInFlightUrgentFirst()
{
    std::atomic<bool> hold = true;
    const StubServer server([&hold](const StubRequest &request) {
        const bool isValues = request.path.contains(QLatin1String("label"));
        return hold && !isValues ? StubAnswer::hang() : StubAnswer::json(R"({"status":"success","data":[]})");
    });
    PrometheusSource source({.url = server.url()});
    std::vector<Pending> pending;
    for (int i = 0; i < 12; ++i)
        pending.push_back(source.query(rangeRequest(QString::number(i)), [](const Result<QueryAnswer> &) {}));
    QTRY_COMPARE(server.requestCount(), 5);
    Waiter<QStringList> waiter;
    const Pending values = source.values({}, waiter.done());
    QTest::qWait(100);
    QCOMPARE(server.requestCount(), 5);
    pending.erase(pending.begin());
    QTRY_COMPARE(server.requestCount(), 6 + 1);
    QVERIFY(server.requests().at(5).path.contains(QLatin1String("label")));
    QVERIFY(waiter.wait());
}

void TstPrometheusSource::equalQuestionsShareOne()
{
    const StubServer server([](const StubRequest &) { return StubAnswer::json(kOneSeries); });
    PrometheusSource source({.url = server.url()});
    Waiter<QueryAnswer> first;
    Waiter<QueryAnswer> second;
    QueryRequest request = rangeRequest();
    Pending a = source.query(request, first.done());
    request.refId = QStringLiteral("B");
    const Pending b = source.query(request, second.done());
    bool dropped = true;
    {
        const Pending c = source.query(request, [&](const Result<QueryAnswer> &) { dropped = false; });
    }
    QVERIFY(first.wait());
    QVERIFY(second.wait());
    QVERIFY(dropped);
    QCOMPARE(server.requestCount(), 1);
    QCOMPARE((*first.result)->frames.first().refId, QStringLiteral("A"));
    QCOMPARE((*second.result)->frames.first().refId, QStringLiteral("B"));
}

void TstPrometheusSource::answersNeverInsideTheCall()
{
    PrometheusSource source({.url = QUrl(QStringLiteral("ftp://127.0.0.1"))});
    Waiter<QueryAnswer> waiter;
    const Pending pending = source.query(rangeRequest(), waiter.done());
    QVERIFY(!waiter.result);
    QVERIFY(waiter.wait());
    QCOMPARE(waiter.result->error().kind, Error::Kind::Config);
}

void TstPrometheusSource::hugeAnswerDoesNotStall()
{
    QByteArray series = R"({"metric":{"a":"1"},"values":[[0,"1.25"])";
    for (int i = 1; i < 4000; ++i)
        series += ",[" + QByteArray::number(i * 15) + ",\"1.25\"]";
    series += "]},";
    const StubServer server([series](const StubRequest &) {
        StubAnswer answer = StubAnswer::json(series);
        answer.repeat = 100'000'000 / series.size();
        return answer;
    });
    PrometheusSource source({.url = server.url()});
    QueryRequest request = rangeRequest();
    request.range.toMs = 4000 * 15'000;
    const double bound = StallWatch::bound(50);
    const double longest = StallWatch::bestMs(bound, [&](StallWatch &) {
        const Result<QueryAnswer> answer = ask(source, request);
        QVERIFY(!answer); // its bytes are series without a document around them
        QCOMPARE(answer.error().kind, Error::Kind::Parse);
    });
    QVERIFY2(longest < bound, qPrintable(QString::number(longest)));
}

ADD_TEST(TstPrometheusSource)
#include "tst_prometheussource.moc"
