// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QList>
#include <QtCore/QObject>
#include <core/offload.h>
#include <core/result.h>
#include <datasource/local/history.h>
#include <functional>

// A stretch of time, ms, for which the storage holds the sample's series.
struct Span {
    qint64 fromMs = 0;
    qint64 toMs = 0;

    bool operator==(const Span &) const = default;
};

// Which hours of the sample are stored, kept in a file inside the storage (so that it goes when the storage goes). The server has no
// cheap answer to that question before it runs; so whoever stores says so: heartbeats while it runs, the import when it is done.
class StoredSpans
{
public:
    static constexpr qint64 longestGapMs = 120'000;

    explicit StoredSpans(const QString &storage);

    // A heartbeat: extends the last span, or begins one when the last beat is too long ago.
    void live(qint64 nowMs);
    void imported(const QList<Span> &spans);
    [[nodiscard]] Result<> save() const;
    // Before blocks are moved into the storage: when we end half-way, the next load() removes those of them that made it.
    [[nodiscard]] Result<> announce(const QStringList &blocks) const;

    // What is missing of from..to, gaps of longestGapMs and less left out.
    QList<Span> gaps(qint64 fromMs, qint64 toMs) const;
    QList<Span> spans() const { return m_spans; }

private:
    void load();
    void tidy();
    [[nodiscard]] Result<> write(const QStringList &pending) const;

    QString m_storage;
    QList<Span> m_spans; // in order, apart
    bool m_isLive = false;
};

// Makes the history of the gaps and puts it into the storage of a server that is not running. Generates and writes off the main thread;
// promtool takes each part as soon as it is there, two at once.
class HistoryImport : public QObject
{
    Q_OBJECT

public:
    HistoryImport(const QString &storage, const QString &promtool, const Traffic &traffic, QObject *parent = nullptr);

    // Calls back once, from the event loop. The spans are saved when it succeeded.
    void run(const QList<Span> &gaps, StoredSpans *spans, std::function<void(Result<>)> done);

private:
    struct Made {
        QString path; // of the next part's text; empty: there are no more
        Result<> result;
    };

    [[nodiscard]] static Made makePart(std::vector<History> &histories, const QString &folder, std::stop_token stop);
    void makeNext();
    void made(const Made &part);
    void runNext();
    void imported(int exitCode, const QString &words);
    void finishWhenDone();
    void finish();
    [[nodiscard]] Result<> moveBlocks();
    [[nodiscard]] static Result<> markAsOutOfOrder(const QString &block);

    QString m_storage;
    QString m_promtool;
    Traffic m_traffic;
    QString m_workshop;
    QList<Span> m_gaps;
    StoredSpans *m_spans = nullptr;
    std::function<void(Result<>)> m_done;
    Offload m_offload;
    std::shared_ptr<std::vector<History>> m_histories; // the worker's alone while it makes a part
    bool m_isMaking = false;
    QStringList m_waiting;
    int m_running = 0;
    Result<> m_result;
};
