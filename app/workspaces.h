// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QStringList>
#include <core/json.h>
#include <dashboard/inputs.h>

// What belongs to a folder of dashboards but not into its files: which sources and texts stand for the inputs of shared dashboards. One
// JSON file below the XDG state home, read at each question and before each change, because other windows write it, too.
class Workspaces
{
public:
    explicit Workspaces(const QString &file = defaultFile());
    static QString defaultFile();

    // The innermost of the folders that holds the file, else the file's own; empty: a dashboard without a file.
    static QString folderOf(const QString &dashboardPath, const QStringList &folders);

    InputValues inputs(const QString &folder) const;
    void setInputs(const QString &folder, const InputValues &values); // others of the folder stay

private:
    Json read() const;

    QString m_file;
};
