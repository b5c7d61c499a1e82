// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGui/QColor>
#include <QtGui/QPainter>

// Painting helpers shared by the style and every control. All are crisp at fractional device pixel ratios.

// True where shapes stay shapes: an SVG or a PDF. What is cached as pixels elsewhere is drawn anew there.
bool isVector(const QPainter &painter);
// The rectangle whose edges lie on device pixels.
QRectF snapped(const QPainter &painter, const QRectF &rect);
// One logical pixel, as whole device pixels, in logical units.
qreal hairWidth(const QPainter &painter);
// A filled box with a border inside its edge. An invalid colour leaves that part out.
void roundedBox(QPainter &painter, const QRectF &rect, const QColor &fill, const QColor &border, qreal radius, qreal borderWidth = 1);
// The same with chosen corners: buttons joined to a row.
enum class Corners { All, Left, Right, None };
void joinedBox(QPainter &painter, const QRectF &rect, const QColor &fill, const QColor &border, qreal radius, Corners corners);
void horizontalLine(QPainter &painter, qreal x1, qreal x2, qreal y, const QColor &color);
void verticalLine(QPainter &painter, qreal x, qreal y1, qreal y2, const QColor &color);
// The panel's "no data" ground: 1 px diagonals, one in 8 px.
void hatch(QPainter &painter, const QRectF &rect, const QColor &color, qreal radius);

// Text of data for one line: control characters become spaces, at most `limit` characters.
QString oneLine(const QString &text, int limit = 500);
// Draws one elided line; answers the width used.
qreal drawLine(QPainter &painter, const QRectF &rect, const QString &text, const QFont &font, const QColor &color,
               Qt::Alignment alignment = Qt::AlignLeft | Qt::AlignVCenter, Qt::TextElideMode elide = Qt::ElideRight);
qreal textWidth(const QFont &font, const QString &text);
// A tooltip that is never taken for rich text.
QString plainToolTip(const QString &text);
