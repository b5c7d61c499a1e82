// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/migrations/plugins/plugins.h>

#include <cmath>

using namespace Qt::StringLiterals;

namespace {

Json buckets(const QString &mode, const Json &value)
{
    return Json::object({{u"mode"_s, mode}, {u"value"_s, value.isString() ? value : Json(QString::fromUtf8(value.dump()))}});
}

Json calculation(const Json &panel)
{
    Draft out;
    const Json axis = panel[u"yAxis"];
    if (isTruthy(panel[u"xBucketSize"]))
        out.set(u"xBuckets"_s, buckets(u"size"_s, panel[u"xBucketSize"]));
    else if (isTruthy(panel[u"xBucketNumber"]))
        out.set(u"xBuckets"_s, buckets(u"count"_s, panel[u"xBucketNumber"]));
    if (isTruthy(panel[u"yBucketSize"]))
        out.set(u"yBuckets"_s, buckets(u"size"_s, panel[u"yBucketSize"]));
    else if (isTruthy(panel[u"yBucketNumber"]))
        out.set(u"yBuckets"_s, buckets(u"count"_s, panel[u"yBucketNumber"]));
    const double base = numberOf(axis[u"logBase"]).value_or(1);
    if (base > 1) {
        const bool isSplit = numberOf(axis[u"splitFactor"]).value_or(0) > 0;
        const Json log = isSplit ? buckets(u"count"_s, axis[u"splitFactor"]) : Json::object({{u"mode"_s, u"count"_s}});
        out.set(u"yBuckets"_s, log.with(u"scale", Json::object({{u"type"_s, u"log"_s}, {u"log"_s, numberJson(axis[u"logBase"])}})));
    }
    return out.json();
}

// "interpolateSpectral" -> "Spectral"; the drawing takes Oranges for what it does not know.
Json color(const Json &old)
{
    Draft out;
    const QString mode = old[u"mode"].toString();
    out.set(u"mode"_s, mode == "opacity"_L1 ? u"opacity"_s : u"scheme"_s).set(u"steps"_s, 128);
    if (mode == "opacity"_L1) {
        out.set(u"scale"_s, old[u"colorScale"].toString() == "linear"_L1 ? u"linear"_s : u"exponential"_s);
        out.setUnlessNull(u"exponent"_s, numberJson(old[u"exponent"]));
    } else {
        const QString scheme = old[u"colorScheme"].toString();
        out.set(u"scheme"_s, scheme.isEmpty() ? u"Oranges"_s : scheme.startsWith("interpolate"_L1) ? scheme.mid(11) : scheme);
    }
    if (isTruthy(old[u"cardColor"]))
        out.set(u"fill"_s, old[u"cardColor"]);
    Json min = numberJson(old[u"min"]), max = numberJson(old[u"max"]);
    const bool isReversed = !min.isNull() && !max.isNull() && min.toDouble() > max.toDouble();
    if (isReversed) {
        std::swap(min, max);
        out.set(u"reverse"_s, true);
    }
    return out.setUnlessNull(u"min"_s, min).setUnlessNull(u"max"_s, max).json();
}

Json axis(const Json &panel)
{
    const Json old = panel[u"yAxis"];
    Draft out;
    out.set(u"axisPlacement"_s, old[u"show"] == Json(false) ? u"hidden"_s : u"left"_s);
    out.set(u"reverse"_s, isTruthy(panel[u"reverseYBuckets"]));
    out.setUnlessNull(u"axisWidth"_s, numberJson(old[u"width"]));
    for (const QLatin1String key : {"min"_L1, "max"_L1, "decimals"_L1})
        out.setUnlessNull(QString(key), numberJson(old[QString(key)]));
    if (old[u"format"].isString())
        out.set(u"unit"_s, old[u"format"]);
    return out.json();
}

QString layout(const QString &bound)
{
    return bound == "upper"_L1 ? u"ge"_s : bound == "lower"_L1 ? u"le"_s : bound == "middle"_L1 ? u"unknown"_s : u"auto"_s;
}

Json optionsOf(const Json &panel, const ModelReader &reader)
{
    const bool calculate = panel[u"dataFormat"].toString() != "tsbuckets"_L1;
    const Json cards = reader.object(u"cards"_s);
    const double gap = numberOf(cards[u"cardPadding"]).value_or(2);
    Draft out;
    out.set(u"calculate"_s, calculate);
    if (const Json how = calculation(panel); calculate && how.size() > 0)
        out.set(u"calculation"_s, how);
    out.set(u"color"_s, color(reader.object(u"color"_s)));
    out.set(u"cellGap"_s, gap == 0 ? Json(1) : Json(gap)).setUnlessNull(u"cellRadius"_s, numberJson(cards[u"cardRound"]));
    out.set(u"yAxis"_s, axis(panel));
    if (const Json decimals = numberJson(panel[u"tooltipDecimals"]); !decimals.isNull())
        out.set(u"cellValues"_s, Json::object({{u"decimals"_s, decimals}}));
    out.set(u"rowsFrame"_s, Json::object({{u"layout"_s, layout(panel[u"yBucketBound"].toString())}}));
    out.set(u"legend"_s, Json::object({{u"show"_s, isTruthy(reader.object(u"legend"_s)[u"show"])}})).set(u"showValue"_s, u"never"_s);
    const Json tooltip = reader.object(u"tooltip"_s);
    out.set(u"tooltip"_s,
            Json::object({{u"mode"_s, isTruthy(tooltip[u"show"]) ? u"single"_s : u"none"_s},
                          {u"yHistogram"_s, isTruthy(tooltip[u"showHistogram"])}}));
    if (isTruthy(panel[u"hideZeroBuckets"]))
        out.set(u"filterValues"_s, Json::object({{u"le"_s, Json(1e-9)}}));
    return out.json();
}

} // namespace

Json oldHeatmapMigrated(const Json &panel, const MigrationContext &context)
{
    Draft draft(panel);
    draft.set(u"type"_s, u"heatmap"_s);
    Draft options(panel[u"options"]);
    if (panel[u"type"].toString() == "heatmap-new"_L1 && options[u"bucketFrame"].isObject())
        return draft.set(u"options"_s, options.rename(u"bucketFrame", u"rowsFrame"_s).json()).json();
    const bool isOld
        = panel[u"dataFormat"].isString() || panel[u"yAxis"].isObject() || panel[u"cards"].isObject() || panel[u"color"].isObject();
    if (!options.isEmpty() || !isOld)
        return draft.json();
    draft.set(u"options"_s, optionsOf(panel, context.reader(panel)));
    for (const QLatin1String key : {"cards"_L1, "color"_L1, "dataFormat"_L1, "heatmap"_L1, "hideZeroBuckets"_L1, "highlightCards"_L1,
                                    "legend"_L1, "reverseYBuckets"_L1, "tooltip"_L1, "tooltipDecimals"_L1, "xAxis"_L1, "xBucketNumber"_L1,
                                    "xBucketSize"_L1, "yAxis"_L1, "yBucketBound"_L1, "yBucketNumber"_L1, "yBucketSize"_L1})
        draft.remove(QString(key));
    return draft.set(u"pluginVersion"_s, migratedPluginVersion()).json();
}
