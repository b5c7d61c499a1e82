// SPDX-License-Identifier: GPL-3.0-or-later
#include <panels/bargauge/bargaugeview.h>

#include <cmath>
#include <panels/legendvalues.h>
#include <panels/singlevaluescale.h>
#include <widgets/theme/digits.h>
#include <widgets/theme/paint.h>

using O = BarGaugeOptions;

namespace {

constexpr double kPad = 14;
constexpr double kCell = 8; // LCD
constexpr double kCellGap = 2;
constexpr int kSmallestValue = 9;
constexpr double kNarrow = 340; // under it names stand above the bars

// One text size for all values; a value in another size would not compare.
double valueWidth(const ValueText &text, int px)
{
    return DigitText(text.unitFirst ? text.unit + text.number : text.number + (text.unit.isEmpty() ? QString() : u' ' + text.unit),
                     themeFont(px, 600))
        .width();
}

class Layout
{
public:
    Layout(const QList<FieldDisplay> &values, const BarGaugeOptions &options, const QSizeF &room, const Theme &theme)
        : m_values(values)
        , m_options(options)
        , m_theme(theme)
        , m_room(room)
    {
        m_view.vertical = options.orientation == VizOrientation::Vertical
            || (options.orientation == VizOrientation::Auto && room.width() > room.height());
        m_view.namePx = qRound(options.text.titleSize.value_or(m_view.vertical ? 11 : 12));
        m_view.valuePx = qRound(options.text.valueSize.value_or(m_view.vertical ? 12 : 13));
        for (const FieldDisplay &value : values) {
            m_texts.append(valueText(value.value));
            const bool named = options.namePlacement != O::NamePlacement::Hidden && showsName(value, values.size());
            m_names.append(named ? oneLine(value.title) : QString());
        }
    }

    BarGaugeView make()
    {
        measure();
        makeGrid();
        for (int i = 0; i < m_values.size(); ++i)
            m_view.items.append(m_view.vertical ? verticalItem(i) : horizontalItem(i));
        return std::move(m_view);
    }

private:
    bool hidesValues() const { return m_options.valueMode == O::ValueMode::Hidden; }
    bool isManual() const { return m_options.sizing == O::Sizing::Manual; }

    void measure()
    {
        m_nameOnTop = m_options.namePlacement == O::NamePlacement::Top
            || (m_options.namePlacement == O::NamePlacement::Auto && m_room.width() < kNarrow);
        m_named = std::any_of(m_names.begin(), m_names.end(), [](const QString &name) { return !name.isEmpty(); });
        const QFont font = themeFont(m_view.namePx, 400);
        if (m_named && !m_nameOnTop) {
            for (const QString &name : m_names)
                m_nameWidth = std::max(m_nameWidth, std::min(m_room.width() * 0.34, textWidth(font, name) + 14));
        }
        if (hidesValues() || m_view.vertical)
            return;
        const double most = std::max(40.0, (m_room.width() - 2 * kPad - m_nameWidth) * (m_nameOnTop ? 0.8 : 0.6));
        shrinkValues(most);
        m_valueWidth = std::min(widestValue(), std::max(most, m_room.width() - 2 * kPad - 24));
    }

    double widestValue() const
    {
        double width = 0;
        for (const ValueText &text : m_texts)
            width = std::max(width, valueWidth(text, m_view.valuePx));
        return width;
    }

    // The print gets smaller, then per cent signs go; other units stay, since they say the scale: 776 mW is not 776 W.
    void shrinkValues(double most)
    {
        while (!m_options.text.valueSize && m_view.valuePx > kSmallestValue && widestValue() > most)
            --m_view.valuePx;
        if (widestValue() <= most)
            return;
        for (ValueText &text : m_texts)
            if (text.unit == u'%')
                text.unit.clear();
    }

    void makeGrid()
    {
        const int count = std::max<int>(1, int(m_values.size()));
        VizOrientation orientation = m_view.vertical ? VizOrientation::Vertical : VizOrientation::Horizontal;
        double smallestHeight = m_nameOnTop && m_named ? m_view.namePx + 22 : std::max(22, m_view.valuePx + 7);
        double smallestWidth = 44;
        if (isManual()) {
            smallestHeight = m_options.minVizHeight;
            smallestWidth = m_options.minVizWidth;
        }
        const double pad = m_view.vertical ? 8 : 4;
        const QSizeF room(m_room.width() - (m_view.vertical ? 2 * pad : 0), m_room.height() - (m_view.vertical ? 0 : 2 * pad));
        m_view.grid = vizGrid(count, room, orientation, QSizeF(smallestWidth, smallestHeight), 1, 0);
        m_offset = m_view.vertical ? QPointF(pad, 0) : QPointF(0, pad);
        const double most = isManual() ? m_options.maxVizHeight : (m_nameOnTop ? m_view.namePx + 36 : 46);
        if (!m_view.vertical && m_view.grid.cell.height() > most) {
            m_view.grid.cell.setHeight(most);
            m_offset.ry() = pad + (room.height() - most * count) / 2;
            m_view.grid.content.setHeight(room.height());
        }
        if (m_view.vertical && !hidesValues())
            shrinkValues(m_view.grid.cell.width());
        m_view.grid.content += m_view.vertical ? QSizeF(2 * pad, 0) : QSizeF(0, 2 * pad);
    }

    BarItem start(int index) const
    {
        BarItem item;
        item.rect = m_view.grid.cellRect(index).translated(m_offset);
        item.name = m_names[index];
        item.text = m_texts[index];
        item.valueColor = m_theme.text.primary;
        if (!item.text.isPresent)
            item.valueColor = m_theme.chart.noData;
        else if (m_options.valueMode == O::ValueMode::Color)
            item.valueColor = m_theme.isDark() ? toQColor(mix(m_values[index].value.color, {255, 255, 255, 255}, 0.12))
                                               : printedColor(m_values[index].value.color, m_theme);
        return item;
    }

    BarItem horizontalItem(int index) const
    {
        BarItem item = start(index);
        const QRectF &cell = item.rect;
        const double right = cell.right() - kPad;
        QRectF bar;
        if (m_nameOnTop) {
            const bool head = m_named || !hidesValues();
            const double line = head ? std::max(m_view.namePx, m_view.valuePx) + 5 : 0;
            const double height
                = isManual() ? std::max(2.0, cell.height() - line - 8) : std::max(6.0, std::min(16.0, cell.height() - line - 8));
            const double top = cell.top() + (cell.height() - line - height) / 2;
            item.nameRect = QRectF(cell.left() + kPad, top,
                                   std::max(0.0, cell.width() - 2 * kPad - (hidesValues() ? 0 : m_valueWidth + 10)), line - 2);
            item.valueRect = QRectF(right - m_valueWidth, top, m_valueWidth, line - 2);
            bar = QRectF(cell.left() + kPad, top + line, cell.width() - 2 * kPad, height);
        } else {
            const double height = isManual() ? std::max(2.0, cell.height() - 6) : std::max(4.0, std::min(20.0, cell.height() - 10));
            item.nameRect = QRectF(cell.left() + kPad, cell.top(), std::max(0.0, m_nameWidth - 12), cell.height());
            item.valueRect = QRectF(right - m_valueWidth, cell.top(), m_valueWidth, cell.height());
            const double end = hidesValues() ? right : item.valueRect.left() - 14;
            bar = QRectF(cell.left() + kPad + m_nameWidth, cell.center().y() - height / 2, 0, height);
            bar.setRight(std::max(bar.left() + 4, end));
        }
        if (hidesValues())
            item.valueRect = {};
        fill(item, m_values[index], bar);
        return item;
    }

    BarItem verticalItem(int index) const
    {
        BarItem item = start(index);
        const QRectF &cell = item.rect;
        const double head = hidesValues() ? 6 : m_view.valuePx + 12;
        const double foot = m_named ? m_view.namePx + 12 : 8;
        item.nameAlignment = item.valueAlignment = Qt::AlignHCenter;
        item.nameRect = QRectF(cell.left() + 2, cell.bottom() - foot + 3, cell.width() - 4, m_view.namePx + 5);
        if (!hidesValues())
            item.valueRect = QRectF(cell.left(), cell.top() + 3, cell.width(), m_view.valuePx + 6);
        item.radius = 4;
        const double width = std::max(2.0, cell.width() * 0.72);
        fill(item, m_values[index],
             QRectF(cell.center().x() - width / 2, cell.top() + head, width, std::max(4.0, cell.height() - head - foot)));
        return item;
    }

    // Along the bar, from the low end: 0..1 -> the part of the bar between two shares.
    QRectF part(const QRectF &bar, double from, double to) const
    {
        if (m_view.vertical)
            return QRectF(bar.left(), bar.bottom() - bar.height() * to, bar.width(), bar.height() * (to - from));
        return QRectF(bar.left() + bar.width() * from, bar.top(), bar.width() * (to - from), bar.height());
    }

    QLineF across(const QRectF &bar, double share, double beyond) const
    {
        if (m_view.vertical) {
            const double y = bar.bottom() - bar.height() * share;
            return QLineF(bar.left() - beyond, y, bar.right() + beyond, y);
        }
        const double x = bar.left() + bar.width() * share;
        return QLineF(x, bar.top() - beyond, x, bar.bottom() + beyond);
    }

    void fill(BarItem &item, const FieldDisplay &value, const QRectF &bar) const
    {
        const bool present = !std::isnan(value.value.numeric);
        const double zero = value.min < 0 ? scaleShare(value, 0) : 0;
        const double end = scaleShare(value, value.value.numeric);
        const QList<ScaleSection> sections = scaleSections(value, m_theme.brightness);
        if (m_options.displayMode == O::DisplayMode::Lcd) {
            addCells(item, value, bar, present ? std::min(zero, end) : 0, present ? std::max(zero, end) : 0);
            return;
        }
        if (m_options.showUnfilled)
            item.track = bar;
        if (present) {
            const double least = 2 / std::max(1.0, m_view.vertical ? bar.height() : bar.width());
            const double from = std::min(zero, end);
            const QColor color = toQColor(value.value.color);
            BarPiece piece{part(bar, from, std::max({zero, end, from + least})), color, color};
            if (m_options.displayMode == O::DisplayMode::Gradient)
                piece.from = toQColor(mix(toRgba(m_theme.bg.panel), value.value.color, m_view.vertical ? 0.45 : 0.38));
            item.pieces.append(piece);
        }
        if (sections.size() < 20) {
            for (qsizetype i = 1; i < sections.size(); ++i)
                item.notches.append(across(bar, scaleShare(value, sections[i].from), 0));
        }
        if (value.min < 0 && value.max > 0)
            item.zero = across(bar, zero, 3);
    }

    void addCells(BarItem &item, const FieldDisplay &value, const QRectF &bar, double from, double to) const
    {
        const double length = m_view.vertical ? bar.height() : bar.width();
        const int count = std::max(1, int((length + kCellGap) / (kCell + kCellGap)));
        const double pitch = (length + kCellGap) / count;
        const double cell = (pitch - kCellGap) / length;
        const DisplayProcessor processor(value.field, m_theme.brightness);
        for (int i = 0; i < count; ++i) {
            const double share = i * pitch / length;
            const double middle = (i + 0.5) / count;
            const bool lit = to > from && share < to && share + cell > from;
            if (!lit && !m_options.showUnfilled)
                continue;
            const QColor color = lit ? toQColor(processor.number(value.min + (value.max - value.min) * middle).color) : m_theme.bg.track;
            item.pieces.append({part(bar, share, share + cell), color, color});
        }
        item.radius = 1;
    }

    const QList<FieldDisplay> &m_values;
    const BarGaugeOptions &m_options;
    const Theme &m_theme;
    QSizeF m_room;
    QPointF m_offset;
    QList<ValueText> m_texts;
    QStringList m_names;
    bool m_nameOnTop = false;
    bool m_named = false;
    double m_nameWidth = 0;
    double m_valueWidth = 0;
    BarGaugeView m_view;
};

} // namespace

int BarGaugeView::itemAt(const QPointF &at) const
{
    for (int i = 0; i < items.size(); ++i) {
        if (items[i].rect.contains(at))
            return i;
    }
    return -1;
}

BarGaugeView layoutBarGauge(const QList<FieldDisplay> &values, const BarGaugeOptions &options, const QSizeF &room, const Theme &theme)
{
    return Layout(values, options, room, theme).make();
}

LegendModel barGaugeLegend(const QList<FieldDisplay> &values, const LegendOptions &options, Brightness theme, const QTimeZone &zone)
{
    if (!options.shown())
        return {};
    QStringList calcs;
    LegendModel legend = legendFrame(options, calcs);
    for (const FieldDisplay &each : values) {
        LegendItem item;
        item.name = each.row < 0 ? each.title : (each.field.state.displayName.isEmpty() ? each.field.name : each.field.state.displayName);
        item.color = toQColor(each.value.color);
        item.swatch = LegendItem::Swatch::Bars;
        const auto same = [&](const LegendItem &other) { return other.name == item.name; };
        if (each.row >= 0 && std::any_of(legend.items.begin(), legend.items.end(), same))
            continue;
        for (const QString &calc : std::as_const(calcs))
            item.values.append(legendValue(each.field, calc, theme, zone));
        legend.items.append(item);
    }
    finishLegend(legend, options);
    return legend;
}
