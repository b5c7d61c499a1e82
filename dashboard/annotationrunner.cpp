// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/annotationrunner.h>

#include <QtCore/QCoreApplication>

using namespace Qt::StringLiterals;

void AnnotationRunner::run(const QueryPlan &plan, const EventRules &rules)
{
    const bool asks = std::exchange(forced, false) || !m_hasPlan || plan != m_plan;
    const bool sameRules = std::exchange(m_rules, rules) == rules;
    m_plan = plan;
    if (asks)
        ask();
    else if (!sameRules)
        process();
}

void AnnotationRunner::ask()
{
    if (m_plan.queries.isEmpty())
        return fail(m_plan.error.value_or(Error{Error::Kind::Config, QCoreApplication::translate("Errors", "There is nothing to ask.")}));
    m_hasPlan = m_hasAsked = m_running = true;
    m_complete = false;
    const quint64 round = ++m_round;
    const PlannedQuery query = m_plan.queries.first();
    m_pending = m_hub.query(query.source, query.request, [this, round](const Result<QueryAnswer> &answer) {
        if (round == m_round)
            answered(answer);
    });
    emit progress();
}

void AnnotationRunner::answered(const Result<QueryAnswer> &answer)
{
    if (!answer) {
        m_error = answer.error();
        return end();
    }
    m_error.reset();
    m_frames = answer->frames;
    m_notices = answer->notices;
    m_stats = answer->stats;
    m_complete = answer->complete;
    process();
}

void AnnotationRunner::process()
{
    m_offload.start(
        this, [frames = m_frames, rules = m_rules](std::stop_token stop) { return annotationEvents(frames, rules, stop); },
        [this](EventsFound found) {
            m_found = std::move(found);
            if (m_complete)
                end();
            else
                emit changed();
        });
}

void AnnotationRunner::end()
{
    const bool ran = std::exchange(m_running, false);
    emit changed();
    if (ran)
        emit progress();
}

QList<Notice> AnnotationRunner::notices() const
{
    QList<Notice> notices = m_plan.notices + m_notices;
    if (m_found.left > 0)
        notices.append({Notice::Severity::Warning,
                        QCoreApplication::translate("Errors", "%1 earlier events were left out: there are too many.").arg(m_found.left)});
    return notices;
}

void AnnotationRunner::fail(const Error &error)
{
    m_hasPlan = false;
    if (m_error == error && !m_running)
        return;
    m_pending = {};
    ++m_round;
    m_error = error;
    end();
}

void AnnotationRunner::cancel()
{
    if (!m_running)
        return;
    fail(Error{Error::Kind::Cancelled, QCoreApplication::translate("Errors", "Cancelled before the answer came"),
               m_plan.queries.isEmpty() ? QString() : m_plan.queries.first().sourceName});
}

void AnnotationRunner::leave()
{
    if (!std::exchange(m_running, false))
        return;
    m_pending = {};
    m_offload.cancel();
    ++m_round;
    m_hasPlan = false;
    emit progress();
}
