// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGui/QWheelEvent>
#include <QtTest/QtTest>
#include <tests/panels/panelpicture.h>
#include <widgets/charttooltip.h>
#include <widgets/plot/plotsurface.h>

// A chart in a shown window, to be driven by mouse and keyboard.
struct ChartStage {
    QWidget window;
    PanelWidget *panel = nullptr;
    PlotSurface *plot = nullptr;

    explicit ChartStage(const PanelPicture &picture, const QPoint &margin = {40, 30})
    {
        panel = picture.widget().release();
        panel->setParent(&window);
        panel->move(margin);
        plot = panel->findChild<PlotSurface *>(QStringLiteral("plot"));
        window.resize(picture.size + QSize(2 * margin.x(), 2 * margin.y()));
        QPalette palette;
        palette.setColor(QPalette::Window, panel->context().theme->bg.panel);
        window.setPalette(palette);
        window.setAutoFillBackground(true);
        window.show();
        QCoreApplication::processEvents();
    }

    // Inside of the plot, by shares of its width and height.
    QPoint at(double x, double y = 0.5) const
    {
        const QRect rect = plot->plotRect();
        return {rect.left() + int(rect.width() * x), rect.top() + int(rect.height() * y)};
    }
    // The event itself: QTest::mouseMove sends none to where the pointer is already.
    void move(const QPoint &pos, Qt::MouseButtons buttons = {}, Qt::KeyboardModifiers keys = {}) const
    {
        QMouseEvent event(QEvent::MouseMove, pos, plot->mapToGlobal(pos), Qt::NoButton, buttons, keys);
        QCoreApplication::sendEvent(plot, &event);
    }
    void hover(double x, double y = 0.5) const { move(at(x, y)); }
    void drag(double from, double to, Qt::KeyboardModifiers keys = {}) const
    {
        QTest::mousePress(plot, Qt::LeftButton, keys, at(from));
        for (int step = 1; step <= 4; ++step)
            move(at(from + (to - from) * step / 4), Qt::LeftButton, keys);
    }
    void drop(double at_, Qt::KeyboardModifiers keys = {}) const { QTest::mouseRelease(plot, Qt::LeftButton, keys, at(at_)); }
    bool wheel(double x, int notches, Qt::KeyboardModifiers keys) const
    {
        QWheelEvent event(at(x), plot->mapToGlobal(at(x)), {}, {0, notches * 120}, Qt::NoButton, keys, Qt::NoScrollPhase, false);
        event.ignore();
        QCoreApplication::sendEvent(plot, &event);
        return event.isAccepted();
    }
    void leave() const
    {
        QEvent event(QEvent::Leave);
        QCoreApplication::sendEvent(plot, &event);
    }
    ChartTooltip *tooltip() const // that is shown
    {
        for (ChartTooltip *tip : window.findChildren<ChartTooltip *>()) {
            if (tip->isVisible())
                return tip;
        }
        return nullptr;
    }
    QImage image()
    {
        QCoreApplication::processEvents();
        return window.grab().toImage();
    }
    double timeAt(double x) const { return plot->xAt(at(x).x()); }
};
