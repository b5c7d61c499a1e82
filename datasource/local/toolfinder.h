// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>
#include <QtCore/QStringList>
#include <core/result.h>
#include <functional>

class QObject;

// The two programs of the Prometheus package that the engine needs.
struct Tools {
    QString prometheus; // absolute paths
    QString promtool;
    QString version; // "2.42.0"
    QStringList lockArguments; // what makes this build of the server lock its storage
};

namespace ToolFinder {

struct Wanted {
    QString prometheusPath; // empty: found on PATH
    QString promtoolPath;
    int minimumMajor = 2;
    int minimumMinor = 40;
};

// Finds both, asks for version and flags. Kinds of failure: Config (missing, or cannot run), Unsupported (too old).
void find(QObject *context, const Wanted &wanted, std::function<void(Result<Tools>)> done);

// "2.42.0" of the first line that --version prints; empty when there is none.
[[nodiscard]] QString versionIn(const QString &output);
[[nodiscard]] bool isOlder(const QString &version, int major, int minor);

} // namespace ToolFinder
