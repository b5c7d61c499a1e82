// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtCore/QCoreApplication>
#include <dashboard/migrations/plugins/graph.h>

using namespace Qt::StringLiterals;

namespace {

Json dashOf(const Json &owner)
{
    const auto length = [&](QStringView key) { return Json(std::clamp(numberOf(owner[key]).value_or(10), 0.0, 1000.0)); };
    return Json::object({{u"fill"_s, u"dash"_s}, {u"dash"_s, Json::array({length(u"dashLength"), length(u"spaceLength")})}});
}

// The properties in which the right axis differs from the left one; and its side.
Properties rightAxis(const Json &graph)
{
    Properties out;
    const Properties left = axisProperties(graph[u"yaxes"].at(0)), right = axisProperties(graph[u"yaxes"].at(1));
    const auto valueIn = [](const Properties &all, const QString &id) {
        const auto at = std::find_if(all.begin(), all.end(), [&](const auto &each) { return each.first == id; });
        return at == all.end() ? Json() : at->second;
    };
    for (const auto &[id, value] : right)
        if (id != "custom.axisPlacement"_L1 && valueIn(left, id) != value)
            out.emplace_back(id, value);
    for (const auto &[id, value] : left)
        if (valueIn(right, id).isNull())
            out.emplace_back(id, Json());
    const bool isHidden = graph[u"yaxes"].at(1)[u"show"] == Json(false);
    out.emplace_back(u"custom.axisPlacement"_s, isHidden ? u"hidden"_s : u"right"_s);
    return out;
}

class SeriesRule
{
public:
    SeriesRule(const Json &graph, const Json &rule, const ModelReader &reader) : m_graph(graph), m_rule(rule), m_reader(reader) { }

    Properties run()
    {
        for (const QString &key : m_rule.keys())
            property(key, m_rule[key]);
        if (!m_hideFrom.isEmpty())
            add(u"custom.hideFrom"_s, hideFrom());
        return m_out;
    }

private:
    void add(const QString &id, const Json &value) { m_out.emplace_back(id, value); }

    void number(const QString &key, const Json &value, const QString &id, double factor, double plus = 0)
    {
        if (const std::optional<double> number = numberOf(value))
            add(id, numberJson(Json(QString::number(*number * factor + plus))));
        else if (!value.isNull())
            m_reader.problem(key, QCoreApplication::translate("Errors", "expected a number"));
    }

    Json hideFrom() const
    {
        Draft draft;
        for (const QString &place : {u"viz"_s, u"legend"_s, u"tooltip"_s})
            draft.set(place, m_hideFrom.contains(place));
        return draft.json();
    }

    void property(const QString &key, const Json &value)
    {
        if (key == "yaxis"_L1) {
            if (numberOf(value) == 2)
                for (const auto &[id, each] : rightAxis(m_graph))
                    add(id, each);
        } else if (key == "fill"_L1) {
            number(key, value, u"custom.fillOpacity"_s, 10);
        } else if (key == "linewidth"_L1) {
            number(key, value, u"custom.lineWidth"_s, 1);
        } else if (key == "pointradius"_L1) {
            number(key, value, u"custom.pointSize"_s, 2, 2);
        } else {
            shape(key, value);
        }
    }

    void shape(const QString &key, const Json &value)
    {
        const bool yes = isTruthy(value);
        if (key == "points"_L1)
            add(u"custom.showPoints"_s, yes ? u"always"_s : u"never"_s);
        else if (key == "bars"_L1)
            bars(yes);
        else if (key == "lines"_L1)
            lines(yes);
        else if (key == "steppedLine"_L1)
            add(u"custom.lineInterpolation"_s, yes ? u"stepAfter"_s : u"linear"_s);
        else if (key == "stack"_L1)
            stack(value);
        else if (key == "color"_L1 && value.isString())
            add(u"color"_s, fixedColor(value));
        else if (key == "dashes"_L1)
            add(u"custom.lineStyle"_s, yes ? dashOf(m_rule) : Json::object({{u"fill"_s, u"solid"_s}}));
        else
            rest(key, value);
    }

    void rest(const QString &key, const Json &value)
    {
        if (key == "transform"_L1 && (value.toString() == "negative-Y"_L1 || value.toString() == "constant"_L1))
            add(u"custom.transform"_s, value);
        else if (key == "fillBelowTo"_L1 && isTruthy(value))
            add(u"custom.fillBelowTo"_s, value);
        else if (key == "nullPointMode"_L1 && value.isString())
            add(u"custom.spanNulls"_s, value.toString() == "connected"_L1);
        else if (key == "hiddenSeries"_L1 && isTruthy(value))
            m_hideFrom.append(u"viz"_s);
        else if (key == "legend"_L1 && value == Json(false))
            m_hideFrom.append(u"legend"_s);
        else if (key == "hideTooltip"_L1 && isTruthy(value))
            m_hideFrom.append(u"tooltip"_s);
    }

    void bars(bool yes)
    {
        if (yes)
            add(u"custom.drawStyle"_s, u"bars"_s);
        else if (isTruthy(m_graph[u"bars"]))
            add(u"custom.drawStyle"_s, u"line"_s);
        if (yes && !m_rule.contains(u"fill"))
            add(u"custom.fillOpacity"_s, 100);
    }

    void lines(bool yes)
    {
        if (isTruthy(m_rule[u"bars"]))
            return;
        if (!yes)
            add(u"custom.lineWidth"_s, 0);
        else if (isTruthy(m_graph[u"bars"]) || m_graph[u"lines"] == Json(false))
            add(u"custom.drawStyle"_s, u"line"_s);
    }

    void stack(const Json &value)
    {
        if (!isTruthy(value))
            add(u"custom.stacking"_s, Json::object({{u"mode"_s, u"none"_s}, {u"group"_s, u"A"_s}}));
        else
            add(u"custom.stacking"_s, Json::object({{u"mode"_s, u"normal"_s}, {u"group"_s, value.isString() ? value : Json(u"A"_s)}}));
    }

    const Json &m_graph;
    const Json &m_rule;
    const ModelReader &m_reader;
    Properties m_out;
    QStringList m_hideFrom;
};

} // namespace

Json seriesOverrides(const Json &graph, const ModelReader &reader, const Json &before)
{
    std::vector<Json> rules = before.items();
    const std::vector<Json> items = reader.array(u"seriesOverrides"_s).items();
    QList<ModelProblem> problems;
    for (size_t i = 0; i < items.size(); ++i) {
        const Json alias = items[i][u"alias"];
        if (!items[i].isObject() || !isTruthy(alias))
            continue;
        const ModelReader here = reader.below(u"seriesOverrides"_s, int(i), items[i]);
        const Properties properties = SeriesRule(graph, items[i], here).run();
        if (!properties.empty())
            rules.push_back(overrideRule(here.text(u"alias"_s), properties));
    }
    return Json::array(rules);
}

namespace {
Json colorOf(const Json &threshold)
{
    const QString mode = threshold[u"colorMode"].toString();
    if (mode == "critical"_L1)
        return u"red"_s;
    if (mode == "warning"_L1)
        return u"orange"_s;
    if (mode == "ok"_L1)
        return u"green"_s;
    const Json fill = threshold[u"fillColor"], line = threshold[u"lineColor"];
    return isTruthy(fill) ? fill : isTruthy(line) ? line : Json(u"red"_s);
}
} // namespace

Json graphThresholds(const Json &thresholds, const ModelReader &reader)
{
    std::vector<Json> sorted;
    bool area = false, line = false;
    const std::vector<Json> items = thresholds.items();
    for (size_t i = 0; i < items.size(); ++i) {
        if (!numberOf(items[i][u"value"])) {
            if (!items[i][u"value"].isNull())
                reader.below(u"thresholds"_s, int(i), items[i])
                    .problem(u"value"_s, QCoreApplication::translate("Errors", "expected a number"));
            continue;
        }
        sorted.push_back(items[i]);
        area |= isTruthy(items[i][u"fill"]);
        line |= isTruthy(items[i][u"line"]);
    }
    if (sorted.empty())
        return {};
    std::stable_sort(sorted.begin(), sorted.end(),
                     [](const Json &a, const Json &b) { return *numberOf(a[u"value"]) < *numberOf(b[u"value"]); });
    std::vector<std::pair<Json, Json>> steps;
    for (size_t i = 0; i < sorted.size(); ++i) {
        const Json value = numberJson(sorted[i][u"value"]), color = colorOf(sorted[i]);
        if (steps.empty())
            steps.emplace_back(Json(), sorted[i][u"op"].toString() == "lt"_L1 ? color : Json(u"transparent"_s));
        if (sorted[i][u"op"].toString() != "lt"_L1)
            steps.emplace_back(value, color);
        else
            steps.emplace_back(value,
                               i + 1 < sorted.size() && sorted[i + 1][u"op"].toString() == "lt"_L1 ? colorOf(sorted[i + 1])
                                                                                                   : Json(u"transparent"_s));
    }
    return Json::object({{u"steps"_s, thresholdSteps(steps)}, {u"style"_s, area && line ? u"line+area"_s : area ? u"area"_s : u"line"_s}});
}
