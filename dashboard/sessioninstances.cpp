// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/sessionprivate.h>
#include <dashboard/variablekinds.h>

using namespace Qt::StringLiterals;

// What stands on the page: elements and rows, once for each value where they repeat.

namespace {
ScopedVars scopeOf(const QList<RepeatedValue> &values, const VariableSet &variables)
{
    ScopedVars scope;
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

void DashboardSession::Private::rebuildInstances()
{
    const Dashboard &dashboard = *document.dashboard();
    const PlacedLayout layout = placed(dashboard.layout, folded, [this](const QString &name) -> std::optional<QList<VariableOption>> {
        const auto it = repeatValues.constFind(name);
        return it == repeatValues.constEnd() ? std::nullopt : std::optional(*it);
    });
    instances.clear();
    indexOf.clear();
    rows.clear();
    foldedInstances.clear();
    height = layout.height;
    leftOut = layout.leftOut;
    QHash<QString, PanelPtr> panels;
    for (const PanelPtr &panel : dashboard.panels)
        panels.insert(panel->elementId(), panel);
    for (const PlacedElement &element : layout.elements) {
        indexOf.insert(element.id, instances.size());
        instances.append({element.id, element.elementId, panels.value(element.elementId), scopeOf(element.values, *variables), element.rect,
                          element.repeat, element.rowId});
        if (element.folded)
            foldedInstances.insert(element.id);
    }
    for (const PlacedRow &row : layout.rows)
        rows.append({row.id, row.sourceId, row.title, scopeOf(row.values, *variables), row.collapsed, row.rect, row.panelCount});
    std::erase_if(runners, [&](const auto &each) { return !indexOf.contains(each.first); });
}

PanelRunner &DashboardSession::Private::madeRunner(const QString &id)
{
    std::unique_ptr<PanelRunner> &made = runners[id];
    if (!made) {
        made = std::make_unique<PanelRunner>(*hub, setup.clock);
        connect(made.get(), &PanelRunner::dataChanged, this, [this, id] {
            emit q->panelDataChanged(id);
            progressed();
        });
        connect(made.get(), &PanelRunner::progress, this, &Private::progressed);
    }
    return *made;
}
