// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/queryplan.h>

#include <QtCore/QCoreApplication>
#include <core/datemath.h>
#include <core/duration.h>
#include <dashboard/sourcekind.h>
#include <pipeline/timewords.h>

using namespace Qt::StringLiterals;

namespace {
constexpr int kDefaultPoints = 500; // of a panel whose width is not known yet

QString minStepText(QString text)
{
    // ">10s" is how Grafana 2 wrote a lower bound.
    return text.startsWith(u'>') ? text.mid(1).trimmed() : text.trimmed();
}

class Planner
{
public:
    Planner(const Panel &panel, const SourceRegistry &sources, const PlanInputs &inputs)
        : m_panel(panel)
        , m_sources(sources)
        , m_inputs(inputs)
    {
    }

    QueryPlan run()
    {
        m_plan.range = m_inputs.range;
        QStringList notAsked;
        for (const Target &target : m_panel.targets) {
            const QString foreign = target.hide ? QString() : foreignKind(target.raw, m_panel.datasource);
            if (!foreign.isEmpty())
                notAsked.append(QCoreApplication::translate("Errors", "Query %1 is not asked: there is no source of kind “%2” here.")
                                    .arg(target.refId, foreign.left(60)));
            else if (!target.hide && !target.expr.trimmed().isEmpty())
                add(target);
        }
        if (!m_plan.queries.isEmpty()) // else the panel says so itself
            for (const QString &text : std::as_const(notAsked))
                note(text);
        QSet<qint64> steps;
        for (const PlannedQuery &query : m_plan.queries)
            if (query.stepMs > 0)
                steps.insert(query.stepMs);
        m_plan.stepMs = steps.size() == 1 ? *steps.begin() : 0;
        return m_plan;
    }

private:
    QString plain(const QString &text) const { return interpolateText(text, m_inputs.lookup, QString(), m_inputs.zone); }

    void note(const QString &text)
    {
        const Notice notice{Notice::Severity::Warning, text};
        if (!m_plan.notices.contains(notice))
            m_plan.notices.append(notice);
    }

    std::optional<SourceEntry> sourceOf(const Target &target)
    {
        const bool own
            = !target.datasource.uid.isEmpty() && (m_panel.datasource.uid.isEmpty() || m_panel.datasource.uid == "-- Mixed --"_L1);
        SourceRef ref = own ? target.datasource : m_panel.datasource;
        if (ref.uid == "-- Mixed --"_L1)
            ref.uid.clear();
        ref.uid = plain(ref.uid);
        const SourceRegistry::Found found = m_sources.find(ref);
        if (!found.entry.source) {
            m_plan.error = Error{Error::Kind::Config,
                                 QCoreApplication::translate("Errors", "There is no data source to ask."),
                                 {},
                                 QCoreApplication::translate("Errors", "Add one on the Sources page.")};
            return {};
        }
        if (found.isFallback)
            note(QCoreApplication::translate("Errors", "Data source \"%1\" is not here; \"%2\" stands in.")
                     .arg(ref.uid.left(80), found.entry.name));
        return found.entry;
    }

    void add(const Target &target)
    {
        const std::optional<SourceEntry> entry = sourceOf(target);
        if (!entry)
            return;
        StepRules rules;
        rules.range = m_inputs.range;
        rules.maxDataPoints = m_panel.maxDataPoints.value_or(m_inputs.widthPx > 0 ? m_inputs.widthPx : kDefaultPoints);
        rules.panelInterval = minStepText(plain(m_panel.interval));
        rules.targetInterval = minStepText(plain(target.interval));
        rules.scrapeInterval = goDuration(entry->source->scrapeIntervalMs());
        rules.intervalFactor = target.intervalFactor;
        rules.utcOffsetSec = m_inputs.zone.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(m_inputs.range.toMs, Qt::UTC));
        Result<QueryStep> step = queryStep(rules);
        if (!step) {
            note(QCoreApplication::translate("Errors", "Query %1: %2; the step was chosen without it.")
                     .arg(target.refId, step.error().what));
            rules.panelInterval.clear();
            rules.targetInterval.clear();
            step = queryStep(rules);
        }
        if (step)
            append(target, *entry, *step);
    }

    PlannedQuery exemplarsBeside(PlannedQuery query) const
    {
        query.legendFormat.clear();
        query.request.kind = QueryRequest::Kind::Exemplars;
        query.request.range = m_inputs.range;
        query.request.stepMs = query.stepMs = 0;
        return query;
    }

    void append(const Target &target, const SourceEntry &entry, const QueryStep &step)
    {
        const ScopedVars own = step.variables();
        const auto lookup = [&](const QString &name) -> std::optional<VariableValue> {
            const auto it = own.find(name);
            return it == own.end() ? m_inputs.lookup(name) : std::optional(*it);
        };
        PlannedQuery query;
        query.refId = target.refId;
        query.legendFormat = target.legendFormat == "__auto"_L1 ? target.legendFormat : interpolateText(target.legendFormat, lookup);
        query.sourceName = entry.name;
        query.source = entry.source;
        query.request.refId = target.refId;
        query.request.text = interpolateQuery(target.expr, lookup, m_inputs.zone);
        query.request.format = target.format == "table"_L1 ? QueryRequest::Format::Table
            : target.format == "heatmap"_L1                ? QueryRequest::Format::Heatmap
                                                           : QueryRequest::Format::TimeSeries;
        for (qsizetype i = 0; i < m_inputs.adHocFilters.size(); ++i)
            if (m_inputs.adHocSources.value(i) == entry.uid)
                query.request.adHocFilters.append(m_inputs.adHocFilters[i]);
        query.request.groupBy = m_inputs.groupBy.value(entry.uid);
        if (target.range || !target.instant) {
            query.request.kind = QueryRequest::Kind::Range;
            query.request.range = step.aligned;
            query.request.stepMs = query.stepMs = step.stepMs;
            m_plan.queries.append(query);
            if (target.exemplar && m_inputs.exemplars)
                m_plan.queries.append(exemplarsBeside(query));
        }
        if (target.instant) {
            query.request.kind = QueryRequest::Kind::Instant;
            query.request.range = m_inputs.range;
            query.request.stepMs = step.stepMs;
            query.stepMs = 0;
            m_plan.queries.append(query);
        }
    }

    const Panel &m_panel;
    const SourceRegistry &m_sources;
    const PlanInputs &m_inputs;
    QueryPlan m_plan;
};

QString spanWords(const QString &span)
{
    const SpanWords words = describeSpan(span);
    return words.isValid ? words.words.section(u' ', 1) : span;
}
} // namespace

QueryPlan planQueries(const Panel &panel, const SourceRegistry &sources, const PlanInputs &inputs)
{
    return Planner(panel, sources, inputs).run();
}

PanelTime panelTime(const QString &timeFrom, const QString &timeShift, const RawTimeRange &raw, const TimeRange &range,
                    const TimeSettings &settings)
{
    PanelTime time{range, {}, {}};
    const auto bad = [&](const QString &text) {
        time.error = Error{Error::Kind::Config,
                           QCoreApplication::translate("Errors", "\"%1\" is not a length of time.").arg(text.left(80)),
                           {},
                           QCoreApplication::translate("Errors", "Write 1h, 2d or 1d/d.")};
    };
    if (!timeFrom.isEmpty() && isRelativeTime(raw.from)) {
        const QString from = isRelativeTime(timeFrom) ? timeFrom : "now-"_L1 + timeFrom;
        if (const std::optional<qint64> ms = resolveTime(from, settings, false))
            time.range = {std::min(*ms, settings.nowMs), settings.nowMs};
        else
            bad(timeFrom);
        time.info = "Last "_L1 + spanWords(timeFrom);
    }
    if (timeShift.isEmpty())
        return time;
    const auto shifted = [&](qint64 ms, bool up) {
        TimeSettings at = settings;
        at.nowMs = ms;
        return resolveTime("now-"_L1 + timeShift, at, up);
    };
    const std::optional<qint64> from = shifted(time.range.fromMs, false);
    const std::optional<qint64> to = shifted(time.range.toMs, true);
    if (from && to)
        time.range = {std::min(*from, *to), std::max(*from, *to)};
    else
        bad(timeShift);
    time.info += (time.info.isEmpty() ? "Shifted by "_L1 : ", shifted by "_L1) + spanWords(timeShift);
    return time;
}
