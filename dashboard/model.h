// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QList>
#include <QtCore/QStringList>
#include <core/fieldconfig.h>
#include <core/json.h>
#include <core/timerange.h>
#include <dashboard/annotation.h>
#include <dashboard/scopedvars.h>
#include <datasource/registry.h>
#include <memory>
#include <optional>

// A dashboard as a value: the typed view over the document's text. Immutable once read, shared between documents: what an edit did not
// touch keeps its pointer, so that views compare pointers. Every reader is total: a wrong type costs that member alone.

// Grid units: 24 columns, rows of 30 px with 8 px gaps.
struct GridRect {
    int x = 0;
    int y = 0;
    int w = 12;
    int h = 9;

    int bottom() const { return y + h; }
    bool overlaps(const GridRect &other) const
    {
        return x < other.x + other.w && other.x < x + w && y < other.y + other.h && other.y < y + h;
    }
    bool operator==(const GridRect &) const = default;
};

// What could not be read as meant; the rest of the file is not affected.
struct ModelProblem {
    QString pointer; // JSON pointer into the file
    QString why;

    bool operator==(const ModelProblem &) const = default;
};

struct Target {
    QString refId;
    bool hide = false;
    SourceRef datasource; // empty = the panel's
    QString expr;
    QString legendFormat; // "" verbose, "__auto", template
    QString interval; // min step as written: "30s", "$__interval", ">1m"
    int intervalFactor = 1;
    QString format = QStringLiteral("time_series"); // table, heatmap
    bool instant = false;
    bool range = true; // both may be set
    bool exemplar = false;
    Json raw;

    bool operator==(const Target &) const = default;
};

struct PanelLink {
    QString title;
    QString url;
    QString type; // "link" or "dashboards"; of a dashboard's link
    QStringList tags;
    QString icon;
    QString tooltip;
    bool targetBlank = false;
    bool includeVars = false;
    bool keepTime = false;
    bool asDropdown = false;
    bool inControlsMenu = false;

    bool operator==(const PanelLink &) const = default;
};

struct VariableOption {
    QString text;
    QString value;
    bool selected = false;
    Json properties; // of custom options written as JSON objects: what ${x.field} reads

    bool operator==(const VariableOption &) const = default;
};

struct Variable {
    enum class Refresh { Never, OnLoad, OnTimeRange };

    QString name;
    QString type; // query, custom, textbox, constant, interval, datasource, adhoc, …
    QString label; // empty = the name
    QString description;
    int hide = 0; // 0 show, 1 no label, 2 hidden, 3 in the controls menu
    Json query; // text, or the object form of query variables
    QString definition;
    SourceRef datasource;
    bool multi = false;
    bool includeAll = false;
    QString allValue; // used unescaped
    bool allowCustomValue = true;
    QString regex;
    QString regexApplyTo = QStringLiteral("value"); // or "text"
    int sort = 0; // 0..8
    Refresh refresh = Refresh::Never;
    bool autoInterval = false; // interval: auto, auto_count, auto_min
    int autoCount = 30;
    QString autoMin = QStringLiteral("10s");
    bool skipUrlSync = false;
    QStringList currentValues; // "$__all" is All
    QStringList currentTexts;
    bool currentIsList = false;
    QList<VariableOption> options; // as kept in the file
    Json raw;
    QString pointer;

    bool operator==(const Variable &) const = default;
};

// What the v2 form says of a section or of an item beside its place.
struct LayoutTraits {
    Json conditions; // a ConditionalRenderingGroup; null: always shown
    bool hidesHeader = false; // a row
    bool fillsScreen = false; // a section, or the layout: takes the height that the page leaves free
    int depth = 0; // of a section, in others
    QList<Variable> variables; // of a section
    QString tabs; // of a tab: the bar that it stands in; empty: a row
    int columns = 0; // of the automatic grid that an item flows in, at most; 0: it lies where it is written

    bool operator==(const LayoutTraits &) const = default;
};

struct Panel {
    int id = 0; // unique in the dashboard; a missing or doubled one is replaced in memory
    QString type;
    QString pluginVersion;
    QString title; // not interpolated
    QString description;
    bool transparent = false;
    GridRect gridPos;
    SourceRef datasource;
    QList<Target> targets;
    QString interval; // min step of all targets, as written
    std::optional<int> maxDataPoints; // absent = the width in px
    QString timeFrom; // relative override, "1h"; may hold variables
    QString timeShift;
    bool hideTimeOverride = false;
    QString repeat; // a variable's name
    QString repeatDirection; // h, v
    int maxPerRow = 4;
    Json options;
    Json fieldConfig; // {"defaults": …, "overrides": …}
    Json transformations; // array
    QList<PanelLink> links;
    Json raw; // the whole object, in today's form
    bool isMigrated = false; // the file has an older form of it
    bool isOfLibrary = false; // … its model, under "__elements"; raw is a panel of its own
    QString place; // v2: the item of the layout that says where it lies; empty: it says so itself
    LayoutTraits traits;
    QString missingLibraryPanel; // the name of one that the file does not hold; empty: this is another panel
    QString pointer; // where it lies in the file: "/panels/3"
    QList<ModelProblem> problems;

    QString elementId() const { return QStringLiteral("panel-%1").arg(id); }
};
using PanelPtr = std::shared_ptr<const Panel>;

struct DashboardQuickRange {
    RawTimeRange range;
    QString display;

    bool operator==(const DashboardQuickRange &) const = default;
};

// The layout tree: one Grid whose children are elements and rows; a row's children are its elements, with y as written in the file.
// Sections of the v2 form, tabs too, are rows; those inside another one follow it with a greater depth.
struct LayoutItem {
    enum class Kind { Grid, Row, Element };

    Kind kind = Kind::Grid;
    QString id; // rows: "row-<panel id>"; elements: the element's id
    QString title; // rows, not interpolated
    bool collapsed = false; // rows, as in the file
    QString repeat; // a variable's name; empty = stands once
    bool repeatsDown = false; // elements: below each other, not side by side
    int maxPerRow = 4; // of those side by side
    GridRect rect; // elements
    QList<LayoutItem> children;
    QString place; // v2: see Panel; rows: the same as pointer
    LayoutTraits traits; // of the grid too
    QString pointer;

    bool operator==(const LayoutItem &) const = default;
};

struct Dashboard {
    int version = 0;
    QString uid;
    QString title;
    QString description;
    QStringList tags;
    int schemaVersion = 0;
    QString timezone; // "", "browser", "utc" or IANA
    QString weekStart; // "", sunday, monday, saturday
    int fiscalYearStartMonth = 0;
    RawTimeRange time;
    QString refresh; // "30s"; empty = off
    QStringList refreshIntervals; // of the picker; empty = the program's own
    QList<DashboardQuickRange> quickRanges; // empty = the program's own
    bool timepickerHidden = false;
    QString nowDelay;
    int graphTooltip = 0; // 1 shared crosshair, 2 shared tooltip
    bool editable = true;
    bool liveNow = false;
    QList<PanelPtr> panels; // all elements, those of folded rows too; rows are in the layout only
    int highestId = 0; // of any panel in the file, those that are not shown too
    LayoutItem layout;
    QList<Variable> variables;
    QList<Annotation> annotations;
    QList<PanelLink> links;
    QList<ModelProblem> problems; // of everything, panels included
    QStringList notices; // for the person: "schemaVersion 16 is older than …"

    PanelPtr panel(const QString &elementId) const;
    PanelPtr panel(int id) const;
};
using DashboardPtr = std::shared_ptr<const Dashboard>;
