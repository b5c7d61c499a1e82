// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QObject>
#include <datasource/registry.h>

class MetricIndex;

// The index of metrics of each source, made when it is first asked for and shared by everything that asks the same server. Forgotten
// when the source is replaced.
class MetricIndexes : public QObject
{
    Q_OBJECT

public:
    explicit MetricIndexes(SourceRegistry &sources, QObject *parent = nullptr);
    std::shared_ptr<MetricIndex> of(const QString &uid); // null: no such source

private:
    SourceRegistry &m_sources;
    std::map<QString, std::shared_ptr<MetricIndex>> m_indexes;
};
