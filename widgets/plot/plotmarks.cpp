// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtGui/QPainter>
#include <QtGui/QPainterPath>
#include <algorithm>
#include <map>
#include <widgets/plot/plotframe.h>
#include <widgets/plot/plothit.h>
#include <widgets/plot/plotoverlay.h>
#include <widgets/theme/theme.h>

// Marks of one colour are drawn together: bands that overlap are one band, lines and feet in the same pixel are one. So that ten thousand
// of them cost no more than the pixels that they lie on, and do not hide the series.

namespace {
constexpr double kFill = 0.1;
constexpr double kFootHalf = 4;
constexpr double kFootHeight = 5;
constexpr double kFeetApart = 3; // nearer ones melt into one another
constexpr double kBarHeight = 2;
constexpr double kDensePx = 10; // more than a line in so many pixels: they step back
constexpr double kFaintest = 0.1;

struct Marks {
    QColor color;
    std::vector<std::pair<double, double>> regions; // px, cut to the plot
    std::vector<double> lines; // px
    std::vector<double> feet;
};

void sortOut(std::vector<double> &places, double apart)
{
    std::sort(places.begin(), places.end());
    std::vector<double> kept;
    for (const double x : places)
        if (kept.empty() || x - kept.back() >= apart)
            kept.push_back(x);
    places = std::move(kept);
}

void melt(std::vector<std::pair<double, double>> &regions)
{
    std::sort(regions.begin(), regions.end());
    std::vector<std::pair<double, double>> kept;
    for (const auto &region : regions) {
        if (!kept.empty() && region.first <= kept.back().second)
            kept.back().second = std::max(kept.back().second, region.second);
        else
            kept.push_back(region);
    }
    regions = std::move(kept);
}

std::vector<Marks> gather(PlotFrame &frame)
{
    const QRect plot = frame.plotRect();
    const double left = plot.left();
    const double right = plot.right() + 1;
    const TimeScale time(frame.from(), frame.to(), plot.width());
    std::map<QRgb, Marks> byColor;
    for (const PlotMark &mark : frame.marks()) {
        const double from = left + double(time.px(mark.from));
        const double to = mark.isRegion() ? left + double(time.px(mark.to)) : from;
        if (!(to >= left) || !(from <= right))
            continue;
        const QColor color = mark.color.isValid() ? mark.color : frame.theme().chart.annotation;
        Marks &marks = byColor[color.rgba()];
        marks.color = color;
        if (mark.isRegion())
            marks.regions.emplace_back(std::max(from, left), std::min(to, right));
        for (const double x : {from, to})
            if (x >= left && x <= right)
                marks.lines.push_back(std::floor(x) + 0.5);
        if (from >= left)
            marks.feet.push_back(std::floor(from) + 0.5);
    }
    std::vector<Marks> all;
    for (auto &[key, marks] : byColor) {
        melt(marks.regions);
        sortOut(marks.lines, 1);
        sortOut(marks.feet, kFeetApart);
        all.push_back(std::move(marks));
    }
    // The rare ones on top.
    std::stable_sort(all.begin(), all.end(), [](const Marks &a, const Marks &b) { return a.lines.size() > b.lines.size(); });
    return all;
}

void paint(QPainter &painter, const QRect &plot, const Marks &marks)
{
    painter.setRenderHint(QPainter::Antialiasing, false);
    QColor fill = marks.color;
    fill.setAlphaF(marks.color.alphaF() * float(kFill));
    for (const auto &[from, to] : marks.regions) {
        painter.fillRect(QRectF(from, plot.top(), to - from, plot.height()), fill);
        painter.fillRect(QRectF(from, plot.bottom() + 1, to - from, kBarHeight), marks.color);
    }
    QColor line = marks.color;
    const double room = plot.width() / (kDensePx * double(std::max<size_t>(1, marks.lines.size())));
    line.setAlphaF(line.alphaF() * float(std::clamp(room, kFaintest, 1.0)));
    QPen pen(line, 1);
    pen.setCapStyle(Qt::FlatCap);
    pen.setDashPattern({3, 3});
    painter.setPen(pen);
    for (const double x : marks.lines)
        painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom() + 1));
    QPainterPath feet;
    feet.setFillRule(Qt::WindingFill);
    for (const double x : marks.feet) {
        feet.moveTo(x - kFootHalf, plot.bottom() + 1 + kFootHeight);
        feet.lineTo(x + kFootHalf, plot.bottom() + 1 + kFootHeight);
        feet.lineTo(x, plot.bottom());
        feet.closeSubpath();
    }
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillPath(feet, marks.color);
}
} // namespace

void paintMarks(QPainter &painter, PlotFrame &frame)
{
    if (frame.marks().isEmpty())
        return;
    painter.save();
    for (const Marks &marks : gather(frame))
        paint(painter, frame.plotRect(), marks);
    painter.restore();
}
