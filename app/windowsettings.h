// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QSettings>

// What the program remembers about its windows: sizes of docks, dark or light, keys. A file below the XDG configuration folder.
inline QSettings windowSettings()
{
    return QSettings(QSettings::IniFormat, QSettings::UserScope, QStringLiteral("promontory"), QStringLiteral("window"));
}
