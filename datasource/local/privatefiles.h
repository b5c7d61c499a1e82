// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QString>
#include <core/result.h>

// Files and folders that only this user may read.
namespace PrivateFiles {

// Makes the folder (and its parents) with mode 0700; an existing one is tightened. Fails on what is not a folder of this user.
[[nodiscard]] Result<> makeFolder(const QString &path);

// Replaces the file as a whole (never seen half-written), mode 0600.
[[nodiscard]] Result<> write(const QString &path, const QByteArray &bytes);

} // namespace PrivateFiles

// An advisory lock on a file that the kernel gives back when the process ends, however it ends. Not inherited by children.
class FolderLock
{
public:
    FolderLock() = default;
    ~FolderLock() { release(); }
    FolderLock(const FolderLock &) = delete;
    FolderLock &operator=(const FolderLock &) = delete;

    [[nodiscard]] bool tryLock(const QString &path); // false: another one has it, or the file cannot be made
    void release();
    bool isHeld() const { return m_fd >= 0; }

    // Whether somebody has this lock now; takes nothing. A file that is not there is not locked.
    [[nodiscard]] static bool isHeldByAnyone(const QString &path);

private:
    int m_fd = -1;
};
