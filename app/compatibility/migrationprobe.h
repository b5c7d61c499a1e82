// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <dashboard/document.h>

// Whether a member that the format of today does not know means something after all, because a migration reads it: the panel is read with
// it and without it, and compared. For one file; bounded, because each question reads a panel twice.
class MigrationProbe
{
public:
    MigrationProbe(const Json &schemaVersion) : m_schemaVersion(schemaVersion) { }

    // panel: as in the file; path: of the member below it, unescaped.
    bool isRead(const Json &panel, const QStringList &path);

private:
    PanelPtr read(const Json &panel) const;

    Json m_schemaVersion;
    qsizetype m_bytesLeft = 1 << 20;
};
