// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/panelrunner.h>

#include <QtCore/QCoreApplication>
#include <core/largeframes.h>

using namespace Qt::StringLiterals;

namespace {
// What of a job can change while the answers stay.
QString keyOf(const PanelJob &job)
{
    QString key;
    for (const Json &each : {job.fieldConfig, job.typeDefaults, job.transformations})
        key += QString::fromUtf8(each.dump()) + u'\n';
    for (auto it = job.variables.begin(); it != job.variables.end(); ++it)
        key += it.key() + u'=' + QString::fromUtf8(it->value.dump()) + u'\n';
    return key;
}
} // namespace

PanelRunner::PanelRunner(RequestHub &hub, Clock clock, QObject *parent) : QObject(parent), m_hub(hub), m_clock(std::move(clock)) { }

PanelRunner::~PanelRunner()
{
    for (Slot &slot : m_slots)
        letGo(std::move(slot.frames));
    letGo(std::move(m_data.frames));
    letGo(std::move(m_raw.frames));
}

int PanelRunner::running() const
{
    return int(std::count_if(m_slots.begin(), m_slots.end(), [](const Slot &slot) { return slot.running; }));
}

int PanelRunner::failures() const
{
    return int(
        std::count_if(m_slots.begin(), m_slots.end(), [](const Slot &slot) { return slot.error.has_value() && !slot.isExemplars(); }));
}

qint64 PanelRunner::bytes() const
{
    qint64 sum = 0;
    for (const Slot &slot : m_slots)
        sum += slot.stats.bytes;
    return sum;
}

QList<TargetReport> PanelRunner::report() const
{
    QList<TargetReport> reports;
    for (const Slot &slot : m_slots)
        reports.append({slot.query.refId, slot.query.sourceName, slot.query.request.text, slot.query.request.range, slot.query.stepMs,
                        slot.stats, slot.error, slot.running, slot.isExemplars(), slot.query.request.adHocFilters,
                        slot.query.request.groupBy});
    return reports;
}

void PanelRunner::setWaiting()
{
    if (m_data.state != PanelData::State::NotStarted)
        return;
    m_data.state = PanelData::State::Loading;
    emit dataChanged();
}

void PanelRunner::fail(const Error &error)
{
    if (m_data.state == PanelData::State::Failed && m_data.error == error)
        return;
    m_data.state = PanelData::State::Failed;
    m_data.error = error;
    m_hasPlan = false;
    emit dataChanged();
}

void PanelRunner::cancel()
{
    if (running() == 0)
        return;
    for (Slot &slot : m_slots) {
        if (!slot.running)
            continue;
        slot.pending = {};
        slot.running = false;
        slot.error = Error{Error::Kind::Cancelled, QCoreApplication::translate("Errors", "Cancelled before the answer came"),
                           slot.query.sourceName};
    }
    m_hasPlan = false;
    process();
    emit progress();
}

void PanelRunner::leave()
{
    if (running() == 0)
        return;
    for (Slot &slot : m_slots) {
        if (std::exchange(slot.running, false))
            slot.pending = {};
    }
    m_hasPlan = false;
    emit progress();
}

void PanelRunner::run(const QueryPlan &plan, const PanelJob &job)
{
    const QString key = keyOf(job);
    const bool asks = std::exchange(forced, false) || !m_hasPlan || plan != m_plan;
    const bool sameJob = key == m_jobKey;
    m_job = job;
    m_jobKey = key;
    if (asks)
        ask(plan);
    else if (!sameJob && running() == 0)
        process();
}

void PanelRunner::ask(const QueryPlan &plan)
{
    std::vector<Slot> old = std::move(m_slots);
    m_slots.clear();
    m_plan = plan;
    m_hasPlan = true;
    const quint64 round = ++m_round;
    for (const PlannedQuery &query : plan.queries) {
        Slot slot;
        slot.query = query;
        slot.running = true;
        const auto known = std::find_if(old.begin(), old.end(), [&](const Slot &each) {
            return each.query.refId == query.refId && each.query.request.kind == query.request.kind;
        });
        if (known != old.end())
            slot.frames = known->frames;
        m_slots.push_back(std::move(slot));
    }
    for (Slot &slot : old)
        letGo(std::move(slot.frames));
    m_data.state = PanelData::State::Loading;
    if (m_slots.empty()) {
        process();
        return;
    }
    for (size_t i = 0; i < m_slots.size(); ++i) {
        const auto done = [this, i, round](const Result<QueryAnswer> &answer) {
            if (round == m_round)
                answered(i, answer);
        };
        m_slots[i].pending = m_hub.query(m_slots[i].query.source, m_slots[i].query.request, done);
    }
    emit dataChanged();
    emit progress();
}

void PanelRunner::answered(size_t index, const Result<QueryAnswer> &answer)
{
    Slot &slot = m_slots[index];
    if (answer) {
        letGo(std::exchange(slot.frames, answer->frames));
        slot.notices = answer->notices;
        slot.stats = answer->stats;
        slot.error.reset();
        slot.running = !answer->complete;
    } else {
        slot.error = answer.error();
        slot.running = false;
    }
    if (answer && !slot.isExemplars())
        m_answeredAtMs = m_clock();
    if (!awaitsData() || (answer && !answer->complete))
        process();
    emit progress();
}

bool PanelRunner::awaitsData() const
{
    return std::any_of(m_slots.begin(), m_slots.end(), [](const Slot &slot) { return slot.running && !slot.isExemplars(); });
}

Frames PanelRunner::exemplars() const
{
    Frames frames;
    for (const Slot &slot : m_slots) {
        for (const Frame &frame : slot.frames) {
            if (!slot.isExemplars())
                break;
            frames.append(frame);
            frames.last().refId = slot.query.refId;
        }
    }
    return frames;
}

void PanelRunner::process()
{
    PanelJob job = m_job;
    for (const Slot &slot : m_slots)
        if (!slot.isExemplars())
            job.answers.append({slot.query.refId, slot.query.legendFormat, slot.query.request.text,
                                slot.query.request.format == QueryRequest::Format::Table, slot.frames});
    m_offload.start(
        this, [job = std::move(job)](std::stop_token stop) { return runPanelJob(job, stop); },
        [this](PanelResult result) { deliver(std::move(result)); });
}

void PanelRunner::deliver(PanelResult result)
{
    letGo(std::exchange(m_data.frames, std::move(result.frames)));
    m_data.noValue = result.noValue;
    m_data.exemplars = exemplars();
    m_data.range = m_plan.range;
    m_data.stepMs = m_plan.stepMs;
    m_data.notices = m_plan.notices + result.notices;
    m_data.error = m_plan.error;
    for (const Slot &slot : m_slots) {
        m_data.notices.append(slot.notices);
        if (slot.error && !slot.isExemplars() && !m_data.error) // a server without exemplars is no fault of the panel
            m_data.error = slot.error;
    }
    m_data.fetchedAtMs = m_answeredAtMs;
    m_data.state = awaitsData() ? PanelData::State::Streaming : m_data.error ? PanelData::State::Failed : PanelData::State::Done;
    Frames raw = std::exchange(m_raw.frames, {});
    m_raw = m_data;
    m_raw.frames = std::move(result.raw);
    letGo(std::move(raw));
    emit dataChanged();
}
