// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <pipeline/yrange.h>
#include <tests/support/goldens.h>
#include <tests/support/testmain.h>

using namespace Qt::StringLiterals;

namespace {
std::optional<double> numberOrNone(const QString &text)
{
    const double value = goldens::number(text);
    return Column::isMissing(value) ? std::optional<double>() : value;
}

QString checkRange(const goldens::Row &row)
{
    const Result<Json> options = Json::parse(row[u"options_json"_s].toUtf8());
    if (!options)
        return u"unreadable options"_s;
    AxisScale scale;
    const QString distribution = (*options)[u"distribution"].toString();
    scale.distribution = distribution == "log"_L1 ? AxisScale::Distribution::Log
        : distribution == "symlog"_L1             ? AxisScale::Distribution::Symlog
                                                  : AxisScale::Distribution::Linear;
    scale.logBase = (*options)[u"log"].toDouble(10);
    scale.min = goldens::number((*options)[u"min"]);
    scale.max = goldens::number((*options)[u"max"]);
    scale.softMin = goldens::number((*options)[u"softMin"]);
    scale.softMax = goldens::number((*options)[u"softMax"]);
    scale.centeredZero = (*options)[u"centeredZero"].toBool();
    scale.percentStacked = (*options)[u"stackingMode"].toString() == "percent"_L1;
    if ((*options)[u"decimals"].isNumber())
        scale.decimals = int((*options)[u"decimals"].toInt());
    const std::optional<AxisRange> got = axisRange(scale, numberOrNone(row[u"data_min"_s]), numberOrNone(row[u"data_max"_s]));
    const double min = goldens::number(row[u"scale_min"_s]);
    const double max = goldens::number(row[u"scale_max"_s]);
    if (!got)
        return Column::isMissing(min) ? QString() : u"nothing"_s;
    return goldens::same(got->min, min) && goldens::same(got->max, max)
        ? QString()
        : goldens::printed(got->min) + u" .. "_s + goldens::printed(got->max);
}
} // namespace

class TstGoldenYrange : public QObject
{
    Q_OBJECT

private slots:
    void golden_yrange() { QCOMPARE(goldens::runTsv(u"yrange"_s, checkRange), 0); }

    void wholeDecimalsBelowOneEndSomewhere()
    {
        AxisScale scale;
        scale.distribution = AxisScale::Distribution::Log;
        scale.decimals = 0;
        QCOMPARE(axisRange(scale, -100, -50), (AxisRange{1, 100}));
    }
};

ADD_TEST(TstGoldenYrange)
#include "tst_golden_yrange.moc"
