// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>
#include <QtCore/QUrl>
#include <core/result.h>
#include <optional>

// What one instance of the application tells the others of the same user about the server it runs: a file of mode 0600 in the
// data folder. It is believed only while the kernel says that the server named in it listens on the port named in it.
struct SharedEngine {
    QUrl url;
    QString user;
    QString password;
    QString version;
    qint64 serverPid = 0;
    qint64 ownerPid = 0;

    bool operator==(const SharedEngine &) const = default;

    [[nodiscard]] static QString path(const QString &folder);
    [[nodiscard]] Result<> write(const QString &folder) const;
    static void remove(const QString &folder);
    // Nothing when there is no such file, it is damaged, readable by others, or what it says is not true (any more).
    [[nodiscard]] static std::optional<SharedEngine> readProven(const QString &folder);
};
