// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <app/commandline.h>
#include <app/compatibility/report.h>

// `promontory check`: what becomes of dashboard files here. Exit codes: 0 all could be read, 1 some could not, 4 no source answered.

struct CheckedFiles {
    QList<FileReport> reports;
    QList<Document> documents; // one a report; empty where the file could not be read
    QStringList skipped; // of walked folders: no dashboards
};

// Files as named, folders walked for json, yaml and yml: hidden ones and links to folders are not entered.
CheckedFiles checkFiles(const QStringList &paths, const PanelRegistry &registry, const Vocabulary &vocabulary);
// Prints the reports; needs no display.
int runCheck(const CommandLine &line);
int printReports(const CheckedFiles &checked, bool json);
