// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/sessionprivate.h>

#include <QtCore/QPointer>
#include <core/duration.h>
#include <dashboard/adhocfilters.h>

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 kMinRefreshMs = 1000;
constexpr qint64 kMaxRefreshMs = 2'000'000'000;
constexpr qint64 kAutoRefreshPoints = 1000;
constexpr int kUnseenWidth = 600; // px, for panels that were never on the page

qint64 delayOf(const QString &interval, const TimeRange &range)
{
    if (interval == "auto"_L1)
        return std::max<qint64>(5000, roundInterval(double(range.spanMs()) / kAutoRefreshPoints));
    return interval.isEmpty() ? 0 : intervalToMs(interval).value_or(0);
}
} // namespace

DashboardSession::Private::Private(DashboardSession *session, const Document &document, SourceRegistry &sources, SessionSetup given)
    : q(session)
    , document(document)
    , sources(sources)
    , setup(std::move(given))
    , view(setup.view)
    , hub(std::make_unique<RequestHub>())
{
    const Dashboard &dashboard = *document.dashboard();
    if (!view) {
        view = std::make_shared<ViewContext>();
        view->resetRange(dashboard.time);
        view->setZone(dashboard.timezone);
    }
    refreshInterval = dashboard.refresh;
    resolveRange();
    variables = std::make_unique<VariableSet>(sources, *hub);
    variables->setGlobals([this](const QString &name) { return global(name, range); });
    variables->setRange(range);
    variables->setDefinitions(dashboard.variables);
    sections = std::make_unique<SectionVariables>(
        sources, *hub,
        SectionVariables::Outside{[this](const QString &name, const ScopedVars &scope) { return lookup(name, scope); },
                                  [this](const QString &name) { return global(name, range); },
                                  [this](const QStringList &names) { return variables->isUnsettled(names); }});
    sections->setRange(range);
    for (auto it = view->values().begin(); it != view->values().end(); ++it)
        variables->select(it.key(), it.value());
    takeRepeatValues();
    annotations = std::make_unique<AnnotationSet>(*hub);
    annotations->setDefinitions(dashboard.annotations);
    connect(annotations.get(), &AnnotationSet::changed, q, &DashboardSession::annotationsChanged);
    connect(annotations.get(), &AnnotationSet::progress, this, &Private::progressed);
    rebuildInstances();
    timer.setSingleShot(true);
    connect(&timer, &QTimer::timeout, this, &Private::timeout);
    connectVariables();
    connect(view.get(), &ViewContext::rangeChanged, this, [this] { refreshAll(false); });
    connect(view.get(), &ViewContext::zoneChanged, this, [this] { refreshAll(false); });
    connect(&sources, &SourceRegistry::changed, this, [this] {
        if (!started)
            return;
        variables->sourcesChanged();
        sections->sourcesChanged();
    });
}

DashboardSession::Private::~Private()
{
    runners.clear();
    annotations.reset();
    sections.reset();
    variables.reset();
}

QTimeZone DashboardSession::Private::zone() const
{
    return zoneByName(view->zone(), setup.systemZone);
}

TimeSettings DashboardSession::Private::timeSettings() const
{
    const Dashboard &dashboard = *document.dashboard();
    return {setup.clock(), zone(), weekStartByName(dashboard.weekStart), dashboard.fiscalYearStartMonth};
}

void DashboardSession::Private::resolveRange()
{
    TimeSettings settings = timeSettings();
    if (const QString &delay = document.dashboard()->nowDelay; !delay.isEmpty())
        settings.nowMs -= intervalToMs(delay).value_or(0);
    const Result<TimeRange> resolved = ::resolveRange(view->range(), settings);
    rangeError.reset();
    if (resolved)
        range = *resolved;
    else
        rangeError = resolved.error();
    if (!resolved && range == TimeRange{})
        range = {settings.nowMs - 21'600'000, settings.nowMs};
    if (variables)
        variables->setRange(range);
    if (sections)
        sections->setRange(range);
}

void DashboardSession::Private::refreshAll(bool force)
{
    resolveRange();
    emit q->timeRangeChanged();
    checkConditions();
    if (!started)
        return;
    for (auto &[id, runner] : runners)
        runner->forced |= force;
    if (force)
        annotations->force();
    variables->rangeChanged();
    sections->rangeChanged();
    schedule();
    armTimer();
}

void DashboardSession::Private::armTimer()
{
    timer.stop();
    const quint64 round = ++timerRound;
    const qint64 delay = delayOf(refreshInterval, range);
    if (delay <= 0 || !started)
        return;
    const qint64 ms = std::min<qint64>(std::max(delay, kMinRefreshMs), kMaxRefreshMs);
    if (!setup.later)
        return timer.start(int(ms));
    setup.later(ms, [self = QPointer(this), round] {
        if (self && self->timerRound == round)
            self->timeout();
    });
}

void DashboardSession::Private::timeout()
{
    due = true;
    if (windowShown && runningQueries() == 0 && !variables->isBusy() && !sections->isBusy()) {
        due = false;
        refreshAll(true);
    }
}

void DashboardSession::Private::schedule()
{
    if (!started || std::exchange(scheduled, true))
        return;
    QMetaObject::invokeMethod(
        this,
        [this] {
            scheduled = false;
            pump();
        },
        Qt::QueuedConnection);
}

void DashboardSession::Private::pump()
{
    for (const QString &id : std::as_const(asksHidden))
        if (PanelRunner &made = madeRunner(id); made.widthPx == 0)
            made.widthPx = kUnseenWidth;
    const QList<PanelInstance> asked = instances; // an answer that comes at once may lay out anew
    for (const PanelInstance &instance : asked) {
        PanelRunner *const runner = this->runner(instance.id);
        const bool isSeen = runner && runner->visible && !foldedInstances.contains(instance.id);
        if (windowShown && runner && (isSeen || asksHidden.contains(instance.id)) && !held.contains(instance.elementId))
            runPanel(instance, *runner);
    }
    for (const AnnotationSet::Entry &entry : annotations->entries())
        if (windowShown && entry.enabled && entry.definition.isAsked())
            runAnnotation(entry);
    progressed();
}

void DashboardSession::Private::runPanel(const PanelInstance &instance, PanelRunner &runner)
{
    if (!traits(instance.panel->type).asksData)
        return;
    if (isUnsettled(instance))
        return runner.setWaiting();
    if (rangeError)
        return runner.fail(*rangeError);
    const PanelTime time = timeOf(instance);
    if (time.error)
        return runner.fail(*time.error);
    PlanInputs inputs = inputsFor(&instance, time.range);
    inputs.widthPx = runner.widthPx;
    inputs.exemplars = traits(instance.panel->type).showsExemplars;
    const QueryPlan plan = planQueries(*instance.panel, sources, inputs);
    if (plan.error && plan.queries.isEmpty())
        return runner.fail(*plan.error);
    runner.run(plan, jobFor(instance));
}

void DashboardSession::Private::runAnnotation(const AnnotationSet::Entry &entry)
{
    const Annotation &annotation = entry.definition;
    const QStringList texts{annotation.expr, annotation.step, annotation.datasource.uid, annotation.titleFormat, annotation.textFormat};
    if (variables->isUnsettled(variablesIn(texts.join(u' '))))
        return;
    if (rangeError)
        return entry.runner->fail(*rangeError);
    const PlanInputs inputs = inputsFor(nullptr, range);
    const QueryPlan plan = planQueries(annotation.query(), sources, inputs);
    const auto plain = [&](const QString &text) { return interpolateText(text, inputs.lookup, u"text"_s, inputs.zone); };
    entry.runner->run(
        plan, {plain(annotation.titleFormat), plain(annotation.textFormat), annotation.tagKeys, annotation.useValueForTime, plan.stepMs});
}

PanelTime DashboardSession::Private::timeOf(const PanelInstance &instance) const
{
    const auto plain
        = [&](const QString &text) { return interpolateText(text, [&](const QString &name) { return lookup(name, &instance); }); };
    TimeSettings settings = timeSettings();
    settings.nowMs = isRelative(view->range()) ? range.toMs : settings.nowMs;
    return panelTime(plain(instance.panel->timeFrom), plain(instance.panel->timeShift), view->range(), range, settings);
}

PlanInputs DashboardSession::Private::inputsFor(const PanelInstance *instance, const TimeRange &askedRange) const
{
    PlanInputs inputs;
    inputs.range = askedRange;
    inputs.zone = zone();
    inputs.lookup = [this, instance](const QString &name) { return lookup(name, instance); };
    for (const VariableSet::State &state : statesFor(instance)) {
        const bool groups = state.definition.type == "groupby"_L1;
        if (state.definition.type != "adhoc"_L1 && !groups)
            continue;
        SourceRef ref = state.definition.datasource;
        ref.uid = interpolateText(ref.uid, inputs.lookup);
        const QString uid = sources.find(ref).entry.uid;
        if (groups) {
            inputs.groupBy[uid] += state.selection.values;
            continue;
        }
        QList<AdHocFilter> filters = filtersFromJson(state.definition.raw[u"baseFilters"]);
        for (const QString &text : state.selection.values)
            if (const std::optional<AdHocFilter> filter = filterFromText(text))
                filters.append(*filter);
        for (const AdHocFilter &filter : filters) {
            inputs.adHocSources.append(uid);
            inputs.adHocFilters.append(filter);
        }
    }
    return inputs;
}

PanelJob DashboardSession::Private::jobFor(const PanelInstance &instance) const
{
    const Panel &panel = *instance.panel;
    PanelJob job;
    job.fieldConfig = panel.fieldConfig;
    job.typeDefaults = traits(panel.type).fieldDefaults;
    job.transformations = panel.transformations;
    for (const QString &name : variablesIn(QString::fromUtf8(panel.fieldConfig.dump() + panel.transformations.dump())))
        if (const auto value = lookup(name, &instance))
            job.variables.insert(name, *value);
    return job;
}

PanelTraits DashboardSession::Private::traits(const QString &type) const
{
    return setup.traits ? setup.traits(type) : PanelTraits{};
}

PanelRunner *DashboardSession::Private::runner(const QString &id) const
{
    const auto it = runners.find(id);
    return it == runners.end() ? nullptr : it->second.get();
}

int DashboardSession::Private::runningQueries() const
{
    int sum = 0;
    for (const auto &[id, runner] : runners)
        sum += runner->running();
    return sum + annotations->running();
}

void DashboardSession::Private::progressed()
{
    const int running = runningQueries();
    int total = 0;
    RefreshStats now;
    for (const auto &[id, runner] : runners) {
        total += runner->visible ? runner->asked() : 0;
        now.queries += runner->asked();
        now.failed += runner->failures();
        now.bytes += runner->bytes();
    }
    for (const AnnotationSet::Entry &entry : annotations->entries()) {
        const bool asked = entry.enabled && entry.runner->hasAsked();
        total += asked;
        now.queries += asked;
        now.failed += entry.enabled && entry.runner->error();
        now.bytes += asked ? entry.runner->bytes() : 0;
    }
    if (running > 0 && !std::exchange(loading, true))
        elapsed.start();
    if (loading)
        emit q->loadingChanged(running, total);
    if (loading && running == 0) {
        loading = false;
        now.milliseconds = double(elapsed.nsecsElapsed()) / 1e6;
        stats = now;
        emit q->refreshed();
    }
    if (due && running == 0)
        QMetaObject::invokeMethod(this, &Private::serveDue, Qt::QueuedConnection);
}

void DashboardSession::Private::serveDue()
{
    if (due && windowShown)
        timeout();
}
