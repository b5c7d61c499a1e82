// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

// Ids of the pages that a window has once: in the rail and, but for Home and the dashboards, as tabs.
namespace windowpages {

inline const QString kHome = QStringLiteral("home");
inline const QString kDashboards = QStringLiteral("dashboards");
inline const QString kSources = QStringLiteral("sources");

} // namespace windowpages
