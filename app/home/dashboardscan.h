// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>
#include <stop_token>
#include <vector>

// A folder with the dashboards in it, or a dashboard.
struct FolderNode {
    QString path;
    QString name; // of a folder its name, of a dashboard its title
    bool isFolder = false;
    int dashboards = 0; // of a folder: in it and below
    std::vector<FolderNode> children; // folders first, each by name

    bool operator==(const FolderNode &) const = default;
};

// Reads the dashboards below a folder; for a worker. Files that are no dashboards and folders without one are left out; hidden folders
// and links to folders are not entered; at most 6 levels and 5000 files.
FolderNode scanFolder(const QString &path, const std::stop_token &stop);
