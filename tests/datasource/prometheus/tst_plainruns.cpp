// SPDX-License-Identifier: GPL-3.0-or-later
#include <datasource/prometheus/decoder.h>
#include <tests/support/testmain.h>

namespace {
QByteArray matrix(const QByteArray &result)
{
    return R"({"status":"success","data":{"resultType":"matrix","result":[)" + result + "]}}";
}

QueryRequest request()
{
    QueryRequest request;
    request.range = {0, 60'000};
    request.stepMs = 15'000;
    return request;
}

// Labels and numbers of all fields; what went wrong instead.
QString decoded(const QByteArray &json, const AnswerLimits &limits = {})
{
    const Result<QueryAnswer> answer = decodeAnswer(json, request(), limits, {});
    if (!answer)
        return QStringLiteral("error ") + answer.error().what;
    QStringList texts{QString::number(answer->stats.samples)};
    for (const Frame &frame : answer->frames) {
        for (const Field &field : frame.fields) {
            QString text;
            for (const auto &[name, value] : field.labels.asKeyValueRange())
                text += name + u'=' + value + u' ';
            for (qsizetype row = 0; row < field.values.size(); ++row)
                text += QString::number(field.values.number(row), 'g', 17) + u' ';
            texts.append(text);
        }
    }
    return texts.join(u'|');
}

const QByteArray kPlain = R"({"metric":{"a":"1"},"values":[[0,"1.5"],[15,"NaN"],[45,"-2e3"]]})";
const QByteArray kOffGrid = R"({"metric":{"a":"2"},"values":[[1.5,"7"],[16.25,"+Inf"]]})";
const QByteArray kLate = R"({"values":[[30,"4"],[45,"5"]],"metric":{"a":"3"}})";
} // namespace

class TstPlainRuns : public QObject
{
    Q_OBJECT

private slots:
    // A blank in it leaves a run to the JSON parser.
    void readLikeAnyOther_data()
    {
        QTest::addColumn<QByteArrayList>("series");
        QTest::newRow("one") << QByteArrayList{kPlain};
        QTest::newRow("more") << QByteArrayList{kPlain, kLate, kOffGrid, kPlain};
        QTest::newRow("off the grid first") << QByteArrayList{kOffGrid, kPlain};
        QTest::newRow("empty") << QByteArrayList{kPlain, R"({"metric":{"a":"4"},"values":[]})", kLate};
    }
    void readLikeAnyOther()
    {
        QFETCH(QByteArrayList, series);
        const QString expected = decoded(matrix(series.join(',')).replace("[[", "[ ["));
        QVERIFY(!expected.startsWith(u"error"));
        QCOMPARE(decoded(matrix(series.join(','))), expected);
    }

    void someOfThem()
    {
        QByteArrayList series{kPlain, kLate, kOffGrid, kPlain};
        const QString expected = decoded(matrix(series.join(',')));
        for (QByteArray &one : series) {
            const QByteArray plain = one;
            one.replace("],[", "], [");
            QCOMPARE(decoded(matrix(series.join(','))), expected);
            one = plain;
        }
    }

    // Looks like a run, is something else.
    void others_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("expected");
        QTest::newRow("in a label") << matrix("{\"metric\":{\"a\":\"\\\"values\\\":[[0,\\\"9\\\"]]\"},\"values\":[[0,\"1\"]]}")
                                    << QStringLiteral("1|0 |a=\"values\":[[0,\"9\"]] 1 ");
        QTest::newRow("elsewhere") << matrix(R"({"other":{"values":[[0,"9"]]},"metric":{"a":"b"},"values":[[0,"1"]]})")
                                   << QStringLiteral("2|0 |a=b 1 ");
        const QString broken = QStringLiteral("error The answer is not the JSON of a Prometheus query");
        for (const char *values : {"[[0,'1'],]", "[[0,'1']", "[[0,1]]", "[['0','1']]", "[[0,'x']]", "[[0,'1',2]]", "[5]"})
            QTest::newRow(values) << matrix(QByteArray("{'metric':{},'values':").append(values).append('}').replace('\'', '"')) << broken;
    }
    void others()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, expected);
        const QString text = decoded(json);
        QVERIFY2(text.startsWith(expected), qPrintable(text));
    }

    // What lies behind the end may look like more of it.
    void cutAnywhere()
    {
        const QByteArray whole = matrix(kPlain + ',' + kOffGrid);
        for (qsizetype length = 0; length < whole.size(); ++length) {
            QByteArray part = whole;
            part.resize(length);
            QVERIFY2(decoded(part).startsWith(u"error"), part.constData());
            QVERIFY(decoded(QByteArray(part.constData(), length)).startsWith(u"error"));
        }
    }

    void limits()
    {
        AnswerLimits limits;
        limits.maxSamples = 4;
        QVERIFY(decoded(matrix(kPlain + ',' + kLate), limits).startsWith(u"error The answer has more than 4 samples"));
        limits.maxSamples = 5;
        QVERIFY(decoded(matrix(kPlain + ',' + kLate), limits).startsWith(u"5|"));
        std::stop_source stop;
        stop.request_stop();
        QCOMPARE(decodeAnswer(matrix(kPlain), request(), {}, stop.get_token()).error().kind, Error::Kind::Cancelled);
    }
};

ADD_TEST(TstPlainRuns)
#include "tst_plainruns.moc"
