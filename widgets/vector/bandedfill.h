// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QBrush;
class QPainter;
class QPainterPath;

// QPdfWriter draws translucent gradients opaque (Qt 6.4 writes a mask that says nothing), so in a PDF they are bands of one colour each.
bool needsBands(const QPainter &painter, const QBrush &brush);
// Linear and radial gradients, in the painter's own coordinates.
void fillBanded(QPainter &painter, const QPainterPath &path, const QBrush &brush);
