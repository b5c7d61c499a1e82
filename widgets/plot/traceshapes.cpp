// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/plot/traceshapes.h>

#include <QtGui/QPainter>
#include <QtGui/QPainterPath>
#include <widgets/plot/inks.h>

namespace {
using Points = std::vector<QPointF>;

constexpr int kMostElements = 10'000; // of a path: readers have limits, Qt's one of 32,767
constexpr qsizetype kPointsPerColumn = 64; // more are one shape

// A polygon cut at one side of the plot.
template <class Inside, class Cross>
Points cutAt(const Points &polygon, Inside inside, Cross cross)
{
    Points cut;
    for (size_t i = 0; i < polygon.size(); ++i) {
        const QPointF &from = polygon[i];
        const QPointF &to = polygon[(i + 1) % polygon.size()];
        if (inside(from))
            cut.push_back(from);
        if (inside(from) != inside(to))
            cut.push_back(cross(from, to));
    }
    return cut;
}

QPointF crossX(const QPointF &a, const QPointF &b, double x)
{
    return {x, a.y() + (b.y() - a.y()) * (x - a.x()) / (b.x() - a.x())};
}

QPointF crossY(const QPointF &a, const QPointF &b, double y)
{
    return {a.x() + (b.x() - a.x()) * (y - a.y()) / (b.y() - a.y()), y};
}

// Draws one trace; the painter's origin is the plot's corner.
class Shapes
{
public:
    Shapes(QPainter &painter, const Trace &trace, TraceMemory &memory)
        : m_painter(painter)
        , t(trace)
        , m_memory(memory)
        , m_room(0, 0, trace.columns, trace.height)
    {
    }

    void draw()
    {
        switch (t.kind) {
        case Trace::Kind::Spans:
            return drawSpans();
        case Trace::Kind::Short:
        case Trace::Kind::Long:
            return drawLines();
        case Trace::Kind::Bars:
            return drawBars();
        case Trace::Kind::Points:
            return drawPoints(t.pointRadius, false);
        }
    }

private:
    void fill(const QPainterPath &path, const Ink &ink)
    {
        if (!path.isEmpty() && !ink.isEmpty())
            m_painter.fillPath(rounded(path), brushOf(ink, t.height));
    }

    // To hundredths of a pixel, inside of the plot: short numbers, none with an exponent, which not every reader takes.
    QPainterPath rounded(QPainterPath path) const
    {
        for (int i = 0; i < path.elementCount(); ++i) {
            const QPainterPath::Element &at = path.elementAt(i);
            path.setElementPositionAt(i, std::clamp(std::round(at.x * 100) / 100, 0.0, m_room.right()),
                                      std::clamp(std::round(at.y * 100) / 100, 0.0, m_room.bottom()));
        }
        return path;
    }

    void addPolygon(QPainterPath &path, Points polygon) const
    {
        const double right = m_room.right();
        const double bottom = m_room.bottom();
        // clang-format off
        polygon = cutAt(polygon, [](auto &p) { return p.x() >= 0; }, [](auto &a, auto &b) { return crossX(a, b, 0); });
        polygon = cutAt(polygon, [=](auto &p) { return p.x() <= right; }, [=](auto &a, auto &b) { return crossX(a, b, right); });
        polygon = cutAt(polygon, [](auto &p) { return p.y() >= 0; }, [](auto &a, auto &b) { return crossY(a, b, 0); });
        polygon = cutAt(polygon, [=](auto &p) { return p.y() <= bottom; }, [=](auto &a, auto &b) { return crossY(a, b, bottom); });
        // clang-format on
        if (polygon.size() < 3)
            return;
        path.moveTo(polygon.front());
        for (size_t i = 1; i < polygon.size(); ++i)
            path.lineTo(polygon[i]);
        path.closeSubpath();
    }

    // The outline of what neighbouring columns span, as stairs of 1 / parts columns; each gap begins a new one.
    template <class Span>
    QPainterPath outline(int parts, Span span) const
    {
        QPainterPath path;
        path.setFillRule(Qt::WindingFill);
        Points upper;
        Points lower;
        const auto flush = [&] {
            if (upper.empty())
                return;
            upper.insert(upper.end(), lower.rbegin(), lower.rend());
            path.addPolygon(QPolygonF(QList<QPointF>(upper.begin(), upper.end())));
            path.closeSubpath();
            upper.clear();
            lower.clear();
        };
        const auto add = [parts](Points &edge, int part, double y) {
            if (!edge.empty() && edge.back().y() == y)
                edge.back().setX(double(part + 1) / parts);
            else
                edge.insert(edge.end(), {QPointF(double(part) / parts, y), QPointF(double(part + 1) / parts, y)});
        };
        for (int part = 0; part < t.columns * parts; ++part) {
            const auto [top, bottom] = span(part);
            const double from = std::clamp<double>(top, 0, t.height);
            const double to = std::clamp<double>(bottom, 0, t.height);
            if (!(from < to) || (!upper.empty() && (from > lower.back().y() || to < upper.back().y())))
                flush();
            if (from < to) {
                add(upper, part, from);
                add(lower, part, to);
            }
        }
        flush();
        return path;
    }

    void drawSpans()
    {
        columnRanges(t, 0, t.columns, m_memory);
        using Span = std::pair<float, float>;
        const auto range = [this](int column) { return Span(m_memory.top[size_t(column)], m_memory.bottom[size_t(column)]); };
        if (!t.fill.isEmpty())
            fill(outline(1,
                         [&](int column) -> Span {
                             const auto [top, bottom] = range(column);
                             const float base = fillBase(t, column, float(t.height));
                             return top > bottom ? Span(1, 0) : Span(std::min(top, base), std::max(bottom, base));
                         }),
                 t.fill);
        if (t.width <= 0 || t.stroke.isEmpty())
            return;
        const float half = std::max(t.width, 1.0F) / 2;
        const float reach = half - 0.5F; // into the columns beside, in half columns
        const int parts = reach >= 0.25F ? 2 : 1;
        fill(outline(parts,
                     [&](int part) -> Span {
                         auto [top, bottom] = range(part / parts);
                         if (top > bottom)
                             return {1, 0};
                         const float middle = (float(part) + 0.5F) / float(parts);
                         const int first = std::max(0, int(std::floor(middle - reach)));
                         const int last = std::min(t.columns - 1, int(std::floor(middle + reach)));
                         for (int near = first; near <= last; ++near) {
                             const auto [nearTop, nearBottom] = range(near);
                             if (nearTop <= nearBottom) {
                                 top = std::min(top, nearTop);
                                 bottom = std::max(bottom, nearBottom);
                             }
                         }
                         return {top - half, bottom + half};
                     }),
             t.stroke);
    }

    // Calls f(samples, bases) for each stretch without gaps.
    template <class F>
    void eachStretch(F f) const
    {
        Points samples;
        Points bases;
        const qsizetype end = std::min(t.bounds->back() + 3, t.y->size());
        for (qsizetype row = std::max<qsizetype>(0, t.bounds->front() - 3); row <= end; ++row) {
            const double value = row < end ? t.y->at(row) : Column::missing();
            if (std::isfinite(value)) {
                const double x = (t.x->at(row) - t.time.from) * t.time.perUnit;
                samples.push_back({x, t.value.px(value)});
                const double base = t.base ? t.base->at(row) : Column::missing();
                bases.push_back({x, std::isfinite(base) ? t.value.px(base) : t.baseline});
            } else if (!samples.empty()) {
                f(samples, bases);
                samples.clear();
                bases.clear();
            }
        }
    }

    // What of the line lies inside, as pieces of lines.
    void addLine(QPainterPath &path, const Points &line) const
    {
        for (size_t i = 0; i + 1 < line.size(); ++i) {
            double from = 0;
            double to = 1;
            const QPointF along = line[i + 1] - line[i];
            const auto cut = [&](double at, double step, double most) {
                if (std::fabs(step) < 1e-12)
                    return at >= 0 && at <= most;
                const double a = -at / step;
                const double b = (most - at) / step;
                from = std::max(from, std::min(a, b));
                to = std::min(to, std::max(a, b));
                return from <= to;
            };
            if (!cut(line[i].x(), along.x(), m_room.width()) || !cut(line[i].y(), along.y(), m_room.height()))
                continue;
            const auto point = [&](double share) {
                const QPointF p = line[i] + along * share;
                return QPointF(std::clamp(p.x(), 0.0, m_room.right()), std::clamp(p.y(), 0.0, m_room.bottom()));
            };
            if (from > 0 || path.isEmpty() || path.currentPosition() != point(0))
                path.moveTo(point(from));
            path.lineTo(point(to));
        }
    }

    // A pen has one colour in an SVG; a line of several is the shape of its outline.
    void stroke(const QPainterPath &path)
    {
        if (path.isEmpty())
            return;
        if (!t.stroke.rows) {
            m_painter.strokePath(rounded(path), pen());
            return;
        }
        QPainterPath outline = QPainterPathStroker(pen()).createStroke(path);
        outline.setFillRule(Qt::WindingFill);
        fill(outline, t.stroke);
    }

    QPen pen() const
    {
        QPen pen(colorOf(t.stroke.solid), t.width);
        pen.setCapStyle(Qt::FlatCap);
        pen.setJoinStyle(Qt::RoundJoin);
        if (!t.dash.empty()) {
            QList<qreal> pattern; // in widths of the pen
            for (const float length : t.dash)
                pattern.append(double(length) / t.width);
            pen.setDashPattern(pattern);
        }
        return pen;
    }

    void drawLines()
    {
        Points line;
        if (!t.fill.isEmpty()) {
            QPainterPath area;
            area.setFillRule(Qt::WindingFill);
            Points base;
            eachStretch([&](const Points &samples, const Points &bases) {
                shapeLine(line, samples, t.interpolation);
                shapeLine(base, bases, t.base ? t.interpolation : PlotSeries::Interpolation::Linear);
                line.insert(line.end(), base.rbegin(), base.rend());
                addPolygon(area, line);
            });
            fill(area, t.fill);
        }
        if (t.width > 0 && !t.stroke.isEmpty()) {
            QPainterPath path;
            eachStretch([&](const Points &samples, const Points &) {
                shapeLine(line, samples, t.interpolation);
                addLine(path, line);
            });
            stroke(path);
        }
        if (t.pointRadius > 0)
            drawPoints(t.pointRadius, false);
        else if (t.lonePointRadius > 0)
            drawPoints(t.lonePointRadius, true);
    }

    void drawPoints(float radius, bool loneOnly)
    {
        qsizetype from = 0;
        qsizetype to = 0;
        rowsNear(t, 0, t.columns, radius, from, to);
        if (to - from > kPointsPerColumn * t.columns) {
            if (!loneOnly)
                drawSpans();
            return;
        }
        QPainterPath discs;
        discs.setFillRule(Qt::WindingFill);
        QPainterPath room;
        room.addRect(m_room);
        for (qsizetype row = from; row < to; ++row) {
            if (!std::isfinite(t.y->at(row)) || (loneOnly && !isLone(t, row)))
                continue;
            QPainterPath disc;
            disc.addEllipse(QPointF(t.time.px(t.x->at(row)), t.value.px(t.y->at(row))), radius, radius);
            const QRectF box = disc.boundingRect();
            if (m_room.contains(box))
                discs.addPath(disc);
            else if (m_room.intersects(box))
                discs.addPath(disc.intersected(room));
            if (discs.elementCount() > kMostElements) {
                fill(discs, t.stroke);
                discs.clear();
                discs.setFillRule(Qt::WindingFill);
            }
        }
        fill(discs, t.stroke);
    }

    void drawBars()
    {
        qsizetype from = 0;
        qsizetype to = 0;
        rowsNear(t, 0, t.columns, t.barHalf + std::fabs(t.barShift), from, to);
        const bool framed = isFramed(t);
        QPainterPath bodies;
        bodies.setFillRule(Qt::WindingFill);
        QPainterPath frames;
        for (qsizetype row = from; row < to; ++row) {
            if (!std::isfinite(t.y->at(row)))
                continue;
            const TraceBar bar = barOf(t, 0, row);
            const QRectF box(QPointF(bar.left, bar.top), QPointF(bar.right, bar.bottom));
            bodies.addRect(box & m_room);
            if (!framed)
                continue;
            const double w = std::min<double>({t.width, box.width() / 2, std::max(1.0, box.height() / 2)});
            const QRectF inner = box.adjusted(w, w, -w, -w) & m_room;
            frames.addRect(box & m_room); // with the inner one a ring: the odd-even rule
            if (!inner.isEmpty())
                frames.addRect(inner);
        }
        if (!framed || !t.fill.isEmpty())
            fill(bodies, t.fill.isEmpty() || (!framed && t.width > 0) ? t.stroke : t.fill);
        if (framed)
            fill(frames, t.stroke);
    }

    QPainter &m_painter;
    const Trace &t;
    TraceMemory &m_memory;
    QRectF m_room;
};
} // namespace

void drawTraceShapes(QPainter &painter, const std::vector<Trace> &traces, const QRect &plot)
{
    TraceMemory memory;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(plot.topLeft());
    for (const Trace &trace : traces)
        Shapes(painter, trace, memory).draw();
    painter.restore();
}
