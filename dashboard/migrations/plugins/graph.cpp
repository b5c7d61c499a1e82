// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/migrations/plugins/graph.h>

#include <QtCore/QCoreApplication>

using namespace Qt::StringLiterals;

Properties axisProperties(const Json &axis)
{
    Properties out;
    if (!axis.isObject())
        return out;
    if (isTruthy(axis[u"format"]) && axis[u"format"].isString())
        out.emplace_back(u"unit"_s, axis[u"format"]);
    for (const QLatin1String key : {"decimals"_L1, "min"_L1, "max"_L1})
        if (const Json number = numberJson(axis[QString(key)]); !number.isNull())
            out.emplace_back(key, number);
    if (isTruthy(axis[u"label"]))
        out.emplace_back(u"custom.axisLabel"_s, axis[u"label"]);
    out.emplace_back(u"custom.axisPlacement"_s, axis[u"show"] == Json(false) ? u"hidden"_s : u"auto"_s);
    if (const double base = numberOf(axis[u"logBase"]).value_or(1); base == 2 || base == 10)
        out.emplace_back(u"custom.scaleDistribution"_s, Json::object({{u"type"_s, u"log"_s}, {u"log"_s, Json(qint64(base))}}));
    return out;
}

namespace {

constexpr const char *kOldKeys[]
    = {"aliasColors", "bars",         "dashLength", "dashes",          "decimals",       "fill",          "fillGradient",
       "grid",        "hiddenSeries", "legend",     "lines",           "linewidth",      "nullPointMode", "percentage",
       "pointradius", "points",       "renderer",   "seriesOverrides", "spaceLength",    "stack",         "steppedLine",
       "thresholds",  "timeRegions",  "tooltip",    "xaxis",           "yaxes",          "yaxis",         "zerofill",
       "x-axis",      "y-axis",       "y_formats",  "leftYAxisLabel",  "rightYAxisLabel"};

class GraphMigration
{
public:
    GraphMigration(const Json &panel, const MigrationContext &context)
        : m_panel(panel)
        , m_reader(context.reader(panel))
        , m_defaults(panel[u"fieldConfig"][u"defaults"])
        , m_custom(panel[u"fieldConfig"][u"defaults"][u"custom"])
    {
    }

    Json run()
    {
        const QString mode = m_reader.object(u"xaxis"_s)[u"mode"].toString();
        m_overrides = colorOverrides(m_reader.object(u"aliasColors"_s), m_panel[u"fieldConfig"][u"overrides"]);
        if (mode == "series"_L1)
            return bars();
        if (mode == "histogram"_L1)
            return histogram();
        axis();
        style();
        nulls();
        stack();
        m_overrides = seriesOverrides(m_panel, m_reader, m_overrides);
        unlisted();
        thresholds();
        timeAxis();
        Draft options;
        options.set(u"legend"_s, legendOf(m_reader.object(u"legend"_s)));
        options.set(u"tooltip"_s, tooltip());
        return written(u"timeseries"_s, options, true);
    }

private:
    double number(const QString &key, double fallback) const
    {
        const Json value = m_panel[key];
        if (!value.isNull() && !numberOf(value))
            m_reader.problem(key, QCoreApplication::translate("Errors", "expected a number"));
        return numberOf(value).value_or(fallback);
    }

    static Json rounded(double number) { return numberJson(Json(QString::number(number))); }

    void axis()
    {
        for (const auto &[id, value] : axisProperties(m_reader.array(u"yaxes"_s).at(0))) {
            if (id.startsWith("custom."_L1))
                m_custom.set(id.mid(7), value);
            else
                m_defaults.set(id, value);
        }
        if (!m_defaults.contains(u"decimals"))
            m_defaults.setUnlessNull(u"decimals"_s, numberJson(m_panel[u"decimals"]));
    }

    bool hasBand() const
    {
        for (const Json &rule : m_panel[u"seriesOverrides"].items())
            if (isTruthy(rule[u"fillBelowTo"]))
                return true;
        return false;
    }

    void style()
    {
        const bool bars = m_reader.boolean(u"bars"_s), lines = m_reader.boolean(u"lines"_s, true), points = m_reader.boolean(u"points"_s);
        m_custom.set(u"drawStyle"_s, bars ? u"bars"_s : lines ? u"line"_s : u"points"_s);
        m_custom.set(u"showPoints"_s, points ? u"always"_s : bars || lines ? u"never"_s : u"auto"_s);
        if (points || !(bars || lines))
            m_custom.set(u"pointSize"_s, rounded(2 + 2 * number(u"pointradius"_s, 1)));
        m_custom.set(u"lineWidth"_s, rounded(std::clamp(number(u"linewidth"_s, 1), 0.0, 100.0)));
        const double fill = number(u"fill"_s, 1), gradient = number(u"fillGradient"_s, 0);
        m_custom.set(u"fillOpacity"_s,
                     rounded(bars            ? 100
                                 : hasBand() ? 35
                                             : std::clamp(10 * (gradient > 0 ? gradient : fill), 0.0, 100.0)));
        if (gradient > 0)
            m_custom.set(u"gradientMode"_s, u"opacity"_s);
        if (m_reader.boolean(u"steppedLine"_s))
            m_custom.set(u"lineInterpolation"_s, u"stepAfter"_s);
        if (m_reader.boolean(u"dashes"_s))
            m_custom.set(
                u"lineStyle"_s,
                Json::object({{u"fill"_s, u"dash"_s},
                              {u"dash"_s, Json::array({rounded(number(u"dashLength"_s, 10)), rounded(number(u"spaceLength"_s, 10))})}}));
    }

    void nulls()
    {
        const QString mode = m_reader.text(u"nullPointMode"_s, u"null"_s);
        m_custom.set(u"spanNulls"_s, mode == "connected"_L1);
        m_defaults.set(u"nullValueMode"_s, mode);
    }

    void stack()
    {
        if (!m_reader.boolean(u"stack"_s))
            return;
        const bool percent = m_reader.boolean(u"percentage"_s);
        m_custom.set(u"stacking"_s, Json::object({{u"mode"_s, percent ? u"percent"_s : u"normal"_s}, {u"group"_s, u"A"_s}}));
    }

    // Series of nothing but gaps or zeros are drawn, but neither in the legend nor in the tooltip.
    void unlisted()
    {
        const Json legend = m_reader.object(u"legend"_s);
        const Json from = Json::object({{u"legend"_s, true}, {u"tooltip"_s, true}, {u"viz"_s, false}});
        const Json hidden = Json::array({Json::object({{u"id"_s, u"custom.hideFrom"_s}, {u"value"_s, from}})});
        const std::pair<QString, QString> rules[] = {{u"hideEmpty"_s, u"allIsNull"_s}, {u"hideZero"_s, u"allIsZero"_s}};
        for (const auto &[key, reducer] : rules) {
            if (!isTruthy(legend[key]))
                continue;
            const Json test = Json::object({{u"op"_s, u"gte"_s}, {u"reducer"_s, reducer}, {u"value"_s, Json(0)}});
            const Json matcher = Json::object({{u"id"_s, u"byValue"_s}, {u"options"_s, test}});
            m_overrides = m_overrides.appended(Json::object({{u"matcher"_s, matcher}, {u"properties"_s, hidden}}));
        }
    }

    void thresholds()
    {
        const Json made = graphThresholds(m_reader.array(u"thresholds"_s), m_reader);
        if (made.isNull())
            return;
        m_defaults.set(u"thresholds"_s, made[u"steps"]);
        m_custom.set(u"thresholdsStyle"_s, Json::object({{u"mode"_s, made[u"style"]}}));
    }

    void timeAxis()
    {
        if (m_panel[u"xaxis"][u"show"] != Json(false))
            return;
        const Json hidden = Json::object({{u"id"_s, u"custom.axisPlacement"_s}, {u"value"_s, u"hidden"_s}});
        m_overrides = m_overrides.appended(Json::object(
            {{u"matcher"_s, Json::object({{u"id"_s, u"byType"_s}, {u"options"_s, u"time"_s}})}, {u"properties"_s, Json::array({hidden})}}));
    }

    Json tooltip() const
    {
        const Json old = m_reader.object(u"tooltip"_s);
        const bool shared = old.isNull() ? false : isTruthy(old[u"shared"]);
        const double sort = shared ? numberOf(old[u"sort"]).value_or(0) : 0;
        Draft made;
        made.set(u"mode"_s, shared ? u"multi"_s : u"single"_s);
        made.set(u"sort"_s, sort == 1 ? u"asc"_s : sort == 2 ? u"desc"_s : u"none"_s);
        if (old[u"value_type"].toString() == "cumulative"_L1 && m_reader.boolean(u"stack"_s))
            made.set(u"cumulative"_s, true);
        return made.json();
    }

    Json bars()
    {
        const Json made = barsFromGraph(m_panel);
        axis();
        m_custom = Draft();
        m_defaults.set(u"color"_s, made.get(u"fieldConfig.defaults.color"));
        Draft options(made[u"options"]);
        if (m_panel[u"xaxis"][u"values"].size() == 0)
            options.set(u"reduceOptions"_s, Json::object({{u"values"_s, false}, {u"calcs"_s, Json::strings({u"sum"_s})}}));
        return written(u"bargauge"_s, options, false);
    }

    Json histogram()
    {
        Draft options;
        const Json buckets = numberJson(m_panel[u"xaxis"][u"buckets"]);
        options.setUnlessNull(u"bucketCount"_s, buckets).set(u"combine"_s, false);
        options.set(u"legend"_s, legendOf(m_panel[u"legend"])).set(u"tooltip"_s, tooltip());
        m_custom.set(u"fillOpacity"_s, rounded(std::clamp(10 * number(u"fill"_s, 8), 10.0, 100.0)));
        m_custom.set(u"lineWidth"_s, rounded(std::clamp(number(u"linewidth"_s, 1), 0.0, 10.0)));
        return written(u"histogram"_s, options, true);
    }

    Json written(const QString &type, Draft &options, bool withCustom)
    {
        Draft draft(m_panel), config(m_panel[u"fieldConfig"]);
        for (const char *key : kOldKeys)
            draft.remove(QString(QLatin1String(key)));
        const Json old = m_panel[u"options"];
        if (old[u"dataLinks"].size() > 0 && !m_defaults.contains(u"links"))
            m_defaults.set(u"links"_s, old[u"dataLinks"]);
        if (withCustom)
            m_defaults.set(u"custom"_s, m_custom.json());
        else
            m_defaults.remove(u"custom");
        config.set(u"defaults"_s, m_defaults.json()).set(u"overrides"_s, m_overrides);
        return draft.set(u"type"_s, type)
            .set(u"fieldConfig"_s, config.json())
            .set(u"options"_s, options.json())
            .set(u"pluginVersion"_s, migratedPluginVersion())
            .json();
    }

    const Json &m_panel;
    ModelReader m_reader;
    Draft m_defaults;
    Draft m_custom;
    Json m_overrides;
};

} // namespace

// The graph's own legend counts only where its series were the bars.
Json legendOfBars(const Json &legend)
{
    const bool isShown = !legend.isObject() || isTruthy(legend[u"show"]);
    Draft out;
    out.set(u"displayMode"_s, isShown && isTruthy(legend[u"alignAsTable"]) ? u"table"_s : u"list"_s);
    out.set(u"showLegend"_s, isShown);
    out.set(u"placement"_s, isTruthy(legend[u"rightSide"]) ? u"right"_s : u"bottom"_s);
    out.set(u"calcs"_s, Json::strings(isTruthy(legend[u"values"]) ? calcsOf(legend) : QStringList()));
    if (isTruthy(legend[u"sideWidth"]))
        out.set(u"width"_s, legend[u"sideWidth"]);
    return out.json();
}

Json barsFromGraph(const Json &graph)
{
    const bool ofSeries = graph[u"xaxis"][u"mode"].toString() == "series"_L1;
    Draft options, defaults;
    std::vector<Json> calcs;
    for (const QString &name : ofSeries ? graph[u"xaxis"][u"values"].toStrings() : QStringList())
        if (const QString id = reducerFor(name); !id.isEmpty())
            calcs.push_back(id);
    options.set(u"orientation"_s, u"auto"_s);
    options.set(u"reduceOptions"_s, Json::object({{u"values"_s, false}, {u"calcs"_s, Json::array(calcs)}}));
    options.set(u"legend"_s, legendOfBars(ofSeries ? graph[u"legend"] : Json()));
    if (ofSeries)
        defaults.set(u"color"_s, Json::object({{u"mode"_s, u"palette-classic"_s}}));
    return Json::object({{u"options"_s, options.json()},
                         {u"fieldConfig"_s, Json::object({{u"defaults"_s, defaults.json()}, {u"overrides"_s, Json::array()}})}});
}

Json graphMigrated(const Json &panel, const MigrationContext &context)
{
    return GraphMigration(panel, context).run();
}
