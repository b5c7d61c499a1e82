// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/legendlayout.h>

#include <algorithm>
#include <cmath>
#include <widgets/theme/digits.h>
#include <widgets/theme/paint.h>
#include <widgets/theme/theme.h>

namespace {

constexpr int kMeasured = 200; // items whose text widths are measured; more would only cost time
constexpr int kFlowing = 400; // longer lists stand in columns
constexpr int kLeft = 14;
constexpr int kNameX = 18; // from the swatch
constexpr int kGap = 16;
constexpr int kTightGap = 10;
constexpr int kLine = 20;
constexpr int kMoreWidth = 28; // "+49"
constexpr int kTableRightFrom = 560;

double nameWidth(const LegendModel &model)
{
    double widest = 40;
    for (const LegendItem &item : model.items.first(std::min<qsizetype>(kMeasured, model.items.size())))
        widest = std::max(widest, textWidth(themeFont(TextStyle::Label), item.name.left(80)));
    return std::ceil(widest) + 2;
}

int columnWidth(const LegendModel &model, int column)
{
    double widest = textWidth(themeFont(TextStyle::Caption), model.columns[column]) + (model.sortColumn == column ? 16 : 0);
    for (const LegendItem &item : model.items.first(std::min<qsizetype>(kMeasured, model.items.size()))) {
        if (column < item.values.size())
            widest = std::max(widest, DigitText(item.values[column].text, themeFont(TextStyle::Label)).width());
    }
    return int(std::ceil(widest));
}

// The columns that leave the name its room: they come closer together, then those in the middle go.
QList<LegendColumn> fittingColumns(const LegendModel &model, double room, double name)
{
    QList<LegendColumn> columns;
    double sum = 0;
    for (int i = 0; i < model.columns.size(); ++i) {
        columns.append({i, 0, columnWidth(model, i)});
        sum += columns.last().width;
    }
    while (!columns.isEmpty() && sum + double(columns.size()) * kTightGap + name > room) {
        const qsizetype victim = columns.size() == 1 ? 0 : columns.size() / 2;
        sum -= columns[victim].width;
        columns.removeAt(victim);
    }
    const double gap = columns.isEmpty() ? 0 : (room - name - sum) / double(columns.size());
    for (LegendColumn &column : columns)
        column.width += int(std::clamp<double>(gap, kTightGap, kGap));
    return columns;
}

int visibleRows(int panelHeight)
{
    return panelHeight > 360 ? 6 : panelHeight > 250 ? 4 : panelHeight > 190 ? 3 : 2;
}

int visibleLines(int panelHeight)
{
    return panelHeight > 420 ? 4 : panelHeight > 320 ? 3 : panelHeight > 210 ? 2 : 1;
}

double listItemWidth(const LegendModel &model, const LegendItem &item)
{
    double width = std::min(240.0, std::ceil(textWidth(themeFont(TextStyle::Label), item.name.left(200))) + 1);
    for (qsizetype i = 0; i < item.values.size() && i < model.columns.size(); ++i)
        width += 8 + textWidth(themeFont(TextStyle::Label), model.columns[i] + u' ' + item.values[i].text);
    return kNameX + width;
}

// So long a list costs the same whatever its length.
void layInColumns(const LegendModel &model, const QSize &size, bool single, LegendLayout &layout)
{
    double widest = 0;
    for (const LegendItem &item : model.items.first(kMeasured))
        widest = std::max(widest, listItemWidth(model, item));
    const int count = int(model.items.size());
    const int room = size.width() - 10 - kLeft - (single ? kMoreWidth + kGap : 0);
    layout.cellWidth = std::clamp(int(widest), 1, std::max(1, room));
    layout.perLine = std::max(1, (room + kGap) / (layout.cellWidth + kGap));
    if (single) {
        layout.more = count - layout.perLine;
        layout.moreAt = QPoint(kLeft + layout.perLine * (layout.cellWidth + kGap), 2 + kLine / 2);
    }
    layout.contentHeight = 2 + kLine * ((count + layout.perLine - 1) / layout.perLine) + 2;
}

void flow(const LegendModel &model, const QSize &size, LegendLayout &layout)
{
    const bool single = size.height() < 2 * kLine + 4;
    if (model.items.size() > kFlowing)
        return layInColumns(model, size, single, layout);
    const int edge = size.width() - 10;
    int x = kLeft;
    int y = 2;
    for (int i = 0; i < model.items.size(); ++i) {
        const bool last = i + 1 == model.items.size();
        const int reserve = single && !last && y == 2 ? kMoreWidth : 0;
        const int width = int(std::min<double>(listItemWidth(model, model.items[i]), edge - kLeft - (reserve ? reserve + kGap : 0)));
        if (x > kLeft && x + width + reserve > edge) {
            if (single && y == 2) {
                layout.more = int(model.items.size()) - i;
                layout.moreAt = QPoint(x, y + kLine / 2);
            }
            x = kLeft;
            y += kLine;
        }
        layout.cells.append(QRect(x, y, width, kLine));
        x += width + kGap;
    }
    layout.contentHeight = y + kLine + 2;
}

} // namespace

bool LegendValue::operator==(const LegendValue &other) const
{
    return text == other.text && (number == other.number || (std::isnan(number) && std::isnan(other.number)));
}

void sortLegend(LegendModel &model)
{
    if (model.sortColumn < -1 || model.sortColumn >= model.columns.size())
        return;
    const auto byName = [](const LegendItem &a, const LegendItem &b) { return a.name.localeAwareCompare(b.name) < 0; };
    const auto byValue = [&](const LegendItem &a, const LegendItem &b) {
        const double x = a.values.value(model.sortColumn).number;
        const double y = b.values.value(model.sortColumn).number;
        if (std::isnan(x) || std::isnan(y))
            return !std::isnan(x) && std::isnan(y);
        return model.sortDescending ? x > y : x < y;
    };
    if (model.sortColumn >= 0)
        std::stable_sort(model.items.begin(), model.items.end(), byValue);
    else if (model.sortDescending)
        std::stable_sort(model.items.begin(), model.items.end(), [&](const auto &a, const auto &b) { return byName(b, a); });
    else
        std::stable_sort(model.items.begin(), model.items.end(), byName);
}

LegendModel legendForSize(const LegendModel &model, const QSize &panel)
{
    const bool below = !model.right || panel.width() < kTableRightFrom;
    if (!model.table || !below || (panel.width() >= 400 && panel.height() >= 190))
        return model;
    LegendModel list = model;
    list.table = false;
    list.columns.clear();
    return list;
}

LegendPlace placeLegend(const LegendModel &asked, const QSize &panel, std::optional<double> widthPx)
{
    const LegendModel model = legendForSize(asked, panel);
    LegendPlace place;
    const int w = panel.width();
    const int h = panel.height();
    place.plot = QRect(QPoint(0, 0), panel);
    place.shown = !model.items.isEmpty() && w >= 170 && h >= 116;
    if (!place.shown)
        return place;
    place.right = model.right && w >= kTableRightFrom;
    if (place.right) {
        const double most = w * 0.46;
        const double name = nameWidth(model);
        double wanted = kGap + name + 30;
        for (const LegendColumn &column : fittingColumns(model, most - 46, std::min(140.0, name)))
            wanted += column.width;
        const int width = int(std::clamp(widthPx.value_or(std::min(most, wanted)), 60.0, w * 0.75));
        place.legend = QRect(w - width, 0, width, h);
        place.plot.setRight(w - width - 1);
        return place;
    }
    int height = 0;
    if (model.table) {
        height = kLine * (1 + int(std::min<qsizetype>(model.items.size(), visibleRows(h)))) + 6;
    } else {
        const int lines = visibleLines(h);
        const int content = layoutLegend(model, QSize(w, lines * kLine + 4), false).contentHeight;
        height = std::min(content, lines * kLine + 4) + 2;
    }
    place.legend = QRect(0, h - height, w, height);
    place.plot.setBottom(h - height - 1);
    return place;
}

LegendLayout layoutLegend(const LegendModel &model, const QSize &size, bool right)
{
    LegendLayout layout;
    layout.rowHeight = right ? 24 : kLine;
    if (!right && !model.table) {
        flow(model, size, layout);
        layout.viewHeight = size.height();
        return layout;
    }
    const bool heads = model.table;
    layout.headHeight = heads ? (right ? 36 : kLine + 2) : (right ? 6 : 0);
    const int left = right ? 4 : kLeft;
    const int edge = size.width() - (right ? 12 : 16);
    QList<LegendColumn> columns = fittingColumns(model, edge - left - kNameX, std::min(right ? 60.0 : 90.0, nameWidth(model)));
    int x = edge;
    for (auto column = columns.rbegin(); column != columns.rend(); ++column) {
        column->x = x - column->width;
        x -= column->width;
    }
    layout.columns.append({-1, left + kNameX, x - left - kNameX});
    layout.columns += columns;
    layout.contentHeight = int(model.items.size()) * layout.rowHeight;
    layout.viewHeight = std::max(0, size.height() - layout.headHeight - (right ? 8 : 4));
    return layout;
}

int LegendLayout::itemAt(const QPoint &content, int itemCount) const
{
    if (!flows()) {
        const int item = content.y() < 0 ? -1 : content.y() / rowHeight;
        return item < itemCount ? item : -1;
    }
    if (perLine > 0) {
        const int column = (content.x() - kLeft) / (cellWidth + kGap);
        const int item = (content.y() - 2) / kLine * perLine + column;
        const bool inside = content.x() >= kLeft && content.y() >= 2 && column < perLine && item < itemCount;
        return inside && itemRect(item, 0).contains(content) ? item : -1;
    }
    for (int i = 0; i < cells.size(); ++i) {
        if (cells[i].contains(content))
            return i;
    }
    return -1;
}

QRect LegendLayout::itemRect(int item, int width) const
{
    if (perLine > 0)
        return item < 0 ? QRect() : QRect(kLeft + item % perLine * (cellWidth + kGap), 2 + item / perLine * kLine, cellWidth, kLine);
    return flows() ? cells.value(item) : QRect(0, item * rowHeight, width, rowHeight);
}

int LegendLayout::firstItemAt(int y) const
{
    if (perLine > 0)
        return std::max(0, (y - 2) / kLine) * perLine;
    return flows() ? 0 : std::max(0, y / rowHeight);
}
