// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QHash>
#include <QtCore/QObject>
#include <app/query/metricpeeks.h>
#include <app/query/nametable.h>
#include <core/clock.h>
#include <core/offload.h>
#include <datasource/datasource.h>
#include <list>

struct MetricInfo {
    QString type; // counter, gauge, histogram, summary, …
    QString help;
    QString unit;

    bool operator==(const MetricInfo &) const = default;
};

// What completion knows of one server: loaded behind when somebody asks for it, never waited for, asked again when it is old. Lives on the
// GUI thread; one for all fields that ask the same source. Memory is bounded: the least used lists of labels go first.
class MetricIndex : public QObject
{
    Q_OBJECT

public:
    explicit MetricIndex(std::shared_ptr<DataSource> source, QObject *parent = nullptr);
    MetricIndex(std::shared_ptr<DataSource> source, Clock clock, QObject *parent);

    // Each answers what is known by now; what is not is asked for, and changed() says when it is here.
    const std::shared_ptr<const NameTable> &metrics(); // never null
    MetricInfo info(const QString &metric); // also of name_bucket, name_sum, name_count by their histogram
    QStringList labelNames(const QString &selector); // "" = of all series
    QStringList labelValues(const QString &selector, const QString &label);
    MetricPeeks &peeks() { return *m_peeks; }
    bool isLoading() const; // something was asked for and is not here yet

signals:
    void changed();

private:
    struct List {
        QString key;
        QStringList values;
        qint64 askedMs = 0;
        bool isHere = false;
        Pending pending;
    };

    void loadMetrics();
    void takeNames(QStringList names);
    void takeMetadata(const QueryAnswer &answer);
    QStringList list(const QString &key, const ValuesRequest &request);
    void ask(List &list, const ValuesRequest &request);
    void trim();
    TimeRange recent() const;

    std::shared_ptr<DataSource> m_source;
    Clock m_clock;
    MetricPeeks *m_peeks;
    std::shared_ptr<const NameTable> m_metrics;
    QHash<QString, MetricInfo> m_metadata;
    std::list<List> m_lists; // used last first
    qint64 m_metricsAskedMs = 0;
    bool m_isLoadingNames = false;
    Pending m_namesPending;
    Pending m_metadataPending;
    Offload m_sorting;
};
