// SPDX-License-Identifier: GPL-3.0-or-later
#include <panels/stat/statview.h>

#include <cmath>
#include <panels/sparkline.h>
#include <panels/valuetext.h>
#include <widgets/theme/digits.h>
#include <widgets/theme/paint.h>

using O = StatOptions;

namespace {

constexpr double kPad = 14;
constexpr int kSmallestWide = 14; // the least size of a number with its unit
constexpr double kInset = 4; // of a background in its cell
constexpr double kLeastName = 24; // px; narrower says nothing
constexpr double kCapShare = 0.72; // height of a digit in its font size

struct Look {
    bool value = true;
    bool name = false;
    bool wide = false;
    bool background = false;
    int namePx = 12;
    int percentPx = 12;
};

Look lookOf(const StatOptions &options, qsizetype count, const QSizeF &cell)
{
    Look look;
    look.value = options.textMode != O::TextMode::None;
    look.name = options.textMode == O::TextMode::ValueAndName || (options.textMode == O::TextMode::Auto && count > 1);
    look.wide = look.name && options.wideLayout && cell.width() / cell.height() > 2.5;
    look.background = options.colorMode == O::ColorMode::Background || options.colorMode == O::ColorMode::BackgroundSolid;
    look.namePx = qRound(options.text.titleSize.value_or(12));
    look.percentPx = qRound(options.percentSize.value_or(12));
    return look;
}

double percentChange(const Column &values)
{
    double first = NAN;
    double last = NAN;
    for (qsizetype b = 0; b < values.blockCount(); ++b) {
        for (const double value : values.block(b)) {
            if (!std::isfinite(value))
                continue;
            if (std::isnan(first))
                first = value;
            last = value;
        }
    }
    return (last - first) / first * 100;
}

// Grafana's tilt of the gradient: darker and a little turned at the one end, nearly the color itself at the other.
QColor tilted(const QColor &color, double darker, int hue)
{
    float h = 0, s = 0, l = 0, a = 0;
    color.getHslF(&h, &s, &l, &a);
    h = std::fmod(std::max(h, 0.0f) + 1.0f + float(hue) / 360.0f, 1.0f);
    return QColor::fromHslF(h, s, std::clamp(l - float(darker), 0.0f, 1.0f), a);
}

class Layout
{
public:
    Layout(const QList<FieldDisplay> &values, const StatOptions &options, const QSizeF &room, const Theme &theme)
        : m_values(values)
        , m_options(options)
        , m_theme(theme)
    {
        m_view.grid = vizGrid(int(values.size()), room, options.orientation, QSizeF(84, 40), 2.2, 0);
        m_look = lookOf(options, values.size(), m_view.grid.cell);
        m_view.namePx = m_look.namePx;
        m_view.percentPx = m_look.percentPx;
        const bool left = options.justifyMode == O::JustifyMode::Auto && values.size() > 1;
        m_view.alignment = left ? Qt::AlignLeft : Qt::AlignHCenter;
    }

    StatView make()
    {
        for (int i = 0; i < m_values.size(); ++i)
            m_view.items.append(start(i));
        fitValues();
        for (StatItem &item : m_view.items)
            placeText(item);
        separate();
        return std::move(m_view);
    }

private:
    double nameHeight() const { return m_look.name && !m_look.wide ? m_look.namePx + 6 : 0; }

    StatItem start(int index) const
    {
        const FieldDisplay &value = m_values[index];
        StatItem item;
        item.rect = m_view.grid.cellRect(index);
        colorize(item, value.value.color);
        if (m_look.name)
            item.name = oneLine(value.title);
        if (m_look.value)
            setText(item, value);
        addSpark(item, value);
        addPercent(item, value);
        return item;
    }

    void colorize(StatItem &item, Rgba rgba) const
    {
        const QColor color = toQColor(rgba);
        item.nameColor = m_theme.text.secondary;
        item.valueColor = m_options.colorMode == O::ColorMode::None ? m_theme.text.primary : printedColor(rgba, m_theme);
        item.sparkColor = m_options.colorMode == O::ColorMode::None ? m_theme.text.secondary : color;
        if (!m_look.background)
            return;
        item.background = item.rect.adjusted(kInset, 0, -kInset, -kInset);
        item.backgroundFrom = item.backgroundTo = color;
        if (m_options.colorMode == O::ColorMode::Background) {
            item.backgroundFrom = tilted(color, m_theme.isDark() ? 0.15 : -0.10, 8);
            item.backgroundTo = tilted(color, m_theme.isDark() ? 0.05 : -0.03, -8);
        }
        item.valueColor = toQColor(smallText(mix(toRgba(item.backgroundFrom), toRgba(item.backgroundTo), 0.5)));
        item.sparkColor = item.valueColor;
        item.nameColor = item.valueColor;
    }

    void setText(StatItem &item, const FieldDisplay &value) const
    {
        ValueText text = valueText(value.value);
        if (m_options.textMode == O::TextMode::Name)
            text = ValueText{oneLine(value.title), {}, false, false, true};
        item.number = text.number;
        item.unit = text.unit;
        item.unitFirst = text.unitFirst;
        item.isNumber = text.isNumber;
        item.isPresent = text.isPresent;
        if (!text.isPresent && !m_look.background)
            item.valueColor = m_theme.chart.noData;
    }

    void addSpark(StatItem &item, const FieldDisplay &value) const
    {
        if (m_options.graphMode == O::GraphMode::None || value.row >= 0 || item.rect.height() <= 56)
            return;
        const double full = item.rect.height();
        const double height = m_look.value ? full * (full < 90 ? 0.34 : 0.4) : full - 8;
        const double inset = m_look.background ? kInset : m_values.size() > 1 ? 10 : 0;
        const double foot = item.rect.bottom() - (m_look.background ? kInset : 0);
        item.sparkRect = QRectF(item.rect.left() + inset, foot - height, item.rect.width() - 2 * inset, height);
        item.spark = sparklineRuns(value.field.values, value.times, item.sparkRect.adjusted(0, 4, 0, -3));
        item.sparkFill = m_options.graphMode == O::GraphMode::Area ? (m_look.background ? 0.35 : 0.30) : 0;
        if (item.spark.empty())
            item.sparkRect = {};
    }

    void addPercent(StatItem &item, const FieldDisplay &value) const
    {
        if (!m_options.showPercentChange || value.row >= 0)
            return;
        const double change = percentChange(value.field.values);
        if (!std::isfinite(change))
            return;
        const QString arrow = change > 0 ? QStringLiteral("↑ ") : change < 0 ? QStringLiteral("↓ ") : QString();
        const double size = std::abs(change);
        item.percent = arrow + QString::number(size, 'f', size < 1000 ? 1 : 0) + u'%';
        const bool good = (change > 0) != (m_options.percentChangeColorMode == O::PercentColor::Inverted);
        item.percentColor = change == 0 ? m_theme.text.secondary : good ? m_theme.good.text : m_theme.bad.text;
        if (m_look.background || m_options.percentChangeColorMode == O::PercentColor::SameAsValue)
            item.percentColor = item.valueColor;
    }

    // The height that the number has for itself.
    double valueHeight(const StatItem &item) const
    {
        const double below = percentInCorner(item) || item.percent.isEmpty() ? 0 : m_look.percentPx + 4;
        return item.rect.height() - item.sparkRect.height() - nameHeight() - below - 8;
    }

    bool percentInCorner(const StatItem &item) const { return !m_look.wide && item.rect.width() > 200 && item.rect.height() > 90; }

    double nameWidthWide(const StatItem &item) const
    {
        // The name gives way to the unit as long as a quarter of the cell is left to it.
        const double cell = item.rect.width();
        const int size = m_options.text.valueSize ? qRound(*m_options.text.valueSize) : kSmallestWide;
        const double rest = cell - 2 * kPad - 12 - std::ceil(BigNumber(item.number, item.unit, size).width());
        if (m_options.text.valueSize) // nothing else gives way
            return std::clamp(textWidth(themeFont(m_look.namePx, 500), item.name) + 2, 0.0, std::max(0.0, rest));
        const double most = std::min(cell * 0.5, rest >= cell * 0.25 ? rest : cell * 0.5);
        return std::min(most, textWidth(themeFont(m_look.namePx, 500), item.name) + 2);
    }

    // All items in one size, so that they compare.
    void fitValues()
    {
        // A size that the author chose is the largest: the panel may be smaller here.
        const int largest = m_options.text.valueSize ? std::max(1, qRound(*m_options.text.valueSize)) : 64;
        const double share = m_options.text.valueSize ? 1 / kCapShare : 0.74;
        int common = largest;
        for (StatItem &item : m_view.items) {
            const double name = m_look.wide ? nameWidthWide(item) + 12 : 0;
            if (!item.isPresent || !m_look.value)
                continue;
            ValueText text{item.number, item.unit, item.unitFirst, item.isNumber, true};
            const double width = item.rect.width() - 2 * kPad - name;
            common = std::min(common, fitValue(text, width, std::max(14.0, valueHeight(item) * share), largest));
            item.unit = text.unit;
        }
        for (StatItem &item : m_view.items)
            item.valuePx = !m_look.value ? 0 : item.isPresent ? common : std::min(common, 14);
    }

    void placeText(StatItem &item) const
    {
        const QRectF &cell = item.rect;
        const double room = valueHeight(item);
        const double cap = item.valuePx * kCapShare;
        const double baseline = cell.top() + nameHeight() + 4 + (room + cap) / 2;
        item.valueRect = QRectF(cell.left() + kPad, baseline - cap, cell.width() - 2 * kPad, cap);
        if (m_look.name) {
            const double height = m_look.namePx + 4;
            double middle = std::max(cell.top() + height / 2 + 2, item.valueRect.top() - 5 - height / 2);
            if (!m_look.value)
                middle = cell.top() + height / 2 + 4;
            const double side = m_view.alignment == Qt::AlignLeft ? kPad : 10;
            item.nameRect = QRectF(cell.left() + side, middle - height / 2, cell.width() - side - 10, height);
        }
        if (m_look.wide) {
            // The value is printed as small as it can be: the name gives way.
            const double rest = cell.width() - 2 * kPad - 12 - std::ceil(BigNumber(item.number, item.unit, item.valuePx).width());
            const double name = rest < kLeastName ? 0 : std::min(nameWidthWide(item), rest);
            item.nameRect = QRectF(cell.left() + kPad, item.valueRect.center().y() - m_look.namePx, name, 2 * m_look.namePx);
            item.valueRect.setLeft(item.nameRect.right() + 12);
        }
        if (!item.percent.isEmpty())
            placePercent(item);
    }

    void placePercent(StatItem &item) const
    {
        const double height = m_look.percentPx + 4;
        const double width = textWidth(themeFont(m_look.percentPx, 500), item.percent) + 2;
        if (!percentInCorner(item)) {
            item.percentRect = QRectF(item.valueRect.left(), item.valueRect.bottom() + 5, item.valueRect.width(), height);
            return;
        }
        item.percentRect = QRectF(item.rect.right() - kPad - width, item.rect.top() + 6, width, height);
        if (!item.nameRect.intersects(item.percentRect.adjusted(-8, 0, 0, 0)))
            return;
        const double cut = item.nameRect.right() - item.percentRect.left() + 8;
        item.nameRect.adjust(m_view.alignment == Qt::AlignLeft ? 0 : cut, 0, -cut, 0); // stays in the middle
    }

    void separate()
    {
        if (m_look.background)
            return;
        const VizGrid &grid = m_view.grid;
        for (int column = 1; column < grid.columns; ++column) {
            const double x = column * grid.cell.width();
            m_view.separators.append(QLineF(x, 8, x, grid.content.height() - 14));
        }
        for (int row = 1; row < grid.rows; ++row) {
            const double y = row * grid.cell.height();
            m_view.separators.append(QLineF(8, y, grid.content.width() - 8, y));
        }
    }

    const QList<FieldDisplay> &m_values;
    const StatOptions &m_options;
    const Theme &m_theme;
    StatView m_view;
    Look m_look;
};

} // namespace

int StatView::itemAt(const QPointF &at) const
{
    for (int i = 0; i < items.size(); ++i) {
        if (items[i].rect.contains(at))
            return i;
    }
    return -1;
}

StatView layoutStat(const QList<FieldDisplay> &values, const StatOptions &options, const QSizeF &room, const Theme &theme)
{
    return Layout(values, options, room, theme).make();
}
