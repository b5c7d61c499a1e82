// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <app/compatibility/vocabulary.h>
#include <dashboard/document.h>

// What becomes of a dashboard file here: a value, made from its document alone.

struct ReportPlaceholder {
    QString pointer; // of the panel
    QString type; // as the file says it
    QString why; // only where a server was asked: why the panel shows no marks

    bool operator==(const ReportPlaceholder &) const = default;
};

struct ReportLine {
    QString pointer; // JSON pointer into the file
    QString why; // what is not honoured, and what is done instead
    QString panel; // the pointer of the panel that it lies in; empty = in none

    bool operator==(const ReportLine &) const = default;
};

struct FileReport {
    QString path;
    QString title;
    int schemaVersion = 0;
    QMap<QString, int> types; // panels by type as the file says it, rows too
    int panels = 0; // rows and those inside folded rows too, clones of repeats not
    QList<ReportPlaceholder> placeholders;
    QList<ReportLine> ignored;
    QStringList errors; // the file could not be read

    int drawn() const { return panels - int(placeholders.size()); }
    bool saysSomething() const { return !placeholders.isEmpty() || !ignored.isEmpty() || !errors.isEmpty(); }
    bool operator==(const FileReport &) const = default;
};

FileReport reportOf(const Document &document, const PanelRegistry &registry, const Vocabulary &vocabulary);
// Whether the JSON object is a dashboard at all: something with panels, rows or elements.
bool isDashboard(const Document &document);
