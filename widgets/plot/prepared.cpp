// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <thread>
#include <widgets/plot/prepared.h>

namespace {
constexpr qsizetype kPyramidFrom = 4096; // shorter ones are scanned as fast
constexpr qsizetype kThreadFrom = 2'000'000;

bool needsConnecting(const PlotSeries &s)
{
    return s.draw == PlotSeries::Draw::Line && (s.spanNulls || s.disconnectMs > 0);
}

std::shared_ptr<Pyramid> reusedPyramid(const Column &y, std::vector<std::shared_ptr<Pyramid>> &before, size_t index)
{
    if (index >= before.size() || !before[index])
        return nullptr;
    std::shared_ptr<Pyramid> pyramid = std::move(before[index]);
    if (pyramid->column().sharesStorageWith(y))
        return pyramid;
    if (pyramid.use_count() > 1 || !pyramid->isPrefixOf(y))
        return nullptr;
    pyramid->append(y);
    return pyramid;
}

// Sources that answer off the step grid send equal times with each series; what is worked out from them is worked out once.
bool areSame(const Column &a, const Column &b)
{
    if (a.size() != b.size())
        return false;
    if (a.sharesStorageWith(b) || a.isEmpty())
        return true;
    return a.number(0) == b.number(0) && a.number(a.size() - 1) == b.number(b.size() - 1) && a == b;
}

void buildPyramids(std::vector<PreparedSeries> &all)
{
    std::vector<PreparedSeries *> todo;
    qsizetype rows = 0;
    for (PreparedSeries &p : all) {
        if (p.pyramid || p.y.size() < kPyramidFrom)
            continue;
        todo.push_back(&p);
        rows += p.y.size();
    }
    const auto build = [&todo](size_t from, size_t step) {
        for (size_t i = from; i < todo.size(); i += step)
            todo[i]->ownPyramid = std::make_shared<Pyramid>(todo[i]->y.column());
    };
    if (todo.size() > 1 && rows >= kThreadFrom) {
        std::thread other(build, 1, 2);
        build(0, 2);
        other.join();
    } else {
        build(0, 1);
    }
    for (PreparedSeries *p : todo)
        p->pyramid = p->ownPyramid.get();
}
} // namespace

void connectGaps(const PlotSeries &series, Column &x, Column &y, Column &base)
{
    std::vector<double> xs, ys, bases;
    bool gap = false;
    const bool hasBase = !base.isEmpty();
    for (qsizetype row = 0; row < y.size(); ++row) {
        const double at = x.number(row);
        const double value = y.number(row);
        if (!std::isfinite(value) && (series.spanNulls || gap)) {
            gap = true;
            continue;
        }
        const double distance = xs.empty() ? 0 : at - xs.back();
        const bool cut = (gap && series.spanNullsMs > 0 && distance > series.spanNullsMs)
            || (series.disconnectMs > 0 && distance > series.disconnectMs);
        if (cut && std::isfinite(value)) {
            xs.push_back(at);
            ys.push_back(Column::missing());
            bases.push_back(Column::missing());
        }
        gap = false;
        xs.push_back(at);
        ys.push_back(value);
        bases.push_back(hasBase ? base.number(row) : 0);
    }
    x = Column::times(std::move(xs));
    y = Column::numbers(std::move(ys));
    if (hasBase)
        base = Column::numbers(std::move(bases));
}

MinMax PreparedSeries::range(double from, double to) const
{
    const qsizetype first = x->lowerBound(from);
    qsizetype last = x->lowerBound(to);
    while (last < x->size() && x->at(last) <= to)
        ++last;
    last = std::min(last, y.size());
    if (pyramid)
        return pyramid->range(first, last);
    MinMax result{1, 0};
    y.eachRun(first, last, [&](std::span<const double> run) {
        const MinMax part = finiteRange(run);
        if (!part.isEmpty())
            result = result.isEmpty() ? part : MinMax{std::min(result.min, part.min), std::max(result.max, part.max)};
    });
    return result;
}

PreparedPlot preparePlot(const PlotModel &model)
{
    return {model, std::make_shared<const std::vector<PreparedSeries>>(prepareSeries(model.series, {}))};
}

std::vector<PreparedSeries> prepareSeries(const QList<PlotSeries> &series, std::vector<std::shared_ptr<Pyramid>> before)
{
    std::vector<PreparedSeries> all;
    all.reserve(size_t(series.size()));
    for (const PlotSeries &s : series) {
        PreparedSeries p;
        p.series = s;
        Column x = s.x;
        Column y = s.y.isGrid() ? Column::numbers({}) : s.y;
        Column base = s.base;
        if (needsConnecting(s))
            connectGaps(s, x, y, base);
        else if (s.pyramid && s.pyramid->rows() == y.size())
            p.pyramid = s.pyramid.get();
        if (x.size() != y.size()) {
            const qsizetype rows = std::min(x.size(), y.size());
            x = x.slice(0, rows);
            y = y.slice(0, rows);
        }
        p.x = !all.empty() && areSame(all.back().x->column(), x) ? all.back().x : std::make_shared<Samples>(x);
        if (!p.pyramid)
            p.ownPyramid = reusedPyramid(y, before, all.size());
        if (p.ownPyramid)
            p.pyramid = p.ownPyramid.get();
        p.y = Samples(y);
        if (base.size() == y.size())
            p.base = Samples(base);
        all.push_back(std::move(p));
    }
    buildPyramids(all);
    return all;
}
