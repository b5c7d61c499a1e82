// SPDX-License-Identifier: GPL-3.0-or-later
#include <datasource/prometheus/decoder.h>
#include <datasource/prometheus/numberparser.h>
#include <datasource/prometheus/valuesdecoder.h>
#include <tests/support/testmain.h>

#include <QtCore/QRandomGenerator>
#include <charconv>

using Format = QueryRequest::Format;
using Kind = QueryRequest::Kind;

namespace {
QString cell(const Column &column, qsizetype row)
{
    if (column.type() == Column::Type::Text)
        return column.text(row);
    const double value = column.number(row);
    if (Column::isMissing(value))
        return QStringLiteral("-");
    return column.type() == Column::Type::Time ? QString::number(qint64(value)) : QString::number(value, 'g', 17);
}

// "kind: Name{label=value} 1 2 3; Name …" for each frame, joined by " | ".
QString written(const Frames &frames)
{
    QStringList texts;
    for (const Frame &frame : frames) {
        QStringList fields;
        for (const Field &field : frame.fields) {
            QStringList labels;
            for (const auto &[name, value] : field.labels.asKeyValueRange())
                labels.append(name + u'=' + value);
            QString text = field.name + (labels.isEmpty() ? QString() : u'{' + labels.join(u',') + u'}');
            for (qsizetype row = 0; row < field.values.size(); ++row)
                text += u' ' + cell(field.values, row);
            fields.append(text);
        }
        const auto kinds = {"unknown", "series", "table", "heatmap"};
        texts.append(QLatin1String(*(kinds.begin() + int(frame.kind))) + QStringLiteral(": ") + fields.join(QStringLiteral("; ")));
    }
    return texts.join(QStringLiteral(" | "));
}

QueryRequest rangeRequest(Format format = Format::TimeSeries, qint64 fromMs = 0, qint64 toMs = 60'000, qint64 stepMs = 15'000)
{
    QueryRequest request;
    request.format = format;
    request.range = {fromMs, toMs};
    request.stepMs = stepMs;
    return request;
}

QueryRequest instantRequest(Format format = Format::TimeSeries)
{
    QueryRequest request = rangeRequest(format);
    request.kind = Kind::Instant;
    return request;
}

QByteArray matrix(const QByteArray &result)
{
    return R"({"status":"success","data":{"resultType":"matrix","result":[)" + result + "]}}";
}

QByteArray vector(const QByteArray &result)
{
    return R"({"status":"success","data":{"resultType":"vector","result":[)" + result + "]}}";
}
} // namespace

class TstDecoder : public QObject
{
    Q_OBJECT

private slots:
    void shapes_data();
    void shapes();
    void failures_data();
    void failures();
    void gridIsSharedWithoutStorage();
    void warningsAndInfosAreKept();
    void farApartSamplesCostLittle();
    void stopsWhenAsked();
    void sampleValues_data();
    void sampleValues();
    void randomValuesAreExact();
    void listings_data();
    void listings();
    void values();
    void engines_data();
    void engines();
};

void TstDecoder::shapes_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QueryRequest>("request");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QByteArray &json, const QueryRequest &request, const char *expected) {
        QTest::newRow(name) << json << request << QString::fromUtf8(expected);
    };
    row("nothing", matrix(""), rangeRequest(), "");
    row("null result", R"({"status":"success","data":{"resultType":"matrix","result":null}})", rangeRequest(), "");
    row("one series", matrix(R"({"metric":{"__name__":"up","job":"a"},"values":[[0,"1"],[15,"2"],[30,"3.5"]]})"), rangeRequest(),
        "series: Time 0 15000 30000; Value{__name__=up,job=a} 1 2 3.5");
    row("white space, other order, unknown keys",
        R"({ "extra": {"a":[1,{"b":null}]}, "data": { "result": [ { "values": [ [ 0 , "1" ] , [ 15.000 , "2" ] ], "x": [], "metric": { "a" : "b" } } ],
            "stats": {}, "resultType": "matrix" }, "status": "success" })",
        rangeRequest(), "series: Time 0 15000; Value{a=b} 1 2");
    row("gaps, and rows nobody has are cut",
        matrix(R"({"metric":{"a":"1"},"values":[[15,"1"],[45,"3"]]},{"metric":{"a":"2"},"values":[[30,"5"]]})"), rangeRequest(),
        "series: Time 15000 30000 45000; Value{a=1} 1 - 3; Value{a=2} - 5 -");
    row("special values", matrix(R"({"metric":{},"values":[[0,"+Inf"],[15,"-Inf"],[30,"NaN"],[45,"1e-9"]]})"), rangeRequest(),
        "series: Time 0 15000 30000 45000; Value inf -inf nan 1.0000000000000001e-09");
    row("escapes in labels", matrix(R"({"metric":{"a\"b":"x\ny\u00e9\ud83d\ude00"},"values":[[0,"1"]]})"), rangeRequest(),
        "series: Time 0; Value{a\"b=x\ny\xc3\xa9\xf0\x9f\x98\x80} 1");
    row("native histograms beside samples",
        matrix(R"({"metric":{"a":"1"},"values":[[0,"1"]],"histograms":[[15,{"count":"3","sum":"1","buckets":[[0,"1","2","3"]]}]]},)"
               R"({"metric":{"a":"2"},"histograms":[[15,{"count":"3"}]]})"),
        rangeRequest(), "series: Time 0; Value{a=1} 1 | heatmap: Time 15000; 2{a=1,ge=1,le=2} 3");
    row("native histograms, coarser later, unbounded",
        matrix(
            R"({"metric":{"a":"1"},"histograms":[[0,{"count":"6","sum":"1","buckets":[[0,"0.5","0.7","1"],[0,"0.7","1","2"],[0,"2","4","3"]]}],)"
            R"([15,{"buckets":[[3,"-Inf","-1","4"],[0,"0.5","1","5"],[0,"4","+Inf","6"]]}],[30,{"count":"0","sum":"0"}]]})"),
        rangeRequest(Format::Heatmap),
        "heatmap: Time 0 15000 30000; -1{a=1,ge=-Inf,le=-1} 0 4 0; 1{a=1,ge=0.5,le=1} 3 5 0; 4{a=1,ge=2,le=4} 3 0 0; "
        "+Inf{a=1,ge=4,le=+Inf} 0 6 0");
    row("fractional step", matrix(R"({"metric":{},"values":[[0.25,"1"],[0.5,"2"],[0.75,"3"]]})"),
        rangeRequest(Format::TimeSeries, 0, 1000, 250), "series: Time 250 500 750; Value 1 2 3");
    row("a grid that the server aligned", matrix(R"({"metric":{},"values":[[-5,"1"],[10,"2"],[55,"3"]]})"), rangeRequest(),
        "series: Time -5000 10000 25000 40000 55000; Value 1 2 - - 3");
    row("off the grid", matrix(R"({"metric":{"a":"1"},"values":[[0,"1"],[15,"2"]]},{"metric":{"a":"2"},"values":[[0,"1"],[7,"2"]]})"),
        rangeRequest(), "series: Time 0 15000; Value{a=1} 1 2 | series: Time 0 7000; Value{a=2} 1 2");
    row("time runs backwards", matrix(R"({"metric":{},"values":[[15,"1"],[0,"2"]]})"), rangeRequest(), "series: Time 15000 0; Value 1 2");
    row("beyond the range", matrix(R"({"metric":{},"values":[[0,"1"],[6000,"2"]]})"), rangeRequest(), "series: Time 0 6000000; Value 1 2");
    row("instant", vector(R"({"metric":{"a":"1"},"value":[60.5,"1"]},{"metric":{"a":"2"},"value":[60.5,"2"]})"), instantRequest(),
        "series: Time 60500; Value{a=1} 1; Value{a=2} 2");
    row("instant with histogram",
        vector(R"({"metric":{"a":"1"},"histogram":[60,{"count":"1","sum":"2"}]},{"metric":{"a":"2"},"value":[60,"2"]})"), instantRequest(),
        "series: Time 60000; Value{a=2} 2");
    row("raw samples", matrix(R"({"metric":{"a":"1"},"values":[[1.1,"1"],[2.2,"2"]]})"), instantRequest(),
        "series: Time 1100 2200; Value{a=1} 1 2");
    row("scalar", R"({"status":"success","data":{"resultType":"scalar","result":[12.5,"3"]}})", instantRequest(),
        "series: Time 12500; Value 3");
    row("scalar infinity", R"({"status":"success","data":{"resultType":"scalar","result":[1,"-Inf"]}})", instantRequest(),
        "series: Time 1000; Value -inf");
    row("string", R"({"status":"success","data":{"resultType":"string","result":[1,"12x"]}})", instantRequest(),
        "table: Time 1000; Value 12x");
    row("table", vector(R"({"metric":{"a":"2","z":"1"},"value":[1,"1"]},{"metric":{"a":"2","m":"3"},"value":[1,"2"]})"),
        instantRequest(Format::Table), "table: Time 1000 1000; a 2 2; z 1 ; m  3; Value 1 2");
    row("range table", matrix(R"({"metric":{"a":"1"},"values":[[0,"1"],[30,"2"]]},{"metric":{"a":"2"},"values":[[15,"3"]]})"),
        rangeRequest(Format::Table), "table: Time 0 30000 15000; a 1 1 2; Value 1 2 3");
    row("heatmap sorted, counts of their own",
        matrix(R"({"metric":{"le":"+Inf"},"values":[[0,"5"],[15,"10"]]},{"metric":{"le":"1"},"values":[[0,"4"],[15,"9"]]},)"
               R"({"metric":{"le":"0.1"},"values":[[0,"1"],[15,"2"]]},{"metric":{"le":"0.5"},"values":[[0,"3"],[15,"3"]]})"),
        rangeRequest(Format::Heatmap), "heatmap: Time 0 15000; 0.1{le=0.1} 1 2; 0.5{le=0.5} 2 1; 1{le=1} 1 6; +Inf{le=+Inf} 1 1");
    row("heatmap clamps and keeps NaN",
        matrix(R"({"metric":{"le":"1"},"values":[[0,"NaN"],[15,"5"]]},{"metric":{"le":"2"},"values":[[0,"2"],[15,"3"]]})"),
        rangeRequest(Format::Heatmap), "heatmap: Time 0 15000; 1{le=1} nan 5; 2{le=2} 2 0");
    row("heatmap groups",
        matrix(R"({"metric":{"job":"a","le":"1"},"values":[[0,"1"]]},{"metric":{"job":"b","le":"1"},"values":[[0,"7"]]},)"
               R"({"metric":{"job":"a","le":"2"},"values":[[0,"3"]]},{"metric":{"x":"y"},"values":[[0,"4"]]})"),
        rangeRequest(Format::Heatmap),
        "heatmap: Time 0; 1{job=a,le=1} 1; 2{job=a,le=2} 2 | heatmap: Time 0; 1{job=b,le=1} 7 | series: Time 0; Value{x=y} 4");
}

void TstDecoder::shapes()
{
    QFETCH(QByteArray, json);
    QFETCH(QueryRequest, request);
    QFETCH(QString, expected);
    request.refId = QStringLiteral("C");
    const Result<QueryAnswer> answer = decodeAnswer(json, request, {}, {});
    QVERIFY2(answer, answer ? "" : qPrintable(answer.error().what));
    QCOMPARE(written(answer->frames), expected);
    for (const Frame &frame : answer->frames)
        QCOMPARE(frame.refId, QStringLiteral("C"));
    QCOMPARE(answer->stats.bytes, json.size());
}

void TstDecoder::failures_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<AnswerLimits>("limits");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *name, const QByteArray &json, const AnswerLimits &limits, Error::Kind kind, const char *words) {
        QTest::newRow(name) << json << limits << int(kind) << QString::fromUtf8(words);
    };
    row("a broken word as the result", R"({"status":"success","data":{"resultType":"matrix","result":nan[55}}})", {}, Error::Kind::Parse,
        "");
    const QByteArray two = matrix(R"({"metric":{"a":"1"},"values":[[0,"1"],[15,"2"]]},{"metric":{"a":"2"},"values":[[0,"1"],[15,"2"]]})");
    row("the server's words", R"({"status":"error","errorType":"bad_data","error":"parse error: unclosed"})", {}, Error::Kind::Query,
        "parse error: unclosed");
    row("empty", "", {}, Error::Kind::Parse, "not the JSON");
    row("cut short", two.chopped(20), {}, Error::Kind::Parse, "not the JSON");
    row("cut in a number", two.left(two.indexOf("15") + 1), {}, Error::Kind::Parse, "not the JSON");
    row("not an object", "[1,2]", {}, Error::Kind::Parse, "not the JSON");
    row("other JSON", R"({"hello":"world"})", {}, Error::Kind::Parse, "not of a Prometheus query");
    row("value not quoted", matrix(R"({"metric":{},"values":[[0,1]]})"), {}, Error::Kind::Parse, "not the JSON");
    row("value not a number", matrix(R"({"metric":{},"values":[[0,"1x"]]})"), {}, Error::Kind::Parse, "not the JSON");
    row("empty value", matrix(R"({"metric":{},"values":[[0,""]]})"), {}, Error::Kind::Parse, "not the JSON");
    row("time not a number", matrix(R"({"metric":{},"values":[["0","1"]]})"), {}, Error::Kind::Parse, "not the JSON");
    row("three members", matrix(R"({"metric":{},"values":[[0,"1",2]]})"), {}, Error::Kind::Parse, "not the JSON");
    row("label not text", matrix(R"({"metric":{"a":1},"values":[[0,"1"]]})"), {}, Error::Kind::Parse, "not the JSON");
    row("bytes", two, {50, 10, 10}, Error::Kind::Limit, "50 bytes");
    row("series", two, {1000, 1, 10}, Error::Kind::Limit, "more than 1 series");
    row("samples", two, {1000, 10, 3}, Error::Kind::Limit, "more than 3 samples");
    row("bad UTF-8", matrix("{\"metric\":{\"a\":\"\xff\"},\"values\":[]}"), {}, Error::Kind::Parse, "not the JSON");
    row("deep", QByteArray(5000, '['), {}, Error::Kind::Parse, "not the JSON");
}

void TstDecoder::failures()
{
    QFETCH(QByteArray, json);
    QFETCH(AnswerLimits, limits);
    QFETCH(int, kind);
    QFETCH(QString, words);
    const Result<QueryAnswer> answer = decodeAnswer(json, rangeRequest(), limits, {});
    QVERIFY(!answer);
    QCOMPARE(int(answer.error().kind), kind);
    QVERIFY2(answer.error().what.contains(words), qPrintable(answer.error().what));
}

void TstDecoder::gridIsSharedWithoutStorage()
{
    const QByteArray two = matrix(R"({"metric":{"a":"1"},"values":[[0,"1"],[15,"2"]]},{"metric":{"a":"2"},"values":[[0,"1"],[15,"2"]]})");
    const Result<QueryAnswer> answer = decodeAnswer(two, rangeRequest(), {}, {});
    QVERIFY(answer);
    QCOMPARE(answer->frames.size(), 1);
    QVERIFY(answer->frames.first().fields.first().values.isGrid());
    QCOMPARE(answer->stats.series, 2);
    QCOMPARE(answer->stats.samples, 4);
}

void TstDecoder::warningsAndInfosAreKept()
{
    const Result<QueryAnswer> answer = decodeAnswer(
        R"({"status":"success","data":{"resultType":"matrix","result":[]},"warnings":["w1","w2"],"infos":["i"]})", rangeRequest(), {}, {});
    QVERIFY(answer);
    const QList<Notice> expected{{Notice::Severity::Warning, QStringLiteral("w1")},
                                 {Notice::Severity::Warning, QStringLiteral("w2")},
                                 {Notice::Severity::Info, QStringLiteral("i")}};
    QCOMPARE(answer->notices, expected);
}

void TstDecoder::farApartSamplesCostLittle()
{
    // Each series has a sample at both ends of a range of a million steps: as full columns that would be 16 GB.
    QByteArray series;
    for (int i = 0; i < 2000; ++i)
        series
            += (i ? ",{\"metric\":{\"i\":\"" : "{\"metric\":{\"i\":\"") + QByteArray::number(i) + R"("},"values":[[0,"1"],[1000000,"2"]]})";
    const Result<QueryAnswer> answer = decodeAnswer(matrix(series), rangeRequest(Format::TimeSeries, 0, 1'000'000'000, 1000), {}, {});
    QVERIFY(answer);
    qsizetype cells = 0;
    qsizetype count = 0;
    for (const Frame &frame : answer->frames) {
        cells += frame.rowCount() * (frame.fields.size() - 1);
        count += frame.fields.size() - 1;
    }
    QCOMPARE(count, 2000);
    QVERIFY2(cells < 5'000'000, qPrintable(QString::number(cells)));
}

void TstDecoder::stopsWhenAsked()
{
    std::stop_source stop;
    stop.request_stop();
    const Result<QueryAnswer> answer = decodeAnswer(matrix(R"({"metric":{},"values":[[0,"1"]]})"), rangeRequest(), {}, stop.get_token());
    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, Error::Kind::Cancelled);
}

void TstDecoder::sampleValues_data()
{
    QTest::addColumn<double>("expected");
    const auto row = [](const char *text, double expected) { QTest::newRow(text) << expected; };
    row("0", 0);
    row("-0", -0.0);
    row("1", 1);
    row("-12.5", -12.5);
    row("0.1", 0.1);
    row("18446744073709551615", 18446744073709551615.0);
    row("9007199254740993", 9007199254740993.0);
    row("26.666666666666668", 26.666666666666668);
    row("0.30000000000000004", 0.30000000000000004);
    row("1e300", 1e300);
    row("1.7976931348623157e+308", 1.7976931348623157e+308);
    row("5e-324", 5e-324);
    row("1e999", std::numeric_limits<double>::infinity());
    row("-1e999", -std::numeric_limits<double>::infinity());
    row("1e-999", 0);
    row("Inf", std::numeric_limits<double>::infinity());
    row("+Inf", std::numeric_limits<double>::infinity());
    row("-Inf", -std::numeric_limits<double>::infinity());
    row("123456789012345678901234567890", 123456789012345678901234567890.0);
    row("0.00000000000000000000000012345", 0.00000000000000000000000012345);
}

void TstDecoder::sampleValues()
{
    QFETCH(double, expected);
    const QByteArray text = QByteArray(QTest::currentDataTag()) + '"' + QByteArray(64, ' ');
    double value = 42;
    const char *end = nullptr;
    QVERIFY(parseSampleValue(text.constData(), text.constData() + text.size(), value, end));
    QCOMPARE(end - text.constData(), text.indexOf('"'));
    QCOMPARE(std::signbit(value), std::signbit(expected));
    QVERIFY2(value == expected, qPrintable(QString::number(value, 'g', 17)));
}

void TstDecoder::randomValuesAreExact()
{
    QRandomGenerator random(7);
    for (int i = 0; i < 200'000; ++i) {
        const double number = std::ldexp(double(random.generate64()), -int(random.bounded(130)));
        char text[128] = {};
        const bool isFixed = i % 2 == 0 && number > 1e-5 && number < 1e18;
        const auto wrote
            = isFixed ? std::to_chars(text, text + 60, number, std::chars_format::fixed) : std::to_chars(text, text + 60, number);
        *wrote.ptr = '"';
        double value = 0;
        const char *end = nullptr;
        QVERIFY2(parseSampleValue(text, text + 96, value, end), text);
        QVERIFY2(value == number, text);
    }
}

void TstDecoder::listings_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QByteArray>("data");
    QTest::addColumn<QString>("expected");
    QTest::newRow("exemplars")
        << int(Kind::Exemplars)
        << QByteArray(R"([{"seriesLabels":{"a":"1"},"exemplars":[{"labels":{"traceID":"x"},"value":"6","timestamp":1.5}]}])")
        << QStringLiteral("table: Time 1500; Value 6; traceID x; a 1");
    QTest::newRow("alerts") << int(Kind::Alerts)
                            << QByteArray(R"({"alerts":[{"labels":{"alertname":"A"},"annotations":{"summary":"s"},"state":"firing",)"
                                          R"("activeAt":"1970-01-01T00:00:01.5Z","value":"1e+00"}]})")
                            << QStringLiteral("table: Time 1500; alertname A; state firing; summary s; Value 1");
    QTest::newRow("targets") << int(Kind::Targets)
                             << QByteArray(
                                    R"({"activeTargets":[{"labels":{"job":"j"},"scrapePool":"p","scrapeUrl":"http://x/metrics",)"
                                    R"("health":"up","lastError":"","lastScrape":"0001-01-01T00:00:00Z","lastScrapeDuration":0.5}]})")
                             << QStringLiteral("table: scrapePool p; scrapeUrl http://x/metrics; health up; lastError ; lastScrape -; "
                                               "lastScrapeDuration 0.5; job j");
    QTest::newRow("metadata") << int(Kind::Metadata) << QByteArray(R"({"up":[{"type":"gauge","help":"h","unit":""}]})")
                              << QStringLiteral("table: metric up; type gauge; help h; unit ");
    QTest::newRow("rules") << int(Kind::Rules)
                           << QByteArray(
                                  R"({"groups":[{"name":"g","file":"f","rules":[{"name":"n","type":"recording","query":"q","health":"ok",)"
                                  R"("evaluationTime":0.25,"lastEvaluation":"1970-01-01T00:00:02Z"}]}]})")
                           << QStringLiteral("table: group g; file f; name n; type recording; query q; state ; health ok; lastError ; "
                                             "evaluationTime 0.25; lastEvaluation 2000; alerts 0");
}

void TstDecoder::listings()
{
    QFETCH(int, kind);
    QFETCH(QByteArray, data);
    QFETCH(QString, expected);
    QueryRequest request;
    request.kind = Kind(kind);
    const Result<QueryAnswer> answer = decodeListing(R"({"status":"success","data":)" + data + "}", request);
    QVERIFY2(answer, answer ? "" : qPrintable(answer.error().what));
    QCOMPARE(written(answer->frames), expected);
}

void TstDecoder::values()
{
    const QByteArray names = R"({"status":"success","data":["b","a\"",""]})";
    QCOMPARE(*decodeValues(names, 0, {}, {}), (QStringList{QStringLiteral("b"), QStringLiteral("a\""), QString()}));
    QCOMPARE(decodeValues(names, 1, {}, {})->size(), 1);
    QCOMPARE(*decodeValues(R"({"status":"success","data":[{"__name__":"up","a":"q\"r","b":"2"},{"c":"d"}]})", 0, {}, {}),
             (QStringList{QStringLiteral("up{a=\"q\"r\",b=\"2\"}"), QStringLiteral("{c=\"d\"}")}));
    QVERIFY(!decodeValues(R"({"status":"success","data":[1]})", 0, {}, {}));
    QVERIFY(!decodeValues(R"({"status":"success","data":nan[55}})", 0, {}, {}));
    QCOMPARE(decodeValues(R"({"status":"error","error":"no"})", 0, {}, {}).error().what, QStringLiteral("no"));
}

void TstDecoder::engines_data()
{
    QTest::addColumn<QString>("expected");
    QTest::newRow(R"({"version":"2.42.0","revision":"x"})") << QStringLiteral("Prometheus 2.42.0");
    QTest::newRow(R"({"version":"0.39.2"})") << QStringLiteral("Thanos 0.39.2");
    QTest::newRow(R"({"application":"Grafana Mimir","version":"2.9.0"})") << QStringLiteral("Mimir 2.9.0");
}

void TstDecoder::engines()
{
    QFETCH(QString, expected);
    const Result<SourceHealth> health = decodeBuildInfo(R"({"status":"success","data":)" + QByteArray(QTest::currentDataTag()) + "}");
    QVERIFY(health);
    QCOMPARE(health->engine + u' ' + health->version, expected);
}

ADD_TEST(TstDecoder)
#include "tst_decoder.moc"
