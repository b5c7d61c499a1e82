// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>
#include <functional>
#include <memory>
#include <optional>
#include <widgets/plot/prepared.h>
#include <widgets/theme/theme.h>

// Where the mouse (or the keyboard cursor) is.
struct PlotHover {
    QPointF pos; // in the widget
    double x = 0;
    double y = 0; // on y axis 0
    bool byKeyboard = false;
};

// A sample. series indexes PlotModel::series.
struct PlotHit {
    int series = -1;
    qsizetype row = -1;
    double x = 0;
    double y = 0;
    QPointF pos; // where it is drawn, in the widget
    double distancePx = 0;

    bool operator==(const PlotHit &) const = default;
};

struct HeatHit {
    qsizetype column = -1;
    qsizetype row = -1;
    double value = 0;
};

// Axes, grid, series or heatmap cells, marks and crosshair; pan, zoom, selection and hover. The window, `render` and the benchmark
// paint with this one class. Changes only mark it dirty; the next paint draws once. Frames cost O(pixels): series keep a pyramid.
class PlotSurface : public QWidget
{
    Q_OBJECT

public:
    explicit PlotSurface(QWidget *parent = nullptr);
    ~PlotSurface() override;

    // The theme must outlive the surface.
    void setTheme(const Theme *theme);
    void setBackground(const QColor &color); // invalid: the theme's panel; may be transparent
    void setModel(const PlotModel &model); // keeps the view when from and to did not change
    void setPrepared(const PreparedPlot &plot); // the same, the costly part done
    const PlotModel &model() const;
    void setMarks(const QList<PlotMark> &marks);
    // A picture that takes long is drawn off the GUI thread; until it is there the one before stays.
    bool isBusy() const;

    // The visible x range, inside or outside of the model's; painted from the data in memory.
    void setXRange(double from, double to);
    double xFrom() const;
    double xTo() const;

    // Nothing: no crosshair. The flag with the time is drawn when flag is not empty; dots on the series when it is the mouse's own.
    void setCrosshair(std::optional<double> x, std::optional<double> y = {}, const QString &flag = {}, bool dots = false);
    // Text of the time flag while the mouse or the keyboard moves the crosshair.
    void setFlagText(std::function<QString(double x)> text);
    // Draws the series 0.5 px wider; dimOthers draws the others at Theme::chart.dimmedSeriesAlpha. -1: none.
    void setHighlight(int series, bool dimOthers = false);
    void setInteractive(bool on); // off: no hover, no gestures, no focus

    QRect plotRect() const; // as last laid out for the size of the widget
    double xAt(double px) const;
    double yAt(double px, int axis = 0) const;
    QPointF pixelOf(double x, double y, int axis = 0) const;
    std::pair<double, double> yRange(int axis = 0) const;

    // The visible sample nearest to a position, at most maxPx away.
    std::optional<PlotHit> nearest(QPointF pos, double maxPx = 1e9) const;
    // For each visible series the sample nearest to x (gaps give none); for the tooltip of all series.
    QList<PlotHit> valuesAt(double x) const;
    std::optional<HeatHit> cellAt(QPointF pos) const;
    QList<int> marksAt(double px, double maxPx) const; // indices of marks whose line is there, the nearest first
    int diamondAt(QPointF pos, double maxPx) const; // index into PlotModel::diamonds; -1: none

    // The surface at another size and density, without the widget being shown.
    void paint(QPainter &painter, const QRect &target, double dpr = 1);
    // Draws into the image, using its size and device pixel ratio; the image is reused as it is (ARGB32_Premultiplied or RGB32).
    void renderTo(QImage &image);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void settled(); // no longer busy
    void hovered(const std::optional<PlotHover> &hover); // nothing: left
    void clicked(const PlotHover &hover);
    void marksHovered(const QList<int> &marks, const QPointF &pos); // their feet, below the plot; none: left
    void marksClicked(const QList<int> &marks, const QPointF &pos);
    void rangeSelected(double from, double to); // drag
    void panned(double from, double to); // end of a Shift-drag or a sideways wheel; the view is there already
    void zoomed(double from, double to); // once the Ctrl-wheel rests; the view is there already
    void zoomOutRequested(); // double click

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void timerEvent(QTimerEvent *event) override;

private:
    struct Private;
    std::unique_ptr<Private> d;
};
