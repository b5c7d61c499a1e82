// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <widgets/plot/axeslayer.h>
#include <widgets/plot/heatpainter.h>
#include <widgets/plot/plotmodel.h>
#include <widgets/plot/seriespainter.h>

struct Theme;

// A plot without a widget: model, view and size in, picture and geometry out. Works out what changed when it is asked.
class PlotFrame
{
public:
    explicit PlotFrame(const Theme *theme) : m_theme(theme) { }

    void setTheme(const Theme *theme);
    void setModel(const PlotModel &model);
    void setPrepared(const PreparedPlot &plot);
    void setMarks(const QList<PlotMark> &marks) { m_marks = marks; }
    void setView(double from, double to);
    void setHighlight(int series, bool dimOthers);
    void setSize(QSize size); // logical pixels

    const Theme &theme() const { return *m_theme; }
    const PlotModel &model() const { return m_model; }
    const QList<PlotMark> &marks() const { return m_marks; }
    const PreparedList &series() const { return m_series; }
    double inkColumns() const; // pixel columns that all series together touch at most: what drawing them costs
    const HeatPainter &heat() const { return m_heat; }
    double from() const { return m_from; }
    double to() const { return m_to; }
    int highlight() const { return m_highlight; }

    // Geometry in logical pixels of the widget.
    QRect plotRect();
    AxesLayer::Range yRange(int axis);
    double xAt(double px);
    double yAt(double px, int axis);
    QPointF pixelOf(double x, double y, int axis);

    // Background, axes and cells; returns what SeriesPainter needs to put the series on top.
    SeriesPainter::View drawBelow(QImage &image, const QColor &background);
    // All of it; the image has the frame's size times its device pixel ratio.
    void draw(QImage &image, const QColor &background);
    // The same in an SVG or a PDF, in the frame's logical pixels.
    void drawShapes(QPainter &painter, const QColor &background);

private:
    void take(const PlotModel &model);
    void arrange();
    AxesLayer::Range rangeOf(int axis) const;
    void drawBands(QPainter &painter);
    SeriesPainter::View viewOf(const QRect &plot, double dpr) const;
    QRect devicePlot(const QImage &image, double dpr) const;
    int axisIndex(int axis) const { return std::clamp<int>(axis, 0, int(m_model.y.size()) - 1); }

    const Theme *m_theme;
    PlotModel m_model;
    QList<PlotMark> m_marks;
    PreparedList m_series = std::make_shared<const std::vector<PreparedSeries>>();
    HeatPainter m_heat;
    SeriesPainter m_painter;
    AxesLayer m_axes;
    double m_from = 0;
    double m_to = 1;
    int m_highlight = -1;
    bool m_dimOthers = false;
    QSize m_size;
    bool m_arranged = false;
    std::vector<AxesLayer::Range> m_ranges;
};
