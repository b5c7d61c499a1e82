// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGui/QImage>
#include <widgets/plot/plotframe.h>
#include <widgets/plot/plotoverlay.h>
#include <widgets/plot/plotsurface.h>

struct PlotSurface::Private {
    enum class Drag { None, Pressed, Select, Pan };

    PlotSurface *q;
    PlotFrame frame{&Theme::dark()};
    QImage image;
    QColor background;
    bool dirty = true;
    PlotCursor cursor;
    std::function<QString(double)> flagText;
    bool interactive = true;
    Drag drag = Drag::None;
    QPointF pressedAt;
    QPointF dragAt;
    double panFrom = 0;
    double panTo = 0;
    std::optional<double> keyboardX;

    explicit Private(PlotSurface *surface) : q(surface) { }

    QColor paper() const { return background.isValid() ? background : frame.theme().bg.panel; }
    QImage::Format format() const { return paper().alpha() == 255 ? QImage::Format_RGB32 : QImage::Format_ARGB32_Premultiplied; }
    void markDirty();
    void fit(); // the frame to the widget
    void moveCursorTo(QPointF pos, bool byKeyboard);
    void dropCursor();
    PlotHover hoverAt(QPointF pos) const;
    void panBy(double px);
    void zoomAt(double px, double factor);
    void stepCursor(int samples);
    void moved(QMouseEvent *event);
    void released(QMouseEvent *event);
};
