// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/offload.h>
#include <dashboard/queryplan.h>
#include <dashboard/requesthub.h>
#include <pipeline/annotationevents.h>

// Asks one annotation's query and makes events of the answer off the GUI thread; keeps the old ones on failure. It asks again only when
// the plan differs or it is told to.
class AnnotationRunner : public QObject
{
    Q_OBJECT

public:
    explicit AnnotationRunner(RequestHub &hub, QObject *parent = nullptr) : QObject(parent), m_hub(hub) { }

    bool forced = false; // the next run asks even when nothing changed

    void run(const QueryPlan &plan, const EventRules &rules);
    void fail(const Error &error);
    void cancel(); // what is in flight; the old events stay
    void leave(); // the same, without a word: the next run asks again

    const QList<AnnotationEvent> &events() const { return m_found.events; }
    const std::optional<Error> &error() const { return m_error; }
    QList<Notice> notices() const;
    bool isRunning() const { return m_running; } // until the events are there
    bool hasAsked() const { return m_hasAsked; }
    qint64 bytes() const { return m_stats.bytes; }

signals:
    void changed(); // events, error or notices
    void progress(); // the query was sent or ended

private:
    void ask();
    void answered(const Result<QueryAnswer> &answer);
    void process();
    void end();

    RequestHub &m_hub;
    QueryPlan m_plan;
    EventRules m_rules;
    bool m_hasPlan = false;
    bool m_hasAsked = false;
    bool m_running = false;
    bool m_complete = false; // the answer
    quint64 m_round = 0;
    Pending m_pending;
    Frames m_frames; // the last good ones
    QList<Notice> m_notices;
    QueryStats m_stats;
    EventsFound m_found;
    std::optional<Error> m_error;
    Offload m_offload;
};
