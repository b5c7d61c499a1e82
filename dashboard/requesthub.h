// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QObject>
#include <datasource/datasource.h>
#include <list>

// Queries of one session: equal ones in flight are asked once. refId and legendFormat do not count: the asker names the frames.
class RequestHub : public QObject
{
    Q_OBJECT

public:
    using Done = std::function<void(const Result<QueryAnswer> &)>;

    explicit RequestHub(QObject *parent = nullptr) : QObject(parent) { }

    // May call several times with incomplete answers. Dropping the Pending drops the subscriber; without any the source's request ends.
    [[nodiscard]] Pending query(const std::shared_ptr<DataSource> &source, QueryRequest request, Done done);

private:
    struct Subscriber {
        quint64 id = 0;
        Done done;
    };
    struct Flight {
        quint64 id = 0;
        std::shared_ptr<DataSource> source;
        QueryRequest request;
        Pending pending;
        std::vector<Subscriber> subscribers;
    };

    void answered(quint64 flight, const Result<QueryAnswer> &answer);
    void leave(quint64 flight, quint64 subscriber);
    std::list<Flight>::iterator find(quint64 flight);

    std::list<Flight> m_flights;
    quint64 m_nextId = 1;
};
