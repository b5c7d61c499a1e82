// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QList>
#include <QtCore/QRect>
#include <QtGui/QColor>

class QWidget;

// The texts that a widget and its children paint, as values: taken from their painting, whoever does it.
struct PaintedText {
    QString text;
    QRectF ink; // around the glyphs, in the widget
    int pixelSize = 0;
    int weight = 400;
    QColor color;
    QColor ground; // what lies behind most of it
    bool cut = false; // by a clip or the edge of its widget
    bool upright = true; // not turned

    double contrast() const; // WCAG: 1 … 21
};
QList<PaintedText> paintedTexts(QWidget &widget, const QColor &ground);
