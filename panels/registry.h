// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <panels/paneltype.h>
#include <vector>

// The panel types, in the order of the gallery. Owned by App.
class PanelRegistry
{
public:
    static PanelRegistry standard();

    const PanelType *find(const QString &id) const; // null: unknown
    const PanelType &placeholder() const { return m_placeholder; } // for unknown types: name and data as a table
    const std::vector<PanelType> &types() const { return m_types; }

private:
    std::vector<PanelType> m_types;
    PanelType m_placeholder;
};
