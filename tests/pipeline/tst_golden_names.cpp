// SPDX-License-Identifier: GPL-3.0-or-later
#include <pipeline/fieldpipeline.h>
#include <tests/pipeline/goldenfields.h>
#include <tests/support/testmain.h>

using namespace Qt::StringLiterals;

namespace {
QString checkLegend(const goldens::Row &row)
{
    const Result<Json> labels = Json::parse(row[u"labels_json"_s].toUtf8());
    const QString got
        = labels ? legendName(goldenfields::labels(*labels), row[u"legend_format"_s], row[u"expr"_s]) : u"unreadable labels"_s;
    return got == row[u"display_name_from_ds"_s] ? QString() : u'[' + got + u']';
}
} // namespace

class TstGoldenNames : public QObject
{
    Q_OBJECT

private slots:
    void golden_legend() { QCOMPARE(goldens::runTsv(u"legend"_s, checkLegend), 0); }

    void autoLegend_data();
    void autoLegend();
};

void TstGoldenNames::autoLegend_data()
{
    QTest::addColumn<QByteArray>("series");
    QTest::addColumn<QStringList>("names");
    QTest::newRow("common labels go") << QByteArray(
        R"([{"__name__":"up","job":"a","instance":"1"},{"__name__":"up","job":"a","instance":"2"}])")
                                      << QStringList{u"{instance=\"1\"}"_s, u"{instance=\"2\"}"_s};
    QTest::newRow("one series keeps all") << QByteArray(R"([{"__name__":"up","job":"a","instance":"1"}])")
                                          << QStringList{u"{__name__=\"up\", instance=\"1\", job=\"a\"}"_s};
    QTest::newRow("one series, name alone") << QByteArray(R"([{"__name__":"up"}])") << QStringList{u"up"_s};
    QTest::newRow("names that differ") << QByteArray(R"([{"__name__":"x"},{"__name__":"y"}])") << QStringList{u"x"_s, u"y"_s};
    QTest::newRow("no labels") << QByteArray("[{}]") << QStringList{u"expr"_s};
    QTest::newRow("one label name, no metric") << QByteArray(R"([{"mode":"idle"},{"mode":"user"}])") << QStringList{u"idle"_s, u"user"_s};
}

void TstGoldenNames::autoLegend()
{
    QFETCH(QByteArray, series);
    QFETCH(QStringList, names);
    const Json input
        = Json::object({{u"series"_s, *Json::parse(series)}, {u"legendFormat"_s, Json(u"__auto"_s)}, {u"expr"_s, Json(u"expr"_s)}});
    QCOMPARE(goldenfields::seriesNames(input, Json::strings(names)), QString());
}

ADD_TEST(TstGoldenNames)
#include "tst_golden_names.moc"
