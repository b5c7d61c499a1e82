// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <app/compatibility/report.h>

// Reports in the forms that leave the program.

// {"files": […], "totals": {…}} as issue and manual have it; skipped: files of walked folders that are no dashboards.
Json reportsJson(const QList<FileReport> &reports, const QStringList &skipped);
// For a person: a head a file, placeholders, what is not honoured, errors.
QString reportText(const FileReport &report);
// The last line of several.
QString totalsText(const QList<FileReport> &reports, const QStringList &skipped);
// "6 stat, 4 timeseries": the most frequent first.
QString typesText(const QMap<QString, int> &types);
