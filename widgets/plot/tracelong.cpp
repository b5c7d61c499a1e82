// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/plot/trace.h>

namespace {
using Interpolation = PlotSeries::Interpolation;
using Points = std::vector<QPointF>;

constexpr double kSmoothStepPx = 1.5;

void addSteps(Points &line, const Points &samples, bool after)
{
    line.push_back(samples.front());
    for (size_t i = 1; i < samples.size(); ++i) {
        line.push_back(after ? QPointF(samples[i].x(), samples[i - 1].y()) : QPointF(samples[i - 1].x(), samples[i].y()));
        line.push_back(samples[i]);
    }
}

// Tangents that never overshoot (Fritsch and Carlson).
std::vector<double> monotoneTangents(const Points &p)
{
    const size_t n = p.size();
    std::vector<double> slopes(n - 1);
    for (size_t i = 0; i + 1 < n; ++i)
        slopes[i] = (p[i + 1].y() - p[i].y()) / std::max(1e-6, p[i + 1].x() - p[i].x());
    std::vector<double> tangents(n);
    tangents.front() = slopes.front();
    tangents.back() = slopes.back();
    for (size_t i = 1; i + 1 < n; ++i) {
        const double a = slopes[i - 1];
        const double b = slopes[i];
        tangents[i] = a * b <= 0 ? 0 : 2 * a * b / (a + b);
    }
    return tangents;
}

void addSmooth(Points &line, const Points &p)
{
    const std::vector<double> tangents = monotoneTangents(p);
    line.push_back(p.front());
    for (size_t i = 0; i + 1 < p.size(); ++i) {
        const double width = p[i + 1].x() - p[i].x();
        const int steps = std::clamp(int(width / kSmoothStepPx), 1, 400);
        for (int k = 1; k <= steps; ++k) {
            const double s = double(k) / steps;
            const double s2 = s * s;
            const double s3 = s2 * s;
            const double y = (2 * s3 - 3 * s2 + 1) * p[i].y() + (s3 - 2 * s2 + s) * width * tangents[i] + (3 * s2 - 2 * s3) * p[i + 1].y()
                + (s3 - s2) * width * tangents[i + 1];
            line.push_back({p[i].x() + s * width, y});
        }
    }
}

void addQuad(Coverage &coverage, QPointF a, QPointF b, QPointF normal)
{
    const QPointF p[4] = {a + normal, b + normal, b - normal, a - normal};
    // The normal points up the screen for lines to the right: a+n → b+n is the upper edge.
    for (int i = 0; i < 4; ++i) {
        const QPointF from = p[i];
        const QPointF to = p[(i + 1) % 4];
        coverage.edge(float(from.x()), float(from.y()), float(to.x()), float(to.y()));
    }
}

void addWedge(Coverage &coverage, QPointF tip, QPointF a, QPointF b)
{
    coverage.triangle(float(tip.x()), float(tip.y()), float(a.x()), float(a.y()), float(b.x()), float(b.y()));
}

// The outer side of a bend, rounded with one corner.
void addJoin(Coverage &coverage, QPointF at, QPointF before, QPointF after, double half)
{
    const double turn = before.x() * after.y() - before.y() * after.x();
    const QPointF a = turn > 0 ? before : -before;
    const QPointF b = turn > 0 ? after : -after;
    const QPointF sum = a + b;
    const double length = std::hypot(sum.x(), sum.y());
    if (length < 1e-6)
        return;
    const QPointF middle = at + sum * (half / length);
    addWedge(coverage, at, at + a, middle);
    addWedge(coverage, at, middle, at + b);
}

void addStroke(Coverage &coverage, const Points &line, double width)
{
    const double half = width / 2;
    QPointF lastNormal;
    bool joined = false;
    for (size_t i = 0; i + 1 < line.size(); ++i) {
        const QPointF along = line[i + 1] - line[i];
        const double length = std::hypot(along.x(), along.y());
        if (length < 1e-9)
            continue;
        const QPointF normal(along.y() / length * half, -along.x() / length * half);
        addQuad(coverage, line[i], line[i + 1], normal);
        if (joined)
            addJoin(coverage, line[i], lastNormal, normal, half);
        lastNormal = normal;
        joined = true;
    }
}

void addDashes(Coverage &coverage, const Points &line, const std::vector<float> &dash, double width, double phase, Points &part)
{
    double total = 0;
    for (const float length : dash)
        total += length;
    size_t index = 0;
    double left = std::fmod(phase, total);
    while (left >= dash[index]) {
        left -= dash[index];
        index = (index + 1) % dash.size();
    }
    left = dash[index] - left;
    part.assign(1, line.front());
    for (size_t i = 0; i + 1 < line.size(); ++i) {
        QPointF from = line[i];
        double length = std::hypot(line[i + 1].x() - from.x(), line[i + 1].y() - from.y());
        while (length > left) {
            from += (line[i + 1] - from) * (left / length);
            length -= left;
            part.push_back(from);
            if (index % 2 == 0)
                addStroke(coverage, part, width);
            part.assign(1, from);
            index = (index + 1) % dash.size();
            left = dash[index];
        }
        left -= length;
        part.push_back(line[i + 1]);
    }
    if (index % 2 == 0)
        addStroke(coverage, part, width);
}

void addFill(Coverage &coverage, const Points &line, const Points &base, float baseline)
{
    for (size_t i = 0; i + 1 < line.size(); ++i)
        coverage.edge(float(line[i].x()), float(line[i].y()), float(line[i + 1].x()), float(line[i + 1].y()));
    if (base.empty()) {
        coverage.edge(float(line.back().x()), baseline, float(line.front().x()), baseline);
        return;
    }
    for (size_t i = base.size(); i-- > 1;)
        coverage.edge(float(base[i].x()), float(base[i].y()), float(base[i - 1].x()), float(base[i - 1].y()));
}

// Calls f(samples, bases) for each stretch without gaps that touches the tile.
template <class F>
void eachStretch(const Trace &t, int first, TraceMemory &memory, F f)
{
    const int margin = int(t.width) + 2;
    const int from = std::clamp(first - margin, 0, t.columns);
    const int to = std::clamp(first + memory.coverage.columns() + margin, 0, t.columns);
    // Two more on each side, so that a smooth line has the same tangents in every tile; all of them when dashes must go on.
    const qsizetype start = t.dash.empty() ? (*t.bounds)[size_t(from)] - 3 : t.bounds->front() - 3;
    const qsizetype end = std::min((*t.bounds)[size_t(to)] + 3, t.y->size());
    memory.points.clear();
    memory.bases.clear();
    for (qsizetype row = std::max<qsizetype>(0, start); row <= end; ++row) {
        const double value = row < end ? t.y->at(row) : Column::missing();
        if (std::isfinite(value)) {
            const double x = (t.x->at(row) - t.time.from) * t.time.perUnit - first;
            memory.points.push_back({x, t.value.px(value)});
            if (t.base) {
                const double base = t.base->at(row);
                memory.bases.push_back({x, std::isfinite(base) ? t.value.px(base) : t.baseline});
            }
        } else if (!memory.points.empty()) {
            f(memory.points, memory.bases);
            memory.points.clear();
            memory.bases.clear();
        }
    }
}
} // namespace

void shapeLine(Points &line, const Points &samples, Interpolation interpolation)
{
    line.clear();
    if (samples.size() < 2 || interpolation == Interpolation::Linear)
        line = samples;
    else if (interpolation == Interpolation::Smooth)
        addSmooth(line, samples);
    else
        addSteps(line, samples, interpolation == Interpolation::StepAfter);
}

void drawLongLines(const Trace &t, int first, TraceMemory &memory, const PixelTarget &target)
{
    Coverage &coverage = memory.coverage;
    Points line;
    Points base;
    if (!t.fill.isEmpty()) {
        eachStretch(t, first, memory, [&](const Points &samples, const Points &bases) {
            shapeLine(line, samples, t.interpolation);
            if (!bases.empty())
                shapeLine(base, bases, t.interpolation);
            addFill(coverage, line, bases.empty() ? bases : base, std::min(t.baseline, memory.fillEnd));
        });
        coverage.paint(target, t.fill);
    }
    if (t.width > 0 && !t.stroke.isEmpty()) {
        eachStretch(t, first, memory, [&](const Points &samples, const Points &) {
            shapeLine(line, samples, t.interpolation);
            if (t.dash.empty())
                addStroke(coverage, line, t.width);
            else
                addDashes(coverage, line, t.dash, t.width, 0, memory.dashed);
        });
        coverage.paint(target, t.stroke);
    }
    if (t.pointRadius > 0)
        drawPoints(t, first, memory, target, t.pointRadius, false);
    else if (t.lonePointRadius > 0)
        drawPoints(t, first, memory, target, t.lonePointRadius, true);
}
