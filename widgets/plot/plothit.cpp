// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/plot/plothit.h>

namespace {
constexpr double kReachPx = 4; // sideways, when samples lie closer than that
constexpr qsizetype kMaxRows = 256;

// Rows of the last time column asked for; series share them.
struct RowFinder {
    const Samples *samples = nullptr;
    qsizetype row = 0;

    qsizetype nearestRow(const Samples &x, double at)
    {
        if (samples == &x)
            return row;
        samples = &x;
        row = x.lowerBound(at);
        if (row == x.size() || (row > 0 && at - x.at(row - 1) < x.at(row) - at))
            --row;
        return row;
    }
};

struct Geometry {
    QRect plot;
    TimeScale time;
    std::vector<ValueScale> scales;

    explicit Geometry(PlotFrame &frame) : plot(frame.plotRect()), time(frame.from(), frame.to(), plot.width())
    {
        for (int i = 0; i < frame.model().y.size(); ++i) {
            const auto range = frame.yRange(i);
            scales.emplace_back(frame.model().y[i], range.min, range.max, plot.height());
        }
    }
    QPointF of(double x, double y, int axis) const
    {
        const auto i = size_t(std::clamp<int>(axis, 0, int(scales.size()) - 1));
        return {plot.left() + double(time.px(x)), plot.top() + double(scales[i].px(y))};
    }
};

bool isShown(const PreparedSeries &p)
{
    return p.series.visible && p.y.size() > 0;
}

// The row in the columns of the model, for series whose gaps were connected.
qsizetype modelRow(const PreparedSeries &p, qsizetype row)
{
    if (p.y.size() == p.series.y.size())
        return row;
    const Samples original(p.series.x);
    return original.lowerBound(p.x->at(row));
}
} // namespace

std::optional<PlotHit> nearestSample(PlotFrame &frame, QPointF pos, double maxPx)
{
    const Geometry geometry(frame);
    const double at = geometry.time.x(pos.x() - geometry.plot.left());
    const double reach = geometry.time.perUnit > 0 ? kReachPx / geometry.time.perUnit : 0;
    std::optional<PlotHit> best;
    const PreparedSeries *bestSeries = nullptr;
    const Samples *lastX = nullptr;
    qsizetype first = 0;
    qsizetype last = 0;
    for (size_t i = 0; i < frame.series()->size(); ++i) {
        const PreparedSeries &p = (*frame.series())[i];
        if (!isShown(p))
            continue;
        if (p.x.get() != lastX) {
            lastX = p.x.get();
            const qsizetype middle = RowFinder().nearestRow(*lastX, at);
            first = std::max(std::min(middle, lastX->lowerBound(at - reach)), middle - kMaxRows);
            last = std::min(std::max(middle + 1, lastX->lowerBound(at + reach)), middle + kMaxRows);
        }
        for (qsizetype row = first; row < std::min(last, p.y.size()); ++row) {
            const double y = p.y.at(row);
            if (!std::isfinite(y))
                continue;
            const QPointF point = geometry.of(p.x->at(row), y, p.series.axis);
            const double distance = std::hypot(point.x() - pos.x(), point.y() - pos.y());
            if (distance > maxPx || (best && distance >= best->distancePx))
                continue;
            best = PlotHit{int(i), row, p.x->at(row), y, point, distance};
            bestSeries = &p;
        }
    }
    if (best)
        best->row = modelRow(*bestSeries, best->row);
    return best;
}

QList<PlotHit> samplesAt(PlotFrame &frame, double x)
{
    const Geometry geometry(frame);
    RowFinder finder;
    QList<PlotHit> hits;
    for (size_t i = 0; i < frame.series()->size(); ++i) {
        const PreparedSeries &p = (*frame.series())[i];
        if (!isShown(p))
            continue;
        const qsizetype row = finder.nearestRow(*p.x, x);
        const double y = row >= 0 && row < p.y.size() ? p.y.at(row) : Column::missing();
        if (!std::isfinite(y))
            continue;
        const double at = p.x->at(row);
        hits.append({int(i), modelRow(p, row), at, y, geometry.of(at, y, p.series.axis), 0});
    }
    return hits;
}

std::optional<HeatHit> heatCellAt(PlotFrame &frame, QPointF pos)
{
    HeatHit hit;
    if (frame.heat().isEmpty() || !frame.plotRect().contains(pos.toPoint()))
        return {};
    if (!frame.heat().cellAt(frame.xAt(pos.x()), frame.yAt(pos.y(), 0), hit.column, hit.row))
        return {};
    hit.value = frame.model().heat->rows[hit.row].number(hit.column);
    return hit;
}

QList<std::optional<QPointF>> diamondPlaces(PlotFrame &frame)
{
    const Geometry geometry(frame);
    const double top = geometry.plot.top();
    const double bottom = geometry.plot.bottom() + 1;
    QList<std::optional<QPointF>> places;
    for (const PlotDiamond &diamond : frame.model().diamonds) {
        QPointF place = geometry.of(diamond.x, diamond.y, diamond.axis);
        place.setY(std::isfinite(place.y()) ? std::clamp(place.y(), top, bottom) : bottom); // log scales have no zero
        const bool inside = place.x() >= geometry.plot.left() && place.x() <= geometry.plot.right() + 1;
        places.append(inside ? std::optional(place) : std::nullopt);
    }
    return places;
}

int diamondAt(PlotFrame &frame, QPointF pos, double maxPx)
{
    if (frame.model().diamonds.isEmpty())
        return -1;
    const QList<std::optional<QPointF>> places = diamondPlaces(frame);
    int nearest = -1;
    for (int i = 0; i < places.size(); ++i) {
        const double distance = places[i] ? std::hypot(places[i]->x() - pos.x(), places[i]->y() - pos.y()) : INFINITY;
        if (distance <= maxPx) {
            nearest = i;
            maxPx = distance;
        }
    }
    return nearest;
}

QList<int> marksAt(PlotFrame &frame, double px, double maxPx, bool insideToo)
{
    const QRect plot = frame.plotRect();
    const TimeScale time(frame.from(), frame.to(), plot.width());
    QList<std::pair<double, int>> found;
    for (int i = 0; i < frame.marks().size(); ++i) {
        const PlotMark &mark = frame.marks()[i];
        const double from = plot.left() + double(time.px(mark.from));
        const double to = plot.left() + double(time.px(std::max(mark.from, mark.to)));
        if (to < plot.left() || from > plot.right() + 1)
            continue;
        const bool inside = insideToo && px >= from && px <= to;
        const double distance = inside ? 0 : std::min(std::fabs(px - from), std::fabs(px - to));
        if (distance <= maxPx)
            found.append({distance, i});
    }
    std::stable_sort(found.begin(), found.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    QList<int> marks;
    for (const auto &[distance, mark] : std::as_const(found))
        marks.append(mark);
    return marks;
}
