// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/offload.h>
#include <datasource/prometheus/httpfetch.h>
#include <variant>

using Decoded = std::variant<QueryAnswer, QStringList, SourceHealth>;

// What one source asks: at most five questions on the wire, urgent ones first, else in order; the same question asked again while it
// is under way joins the one before. Answers are decoded on workers.
class RequestQueue : public QObject
{
    Q_OBJECT

public:
    enum class Priority { Urgent, Normal };
    using Decode = std::function<Result<Decoded>(HttpAnswer, std::stop_token)>; // pure; runs on a worker
    using Done = std::function<void(Result<Decoded>)>;

    struct Order {
        HttpQuestion question;
        QByteArray shape; // two orders may share an answer when question and shape are equal
        Priority priority = Priority::Normal;
        Decode decode;
    };

    explicit RequestQueue(HttpPeer &peer);
    ~RequestQueue() override;

    [[nodiscard]] Pending ask(Order order, Done done);

private:
    struct Asker;
    struct Job;

    void pump();
    void schedulePump();
    void start(Job &job);
    void fetched(Job &job, Result<HttpAnswer> answer);
    void finish(Job &job, const Result<Decoded> &result);
    void dropIdle();

    HttpPeer &m_peer;
    std::vector<std::unique_ptr<Job>> m_jobs;
    bool m_pumpScheduled = false;
};
