// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QBasicTimer>
#include <QtGui/QImage>
#include <core/offload.h>
#include <widgets/controls/escapewatch.h>
#include <widgets/plot/plotframe.h>
#include <widgets/plot/plotoverlay.h>
#include <widgets/plot/plotsurface.h>

struct PlotSurface::Private {
    enum class Drag { None, Pressed, Select, Pan };

    static constexpr double kLongFrom = 400'000; // columns of ink: some ten milliseconds

    PlotSurface *q;
    PlotFrame frame{&Theme::dark()};
    QImage image;
    Offload drawing;
    bool isDrawing = false;
    QColor background;
    bool dirty = true;
    PlotCursor cursor;
    std::function<QString(double)> flagText;
    bool interactive = true;
    Drag drag = Drag::None;
    EscapeWatch escape{[this] { cancelDrag(); }};
    void cancelDrag();
    QPointF pressedAt;
    QPointF dragAt;
    double panFrom = 0;
    double panTo = 0;
    std::optional<double> keyboardX;
    QPointF keyboardAt; // where that is; of a heatmap, in which row
    QList<int> hoveredMarks; // by their feet
    std::optional<QPointF> mouseAt; // while the crosshair is the mouse's
    QBasicTimer settle; // runs while the wheel moves the view
    bool wheelZoomed = false;
    bool refreshQueued = false;

    explicit Private(PlotSurface *surface) : q(surface) { }

    QColor paper() const { return background.isValid() ? background : frame.theme().bg.panel; }
    QImage::Format format() const { return paper().alpha() == 255 ? QImage::Format_RGB32 : QImage::Format_ARGB32_Premultiplied; }
    void markDirty();
    void fit(); // the frame to the widget
    void took(bool moved); // a model
    bool isLong() const { return frame.inkColumns() >= kLongFrom; }
    void draw(QSize pixels, double dpr);
    void drawShapes(QPainter &painter); // without what belongs to the mouse
    void drawOffThread(QSize pixels, double dpr);
    void moveCursorTo(QPointF pos, bool byKeyboard);
    void dropCursor();
    QList<int> feetAt(QPointF pos);
    void showMarks(const QList<int> &marks, QPointF pos);
    void refreshCursor(); // later: what lies under the resting cursor changed
    bool isMoving() const { return drag == Drag::Pan || settle.isActive(); }
    void startSettling(bool zoomed);
    void settled();
    PlotHover hoverAt(QPointF pos) const;
    void panBy(double px);
    bool zoomAt(double px, double factor);
    void stepCursor(int samples);
    void stepCell(int columns, int rows);
    void moved(QMouseEvent *event);
    void released(QMouseEvent *event);
};
