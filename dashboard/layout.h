// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QHash>
#include <QtCore/QRectF>
#include <dashboard/conditions.h>
#include <functional>

// Where elements land: 24 columns, upward compaction, rows folded or open, what repeats once for each value of its variable.

constexpr int kGridColumns = 24;

// What a variable gives to that which repeats by it, at least one; absent: nothing repeats by it, what names it is shown once.
using RepeatValues = std::function<std::optional<QList<VariableOption>>(const QString &variable)>;

// One value of a repeat: it holds inside the panel or row.
struct RepeatedValue {
    QString variable;
    VariableOption option;

    bool operator==(const RepeatedValue &) const = default;
};

// Which of the repeats of an element: side by side in so many columns, or below each other (one column).
struct RepeatPlace {
    bool repeats = false;
    int index = 0;
    int count = 1;
    int columns = 1;
    bool fillsWidth = false; // side by side: all 24 columns, whatever the file says

    int rows() const { return (count + columns - 1) / columns; }
    QRectF in(const GridRect &whole) const; // cells; side by side the width may be no whole number
    bool operator==(const RepeatPlace &) const = default;
};

struct PlacedElement {
    QString id; // the element's; of a repeat with the values, so that it stays with its value
    QString elementId;
    QList<RepeatedValue> values; // the row's first
    ScopedVars variables; // of the sections around it
    GridRect rect; // of the element with all its repeats in this row
    RepeatPlace repeat;
    QString rowId; // empty = under no row
    bool folded = false; // its row is, or another tab is in front; the rectangle says nothing
    bool hidden = false; // … or a condition keeps it away
    bool awaitsData = false; // hidden, but what its queries find may show it

    bool operator==(const PlacedElement &) const = default;
};

struct PlacedRow {
    QString id;
    QString sourceId; // of the row in the file
    QString title;
    QList<RepeatedValue> values;
    ScopedVars variables; // its own too
    bool collapsed = false;
    GridRect rect; // without a header it is counted here all the same
    int panelCount = 0;
    bool hidesHeader = false;
    bool fillsScreen = false;
    QString tabs; // the bar, where this is the tab in front: it has no header

    bool operator==(const PlacedRow &) const = default;
};

struct PlacedTab {
    QString id;
    QString sourceId;
    QString title;
    QList<RepeatedValue> values;
    ScopedVars variables; // its own too

    bool operator==(const PlacedTab &) const = default;
};

struct PlacedTabs {
    QString id;
    GridRect rect;
    QList<PlacedTab> tabs; // at least one
    QString current;

    bool operator==(const PlacedTabs &) const = default;
};

// Of every row and tab, those that are not to be seen too: what it lies in.
struct PlacedSection {
    QString around; // the id of a section; empty: none
    QString holder; // the nearest that has variables: itself, or one around it
    QString tabs; // the bar, of a tab

    bool operator==(const PlacedSection &) const = default;
};

struct PlacedLayout {
    QList<PlacedElement> elements;
    QList<PlacedRow> rows; // that are to be seen
    QList<PlacedTabs> tabs;
    QHash<QString, PlacedSection> sections;
    int height = 0; // grid rows in use
    int leftOut = 0; // repeats beyond what is laid out

    bool operator==(const PlacedLayout &) const = default;
};

// What a section's own variables give (v2).
struct SectionRules {
    // What they are worth. id: of the instance; holder: the next section around it that has variables; around: what holds there.
    std::function<ScopedVars(const QString &id, const LayoutItem &section, const QString &holder, const QList<RepeatedValue> &values,
                             const ScopedVars &around)>
        variables;
    // To that which repeats by one of them; absent: the section has no such variable.
    std::function<std::optional<QList<VariableOption>>(const QString &id, const QString &variable)> repeats;
};

struct PlacingRules {
    QHash<QString, QString> currentTabs; // by bar; else the first one
    bool tabsAsRows = false; // all of them, one below the other
    // Whether conditions (see LayoutTraits) let it be seen; elementId: an instance, empty for a section.
    std::function<Visibility(const Json &conditions, const QString &elementId, const QList<RepeatedValue> &values,
                             const ScopedVars &variables)>
        visibility;
    SectionRules sections = {};
};

// folded: rows whose state is not the file's.
PlacedLayout placed(const LayoutItem &layout, const QHash<QString, bool> &folded = {}, const RepeatValues &repeats = {},
                    const PlacingRules &rules = {});

// In an automatic grid: the place of the item with that index among `count`, of which one is `height` high.
GridRect autoPlace(int index, int count, int columns, int height);

// Variables that something repeats by.
QStringList repeatVariables(const LayoutItem &layout);

// Each rectangle as far up as it goes without overlap, in order of (y, x); never above firstRow. The rules are those of
// react-grid-layout, which Grafana uses: what is pushed down takes along what it touches.
QList<GridRect> compacted(const QList<GridRect> &rects, int firstRow = 0);

// What the file has to say so that the page looks as it does: places in which each element and row stands once.
struct ShownPlace {
    QString id; // of the element or row in the file
    bool isRow = false;
    bool counts = true; // of several repeats of a row one says where things are
    GridRect rect;
    RepeatPlace repeat;
};
QHash<QString, GridRect> sourcePlaces(const QList<ShownPlace> &shown);
