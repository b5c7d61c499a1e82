// SPDX-License-Identifier: GPL-3.0-or-later
#include <pipeline/units.h>
#include <tests/support/goldens.h>
#include <tests/support/testmain.h>

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 kNowMs = 1773570030456;

QString shown(const FormattedValue &value)
{
    return value.prefix + u'|' + value.text + u'|' + value.suffix;
}

QString checkUnit(const goldens::Row &row)
{
    const double value = goldens::number(row[u"value"_s]);
    std::optional<int> decimals;
    if (row[u"decimals"_s] != "null"_L1)
        decimals = row[u"decimals"_s].toInt();
    const auto format = [&](std::optional<int> places) { return formatValue(row[u"unit"_s], value, places, QTimeZone::utc(), kNowMs); };
    // Where Grafana throws for negative decimals, we write none.
    const bool threw = row[u"text"_s].startsWith("ERR"_L1);
    const FormattedValue want = threw ? format(0) : FormattedValue{row[u"text"_s], row[u"prefix"_s], row[u"suffix"_s]};
    const FormattedValue got = format(decimals);
    return got == want && (threw || got.joined() == row[u"joined"_s]) ? QString() : shown(got);
}
} // namespace

class TstGoldenUnits : public QObject
{
    Q_OBJECT

private slots:
    void golden_units() { QCOMPARE(goldens::runTsv(u"units"_s, checkUnit), 0); }

    // Beside the golden rows, from @grafana/data 13.2.3: products round in its order.
    void hugeDurations()
    {
        QCOMPARE(formatValue(u"dtdhms"_s, 1e24, {}, QTimeZone::utc(), kNowMs).text, u"11574074074074073000 d 00:00:00"_s);
        QCOMPARE(formatValue(u"dtdhms"_s, 90061, {}, QTimeZone::utc(), kNowMs).text, u"1 d 01:01:01"_s);
    }

    void everyUnitHasItsCategoryAndName()
    {
        const QList<goldens::Row> rows = goldens::readTsv(QStringLiteral(TEST_DATA_DIR "/goldens/units_list.tsv"));
        QCOMPARE(units().size(), rows.size());
        for (qsizetype i = 0; i < rows.size(); ++i) {
            QCOMPARE(units()[i].id, rows[i][u"id"_s]);
            QCOMPARE(units()[i].category, rows[i][u"category"_s]);
            QCOMPARE(units()[i].name, rows[i][u"name"_s]);
        }
    }
};

ADD_TEST(TstGoldenUnits)
#include "tst_golden_units.moc"
