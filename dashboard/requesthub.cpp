// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/requesthub.h>

#include <QtCore/QPointer>

namespace {
// A source may not expect its request to die inside its own callback.
void endLater(QObject *context, Pending pending)
{
    auto kept = std::make_shared<Pending>(std::move(pending));
    QMetaObject::invokeMethod(
        context, [kept] { *kept = Pending(); }, Qt::QueuedConnection);
}
} // namespace

std::list<RequestHub::Flight>::iterator RequestHub::find(quint64 flight)
{
    return std::find_if(m_flights.begin(), m_flights.end(), [&](const Flight &each) { return each.id == flight; });
}

Pending RequestHub::query(const std::shared_ptr<DataSource> &source, QueryRequest request, Done done)
{
    request.refId = QStringLiteral("A");
    request.legendFormat.clear();
    const quint64 id = m_nextId++;
    auto it = std::find_if(m_flights.begin(), m_flights.end(),
                           [&](const Flight &each) { return each.source == source && each.request == request; });
    if (it == m_flights.end()) {
        it = m_flights.insert(m_flights.end(), Flight{id, source, request, {}, {}});
        it->pending = source->query(request, [hub = QPointer(this), id](const Result<QueryAnswer> &answer) {
            if (hub)
                hub->answered(id, answer);
        });
    }
    it->subscribers.push_back({id, std::move(done)});
    return Pending([hub = QPointer(this), flight = it->id, id] {
        if (hub)
            hub->leave(flight, id);
    });
}

void RequestHub::answered(quint64 flight, const Result<QueryAnswer> &answer)
{
    const auto it = find(flight);
    if (it == m_flights.end())
        return;
    const std::vector<Subscriber> subscribers = it->subscribers;
    if (!answer || answer->complete) {
        endLater(this, std::move(it->pending));
        m_flights.erase(it);
    }
    const QPointer<RequestHub> alive(this);
    for (const Subscriber &subscriber : subscribers)
        if (alive)
            subscriber.done(answer);
}

void RequestHub::leave(quint64 flight, quint64 subscriber)
{
    const auto it = find(flight);
    if (it == m_flights.end())
        return;
    std::erase_if(it->subscribers, [&](const Subscriber &each) { return each.id == subscriber; });
    if (it->subscribers.empty())
        m_flights.erase(it);
}
