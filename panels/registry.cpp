// SPDX-License-Identifier: GPL-3.0-or-later
#include <panels/registry.h>

#include <algorithm>

PanelRegistry PanelRegistry::standard()
{
    PanelRegistry registry;
    registry.m_types = {};
    return registry;
}

const PanelType *PanelRegistry::find(const QString &id) const
{
    const auto found = std::find_if(m_types.begin(), m_types.end(), [&](const PanelType &type) { return type.id == id; });
    return found == m_types.end() ? nullptr : &*found;
}
