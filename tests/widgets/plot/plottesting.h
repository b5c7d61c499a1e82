// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGui/QImage>
#include <widgets/plot/plotsurface.h>

// A surface without axes: plot pixels are image pixels, minus the base line.
namespace plottesting {
inline PlotModel bareModel(double from, double to, double min, double max)
{
    PlotModel model;
    model.from = from;
    model.to = to;
    model.x.visible = false;
    model.x.grid = false;
    model.y.first().visible = false;
    model.y.first().grid = false;
    model.y.first().min = min;
    model.y.first().max = max;
    return model;
}

inline PlotSeries line(std::vector<double> values, double step = 1)
{
    PlotSeries series;
    series.x = Column::grid(0, qint64(step), qsizetype(values.size()));
    series.y = Column::numbers(std::move(values));
    series.color = Qt::white;
    series.points = PlotSeries::Points::Never;
    return series;
}

// On black; `plot` receives where the plot lies, in pixels of the image.
inline QImage draw(const PlotModel &model, QSize size, QRect *plot = nullptr, double dpr = 1)
{
    PlotSurface surface;
    surface.resize(size);
    surface.setBackground(Qt::black);
    surface.setModel(model);
    QImage image(size * dpr, QImage::Format_RGB32);
    image.setDevicePixelRatio(dpr);
    surface.renderTo(image);
    const QRect r = surface.plotRect();
    if (plot)
        *plot = QRect(QPoint(qRound(r.left() * dpr), qRound(r.top() * dpr)), r.size() * dpr);
    return image;
}

// Ink in a pixel column of the plot: brightness summed up, 1 a full pixel.
inline double ink(const QImage &image, const QRect &plot, int column)
{
    double sum = 0;
    for (int y = plot.top(); y <= plot.bottom(); ++y)
        sum += qGray(image.pixel(plot.left() + column, y)) / 255.0;
    return sum;
}

// The first row with ink, counted from the plot's top; -1: none.
inline int topInk(const QImage &image, const QRect &plot, int column)
{
    for (int y = plot.top(); y <= plot.bottom(); ++y) {
        if (qGray(image.pixel(plot.left() + column, y)) > 100)
            return y - plot.top();
    }
    return -1;
}
} // namespace plottesting
