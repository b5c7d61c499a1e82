// SPDX-License-Identifier: GPL-3.0-or-later
#include <datasource/prometheus/cachedsource.h>

#include <QtCore/QObject>
#include <core/largeframes.h>
#include <datasource/prometheus/answerframes.h>
#include <datasource/prometheus/cacherules.h>
#include <datasource/prometheus/questions.h>

namespace {

// An incomplete answer comes first when more than one row in so many is missing.
constexpr qint64 kPaintFirstShare = 20;

Frames shaped(Frames frames, const QueryRequest &request)
{
    if (request.format != QueryRequest::Format::Heatmap)
        return frames;
    Frames series, others;
    for (Frame &frame : frames)
        (frame.kind == Frame::Kind::TimeSeries ? series : others).append(std::move(frame));
    return heatmapFrames(series, request.refId) + others;
}

bool isPartial(const QueryAnswer &answer)
{
    return std::any_of(answer.notices.begin(), answer.notices.end(),
                       [](const Notice &notice) { return notice.severity != Notice::Severity::Info; });
}

// What a worker makes of the rows that were kept and those that came.
struct Assembled {
    std::shared_ptr<const RangeBlock> block; // null: cannot be kept
    std::optional<qint64> lastSampleMs;
    Frames frames;
    qsizetype series = 0;
    qsizetype samples = 0;
};

struct Piece {
    TimeRange range;
    QueryAnswer answer;
};

struct Parts {
    std::shared_ptr<const RangeBlock> kept; // null: the only piece is all there is
    RowRange keptRows;
    std::vector<Piece> pieces;
    QueryRequest request;
    RowRange wanted;
};

// Nothing when some piece does not fit onto the grid.
std::optional<RangeBlock> blockOf(const Parts &parts, std::stop_token stop)
{
    std::optional<RangeBlock> block;
    if (parts.kept)
        block = cut(*parts.kept, parts.keptRows);
    for (const Piece &piece : parts.pieces) {
        std::optional<RangeBlock> fresh = rangeBlock(piece.answer.frames, piece.range, parts.request.stepMs);
        if (!fresh)
            return {};
        block = block ? joined(*block, *fresh, stop) : std::move(*fresh);
    }
    // A dashboard that runs for months must not keep them.
    const RowRange &wanted = parts.wanted;
    return cut(*block, {wanted.first - wanted.count(), wanted.end + wanted.count()});
}

Assembled assembled(const Parts &parts, std::stop_token stop)
{
    Assembled result;
    if (std::optional<RangeBlock> block = blockOf(parts, stop)) {
        result.lastSampleMs = lastSampleMs(*block);
        result.block = std::make_shared<const RangeBlock>(std::move(*block));
    }
    if (!parts.kept) {
        result.frames = shaped(parts.pieces.front().answer.frames, parts.request);
    } else if (result.block) {
        const RangeBlock answer = cut(*result.block, parts.wanted);
        result.frames = rangeFrames(answer, parts.request.refId);
        for (const Frame &frame : std::as_const(result.frames))
            result.series += frame.fields.size() - 1;
        result.samples = sampleCount(answer);
        result.frames = shaped(std::move(result.frames), parts.request);
    }
    return result;
}

} // namespace

struct CachedSource::State {
    std::shared_ptr<DataSource> source;
    Clock clock;
    CachePolicy policy;
    RangeCache cache;
    Counters counters;
};

// One range query on its way. Owned by the Pending.
class CachedSource::Flight : public QObject
{
public:
    using Done = std::function<void(Result<QueryAnswer>)>;

    Flight(const std::shared_ptr<State> &state, const QueryRequest &request, Done done)
        : m_state(state)
        , m_request(request)
        , m_key{request.text, RowScale::of(request.range, request.stepMs)}
        , m_wanted(m_key.scale.rowsOf(request.range))
        , m_done(std::move(done))
    {
    }

    ~Flight() override { destroyOffThread(std::move(m_kept.block)); }

    void start(State &state)
    {
        const CacheEntry *known = state.cache.find(m_key);
        m_plan = planFetch(known, m_wanted, state.clock(), state.policy);
        if (!m_plan.isFull)
            m_kept = *known;
        qint64 &count = m_plan.isFull ? state.counters.full : m_plan.missing.isEmpty() ? state.counters.kept : state.counters.partial;
        ++count;
        paintFirst(state, known);
        askMissing(state);
        if (m_open == 0)
            assemble();
    }

private:
    void paintFirst(State &state, const CacheEntry *known);
    void askMissing(State &state);
    void answered(size_t piece, Result<QueryAnswer> answer);
    void assemble();
    void finish(Assembled result);
    void deliver(Result<QueryAnswer> answer);
    QueryAnswer answerOf(Assembled &result) const;

    std::weak_ptr<State> m_state;
    QueryRequest m_request;
    CacheKey m_key;
    RowRange m_wanted;
    Done m_done;
    FetchPlan m_plan;
    CacheEntry m_kept;
    std::vector<Piece> m_pieces;
    std::vector<Pending> m_pending;
    size_t m_open = 0;
    Offload m_first;
    Offload m_work;
};

void CachedSource::Flight::paintFirst(State &state, const CacheEntry *known)
{
    qint64 missing = 0;
    for (const RowRange &rows : std::as_const(m_plan.missing))
        missing += rows.count();
    if (missing * kPaintFirstShare <= m_wanted.count())
        return;
    const CacheEntry *entry = m_plan.isFull ? state.cache.findSimilar(m_key.text, m_request.range) : known;
    if (!entry)
        return;
    const RowRange rows = entry->block->scale.rowsOf(m_request.range);
    m_first.start(
        this,
        [block = entry->block, rows, request = m_request](std::stop_token) {
            return shaped(rangeFrames(cut(*block, rows), request.refId), request);
        },
        [this](Frames frames) {
            QueryAnswer answer;
            answer.frames = std::move(frames);
            answer.complete = false;
            const Done done = m_done; // which may end this flight
            done(std::move(answer));
        });
}

void CachedSource::Flight::askMissing(State &state)
{
    m_pieces.clear();
    m_pending.clear();
    for (const RowRange &rows : std::as_const(m_plan.missing))
        m_pieces.push_back({m_plan.isFull ? m_request.range : m_key.scale.rangeOf(rows), {}});
    m_open = m_pieces.size();
    for (size_t i = 0; i < m_pieces.size(); ++i) {
        QueryRequest request = m_request;
        request.range = m_pieces[i].range;
        request.format = QueryRequest::Format::TimeSeries;
        m_pending.push_back(state.source->query(request, [this, i](Result<QueryAnswer> answer) { answered(i, std::move(answer)); }));
    }
}

void CachedSource::Flight::answered(size_t piece, Result<QueryAnswer> answer)
{
    if (!answer) { // later: the source may not expect its request to end inside its own callback
        QMetaObject::invokeMethod(
            this, [this, answer] { deliver(answer); }, Qt::QueuedConnection);
        return;
    }
    m_pieces[piece].answer = std::move(*answer);
    if (m_pieces[piece].answer.complete && --m_open == 0)
        assemble();
}

void CachedSource::Flight::assemble()
{
    m_first.cancel();
    m_work.start(
        this,
        [parts = Parts{m_kept.block, m_plan.kept, m_pieces, m_request, m_wanted}](std::stop_token stop) { return assembled(parts, stop); },
        [this](Assembled result) { finish(std::move(result)); });
}

void CachedSource::Flight::finish(Assembled result)
{
    const std::shared_ptr<State> state = m_state.lock();
    if (!state)
        return;
    if (!result.block && !m_plan.isFull) {
        m_plan = {true, {}, {m_wanted}};
        m_kept = {};
        return askMissing(*state);
    }
    QueryAnswer answer = answerOf(result);
    if (result.block && !isPartial(answer)) {
        const qint64 now = state->clock();
        const qint64 heard = answer.answeredAtMs > 0 ? std::min(answer.answeredAtMs, now) : now;
        CacheEntry entry{result.block, settledEnd(*result.block, result.lastSampleMs, heard, state->policy),
                         m_plan.isFull ? now : m_kept.fullAtMs};
        if (m_plan.missing.isEmpty()) // nothing new was heard
            entry.settledEnd = m_kept.settledEnd;
        state->cache.store(m_key, std::move(entry));
    }
    destroyOffThread(std::move(result.block));
    deliver(std::move(answer));
}

QueryAnswer CachedSource::Flight::answerOf(Assembled &result) const
{
    QueryAnswer answer;
    if (m_plan.isFull) {
        answer = m_pieces.front().answer;
        answer.frames = std::move(result.frames);
        return answer;
    }
    answer.frames = std::move(result.frames);
    answer.stats.series = result.series;
    answer.stats.samples = result.samples;
    for (const Piece &piece : m_pieces) {
        answer.stats.bytes += piece.answer.stats.bytes;
        answer.stats.networkMs = std::max(answer.stats.networkMs, piece.answer.stats.networkMs);
        answer.stats.decodeMs += piece.answer.stats.decodeMs;
        answer.answeredAtMs
            = answer.answeredAtMs > 0 ? std::min(answer.answeredAtMs, piece.answer.answeredAtMs) : piece.answer.answeredAtMs;
        for (const Notice &notice : piece.answer.notices)
            if (!answer.notices.contains(notice))
                answer.notices.append(notice);
    }
    return answer;
}

// The callback may end this flight.
void CachedSource::Flight::deliver(Result<QueryAnswer> answer)
{
    m_first.cancel();
    m_pending.clear();
    for (Piece &piece : m_pieces)
        letGo(std::move(piece.answer.frames));
    m_pieces.clear();
    if (const Done done = std::exchange(m_done, nullptr))
        done(std::move(answer));
}

CachedSource::CachedSource(std::shared_ptr<DataSource> source, Clock clock, const CachePolicy &policy)
    : m_state(std::make_shared<State>(State{std::move(source), std::move(clock), policy, RangeCache(policy), {}}))
{
}

CachedSource::~CachedSource() = default;

Pending CachedSource::query(const QueryRequest &request, std::function<void(Result<QueryAnswer>)> done)
{
    if (!request.adHocFilters.isEmpty() || !request.groupBy.isEmpty())
        return query(applied(request), std::move(done));
    const bool isSeries = request.kind == QueryRequest::Kind::Range && request.format != QueryRequest::Format::Table;
    if (!isSeries || !isCacheable(request.text, request.stepMs)) {
        ++m_state->counters.passed;
        return m_state->source->query(request, std::move(done));
    }
    auto flight = std::make_shared<Flight>(m_state, request, std::move(done));
    flight->start(*m_state);
    return Pending([flight]() mutable { flight.reset(); });
}

Pending CachedSource::values(const ValuesRequest &request, std::function<void(Result<QStringList>)> done)
{
    return m_state->source->values(request, std::move(done));
}

Pending CachedSource::check(std::function<void(Result<SourceHealth>)> done)
{
    return m_state->source->check(std::move(done));
}

qint64 CachedSource::scrapeIntervalMs() const
{
    return m_state->source->scrapeIntervalMs();
}

const CachedSource::Counters &CachedSource::counters() const
{
    return m_state->counters;
}

qint64 CachedSource::bytes() const
{
    return m_state->cache.bytes();
}
