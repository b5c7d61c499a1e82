// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/clock.h>
#include <core/offload.h>
#include <dashboard/paneljob.h>
#include <dashboard/queryplan.h>
#include <dashboard/requesthub.h>
#include <dashboard/session.h>

// Runs one panel instance: asks what its plan says, makes PanelData of the answers off the GUI thread, keeps the old picture on failure.
// It asks again only when the plan differs or it is told to.
class PanelRunner : public QObject
{
    Q_OBJECT

public:
    PanelRunner(RequestHub &hub, Clock clock, QObject *parent = nullptr);
    ~PanelRunner() override;

    bool visible = false;
    int widthPx = 0;
    bool forced = false; // the next run asks even when nothing changed

    const PanelData &data() const { return m_data; }
    const PanelData &rawData() const { return m_raw; }
    QList<TargetReport> report() const;
    int running() const;
    int asked() const { return int(m_slots.size()); }
    qint64 bytes() const;
    int failures() const; // of queries; missing exemplars are none

    // job carries everything but the answers.
    void run(const QueryPlan &plan, const PanelJob &job);
    void setWaiting(); // for its variables
    void fail(const Error &error);
    void cancel(); // what is in flight; the old picture stays
    void leave(); // the same, without a word: the next run asks again

signals:
    void dataChanged();
    void progress(); // a query was sent or answered

private:
    struct Slot {
        PlannedQuery query;
        Frames frames; // the last good ones
        QList<Notice> notices;
        QueryStats stats;
        std::optional<Error> error;
        bool running = false;
        Pending pending;

        bool isExemplars() const { return query.request.kind == QueryRequest::Kind::Exemplars; }
    };

    void ask(const QueryPlan &plan);
    void answered(size_t slot, const Result<QueryAnswer> &answer);
    bool awaitsData() const; // the picture does not wait for its exemplars
    Frames exemplars() const;
    void process();
    void deliver(PanelResult result);

    RequestHub &m_hub;
    Clock m_clock;
    QueryPlan m_plan;
    bool m_hasPlan = false;
    PanelJob m_job;
    QString m_jobKey;
    std::vector<Slot> m_slots;
    quint64 m_round = 0;
    qint64 m_answeredAtMs = 0;
    PanelData m_data;
    PanelData m_raw;
    Offload m_offload;
};
