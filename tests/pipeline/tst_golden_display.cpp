// SPDX-License-Identifier: GPL-3.0-or-later
#include "goldenfields.h"

#include <pipeline/displayprocessor.h>
#include <pipeline/fieldpipeline.h>
#include <tests/support/testmain.h>

using namespace Qt::StringLiterals;

namespace {
// The values that the table was made with: they are the range where the config sets none.
Column valuesOf(const QString &name, const QString &type)
{
    if (type == "string"_L1)
        return Column::texts({u"12"_s});
    if (type == "boolean"_L1)
        return Column::bools({1, 0});
    if (type == "time"_L1)
        return Column::times({1773570030456.0});
    if (type == "other"_L1)
        return {};
    if (name == "thr"_L1)
        return Column::numbers({-5, 81});
    if (name == "boolnum"_L1)
        return Column::numbers({0, 2});
    if (name == "numstr"_L1)
        return Column::numbers({12, HUGE_VAL});
    return Column::numbers({-42.4242, 1e12});
}

DisplayValue shownValue(const DisplayProcessor &display, const goldens::Row &row)
{
    const QString type = row[u"value_type"_s];
    const QString value = row[u"value"_s];
    std::optional<int> adjacent;
    if (!row[u"adjacent_decimals"_s].isEmpty())
        adjacent = row[u"adjacent_decimals"_s].toInt();
    if (type == "null"_L1 || type == "undefined"_L1)
        return display.null();
    if (type == "boolean"_L1)
        return display.boolean(value == "true"_L1);
    if (type == "string"_L1)
        return display.text(value.isEmpty() ? u""_s : value);
    return display.number(goldens::number(value), adjacent);
}

QString checkDisplay(const goldens::Row &row)
{
    const Result<Json> config = Json::parse(row[u"config_json"_s].toUtf8());
    if (!config)
        return u"unreadable config"_s;
    Field field;
    field.name = row[u"name"_s];
    field.config = readFieldConfig(goldenfields::plain(*config));
    field.values = valuesOf(row[u"name"_s], row[u"type"_s]);
    const DisplayValue got = shownValue(DisplayProcessor(field, Brightness::Dark), row);
    const QString percent = row[u"percent"_s];
    const bool percentFits = percent.isEmpty() || goldens::same(got.percent, goldens::number(percent));
    const double numeric = std::isnan(got.numeric) ? std::nan("") : got.numeric;
    const bool fits = got.text == row[u"text"_s] && got.prefix == row[u"prefix"_s] && got.suffix == row[u"suffix"_s] && percentFits
        && goldens::same(numeric, goldens::number(row[u"numeric"_s])) && got.color == goldenfields::css(row[u"color"_s]);
    return fits ? QString()
                : u"%1|%2|%3 %4 %5 %6"_s.arg(got.prefix, got.text, got.suffix, goldens::printed(got.numeric), goldens::printed(got.percent),
                                             colorText(got.color));
}
} // namespace

class TstGoldenDisplay : public QObject
{
    Q_OBJECT

private slots:
    void golden_display() { QCOMPARE(goldens::runTsv(u"display"_s, checkDisplay), 0); }
};

ADD_TEST(TstGoldenDisplay)
#include "tst_golden_display.moc"
