// SPDX-License-Identifier: GPL-3.0-or-later
#include <panels/gauge/gaugeview.h>

#include <cmath>
#include <numbers>
#include <panels/gauge/gaugering.h>
#include <panels/sparkline.h>
#include <widgets/theme/paint.h>

using O = GaugeOptions;
using std::numbers::pi;

namespace {

constexpr int kReadable = 11; // px
constexpr double kArcHeight = 1.53; // of the open arc, in radii
constexpr double kSide = 14;
constexpr double kBandCut = 0.012; // half the gap between two colors of the band

struct Turn {
    double start = pi * 0.83;
    double end = pi * 2.17;
    double height = kArcHeight;

    double at(double share) const { return start + (end - start) * share; }
};

QPointF polar(const QPointF &center, double radius, double angle)
{
    return center + QPointF(radius * std::cos(angle), radius * std::sin(angle));
}

class Layout
{
public:
    Layout(const QList<FieldDisplay> &values, const GaugeOptions &options, const QSizeF &room, const Theme &theme)
        : m_values(values)
        , m_options(options)
        , m_theme(theme)
    {
        const bool manual = options.sizing == O::Sizing::Manual;
        const QSizeF smallest = manual ? QSizeF(options.minVizWidth, options.minVizHeight) : QSizeF(76, 72);
        m_view.grid = vizGrid(int(values.size()), room, options.orientation, smallest, 1.15, 0);
        m_view.namePx = qRound(options.text.titleSize.value_or(12));
        if (options.shape == O::Shape::Circle)
            m_turn = {-pi / 2, pi * 1.5, 2.04};
    }

    GaugeView make()
    {
        for (int i = 0; i < m_values.size(); ++i)
            m_view.items.append(item(i));
        fitValues();
        return std::move(m_view);
    }

private:
    GaugeItem item(int index) const
    {
        const FieldDisplay &value = m_values[index];
        GaugeItem item;
        item.rect = m_view.grid.cellRect(index);
        item.text = valueText(value.value);
        item.valueColor = item.text.isPresent ? m_theme.text.primary : m_theme.chart.noData;
        chooseTexts(item, value);
        const QList<ScaleSection> sections = scaleSections(value, m_theme.brightness);
        placeRing(item, sections, value);
        addArcs(item, sections, value);
        cutRing(item, value, sections, m_options, m_theme);
        addSparkline(item, value);
        item.barGlows = m_options.barGlow && item.value;
        item.glowRadius = m_options.centerGlow && item.value ? innerRadius(item) : 0;
        return item;
    }

    void chooseTexts(GaugeItem &item, const FieldDisplay &value) const
    {
        const QString name = oneLine(value.title);
        switch (m_options.textMode) {
        case O::TextMode::Auto:
            item.name = showsName(value, m_values.size()) ? name : QString();
            break;
        case O::TextMode::ValueAndName:
            item.name = name;
            break;
        case O::TextMode::Name:
            item.text.unit.clear();
            item.text.number = name;
            item.text.isNumber = false;
            break;
        case O::TextMode::None:
            item.text = {};
            break;
        case O::TextMode::Value:
            break;
        }
    }

    static double innerRadius(const GaugeItem &item) { return item.ringRadius - item.ringWidth / 2; }

    void addSparkline(GaugeItem &item, const FieldDisplay &value) const
    {
        const double inner = innerRadius(item);
        item.textCenter = item.center;
        if (!m_options.sparkline || inner < 30 || !item.text.isPresent)
            return;
        const QRectF rect(item.center.x() - inner * 0.55, item.center.y() + inner * 0.3, inner * 1.1, inner * 0.34);
        item.spark = sparklineRuns(value.field.values, value.times, rect);
        if (item.spark.empty())
            return;
        item.sparkRect = rect;
        item.textCenter.ry() -= inner * 0.12;
    }

    double labelRoom(const QList<ScaleSection> &sections, const FieldDisplay &value) const
    {
        double widest = 0;
        if (m_options.showThresholdLabels) {
            for (qsizetype i = 1; i < sections.size() && sections.size() < 20; ++i)
                widest = std::max(widest, textWidth(themeFont(TextStyle::Axis), labelText(value, sections[i].from)) + 4);
        }
        return widest;
    }

    void placeRing(GaugeItem &item, const QList<ScaleSection> &sections, const FieldDisplay &value) const
    {
        const QSizeF cell = item.rect.size();
        const double side = kSide + labelRoom(sections, value);
        const double top = labelRoom(sections, value) > 0 ? 16 : 2;
        const double nameHeight = item.name.isEmpty() ? 0 : m_view.namePx + 8;
        const bool ends = m_options.shape == O::Shape::Gauge
            && std::min(cell.width() / 2 - side, (cell.height() - 10 - top - nameHeight) / m_turn.height) > 62;
        const double height = cell.height() - 4 - top - nameHeight
            - (ends ? 12 + (m_options.barShape == O::BarShape::Rounded ? cell.height() * 0.04 : 0) : 0);
        const double radius = std::max(16.0, std::min(cell.width() / 2 - side, (height - 4) / m_turn.height));
        const double y = top + radius + std::max(0.0, (height - radius * m_turn.height) / 2);
        item.center = item.rect.topLeft() + QPointF(cell.width() / 2, y);
        const bool band = m_options.showThresholdMarkers && !sections.isEmpty();
        item.bandWidth = band ? std::max(3.0, radius * 0.045) : 0;
        item.bandRadius = band ? radius - item.bandWidth / 2 : 0;
        const double outer = radius - item.bandWidth - (band ? std::max(2.0, radius * 0.03) : 0);
        item.ringWidth = std::max(radius < 34 ? 4.0 : 6.0, radius * 0.34 * m_options.barWidthFactor);
        item.ringRadius = outer - item.ringWidth / 2;
        if (!item.name.isEmpty()) {
            const double below = m_options.shape == O::Shape::Circle ? radius + 14 : radius * 0.51 + (ends ? 34 : 16);
            const double middle = std::min(cell.height() - nameHeight / 2 - 2, y + below);
            item.nameRect = QRectF(item.rect.left() + 8, item.rect.top() + middle - nameHeight / 2, cell.width() - 16, nameHeight);
        }
        if (ends)
            addEnds(item, value);
        if (m_options.showThresholdLabels && sections.size() < 20)
            addThresholdLabels(item, sections, value, radius);
    }

    QString labelText(const FieldDisplay &value, double at) const
    {
        const FormattedValue text = formatValue(value.field.config.unit, at, value.field.config.decimals);
        return oneLine(text.joined(), 24);
    }

    void addEnds(GaugeItem &item, const FieldDisplay &value) const
    {
        const QPointF from = polar(item.center, item.ringRadius, m_turn.start);
        const QPointF to = polar(item.center, item.ringRadius, m_turn.end);
        const double below = m_options.barShape == O::BarShape::Rounded ? std::max(13.0, item.ringWidth / 2 + 9) : 13; // clear of the cap
        item.ends = {{labelText(value, value.min), from + QPointF(4, below)}, {labelText(value, value.max), to + QPointF(-4, below)}};
    }

    void addThresholdLabels(GaugeItem &item, const QList<ScaleSection> &sections, const FieldDisplay &value, double radius) const
    {
        for (qsizetype i = 1; i < sections.size(); ++i) {
            const double angle = m_turn.at(scaleShare(value, sections[i].from));
            const QString text = labelText(value, sections[i].from);
            const double width = textWidth(themeFont(TextStyle::Axis), text);
            const QPointF at = polar(item.center, radius + 4, angle);
            item.thresholds.append({text, at + QPointF(std::cos(angle) * width / 2, std::sin(angle) * 7)});
        }
    }

    void addArcs(GaugeItem &item, const QList<ScaleSection> &sections, const FieldDisplay &value) const
    {
        item.track = {m_turn.start, m_turn.end, m_theme.bg.track};
        if (item.bandRadius > 0) {
            const bool cut = sections.size() < 20; // a continuous scale has no seams
            for (qsizetype i = 0; i < sections.size(); ++i) {
                const double from = m_turn.at(scaleShare(value, sections[i].from)) + (cut && i > 0 ? kBandCut : 0);
                const double to = m_turn.at(scaleShare(value, sections[i].to)) - (cut && i + 1 < sections.size() ? kBandCut : -0.002);
                if (to > from)
                    item.band.append({from, std::min(to, m_turn.end), toQColor(sections[i].color)});
            }
        }
        if (std::isnan(value.value.numeric))
            return;
        const double begin = m_options.neutral.value_or(value.min < 0 ? 0 : value.min);
        const double zero = item.zero = m_turn.at(scaleShare(value, begin));
        const double end = m_turn.at(scaleShare(value, value.value.numeric));
        const double from = std::min(zero, end);
        item.value = GaugeArc{from, std::max({zero, end, from + 0.02}), toQColor(value.value.color)};
    }

    void fitValues()
    {
        // A size that the author chose is the largest, and the number may lie over its ring: it has the whole cell.
        const bool chosen = m_options.text.valueSize.has_value();
        const int largest = chosen ? std::max(1, qRound(*m_options.text.valueSize)) : 72;
        int common = largest;
        for (GaugeItem &item : m_view.items) {
            const double inner = innerRadius(item);
            const double share = item.spark.empty() ? 0.74 : 0.56;
            const QString unit = item.text.unit;
            const double width = chosen ? item.rect.width() - 8 : inner * 1.62;
            const double height = chosen ? item.rect.height() : std::max(11.0, inner * share);
            if (item.text.isPresent)
                common = std::min(common, fitValue(item.text, width, height, largest));
            if (item.text.unit != unit && unit != u'%')
                item.unitBelow = unit;
        }
        if (!chosen)
            common = std::max(common, kReadable);
        for (GaugeItem &item : m_view.items)
            item.valuePx = item.text.isPresent ? common : std::min(13, common);
    }

    const QList<FieldDisplay> &m_values;
    const GaugeOptions &m_options;
    const Theme &m_theme;
    Turn m_turn;
    GaugeView m_view;
};

} // namespace

int GaugeView::itemAt(const QPointF &at) const
{
    for (int i = 0; i < items.size(); ++i) {
        if (items[i].rect.contains(at))
            return i;
    }
    return -1;
}

GaugeView layoutGauge(const QList<FieldDisplay> &values, const GaugeOptions &options, const QSizeF &room, const Theme &theme)
{
    return Layout(values, options, room, theme).make();
}
