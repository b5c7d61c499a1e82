// SPDX-License-Identifier: GPL-3.0-or-later
#include <datasource/prometheus/valuesdecoder.h>
#include <tests/support/testmain.h>

using namespace Qt::StringLiterals;

namespace {

Result<QueryAnswer> decoded(const QByteArray &data)
{
    QueryRequest request;
    request.kind = QueryRequest::Kind::Exemplars;
    return decodeListing(R"({"status":"success","data":)" + data + "}", request);
}

QByteArray exemplar(const QByteArray &labels, const QByteArray &value, int second)
{
    return R"({"labels":{)" + labels + R"(},"value":")" + value + R"(","timestamp":)" + QByteArray::number(second) + "}";
}

} // namespace

// What query_exemplars answers, and how much of it is taken.
class TstExemplars : public QObject
{
    Q_OBJECT

private slots:
    void seriesAndOwnLabels()
    {
        const auto answer = decoded(R"([{"seriesLabels":{"__name__":"x_bucket","le":"1"},"exemplars":[)"
                                    + exemplar(R"("trace_id":"abc","le":"own")", "0.67", 3) + "]}]");
        QVERIFY(answer);
        QStringList cells;
        for (const Field &field : answer->frames.first().fields)
            cells.append(field.name + u'='
                         + (field.isNumeric() || field.isTime() ? QString::number(field.values.number(0)) : field.values.text(0)));
        QCOMPARE(cells, (QStringList{u"Time=3000"_s, u"Value=0.67"_s, u"trace_id=abc"_s, u"__name__=x_bucket"_s, u"le=1"_s}));
    }

    void rowsAreBounded()
    {
        QByteArray rows;
        for (int i = 0; i < 10'050; ++i)
            rows += (i ? "," : "") + exemplar({}, "1", i);
        const auto answer = decoded(R"([{"seriesLabels":{},"exemplars":[)" + rows + "]}]");
        QVERIFY(answer);
        QCOMPARE(answer->frames.first().rowCount(), 10'000);
        QCOMPARE(answer->stats.samples, 10'000);
        QVERIFY(answer->notices.first().text.contains(u"10000 exemplars"_s));
    }

    void labelsAreBounded()
    {
        QByteArray rows;
        for (int i = 0; i < 200; ++i)
            rows += (i ? "," : "") + exemplar("\"l" + QByteArray::number(i) + "\":\"" + QByteArray(2'000, 'x') + '"', "1", i);
        const auto answer = decoded(R"([{"seriesLabels":{},"exemplars":[)" + rows + "]}]");
        QVERIFY(answer);
        const Frame &frame = answer->frames.first();
        QCOMPARE(frame.rowCount(), 200);
        QCOMPARE(frame.fields.size(), 64);
        QCOMPARE(frame.fields.last().values.text(61).size(), 512);
    }

    void bytesAreBounded()
    {
        const auto answer = decoded(QByteArray(17 * 1024 * 1024, ' ') + "[]");
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, Error::Kind::Limit);
    }
};

ADD_TEST(TstExemplars)
#include "tst_exemplars.moc"
