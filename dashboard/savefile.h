// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <core/result.h>
#include <functional>

// Saving that never leaves half a file: a temporary file in the same folder, flushed to the disk, renamed over the old one, the folder
// flushed. The mode stays; a link stays a link and its target is replaced. On an error the old file is as it was and the temporary one
// is gone.
Result<> saveFile(const QString &path, const QByteArray &bytes);

// The moments between the steps; a test ends the process there.
enum class SaveStep { Created, HalfWritten, Written, Synced, Renamed };
using SaveHook = std::function<void(SaveStep)>;
Result<> saveFile(const QString &path, const QByteArray &bytes, const SaveHook &hook);

// What is known of a file on the disk, to notice that another program changed it.
struct FileStamp {
    qint64 size = -1; // -1: there is no such file
    qint64 modifiedNs = 0;
    quint64 inode = 0;

    bool operator==(const FileStamp &) const = default;
};
FileStamp stampOf(const QString &path);
