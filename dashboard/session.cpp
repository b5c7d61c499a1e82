// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/session.h>

#include <dashboard/sessionprivate.h>

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 kMinSpanMs = 1000;
constexpr qint64 kMaxSpanMs = 100LL * 365 * 86'400'000;
} // namespace

DashboardSession::DashboardSession(const Document &document, SourceRegistry &sources, SessionSetup setup, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, document, sources, std::move(setup)))
{
}

DashboardSession::~DashboardSession() = default;

const Document &DashboardSession::document() const
{
    return d->document;
}

ViewContext &DashboardSession::view()
{
    return *d->view;
}

SourceRegistry &DashboardSession::sources() const
{
    return d->sources;
}

void DashboardSession::setDocument(const Document &document)
{
    const DashboardPtr before = d->document.dashboard();
    d->document = document;
    if (before->variables != document.dashboard()->variables) {
        d->variables->setDefinitions(document.dashboard()->variables);
        if (d->started)
            d->variables->resolveAll();
    }
    d->sections->rename(sectionsKept(before->layout, document.dashboard()->layout));
    d->keepLooks(before->layout, document.dashboard()->layout);
    d->takeRepeatValues();
    const bool annotated = before->annotations != document.dashboard()->annotations;
    if (annotated)
        d->annotations->setDefinitions(document.dashboard()->annotations);
    d->rebuildInstances();
    emit documentChanged();
    emit layoutChanged();
    if (annotated)
        emit annotationsChanged();
    d->schedule();
}

void DashboardSession::start()
{
    if (std::exchange(d->started, true))
        return;
    d->resolveRange();
    d->variables->resolveAll();
    d->sections->start();
    d->schedule();
    d->armTimer();
}

RawTimeRange DashboardSession::rawRange() const
{
    return d->view->range();
}

TimeRange DashboardSession::range() const
{
    return d->range;
}

QTimeZone DashboardSession::zone() const
{
    return d->zone();
}

void DashboardSession::setTimeRange(const RawTimeRange &range)
{
    d->view->setRange(range);
}

void DashboardSession::setAbsoluteRange(const TimeRange &range)
{
    TimeRange wanted = range;
    if (wanted.spanMs() < kMinSpanMs) {
        const qint64 centre = wanted.fromMs + wanted.spanMs() / 2;
        wanted = {centre - kMinSpanMs / 2, centre + kMinSpanMs / 2};
    }
    if (wanted.spanMs() <= kMaxSpanMs)
        setTimeRange(::rawRange(wanted));
}

void DashboardSession::zoomOut()
{
    const qint64 span = std::max(kMinSpanMs, d->range.spanMs());
    const qint64 centre = d->range.fromMs + d->range.spanMs() / 2;
    setAbsoluteRange({centre - span, centre + span});
}

void DashboardSession::shift(int halfSpans)
{
    const qint64 by = d->range.spanMs() / 2 * halfSpans;
    setAbsoluteRange({d->range.fromMs + by, d->range.toMs + by});
}

bool DashboardSession::canGoBack() const
{
    return d->view->canGoBack();
}

bool DashboardSession::canGoForward() const
{
    return d->view->canGoForward();
}

void DashboardSession::goBack()
{
    d->view->goBack();
}

void DashboardSession::goForward()
{
    d->view->goForward();
}

void DashboardSession::setZone(const QString &zone)
{
    d->view->setZone(zone);
}

QString DashboardSession::refreshInterval() const
{
    return d->refreshInterval;
}

void DashboardSession::setRefreshInterval(const QString &interval)
{
    if (interval == d->refreshInterval)
        return;
    d->refreshInterval = interval;
    d->armTimer();
    emit refreshIntervalChanged();
}

void DashboardSession::setWindowShown(bool shown)
{
    if (std::exchange(d->windowShown, shown) == shown)
        return;
    if (!shown)
        for (const auto &[id, runner] : d->runners)
            runner->leave();
    if (!shown)
        d->annotations->leave();
    d->variables->setSuspended(!shown);
    d->sections->setSuspended(!shown);
    d->serveDue();
    d->schedule();
}

void DashboardSession::refresh()
{
    if (d->runningQueries() > 0 || d->variables->isBusy() || d->sections->isBusy()) {
        d->due = true;
        return;
    }
    d->refreshAll(true);
}

void DashboardSession::cancel()
{
    d->due = false;
    for (const auto &[id, runner] : d->runners)
        runner->cancel();
    d->annotations->cancel();
    d->armTimer(); // the refresh that was owed would have done it
}

QList<VariableState> DashboardSession::variables() const
{
    QList<VariableState> states;
    for (const VariableSet::State &state : d->variables->states())
        states.append({state.definition, state.options, state.selection.values, state.selection.texts, state.loading, state.error});
    return states;
}

const VariableState *DashboardSession::variable(const QString &name) const
{
    d->shownVariables = variables();
    const auto it = std::find_if(d->shownVariables.begin(), d->shownVariables.end(),
                                 [&](const VariableState &each) { return each.definition.name == name; });
    return it == d->shownVariables.end() ? nullptr : &*it;
}

void DashboardSession::offerRemembered(const QHash<QString, QList<VariableOption>> &options)
{
    d->variables->offerRemembered(options);
}

void DashboardSession::setVariable(const QString &name, const QStringList &values)
{
    d->variables->select(name, values);
}

const InputValues &DashboardSession::inputs() const
{
    return d->setup.inputs;
}

void DashboardSession::setInputs(const InputValues &values)
{
    if (std::exchange(d->setup.inputs, values) == values || !d->started)
        return;
    d->variables->sourcesChanged();
    d->sections->sourcesChanged();
    d->schedule();
}

QList<AnnotationState> DashboardSession::annotations() const
{
    QList<AnnotationState> states;
    for (const AnnotationSet::Entry &entry : d->annotations->entries())
        states.append({entry.definition, entry.enabled, entry.isRunning(), entry.runner->error(), entry.runner->notices(),
                       entry.runner->events().size()});
    return states;
}

void DashboardSession::setAnnotationEnabled(const QString &name, bool on)
{
    if (!d->annotations->setEnabled(name, on))
        return;
    emit annotationsChanged();
    d->schedule();
}

AnnotationLayers DashboardSession::annotationsOf(const QString &instanceId) const
{
    const PanelInstance *const found = instance(instanceId);
    return found ? d->annotations->layersFor(found->panel->id) : AnnotationLayers();
}

const QList<PanelInstance> &DashboardSession::instances() const
{
    return d->instances;
}

const QList<RowInstance> &DashboardSession::rows() const
{
    return d->rows;
}

const PanelInstance *DashboardSession::instance(const QString &id) const
{
    return d->instance(id);
}

bool DashboardSession::isFolded(const QString &instanceId) const
{
    return d->foldedInstances.contains(instanceId);
}

void DashboardSession::setRowCollapsed(const QString &rowId, bool collapsed)
{
    d->folded[rowId] = collapsed;
    d->layOutAnew();
}

QString DashboardSession::rowTitle(const RowInstance &row) const
{
    return interpolateText(
        row.title, [&](const QString &name) { return d->lookup(name, row.vars); }, u"text"_s, d->zone());
}

int DashboardSession::leftOutRepeats() const
{
    return d->layout.leftOut;
}

int DashboardSession::gridHeight() const
{
    return d->layout.height;
}

void DashboardSession::setVisible(const QString &instanceId, bool visible, int widthPx)
{
    if (!d->instance(instanceId) || (!visible && !d->runner(instanceId)))
        return;
    PanelRunner &runner = d->madeRunner(instanceId);
    if (runner.visible == visible && runner.widthPx == widthPx)
        return;
    runner.visible = visible;
    runner.widthPx = widthPx;
    if (visible)
        d->schedule();
    else
        runner.leave();
}

void DashboardSession::setHeld(const QString &elementId, bool held)
{
    if (held)
        d->held.insert(elementId);
    else if (d->held.remove(elementId))
        d->schedule();
}

void DashboardSession::refreshPanel(const QString &instanceId)
{
    if (PanelRunner *const runner = d->runner(instanceId)) {
        runner->forced = true;
        d->schedule();
    }
}

const PanelData &DashboardSession::data(const QString &instanceId) const
{
    static const PanelData nothing;
    const PanelRunner *const runner = d->runner(instanceId);
    return runner ? runner->data() : nothing;
}

const PanelData &DashboardSession::rawData(const QString &instanceId) const
{
    static const PanelData nothing;
    const PanelRunner *const runner = d->runner(instanceId);
    return runner ? runner->rawData() : nothing;
}

QList<TargetReport> DashboardSession::explain(const QString &instanceId) const
{
    const PanelRunner *const runner = d->runner(instanceId);
    return runner ? runner->report() : QList<TargetReport>();
}

QString DashboardSession::timeInfo(const QString &instanceId) const
{
    const PanelInstance *const found = instance(instanceId);
    return found && !found->panel->hideTimeOverride ? d->timeOf(*found).info : QString();
}

TimeRange DashboardSession::panelRange(const QString &instanceId) const
{
    const PanelInstance *const found = instance(instanceId);
    return found ? d->timeOf(*found).range : d->range;
}

QString DashboardSession::interpolate(const QString &text, const QString &instanceId, const QString &format) const
{
    const PanelInstance *const found = instance(instanceId);
    return interpolateText(
        text, [&](const QString &name) { return d->lookup(name, found); }, format, d->zone());
}

QString DashboardSession::interpolateLink(const QString &text, bool isAddress, const QString &instanceId, const DataLookup &data) const
{
    const PanelInstance *const found = instance(instanceId);
    return ::interpolateLink(
        text, isAddress, [&](const QString &name) { return d->lookup(name, found); }, data, d->zone());
}

QString DashboardSession::interpolateForQuery(const QString &text, const QString &instanceId) const
{
    const PanelInstance *const found = instance(instanceId);
    const auto own = [&](const QString &name) { return name.startsWith("__"_L1) ? std::nullopt : d->lookup(name, found); };
    return interpolateQuery(text, own, d->zone());
}

std::optional<VariableValue> DashboardSession::variableValue(const QString &name) const
{
    return d->lookup(name, nullptr);
}

bool DashboardSession::isLoading() const
{
    return d->loading || d->variables->isBusy() || d->sections->isBusy() || d->awaitsHidden();
}

int DashboardSession::runningQueries() const
{
    return d->runningQueries();
}

RefreshStats DashboardSession::lastRefresh() const
{
    return d->stats;
}
