// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QStringList>
#include <QtGui/QColor>

class QPainter;
class QRectF;
struct Theme;

// An event in a chart's tooltip: plain texts, wrapped and cut.
struct TooltipNote {
    QString title;
    QString caption; // weak: where it is from, and when
    QString text;
    QStringList tags;
    QColor color;

    bool operator==(const TooltipNote &) const = default;
};

double notesWidth(const QList<TooltipNote> &notes); // px that they would like
double notesHeight(const QList<TooltipNote> &notes, double width); // 0 for none
void paintNotes(QPainter &painter, const Theme &theme, const QRectF &rect, const QList<TooltipNote> &notes);
