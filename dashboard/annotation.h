// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QList>
#include <QtCore/QStringList>
#include <core/json.h>
#include <datasource/registry.h>

struct ModelProblem;
struct Panel;

// An annotation of a dashboard, as its file describes it: a query whose answer is marked on the time axes of panels.
struct Annotation {
    QString name;
    bool enabled = false; // when the file opens
    bool hidden = false; // has no switch in the bar
    bool inControlsMenu = false; // its switch is in the menu of controls
    QString color; // iconColor, as written
    SourceRef datasource;
    QString expr;
    QString step; // as written
    QString titleFormat;
    QString textFormat;
    QStringList tagKeys;
    bool useValueForTime = false;
    bool builtIn = false; // Grafana's own, out of its database
    bool isFiltered = false; // only the panels of the filter show it, or with `exclude` all others
    bool exclude = false;
    QList<int> panelIds;
    QString foreign; // the kind of a source that is not asked here: Loki, …; empty: PromQL
    QString pointer;

    bool isAsked() const { return !builtIn && foreign.isEmpty() && !expr.trimmed().isEmpty(); }
    bool isFor(int panelId) const { return !isFiltered || panelIds.contains(panelId) != exclude; }
    Panel query() const; // as a panel with one query, for planQueries

    bool operator==(const Annotation &) const = default;
};

// One of annotations.list[], of the classic form.
Annotation readAnnotation(const Json &json, const QString &pointer, QList<ModelProblem> &problems);
