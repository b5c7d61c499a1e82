// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/query/metricindex.h>

MetricIndex::MetricIndex(std::shared_ptr<DataSource> source, QObject *parent) : QObject(parent), m_source(std::move(source)) { }

const QStringList &MetricIndex::metricNames()
{
    if (!std::exchange(m_asked, true) && m_source) {
        ValuesRequest request;
        request.kind = ValuesRequest::Kind::MetricNames;
        m_namesPending = m_source->values(request, [this](Result<QStringList> names) {
            if (!names)
                return;
            m_names = std::move(*names);
            emit changed();
        });
    }
    return m_names;
}
