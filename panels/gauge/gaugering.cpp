// SPDX-License-Identifier: GPL-3.0-or-later
#include <panels/gauge/gaugering.h>

#include <cmath>

using O = GaugeOptions;

namespace {

constexpr double kSlice = 0.05; // radians of one colour of a gradient

class Ring
{
public:
    Ring(GaugeItem &item, const FieldDisplay &value, const QList<ScaleSection> &sections, const GaugeOptions &options, const Theme &theme)
        : m_item(item)
        , m_value(value)
        , m_sections(sections)
        , m_options(options)
        , m_theme(theme)
    {
    }

    void cut()
    {
        if (m_options.segmentCount > 1)
            cutSegments();
        else
            addWhole();
        if (m_item.value)
            addMarker();
    }

private:
    void addWhole()
    {
        m_item.pieces.append(m_item.track);
        if (m_options.barShape == O::BarShape::Rounded)
            addCaps(m_item.trackCaps, m_item.track.from, m_item.track.to, m_item.track.color, m_item.track.color);
        if (!m_item.value)
            return;
        const qsizetype first = m_item.pieces.size();
        addBar(m_item.value->from, m_item.value->to);
        if (m_options.barShape == O::BarShape::Rounded)
            addCaps(m_item.caps, m_item.value->from, m_item.value->to, m_item.pieces.last().color, m_item.pieces[first].color);
    }

    void cutSegments()
    {
        const double whole = (m_item.track.to - m_item.track.from) / m_options.segmentCount;
        const double gap = whole * std::min(m_options.segmentSpacing, 0.9) / 2;
        for (int i = 0; i < m_options.segmentCount; ++i) {
            const double from = m_item.track.from + i * whole + gap;
            const double to = m_item.track.from + (i + 1) * whole - gap;
            const bool lit = m_item.value && from < m_item.value->to && to > m_item.value->from;
            if (lit)
                addBar(from, to);
            else
                m_item.pieces.append({from, to, m_item.track.color});
            if (m_options.barShape == O::BarShape::Rounded)
                addCaps(m_item.caps, from, to, m_item.pieces.last().color, m_item.pieces.last().color);
        }
    }

    void addBar(double from, double to)
    {
        if (!m_options.gradient) {
            m_item.pieces.append({from, to, m_item.value->color});
            return;
        }
        const int slices = std::max(1, int(std::ceil((to - from) / kSlice)));
        for (int i = slices - 1; i >= 0; --i) { // each reaches back to the start, so that no seam shows
            const double middle = from + (to - from) * (i + 0.5) / slices;
            m_item.pieces.append({from, from + (to - from) * (i + 1) / slices, colorAt(middle)});
        }
    }

    // A scale of colours is blended along the ring; a single colour grows out of the ground.
    QColor colorAt(double angle) const
    {
        if (!isByValue(m_value.field.config.color.mode) || m_sections.size() < 2) {
            const double along = (angle - m_item.value->from) / std::max(0.001, m_item.value->to - m_item.value->from);
            return toQColor(mix(toRgba(m_theme.bg.panel), toRgba(m_item.value->color), 0.35 + 0.65 * std::clamp(along, 0.0, 1.0)));
        }
        const double share = (angle - m_item.track.from) / (m_item.track.to - m_item.track.from);
        const double at = m_value.min + share * (m_value.max - m_value.min);
        for (qsizetype i = 0; i + 1 < m_sections.size(); ++i) {
            const double next = m_sections[i + 1].from;
            if (at < next)
                return toQColor(mix(m_sections[i].color, m_sections[i + 1].color, (at - m_sections[i].from) / (next - m_sections[i].from)));
        }
        return toQColor(m_sections.last().color);
    }

    QPointF onRing(double angle) const { return m_item.center + QPointF(std::cos(angle), std::sin(angle)) * m_item.ringRadius; }

    void addCaps(QList<GaugeDot> &caps, double from, double to, const QColor &first, const QColor &last)
    {
        caps.append({onRing(from), m_item.ringWidth / 2, first});
        caps.append({onRing(to), m_item.ringWidth / 2, last});
    }

    void addMarker()
    {
        if (m_options.segmentCount > 1 || m_options.barShape != O::BarShape::Rounded || m_options.endpointMarker == O::Marker::None)
            return;
        const bool fromEnd = m_item.value->from < m_item.zero - 1e-9; // the bar grows backwards from its zero
        const bool glow = m_options.endpointMarker == O::Marker::Glow;
        const QColor color = glow ? QColor(255, 255, 255) : toQColor(contrastText(toRgba(m_item.value->color)));
        m_item.marker = GaugeDot{onRing(fromEnd ? m_item.value->from : m_item.value->to), m_item.ringWidth * (glow ? 0.9 : 0.2), color};
        m_item.markerGlows = glow;
    }

    GaugeItem &m_item;
    const FieldDisplay &m_value;
    const QList<ScaleSection> &m_sections;
    const GaugeOptions &m_options;
    const Theme &m_theme;
};

} // namespace

void cutRing(GaugeItem &item, const FieldDisplay &value, const QList<ScaleSection> &sections, const GaugeOptions &options,
             const Theme &theme)
{
    Ring(item, value, sections, options, theme).cut();
}
