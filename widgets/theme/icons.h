// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGui/QColor>
#include <QtGui/QIcon>
#include <QtGui/QPixmap>

class QPainter;

// The icons of resources/icons (name without .svg), tinted; cached by (name, colour, size, ratio). An unknown name gives an
// empty pixmap.
QPixmap iconPixmap(const QString &name, const QColor &color, int sizePx, qreal devicePixelRatio);
void drawIcon(QPainter &painter, const QString &name, const QColor &color, const QPointF &topLeft, int sizePx);
// Tinted when painted, so that it follows the theme: weak text colour; danger = the bad text colour. For menus and item views.
enum class IconTint { Weak, Normal, Danger, Accent };
QIcon themedIcon(const QString &name, IconTint tint = IconTint::Weak);
QStringList iconNames();
QIcon applicationIcon();
