// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QRectF>
#include <panels/celllinks.h>
#include <widgets/theme/theme.h>

// Cells that are more than one line of text: pills, links, sparklines, wrapped and inspected texts.

// The items of "a, b" or of ["a", "b"]; at most 50.
QStringList pillTexts(const QString &cell);

struct CellPill {
    QString text;
    QRectF rect;
    QColor fill;
    QColor color; // of the text

    bool operator==(const CellPill &) const = default;
};

// Side by side in the cell's content rectangle; the last one that fits partly is cut, the others are left out. A colour that a value
// mapping gives stands; else the text picks one.
QList<CellPill> cellPills(const Field &field, const QString &cell, const QRectF &content, const Theme &theme);

// Where each link of a cell stands.
QList<std::pair<CellLink, QRectF>> linkPlaces(const QList<CellLink> &links, const QRectF &content);

// The numbers of "[1, 2, null, 3]", null a gap; empty: the text is no such list. At most 10,000.
Column sparklineValues(const QString &cell);
// The last of them, as the field shows values.
DisplayValue sparklineValue(const Field &field, const Column &values, Brightness theme);

// What the inspector shows: JSON over several lines, any other text as it is.
QString inspectedText(const QString &cell);

// Height of a text that wraps inside a width.
double wrappedHeight(const QString &text, const QFont &font, double widthPx);
// As many lines as there is room for; breaks between words where it can.
void drawWrapped(QPainter &painter, const QRectF &rect, const QString &text, const QFont &font, const QColor &color,
                 Qt::Alignment alignment);
