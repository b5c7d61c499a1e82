// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <datasource/prometheus/rangeblock.h>
#include <list>
#include <memory>

struct CachePolicy {
    // Younger samples may still change: a scrape that is under way, a rule that is being evaluated, remote write. They are asked for again.
    qint64 overlapMs = 120'000;
    // What came later than that is found at the latest after this time: then a range is asked for whole.
    qint64 maxAgeMs = 15 * 60'000;
    qint64 budgetBytes = 64 * 1024 * 1024; // of values, as if nothing were shared with what panels show
};

struct CacheKey {
    QString text; // of the query
    RowScale scale;

    bool operator==(const CacheKey &) const = default;
};

struct CacheEntry {
    std::shared_ptr<const RangeBlock> block;
    qint64 settledEnd = 0; // rows before it do not change any more
    qint64 fullAtMs = 0; // when all of it was last asked for at once
};

// What must be asked, and which rows of the entry stay.
struct FetchPlan {
    bool isFull = true;
    RowRange kept;
    QList<RowRange> missing;

    bool operator==(const FetchPlan &) const = default;
};

FetchPlan planFetch(const CacheEntry *known, const RowRange &wanted, qint64 nowMs, const CachePolicy &policy);

// The row behind the last one that does not change any more. heardMs: when the answer was made, by the more careful of two clocks.
// A clock may be wrong, and a whole server late: the last sample counts, too, unless it is an hour old.
qint64 settledEnd(const RangeBlock &block, std::optional<qint64> lastSampleMs, qint64 heardMs, const CachePolicy &policy);

// Answers of one source, the least recently used go first. Rows far from what was asked last are cut off.
class RangeCache
{
public:
    explicit RangeCache(const CachePolicy &policy = {}) : m_policy(policy) { }

    const CacheEntry *find(const CacheKey &key);
    // The same query with another step, whose rows cover a good part of the range; null: none. For a picture until the answer is here.
    const CacheEntry *findSimilar(const QString &text, const TimeRange &range) const;
    void store(const CacheKey &key, CacheEntry entry);
    qint64 bytes() const { return m_bytes; }
    qsizetype size() const { return qsizetype(m_slots.size()); }

private:
    struct Slot {
        CacheKey key;
        CacheEntry entry;
        qint64 bytes = 0;
    };
    void drop(std::list<Slot>::iterator slot);

    CachePolicy m_policy;
    std::list<Slot> m_slots; // used last first
    qint64 m_bytes = 0;
};
