// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/query/metricindexes.h>

#include <app/query/metricindex.h>

MetricIndexes::MetricIndexes(SourceRegistry &sources, QObject *parent) : QObject(parent), m_sources(sources)
{
    connect(&sources, &SourceRegistry::changed, this, [this](const QString &uid) { m_indexes.erase(uid); });
}

std::shared_ptr<MetricIndex> MetricIndexes::of(const QString &uid)
{
    const SourceRegistry::Found found = m_sources.find({{}, uid});
    if (!found.entry.source)
        return nullptr;
    std::shared_ptr<MetricIndex> &index = m_indexes[found.entry.uid];
    if (!index)
        index = std::make_shared<MetricIndex>(found.entry.source);
    return index;
}
