// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QHash>
#include <panels/table/tableoptions.h>
#include <pipeline/displayprocessor.h>
#include <widgets/theme/theme.h>

// A table as values: which columns there are, how wide, how their cells look. Reads a few dozen rows, however many there are.
struct TableColumn {
    int field = 0; // index in the frame
    QString title; // empty: header hidden
    QString name; // for sorting, widths and the footer
    TableFieldOptions options;
    Qt::Alignment alignment = Qt::AlignLeft;
    bool numeric = false;
    bool hasLinks = false;
    double measuredPx = 0; // what header and sampled cells ask for
    double valuePx = 0; // width of the widest sampled value: room for the number beside a gauge
    double widthPx = 0;

    bool operator==(const TableColumn &) const = default;
};

QList<TableColumn> tableColumns(const Frame &frame, const TableOptions &options, const Theme &theme, const QTimeZone &zone);

// Gives each column its width: set ones keep theirs (dragged: by name, before the file's), the others share the rest by what they ask for;
// under what they need at least, the table scrolls.
void shareWidths(QList<TableColumn> &columns, double roomPx, const QHash<QString, int> &dragged);

// The footer: a line a calculation, each with a text for every column; empty: no footer.
QList<QStringList> footerLines(const Frame &frame, const QList<TableColumn> &columns, const TableOptions &options, const Theme &theme);

// How one cell is painted.
struct CellLook {
    QString text;
    QColor textColor;
    bool strong = false; // weight 500
    QColor fill; // invalid: none
    QColor fillTo; // differs from fill: gradient
    double gauge = -1; // 0..1; below 0: none
    QColor gaugeColor;
};

// One line, or as many as the text has where it wraps.
QString cellText(const TableColumn &column, const DisplayValue &value);
CellLook cellLook(const TableColumn &column, const DisplayValue &value, bool isNull, const Theme &theme);
