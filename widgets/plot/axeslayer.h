// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QRect>
#include <memory>
#include <vector>
#include <widgets/plot/plotmodel.h>

class QImage;
class QPainter;
struct Theme;

// Axes, labels and grid: QCustomPlot's axis rectangle with axes, tickers and painting of our own. It is never shown as a widget;
// it paints where it is told.
class AxesLayer
{
public:
    struct Range {
        double min = 0;
        double max = 1;

        bool operator==(const Range &) const = default;
    };

    AxesLayer();
    ~AxesLayer();

    // Makes room for the labels; lengths in logical pixels.
    void layout(const PlotModel &model, Range x, const std::vector<Range> &y, QSize size, const Theme &theme);
    QRect plotRect() const;
    // Grid, zero line, axis lines, labels; in the image's device pixels.
    void paint(QImage &image);
    // The same for vector pictures, in logical pixels: QCustomPlot can only paint with a painter of its own.
    void paint(QPainter &painter);

private:
    struct Private;
    std::unique_ptr<Private> d;
};
