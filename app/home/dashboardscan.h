// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QStringList>
#include <stop_token>
#include <vector>

// A folder with the dashboards in it, or a dashboard.
struct FolderNode {
    QString path; // of one in a YAML file that holds several: FILE.yaml#NAME
    QString name; // of a folder its name, of a dashboard its title
    bool isFolder = false;
    int dashboards = 0; // of a folder: in it and below
    std::vector<FolderNode> children; // folders first, each by name
    QString uid = {}; // of a dashboard, as its file says it
    QStringList tags = {};

    bool operator==(const FolderNode &) const = default;
};

// Reads the dashboards below a folder; for a worker. Files that are no dashboards and folders without one are left out; hidden folders
// and links to folders are not entered; at most 5000 files.
FolderNode scanFolder(const QString &path, const std::stop_token &stop, int levels = 6);
// Those of a file, JSON or YAML; of the one part that the path names.
std::vector<FolderNode> dashboardsOfFile(const QString &path);
