// SPDX-License-Identifier: GPL-3.0-or-later
#include "goldenfields.h"

#include <pipeline/displayprocessor.h>
#include <pipeline/fieldpipeline.h>
#include <pipeline/reduce.h>
#include <tests/support/testmain.h>

using namespace Qt::StringLiterals;

namespace {
QString compared(Rgba got, const Json &want)
{
    return goldenfields::css(want.toString()) == got ? QString() : u'[' + colorText(got) + u']';
}

QString comparedNumber(double got, const Json &want)
{
    return goldens::same(got, goldens::number(want).value_or(Column::missing())) ? QString() : goldens::printed(got);
}

FieldConfig configOf(const Json &input)
{
    FieldConfig config;
    config.color.mode = input[u"mode"].toString();
    config.color.fixedColor = input[u"fixedColor"].toString();
    config.color.seriesBy = input[u"seriesBy"].toString(u"last"_s);
    if (input.contains(u"thresholds"))
        config.thresholds = readFieldConfig(Json::object({{u"thresholds"_s, goldenfields::plain(input[u"thresholds"])}})).thresholds;
    config.min = goldens::number(input[u"min"]);
    config.max = goldens::number(input[u"max"]);
    return config;
}

QString byMode(const Json &input, const Json &output)
{
    FieldConfig config = configOf(input);
    if (config.color.mode.isEmpty())
        config.color.mode = u"shades"_s;
    const ColorInput color{0, input[u"percent"].toDouble(), int(input[u"seriesIndex"].toInt()),
                           input[u"displayName"].toString(input[u"name"].toString())};
    return compared(fieldColor(config, color, goldenfields::theme(input)), output);
}

// The palette index that a name picks, told by the whole palette instead of the readable part of it.
QString stringHash(const Json &input, const Json &output)
{
    const Result<Json> theme = Json::parse([] {
        QFile file(QStringLiteral(TEST_DATA_DIR "/goldens/theme.json"));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }());
    if (!theme)
        return u"no theme.json"_s;
    const Json palette = (*theme)[u"dark"][u"palette"];
    const int index = colorIndexOfName(input[u"name"].toString(), int(palette.size()));
    const QString got = palette.at(index).toString();
    return got == output.toString() ? QString() : u'[' + got + u']';
}

QString manipulated(const Json &input, const Json &output)
{
    const QString function = input[u"fn"].toString();
    const Rgba color = colorByName(input[u"color"].toString(), Brightness::Dark);
    const double amount = input[u"args"].at(0).toDouble();
    if (function == "getLuminance"_L1)
        return comparedNumber(std::round(luminance(color) * 1000) / 1000, output);
    if (function == "getContrastRatio"_L1)
        return comparedNumber(contrastRatio(color, colorByName(input[u"args"].at(0).toString(), Brightness::Dark)), output);
    const Rgba got = function == "alpha"_L1 ? withAlpha(color, amount)
        : function == "lighten"_L1          ? lighten(color, amount)
        : function == "darken"_L1           ? darken(color, amount)
        : function == "emphasize"_L1        ? emphasize(color, amount)
                                            : color;
    return compared(got, output);
}

QList<Threshold> stepsOf(const Json &steps)
{
    QList<Threshold> out;
    for (const Json &step : steps.items())
        out.append({goldens::number(step[u"value"]).value_or(-HUGE_VAL), step[u"color"].toString()});
    return out;
}

QString active(const Json &input, const Json &output)
{
    const QList<Threshold> steps = stepsOf(input[u"steps"]);
    // JavaScript compares null as 0.
    const Threshold *got = activeThreshold(steps, goldens::number(input[u"value"]).value_or(0));
    const QString color = got ? got->color : u"#808080"_s;
    return color == output[u"color"].toString() ? QString() : u'[' + color + u']';
}

DisplayValue shownValue(const DisplayProcessor &display, const Json &value)
{
    if (value.isBool())
        return display.boolean(value.toBool());
    if (value.isString())
        return display.text(value.toString().isEmpty() ? u""_s : value.toString());
    const std::optional<double> number = goldens::number(value);
    return number ? display.number(*number) : display.null();
}

QString comparedValue(const DisplayValue &got, const Json &want)
{
    const double numeric = std::isnan(got.numeric) ? std::nan("") : got.numeric;
    const bool fits = got.text == want[u"text"].toString() && goldenfields::css(want[u"color"].toString()) == got.color
        && (want[u"percent"].isNull() || comparedNumber(got.percent, want[u"percent"]).isEmpty())
        && (want[u"numeric"].isNull() || comparedNumber(numeric, want[u"numeric"]).isEmpty()) && got.icon == want[u"icon"].toString();
    return fits ? QString()
                : u"%1 %2 %3 %4"_s.arg(got.text, colorText(got.color), goldens::printed(got.percent), goldens::printed(got.numeric));
}

QString threshold(const Json &input, const Json &output)
{
    Field field;
    field.name = u"v"_s;
    field.config = configOf(input);
    field.values = goldenfields::column(u"number"_s, input[u"values"]);
    return comparedValue(shownValue(DisplayProcessor(field, goldenfields::theme(input)), input[u"value"]), output);
}

QString mapped(const Json &input, const Json &output)
{
    Field field;
    field.name = u"v"_s;
    const QString type = input[u"type"].toString();
    field.values = goldenfields::column(type, Json::array());
    field.config.mappings = readFieldConfig(Json::object({{u"mappings"_s, goldenfields::plain(input[u"mappings"])}})).mappings;
    field.config.color.mode = u"thresholds"_s;
    field.config.thresholds = Thresholds{Thresholds::Mode::Absolute, {{-HUGE_VAL, u"green"_s}, {50, u"orange"_s}, {80, u"red"_s}}};
    // Made without a range: every percentage is 0.
    field.state.rangeMin = 0;
    field.state.rangeMax = HUGE_VAL;
    DisplayValue got = shownValue(DisplayProcessor(field, Brightness::Dark), input[u"value"]);
    if (type != "boolean"_L1)
        got.percent = 0;
    return comparedValue(got, output);
}

QString seriesColor(const Json &input, const Json &output)
{
    const FieldConfig config = configOf(input);
    const double value = reduceToNumber(goldenfields::column(u"number"_s, input[u"values"]), config.color.seriesBy);
    const double percent = (value - *config.min) / (*config.max - *config.min);
    if (isByValue(config.color.mode)) {
        const QString difference = comparedNumber(percent, output[u"percent"]);
        if (!difference.isEmpty())
            return difference;
    }
    return compared(fieldColor(config, {value, percent, int(input[u"seriesIndex"].toInt()), {}}, goldenfields::theme(input)),
                    output[u"color"]);
}

QString minmax(const Json &input, const Json &output)
{
    Field field;
    field.config = readFieldConfig(goldenfields::plain(input[u"config"]));
    field.values = goldenfields::column(u"number"_s, input[u"values"]);
    const DisplayProcessor display(field, Brightness::Dark);
    return comparedNumber(display.min(), output[u"min"]) + comparedNumber(display.max(), output[u"max"]);
}

QString sorted(const Json &input, const Json &output)
{
    return sortedThresholds(stepsOf(input[u"steps"])) == stepsOf(output) ? QString() : u"another order"_s;
}

QString checkColor(const Json &testCase)
{
    const QString group = testCase[u"group"].toString();
    const Json input = testCase[u"input"];
    const Json output = testCase[u"output"];
    if (group == "stringhash"_L1)
        return stringHash(input, output);
    if (group == "named"_L1)
        return compared(colorByName(input[u"name"].toString(), goldenfields::theme(input)), output);
    if (group == "manip"_L1)
        return manipulated(input, output);
    if (group == "contrastText"_L1)
        return compared(contrastText(colorByName(input[u"background"].toString(), goldenfields::theme(input))), output);
    if (group == "activeThreshold"_L1)
        return active(input, output);
    if (group == "threshold"_L1)
        return threshold(input, output);
    if (group == "mapping"_L1)
        return mapped(input, output);
    if (group == "seriesColor"_L1)
        return seriesColor(input, output);
    if (group == "minmax"_L1)
        return minmax(input, output);
    return group == "sortThresholds"_L1 ? sorted(input, output) : byMode(input, output);
}
} // namespace

class TstGoldenColors : public QObject
{
    Q_OBJECT

private slots:
    void golden_colors() { QCOMPARE(goldens::runCases(u"colors"_s, checkColor), 0); }
};

ADD_TEST(TstGoldenColors)
#include "tst_golden_colors.moc"
