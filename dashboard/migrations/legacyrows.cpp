// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/migrations/legacyrows.h>

#include <QtCore/QCoreApplication>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace {

constexpr int kColumns = 24;

// "250px" or a number of pixels -> cells of 30 px with 8 px between; three at least.
int cells(const Json &height, int fallback)
{
    const Json number = height.isString() ? Json(height.toString().remove("px"_L1)) : height;
    const std::optional<double> px = numberOf(number);
    return px && *px > 0 ? int(std::clamp(std::ceil(*px / 38), 3.0, 1000.0)) : fallback;
}

// Fills one row: the free columns at the right first, then a line further down.
class RowArea
{
public:
    RowArea(int height, int y) : m_height(height), m_y(y) { }

    int y() const { return m_y; }

    GridRect place(int w, int h)
    {
        int first = firstFree();
        if (kColumns - first < w) {
            m_y += m_height;
            m_taken.fill(0);
            first = 0;
        }
        int top = 0;
        for (int x = first; x < kColumns; ++x)
            top = std::max(top, m_taken[size_t(x)]);
        for (int x = first; x < first + w; ++x)
            m_taken[size_t(x)] = std::max(m_taken[size_t(x)], top + h);
        return {first, m_y + top, w, h};
    }

private:
    // Of the columns that end at the right edge and have room below what lies there; lower ones only reach as far left as it rises.
    int firstFree() const
    {
        int first = kColumns;
        for (int x = kColumns - 1; x >= 0; --x) {
            const bool hasRoom = m_taken[size_t(x)] < m_height;
            const bool goesOn = x == kColumns - 1 || m_taken[size_t(x)] <= m_taken[size_t(x + 1)];
            if (!hasRoom || !goesOn)
                break;
            first = x;
        }
        return first;
    }

    int m_height;
    int m_y;
    std::array<int, kColumns> m_taken{};
};

} // namespace

LegacyRows LegacyRows::of(const Json &rows, const MigrationContext &context)
{
    LegacyRows out;
    const std::vector<Json> items = rows.items();
    for (const Json &row : items)
        out.hasHeaders |= isTruthy(row[u"collapse"]) || isTruthy(row[u"showTitle"]) || isTruthy(row[u"repeat"]);
    int y = 0;
    for (size_t i = 0; i < items.size(); ++i) {
        const Json &json = items[i];
        Row row{y, isTruthy(json[u"repeatIteration"]), isTruthy(json[u"collapse"]), {}};
        const MigrationContext here = context.at(u"/%1"_s.arg(i));
        if (!json.isObject() || row.isLeftOut) {
            row.isLeftOut = true;
            out.rows.append(row);
            continue;
        }
        if (const Json height = json[u"height"]; !height.isNull() && !height.isNumber() && !height.isString())
            here.problems->append({here.pointer + "/height"_L1, QCoreApplication::translate("Errors", "expected a height in pixels")});
        y += out.hasHeaders;
        const int rowHeight = cells(json[u"height"], 7);
        RowArea area(rowHeight, y);
        for (const Json &panel : json[u"panels"].items()) {
            const double span = numberOf(panel[u"span"]).value_or(0);
            const int width = int(std::clamp(std::floor(span > 0 ? span : 4) * 2, 1.0, double(kColumns)));
            row.panels.append(area.place(width, cells(panel[u"height"], rowHeight)));
        }
        y = area.y() + (row.isCollapsed && out.hasHeaders ? 0 : rowHeight);
        out.rows.append(row);
    }
    return out;
}

Json placedPanel(const Json &panel, const GridRect &rect)
{
    Draft draft(panel);
    draft.set(u"gridPos"_s, Json::object({{u"h"_s, rect.h}, {u"w"_s, rect.w}, {u"x"_s, rect.x}, {u"y"_s, rect.y}}));
    if (const std::optional<double> span = numberOf(draft[u"minSpan"]))
        draft.set(u"minSpan"_s, Json(qint64(std::clamp(*span * 2, 1.0, double(kColumns)))));
    return draft.remove(u"span").json();
}

Json rowHeader(const Json &row, int y, qint64 id)
{
    Draft draft;
    draft.set(u"collapsed"_s, isTruthy(row[u"collapse"]));
    draft.set(u"gridPos"_s, Json::object({{u"h"_s, 1}, {u"w"_s, kColumns}, {u"x"_s, 0}, {u"y"_s, y}}));
    draft.set(u"id"_s, Json(id));
    draft.set(u"panels"_s, Json::array());
    if (isTruthy(row[u"repeat"]))
        draft.set(u"repeat"_s, row[u"repeat"]);
    return draft.set(u"title"_s, Json(row[u"title"].toString())).set(u"type"_s, u"row"_s).json();
}
