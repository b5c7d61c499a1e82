// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/sectionmatch.h>
#include <dashboard/sessionprivate.h>
#include <dashboard/variablekinds.h>

using namespace Qt::StringLiterals;

// What stands on the page: elements and rows, once for each value where they repeat.

namespace {
ScopedVars scopeOf(const QList<RepeatedValue> &values, const VariableSet &variables, ScopedVars scope)
{
    for (const RepeatedValue &each : values) {
        const VariableSet::State *state = variables.state(each.variable);
        VariableValue value;
        value.value = Json(each.option.value);
        value.text = each.option.text;
        value.properties = each.option.properties;
        value.multi = state && state->definition.multi; // queries escape it as they do several
        value.includeAll = state && state->definition.includeAll;
        scope.insert(each.variable, value);
    }
    return scope;
}

QList<VariableOption> repeatsOf(const VariableSet::State &state)
{
    QList<VariableOption> values;
    const bool all = state.selection.values.contains(allVariableValue());
    const auto add = [&](const QString &value, const QString &text) {
        VariableOption made;
        made.value = value;
        made.text = text;
        const auto offered
            = std::find_if(state.options.begin(), state.options.end(), [&](const VariableOption &each) { return each.value == value; });
        if (offered != state.options.end())
            made.properties = offered->properties;
        const auto isSame = [&](const VariableOption &each) { return each.value == value; };
        if (std::none_of(values.begin(), values.end(), isSame))
            values.append(made);
    };
    for (const VariableOption &option : all ? state.options : QList<VariableOption>())
        add(option.value, option.text);
    for (qsizetype i = 0; i < state.selection.values.size() && !all; ++i)
        add(state.selection.values[i], state.selection.texts.value(i, state.selection.values[i]));
    if (values.isEmpty()) // what names it stays to be seen, with nothing for a value
        add({}, all ? u"All"_s : u"None"_s);
    return values;
}

bool isConditional(const LayoutItem &item)
{
    return item.traits.conditions.isObject() || std::any_of(item.children.begin(), item.children.end(), isConditional);
}
} // namespace

bool DashboardSession::Private::takeRepeatValues()
{
    QHash<QString, QList<VariableOption>> now;
    for (const QString &name : repeatVariables(document.dashboard()->layout)) {
        const VariableSet::State *state = variables->state(name);
        if (!state || !givesRepeats(state->definition))
            continue;
        const auto before = repeatValues.constFind(name);
        const bool waits = started && before != repeatValues.constEnd() && variables->isUnsettled({name});
        now.insert(name, waits ? *before : repeatsOf(*state));
    }
    const bool differ = now != repeatValues;
    repeatValues = now;
    return differ;
}

const PanelInstance *DashboardSession::Private::instance(const QString &id) const
{
    const auto it = indexOf.constFind(id);
    return it == indexOf.constEnd() ? nullptr : &instances[*it];
}

ConditionWorld::Data DashboardSession::Private::dataFor(const QString &instanceId) const
{
    const qsizetype index = indexOf.value(instanceId, -1);
    if (instanceId.isEmpty() || (index >= 0 && !traits(instances[index].panel->type).asksData))
        return ConditionWorld::Data::Uncounted;
    const PanelRunner *const asked = runner(instanceId);
    if (!asked)
        return ConditionWorld::Data::Unknown;
    const PanelData::State state = asked->data().state;
    const bool isEarly = state == PanelData::State::NotStarted || state == PanelData::State::Loading;
    if (asked->data().fetchedAtMs == 0 && (isEarly || asked->data().error))
        return isEarly ? ConditionWorld::Data::Unknown : ConditionWorld::Data::Uncounted;
    const Frames &frames = asked->data().frames;
    const bool any = std::any_of(frames.begin(), frames.end(), [](const Frame &frame) { return frame.rowCount() > 0; });
    return any ? ConditionWorld::Data::Some : ConditionWorld::Data::None;
}

bool DashboardSession::Private::awaitsHidden() const
{
    return started && windowShown && std::any_of(asksHidden.begin(), asksHidden.end(), [this](const QString &id) {
               return dataFor(id) == ConditionWorld::Data::Unknown;
           });
}

Visibility DashboardSession::Private::visibility(const Json &conditions, const QString &instanceId, const QList<RepeatedValue> &values,
                                                 const ScopedVars &own) const
{
    if (showsHidden || (!pinned.isEmpty() && (instanceId == pinned || instanceId.startsWith(pinned + u'~'))))
        return Visibility::Shown;
    const ScopedVars scope = scopeOf(values, *variables, own);
    return visibilityOf(conditions, {[&](const QString &name) { return lookup(name, scope); }, range.spanMs(), dataFor(instanceId)});
}

PlacedLayout DashboardSession::Private::place()
{
    const auto repeats = [this](const QString &name) -> std::optional<QList<VariableOption>> {
        const auto it = repeatValues.constFind(name);
        return it == repeatValues.constEnd() ? std::nullopt : std::optional(*it);
    };
    const auto seen = [this](const Json &conditions, const QString &instanceId, const QList<RepeatedValue> &values, const ScopedVars &own) {
        return visibility(conditions, instanceId, values, own);
    };
    const SectionRules own{[this](const QString &id, const LayoutItem &section, const QString &holder, const QList<RepeatedValue> &values,
                                  const ScopedVars &around) {
                               return sections->take(id, section.traits.variables, holder, scopeOf(values, *variables, around));
                           },
                           [this](const QString &id, const QString &name) {
                               const VariableSet::State *state = sections->state(id, name);
                               return state && givesRepeats(state->definition) ? std::optional(repeatsOf(*state)) : std::nullopt;
                           }};
    return placed(document.dashboard()->layout, folded, repeats, {currentTabs, tabsAsRows, seen, own});
}

void DashboardSession::Private::rebuildInstances()
{
    const Dashboard &dashboard = *document.dashboard();
    layout = place();
    instances.clear();
    indexOf.clear();
    rows.clear();
    foldedInstances.clear();
    asksHidden.clear();
    QHash<QString, PanelPtr> panels;
    for (const PanelPtr &panel : dashboard.panels)
        panels.insert(panel->elementId(), panel);
    for (const PlacedElement &element : std::as_const(layout.elements)) {
        indexOf.insert(element.id, instances.size());
        instances.append({element.id, element.elementId, panels.value(element.elementId),
                          scopeOf(element.values, *variables, element.variables), element.rect, element.repeat, element.rowId});
        if (element.folded || element.hidden)
            foldedInstances.insert(element.id);
        if (element.awaitsData)
            asksHidden.insert(element.id);
    }
    for (const PlacedRow &row : std::as_const(layout.rows))
        rows.append({row.id, row.sourceId, row.title, scopeOf(row.values, *variables, row.variables), row.collapsed, row.rect,
                     row.panelCount, row.hidesHeader, row.fillsScreen, row.tabs});
    QSet<QString> seen;
    for (const RowInstance &row : std::as_const(rows))
        if (!row.collapsed)
            seen.insert(row.id);
    sections->placed(QSet<QString>(layout.sections.keyBegin(), layout.sections.keyEnd()), seen);
    hasConditions = isConditional(dashboard.layout);
    std::erase_if(runners, [&](const auto &each) { return !indexOf.contains(each.first); });
}

// What is folded, and which tabs are in front, across an edit of the sections.
void DashboardSession::Private::keepLooks(const LayoutItem &before, const LayoutItem &after)
{
    if (std::none_of(before.children.begin(), before.children.end(), [](const LayoutItem &item) { return !item.place.isEmpty(); }))
        return; // rows of the classic form have names of their own
    const QHash<QString, QString> ids = sectionsAfter(before, after);
    QHash<QString, QString> bars, firsts; // by tab after; the first tab by bar
    for (const LayoutItem &item : after.children)
        if (const QString &bar = item.traits.tabs; !bar.isEmpty()) {
            bars.insert(item.id, bar);
            if (!firsts.contains(bar))
                firsts.insert(bar, item.id);
        }
    const auto idAfter = [&](const QString &id) { // of an instance
        const QString own = id.section(u'~', 0, 0), source = ids.value(own);
        return source.isEmpty() ? QString() : source + id.mid(own.size());
    };
    for (const PlacedTabs &tabs : std::as_const(layout.tabs)) {
        QString front; // the one in front, else the nearest before it, else the next one behind
        bool isPast = false;
        for (const PlacedTab &tab : tabs.tabs) {
            if (ids.contains(tab.sourceId) && (!isPast || front.isEmpty()))
                front = tab.id;
            isPast = isPast || tab.id == tabs.current;
        }
        const QString now = ids.value(front.section(u'~', 0, 0));
        if (bars.contains(now) && (currentTabs.contains(tabs.id) || firsts.value(bars[now]) != now)) // no one chose the first one
            currentTabs.insert(tabs.id, front);
    }
    QHash<QString, bool> foldedAfter;
    for (auto it = folded.cbegin(); it != folded.cend(); ++it)
        if (const QString id = idAfter(it.key()); !id.isEmpty())
            foldedAfter.insert(id, it.value());
    QHash<QString, QString> tabsAfter;
    for (auto it = currentTabs.cbegin(); it != currentTabs.cend(); ++it) {
        const QString id = idAfter(it.value()), source = id.section(u'~', 0, 0);
        if (bars.contains(source))
            tabsAfter.insert(bars[source] + it.key().mid(it.key().section(u'~', 0, 0).size()), id);
    }
    folded = foldedAfter;
    currentTabs = tabsAfter;
}

void DashboardSession::Private::layOutAnew()
{
    rebuildInstances();
    emit q->layoutChanged();
    schedule();
}

void DashboardSession::Private::checkConditions()
{
    if (hasConditions && place() != layout)
        layOutAnew();
}

QList<TabsInstance> DashboardSession::tabs() const
{
    QList<TabsInstance> all;
    for (const PlacedTabs &placed : std::as_const(d->layout.tabs)) {
        TabsInstance tabs{placed.id, {}, placed.current};
        for (const PlacedTab &tab : placed.tabs) {
            const ScopedVars scope = scopeOf(tab.values, *d->variables, tab.variables);
            const auto lookup = [&](const QString &name) { return d->lookup(name, scope); };
            tabs.tabs.append({tab.id, interpolateText(tab.title, lookup, u"text"_s, d->zone())});
        }
        all.append(tabs);
    }
    return all;
}

void DashboardSession::setCurrentTab(const QString &tabsId, const QString &tabId)
{
    if (std::exchange(d->currentTabs[tabsId], tabId) != tabId)
        d->layOutAnew();
}

void DashboardSession::setTabsAsRows(bool asRows)
{
    if (std::exchange(d->tabsAsRows, asRows) != asRows)
        d->layOutAnew();
}

void DashboardSession::bringForward(const QString &instanceId)
{
    const PanelInstance *const found = instance(instanceId);
    if (!found || !isFolded(instanceId))
        return;
    for (QString id = found->rowId; !id.isEmpty();) {
        const PlacedSection section = d->layout.sections.value(id);
        if (section.tabs.isEmpty())
            d->folded[id] = false;
        else
            d->currentTabs[section.tabs] = id;
        id = section.around;
    }
    d->layOutAnew();
    if (isFolded(instanceId)) // a condition hides it
        setShowsHidden(true);
}

int DashboardSession::hiddenCount() const
{
    return int(std::count_if(d->layout.elements.begin(), d->layout.elements.end(),
                             [](const PlacedElement &each) { return each.hidden && !each.folded; }));
}

bool DashboardSession::showsHidden() const
{
    return d->showsHidden;
}

void DashboardSession::setShowsHidden(bool shows)
{
    if (std::exchange(d->showsHidden, shows) != shows)
        d->layOutAnew();
}

void DashboardSession::setPinned(const QString &elementId)
{
    if (std::exchange(d->pinned, elementId) != elementId)
        d->checkConditions();
}

PanelRunner &DashboardSession::Private::madeRunner(const QString &id)
{
    std::unique_ptr<PanelRunner> &made = runners[id];
    if (!made) {
        made = std::make_unique<PanelRunner>(*hub, setup.clock);
        connect(made.get(), &PanelRunner::dataChanged, this, [this, id] {
            emit q->panelDataChanged(id);
            checkConditions(); // before it may be said that all is there
            progressed();
        });
        connect(made.get(), &PanelRunner::progress, this, &Private::progressed);
    }
    return *made;
}
