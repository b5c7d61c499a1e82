// SPDX-License-Identifier: GPL-3.0-or-later
#include <datasource/prometheus/rangecache.h>

#include <core/offload.h>

namespace {
constexpr qint64 kHourMs = 3'600'000;
constexpr qint64 kSimilarPercent = 20;
} // namespace

FetchPlan planFetch(const CacheEntry *known, const RowRange &wanted, qint64 nowMs, const CachePolicy &policy)
{
    FetchPlan full{true, {}, {wanted}};
    if (!known || nowMs - known->fullAtMs > policy.maxAgeMs || nowMs < known->fullAtMs)
        return full;
    const RowRange settled{known->block->rows.first, std::min(known->block->rows.end, known->settledEnd)};
    const RowRange usable{std::max(settled.first, wanted.first), std::min(settled.end, wanted.end)};
    if (usable.isEmpty())
        return full;
    FetchPlan plan{false, settled, {}};
    if (wanted.first < usable.first)
        plan.missing.append({wanted.first, usable.first});
    if (usable.end < wanted.end)
        plan.missing.append({usable.end, wanted.end});
    return plan;
}

qint64 settledEnd(const RangeBlock &block, std::optional<qint64> lastSampleMs, qint64 heardMs, const CachePolicy &policy)
{
    qint64 settledMs = heardMs - kHourMs;
    if (lastSampleMs)
        settledMs = std::max(settledMs, std::min(heardMs, *lastSampleMs) - policy.overlapMs);
    return qBound(block.rows.first, block.scale.lastRowUntil(settledMs) + 1, block.rows.end);
}

const CacheEntry *RangeCache::find(const CacheKey &key)
{
    const auto it = std::find_if(m_slots.begin(), m_slots.end(), [&](const Slot &slot) { return slot.key == key; });
    if (it == m_slots.end())
        return nullptr;
    m_slots.splice(m_slots.begin(), m_slots, it);
    return &it->entry;
}

const CacheEntry *RangeCache::findSimilar(const QString &text, const TimeRange &range) const
{
    const CacheEntry *best = nullptr;
    qint64 bestMs = range.spanMs() * kSimilarPercent / 100;
    for (const Slot &slot : m_slots) {
        if (slot.key.text != text || slot.entry.block->rows.isEmpty())
            continue;
        const TimeRange has = slot.key.scale.rangeOf(slot.entry.block->rows);
        const qint64 commonMs = std::min(has.toMs, range.toMs) - std::max(has.fromMs, range.fromMs);
        if (commonMs > bestMs) {
            best = &slot.entry;
            bestMs = commonMs;
        }
    }
    return best;
}

void RangeCache::store(const CacheKey &key, CacheEntry entry)
{
    if (const auto it = std::find_if(m_slots.begin(), m_slots.end(), [&](const Slot &slot) { return slot.key == key; });
        it != m_slots.end())
        drop(it);
    const qint64 bytes = bytesOf(*entry.block);
    m_slots.push_front({key, std::move(entry), bytes});
    m_bytes += bytes;
    while (m_bytes > m_policy.budgetBytes && !m_slots.empty())
        drop(std::prev(m_slots.end()));
}

void RangeCache::drop(std::list<Slot>::iterator slot)
{
    m_bytes -= slot->bytes;
    destroyOffThread(std::move(slot->entry.block));
    m_slots.erase(slot);
}
