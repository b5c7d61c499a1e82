// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QHash>
#include <QtCore/QTimer>
#include <core/clock.h>
#include <datasource/datasource.h>

// A glance at a metric: how many series it has, and how it went in the last hour.
struct MetricPeek {
    qsizetype series = 0;
    Column trend; // the rate of what counts, the average of anything else; empty: too many series to ask for it, or nothing came
    bool isRate = false;

    bool operator==(const MetricPeek &) const = default;
};

// Asks for one metric at a time, a moment after it was wanted; wanting another one, or none, cancels. What came is kept for a minute.
class MetricPeeks : public QObject
{
    Q_OBJECT

public:
    MetricPeeks(std::shared_ptr<DataSource> source, Clock clock, QObject *parent);

    // type: of its metadata, may be empty. "" wants none.
    void want(const QString &metric, const QString &type);
    const MetricPeek *known(const QString &metric) const; // null: not here yet, or too old

signals:
    void arrived(const QString &metric);

private:
    struct Kept {
        MetricPeek peek;
        qint64 cameMs = 0;
    };

    void askCount();
    void askTrend();
    void keep();

    std::shared_ptr<DataSource> m_source;
    Clock m_clock;
    QString m_wanted;
    MetricPeek m_peek; // of the wanted one, as far as it is here
    Pending m_pending;
    QTimer m_rest;
    QHash<QString, Kept> m_kept;
};
