// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/jsonscan.h>
#include <dashboard/layout.h>
#include <dashboard/v2/v2layout.h>
#include <dashboard/v2/v2panel.h>
#include <dashboard/v2/v2sections.h>
#include <dashboard/v2/v2settings.h>
#include <dashboard/v2/v2shape.h>

using namespace Qt::StringLiterals;

namespace {

constexpr int kPageWidth = 1528, kGap = 8, kRowHeight = 30; // px: 24 columns of 56 with gaps; of a row of the grid
constexpr int kLowest = 100'000;

// Of an automatic grid: px as Grafana has them by name.
double pixelsOf(const Json &spec, const char16_t *mode, const char16_t *custom, const std::array<std::pair<const char *, int>, 3> &named)
{
    const QString name = spec[mode].toString(u"standard"_s);
    if (name == "custom"_L1 && spec[custom].toDouble() > 0)
        return std::clamp(spec[custom].toDouble(), 50.0, 10'000.0);
    for (const auto &[key, px] : named)
        if (name == QLatin1String(key))
            return px;
    return named[1].second;
}

struct AutoGrid {
    int columns = 3; // at most
    int height = 9; // units

    static AutoGrid of(const Json &spec)
    {
        const double width = pixelsOf(spec, u"columnWidthMode", u"columnWidth", {{{"narrow", 192}, {"standard", 448}, {"wide", 768}}});
        const double height = pixelsOf(spec, u"rowHeightMode", u"rowHeight", {{{"short", 168}, {"standard", 320}, {"tall", 512}}});
        const int most = int(std::clamp<qint64>(spec[u"maxColumnCount"].toInt(3), 1, kGridColumns));
        const int fit = std::max(1, int((kPageWidth + kGap) / (width + kGap)));
        return {std::min(most, fit), std::max(1, qRound((height + kGap) / (kRowHeight + kGap)))};
    }
};

bool fillsScreen(const Json &spec)
{
    return spec[u"fillScreen"].toBool();
}

class Flattening
{
public:
    Flattening(const Json &elements, const QString &root) : m_elements(elements), m_root(root) { }

    QList<PanelNode> run(const Json &layout)
    {
        walk(layout, m_root + "/layout"_L1, 0, nullptr);
        return m_nodes;
    }

private:
    void walk(const Json &layout, const QString &pointer, int depth, PanelNode *row)
    {
        if (depth > kMaxSectionDepth)
            return;
        const Json spec = layout[u"spec"];
        for (const QString &list : {u"rows"_s, u"tabs"_s}) {
            const std::vector<Json> sections = spec[list].items();
            const QString bar = list == "tabs"_L1 && !sections.empty() ? u"tabs-%1"_s.arg(m_bars++) : QString();
            for (size_t i = 0; i < sections.size(); ++i)
                section(sections[i][u"spec"], u"%1/spec/%2/%3"_s.arg(pointer, list).arg(i), depth, bar);
        }
        const int top = m_bottom;
        const bool isAuto = layout[u"kind"] == Json(u"AutoGridLayout"_s);
        const AutoGrid grid = AutoGrid::of(spec);
        const std::vector<Json> items = spec[u"items"].items();
        for (size_t i = 0; i < items.size(); ++i) {
            const Json item = items[i][u"spec"];
            GridRect rect = autoPlace(int(std::min<size_t>(i, kLowest)), int(items.size()), grid.columns, grid.height);
            rect.y += top;
            if (!isAuto && item.contains(u"width"))
                rect = {int(item[u"x"].toInt()), top + int(std::clamp<qint64>(item[u"y"].toInt(), 0, kLowest)),
                        int(item[u"width"].toInt(12)), int(std::clamp<qint64>(item[u"height"].toInt(9), 1, kLowest))};
            element(item, u"%1/spec/items/%2"_s.arg(pointer).arg(i), rect, isAuto ? grid.columns : 0, row);
        }
    }

    void section(const Json &spec, const QString &pointer, int depth, const QString &bar)
    {
        Panel header;
        header.id = kFirstRowId + m_sections++;
        header.type = u"row"_s;
        header.title = spec[u"title"].toString();
        header.gridPos = {0, m_bottom++, kGridColumns, 1};
        header.repeat = spec[u"repeat"][u"value"].toString();
        header.raw = spec;
        header.pointer = header.place = pointer;
        header.traits.conditions = spec[u"conditionalRendering"];
        header.traits.hidesHeader = bar.isEmpty() && spec[u"hideHeader"].toBool();
        header.traits.fillsScreen = fillsScreen(spec) || fillsScreen(spec[u"layout"][u"spec"]);
        header.traits.depth = depth;
        header.traits.tabs = bar;
        header.traits.variables = v2Variables(spec[u"variables"], pointer + "/spec/variables"_L1, header.problems);
        PanelNode row;
        row.collapsed = bar.isEmpty() && spec[u"collapse"].toBool() && !header.traits.hidesHeader; // nothing could open it
        row.panel = std::make_shared<const Panel>(header);
        const qsizetype at = m_nodes.size();
        m_nodes.append(row);
        PanelNode folded = row;
        walk(spec[u"layout"], pointer + "/spec/layout"_L1, depth + 1, row.collapsed ? &folded : nullptr);
        m_nodes[at] = folded;
    }

    void element(const Json &item, const QString &pointer, const GridRect &rect, int columns, PanelNode *row)
    {
        const QString name = item[u"element"][u"name"].toString();
        if (!m_elements[name].isObject())
            return;
        Json json = classicPanelOf(m_elements[name]);
        json = json.with(u"gridPos", Json::object({{u"x"_s, rect.x}, {u"y"_s, rect.y}, {u"w"_s, rect.w}, {u"h"_s, rect.h}}));
        if (const Json repeat = item[u"repeat"]; repeat[u"value"].isString()) {
            json = json.with(u"repeat", repeat[u"value"]);
            json = json.with(u"repeatDirection", repeat[u"direction"].isString() ? repeat[u"direction"] : Json(u"h"_s));
            if (repeat[u"maxPerRow"].isNumber())
                json = json.with(u"maxPerRow", repeat[u"maxPerRow"]);
        }
        const QString at = m_root + "/elements/"_L1 + pointerEscaped(name);
        Panel panel = json[u"libraryPanel"].isObject() ? missingLibraryPanel(json, at) : readPanel(json, at);
        panel.place = pointer;
        for (ModelProblem &problem : panel.problems)
            problem.pointer = v2PanelPointer(at, pointer, problem.pointer);
        panel.traits.conditions = item[u"conditionalRendering"];
        panel.traits.columns = columns;
        m_bottom = std::max(m_bottom, std::min(rect.bottom(), kLowest));
        (row ? row->children : m_nodes).append({std::make_shared<const Panel>(panel), false, {}});
    }

    Json m_elements;
    QString m_root;
    QList<PanelNode> m_nodes;
    int m_bottom = 0;
    int m_sections = 0;
    int m_bars = 0;
};

} // namespace

QList<PanelNode> v2Nodes(const Json &spec, const QString &root)
{
    return Flattening(spec[u"elements"], root).run(spec[u"layout"]);
}
