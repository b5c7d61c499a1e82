// SPDX-License-Identifier: GPL-3.0-or-later
#include <panels/registry.h>

#include <algorithm>
#include <panels/bargauge/bargaugepanel.h>
#include <panels/gauge/gaugepanel.h>
#include <panels/heatmap/heatmappanel.h>
#include <panels/placeholder/placeholderpanel.h>
#include <panels/row/rowpanel.h>
#include <panels/stat/statpanel.h>
#include <panels/table/tablepanel.h>
#include <panels/text/textpanel.h>
#include <panels/timeseries/timeseriespanel.h>

PanelRegistry PanelRegistry::standard()
{
    PanelRegistry registry;
    registry.m_types
        = {timeseriesPanel(), statPanel(), gaugePanel(), bargaugePanel(), heatmapPanel(), tablePanel(), textPanel(), rowPanel()};
    registry.m_placeholder = placeholderPanel();
    return registry;
}

const PanelType *PanelRegistry::find(const QString &id) const
{
    const auto found = std::find_if(m_types.begin(), m_types.end(), [&](const PanelType &type) { return type.id == id; });
    return found == m_types.end() ? nullptr : &*found;
}
