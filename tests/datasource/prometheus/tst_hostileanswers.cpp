// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtCore/QFile>
#include <datasource/prometheus/decoder.h>
#include <datasource/prometheus/prometheussource.h>
#include <tests/support/stubserver.h>
#include <tests/support/testmain.h>

using namespace Qt::StringLiterals;

namespace {

const QByteArray kGood = R"({"status":"success","data":{"resultType":"matrix","result":[{"metric":{"a":"1"},"values":[[0,"1"]]}]}})";

QueryRequest upRequest()
{
    QueryRequest request;
    request.text = u"up"_s;
    request.range = {0, 60'000};
    return request;
}

Result<QueryAnswer> ask(PrometheusSource &source)
{
    std::optional<Result<QueryAnswer>> got;
    const Pending pending = source.query(upRequest(), [&](Result<QueryAnswer> answer) { got = std::move(answer); });
    return QTest::qWaitFor([&] { return got.has_value(); }, 60'000) ? std::move(*got)
                                                                    : fail(Error::Kind::Cancelled, u"the test waited too long"_s);
}

// Of the whole process, in MB: the most since the last reset. -1: the kernel does not tell.
double peakMb()
{
    QFile file(u"/proc/self/status"_s);
    if (!file.open(QIODevice::ReadOnly))
        return -1;
    for (const QByteArray &line : file.readAll().split('\n'))
        if (line.startsWith("VmHWM:"))
            return line.mid(6).trimmed().split(' ').first().toDouble() / 1024;
    return -1;
}

bool resetPeak()
{
    QFile file(u"/proc/self/clear_refs"_s);
    return file.open(QIODevice::WriteOnly) && file.write("5") == 1;
}

QByteArray manySeries(int count)
{
    QByteArray text = R"({"status":"success","data":{"resultType":"matrix","result":[)";
    text.reserve(count * 48);
    for (int i = 0; i < count; ++i)
        text += QByteArray(i > 0 ? "," : "") + R"({"metric":{"i":")" + QByteArray::number(i) + R"("},"values":[[0,"1"]]})";
    return text + "]}}";
}

StubAnswer declaring(const QByteArray &body, qint64 length)
{
    StubAnswer answer = StubAnswer::json(body);
    answer.declaredLength = length;
    return answer;
}

} // namespace

// A server that lies, floods or falls silent: each ends in an error that says what, where and mostly what to do; nothing grows without
// bound, no connection stays.
class TstHostileAnswers : public QObject
{
    Q_OBJECT

private slots:
    void aMillionSeries()
    {
        const StubServer server([body = manySeries(1'000'000)](const StubRequest &) { return StubAnswer::json(body); });
        PrometheusSource source({.url = server.url()});
        const Result<QueryAnswer> answer = ask(source);
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, Error::Kind::Limit);
        QVERIFY2(answer.error().what.contains("series"_L1), qPrintable(answer.error().what));
        QVERIFY2(!answer.error().hint.isEmpty(), "says what to do");
    }

    void gzipBomb()
    {
        // 8 MiB of blanks in 8 KiB.
        const StubServer server([](const StubRequest &) {
            StubAnswer answer = StubAnswer::json(QByteArray(8 << 20, ' '));
            answer.gzip = true;
            return answer;
        });
        PrometheusConfig config{.url = server.url()};
        config.limits.maxBytes = 2 << 20;
        PrometheusSource source(config);
        const Result<QueryAnswer> answer = ask(source);
        QVERIFY(!answer);
        QVERIFY2(answer.error().kind == Error::Kind::Limit, qPrintable(answer.error().what));
        QVERIFY2(answer.error().what.contains("2 MiB"_L1), qPrintable(answer.error().what));
    }

    // Packed it is longer than unpacked, which is no lie about its length.
    void tinyAnswerPacked()
    {
        const StubServer server([](const StubRequest &) {
            StubAnswer answer = StubAnswer::json(R"({"status":"success","data":{"resultType":"matrix","result":[]}})");
            answer.gzip = true;
            return answer;
        });
        PrometheusSource source({.url = server.url()});
        const Result<QueryAnswer> answer = ask(source);
        QVERIFY2(answer, answer ? "" : qPrintable(answer.error().what));
    }

    void floods_data()
    {
        QTest::addColumn<bool>("announced");
        QTest::newRow("2 GB, announced") << true;
        QTest::newRow("without an end") << false;
    }
    void floods()
    {
        QFETCH(bool, announced);
        const StubServer server([announced](const StubRequest &) {
            StubAnswer answer = StubAnswer::json(QByteArray(1 << 16, ' '));
            answer.repeat = 32'768;
            answer.announced = announced;
            return answer;
        });
        PrometheusConfig config{.url = server.url()};
        config.limits.maxBytes = 16 << 20;
        PrometheusSource source(config);
        const bool measured = resetPeak();
        const double before = peakMb();
        const Result<QueryAnswer> answer = ask(source);
        QVERIFY(!answer);
        QVERIFY2(answer.error().kind == Error::Kind::Limit, qPrintable(answer.error().what));
        QVERIFY2(answer.error().what.contains("16 MiB"_L1), qPrintable(answer.error().what));
        QVERIFY(!answer.error().hint.isEmpty());
#ifndef __SANITIZE_ADDRESS__ // which keeps freed memory
        QTRY_COMPARE(server.openConnections(), 0);
        if (measured)
            QVERIFY2(peakMb() - before < 100, qPrintable(QString::number(peakMb() - before)));
#else
        Q_UNUSED(measured)
        Q_UNUSED(before)
#endif
    }

    void liesAboutLength_data()
    {
        QTest::addColumn<StubAnswer>("answer");
        QTest::addColumn<int>("kind");
        using Kind = Error::Kind;
        QTest::newRow("half way") << declaring(kGood.left(40), kGood.size()) << int(Kind::Network);
        QTest::newRow("more than there is") << declaring(kGood, kGood.size() + 1000) << int(Kind::Network);
        QTest::newRow("far more than there is") << declaring(kGood, 200LL << 30) << int(Kind::Network);
        QTest::newRow("less than there is") << declaring(kGood, 50) << int(Kind::Parse);
        QTest::newRow("none of what there is") << declaring(kGood, 0) << int(Kind::Http);
    }
    void liesAboutLength()
    {
        QFETCH(StubAnswer, answer);
        QFETCH(int, kind);
        const StubServer server([answer](const StubRequest &) { return answer; });
        PrometheusSource source({.url = server.url()});
        const Result<QueryAnswer> got = ask(source);
        QVERIFY(!got);
        QVERIFY2(int(got.error().kind) == kind, qPrintable(got.error().what));
        QVERIFY(!got.error().what.isEmpty());
        QVERIFY2(got.error().where.contains(QString::number(server.port())), qPrintable(got.error().where));
    }

    // What is left over of a lie must not become the next answer.
    void theNextAnswerIsItsOwn()
    {
        std::atomic<int> asked = 0;
        const StubServer server([&asked](const StubRequest &) {
            return asked++ == 0 ? declaring(kGood + "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}", kGood.size())
                                : StubAnswer::json(kGood);
        });
        PrometheusSource source({.url = server.url()});
        QVERIFY(ask(source));
        for (int i = 0; i < 3; ++i) {
            const Result<QueryAnswer> second = ask(source);
            if (second)
                QCOMPARE(second->frames.size(), 1);
            else
                QVERIFY(!second.error().what.isEmpty());
        }
        const Result<QueryAnswer> last = ask(source);
        QVERIFY2(last, last ? "" : qPrintable(last.error().what));
    }

    void labelsOfAnyKind_data()
    {
        QTest::addColumn<QString>("value");
        QTest::newRow("markup") << u"<img src=\"http://127.0.0.1:1/x\">&lt;</b>"_s;
        QTest::newRow("controls") << u"\u0000\u0001\u001b[2J\r\n\u202e\ufffe"_s;
        QTest::newRow("megabytes") << QString(3'000'000, u'é');
    }
    void labelsOfAnyKind()
    {
        QFETCH(QString, value);
        const Json label = Json(value);
        const QByteArray body = R"({"status":"success","data":{"resultType":"matrix","result":[{"metric":{"a":)" + label.dump()
            + R"(},"values":[[0,"1"]]}]}})";
        const StubServer server([body](const StubRequest &) { return StubAnswer::json(body); });
        PrometheusSource source({.url = server.url()});
        const Result<QueryAnswer> answer = ask(source);
        QVERIFY2(answer, answer ? "" : qPrintable(answer.error().what));
        QCOMPARE(answer->frames.first().fields.last().labels.value(u"a"_s), value);
    }

    // The decoder alone, on every beginning of an answer and on every byte of it turned.
    void damagedAnywhere()
    {
        const QByteArray whole
            = R"({"status":"success","data":{"resultType":"matrix","result":[{"metric":{"a":"é","b":"\u00e9"},)"
              R"("values":[[0,"1"],[15,"NaN"],[30,"1e3"]],"histograms":[[15,{"count":"3","buckets":[[0,"1","2","3"]]}]]}]},)"
              R"("warnings":["w"]})";
        QVERIFY(decodeAnswer(whole, upRequest(), {}, {}));
        for (qsizetype end = 0; end < whole.size(); ++end) {
            const Result<QueryAnswer> answer = decodeAnswer(whole.left(end), upRequest(), {}, {});
            QVERIFY2(!answer && !answer.error().what.isEmpty(), qPrintable(QString::number(end)));
        }
        for (qsizetype at = 0; at < whole.size(); ++at)
            for (const char byte : {'\0', '"', '{', ']', '9', '\xff', '-', 'e'}) {
                QByteArray turned = whole;
                turned[at] = byte;
                const Result<QueryAnswer> answer = decodeAnswer(turned, upRequest(), {}, {});
                if (answer)
                    for (const Frame &frame : answer->frames)
                        for (const Field &field : frame.fields)
                            QCOMPARE(field.values.size(), frame.rowCount());
                else
                    QVERIFY(!answer.error().what.isEmpty());
            }
    }
};

ADD_TEST(TstHostileAnswers)
#include "tst_hostileanswers.moc"
