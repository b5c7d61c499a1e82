// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/json.h>
#include <dashboard/journal.h>
#include <memory>

// What is typed in a window's Explore and was not run yet, on the disk: for the next window, or for the one after a crash. Texts of
// queries, their options, and the id of their source; where that is and who asks there is not in it. Each window has a file of its own
// beside the journals; one that a window left behind goes to the next that asks.
class ExploreDrafts
{
public:
    explicit ExploreDrafts(const QString &folder = defaultFolder());
    static QString defaultFolder();

    // What a window that is gone left, newest first; it is this window's from then on. Null: nothing.
    Json take();
    void keep(const Json &drafts); // on the disk when it returns; null: nothing is left to keep

private:
    QString m_folder;
    std::unique_ptr<Journal> m_file;
    Json m_kept;
};
