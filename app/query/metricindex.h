// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QObject>
#include <datasource/datasource.h>

// What completion knows of one server: loaded behind when somebody asks for it, never waited for. Lives on the GUI thread; one for
// all fields that ask the same source.
class MetricIndex : public QObject
{
    Q_OBJECT

public:
    explicit MetricIndex(std::shared_ptr<DataSource> source, QObject *parent = nullptr);

    const QStringList &metricNames(); // those known so far; the first call asks the server

signals:
    void changed(); // something that was asked for is here

private:
    std::shared_ptr<DataSource> m_source;
    QStringList m_names;
    bool m_asked = false;
    Pending m_namesPending;
};
