// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/variableset.h>

#include <QtCore/QCoreApplication>
#include <core/duration.h>
#include <dashboard/adhocfilters.h>
#include <dashboard/variablekinds.h>

using namespace Qt::StringLiterals;

namespace {
QString questionOf(const Variable &variable)
{
    return variableQueryText(variable.query);
}

Selection fromFile(const Variable &variable)
{
    if (isFilters(variable)) {
        QStringList filters;
        for (const AdHocFilter &filter : filtersFromJson(variable.raw[u"filters"]))
            filters.append(filterText(filter));
        return {filters, filters};
    }
    Selection selection{variable.currentValues, variable.currentTexts};
    if (selection.values.isEmpty() && (variable.type == "constant"_L1 || variable.type == "textbox"_L1))
        selection.values = QStringList{questionOf(variable)};
    if (variable.type == "constant"_L1 && !questionOf(variable).isEmpty())
        selection.values = QStringList{questionOf(variable)};
    if (selection.texts.size() != selection.values.size())
        selection.texts = selection.values;
    if (selection.values.contains(allVariableValue()))
        selection = {{allVariableValue()}, {u"All"_s}};
    return selection;
}

bool usesRange(const Variable &variable)
{
    const QString text = questionOf(variable);
    return variable.refresh == Variable::Refresh::OnTimeRange || text.contains("__range"_L1) || text.contains("__from"_L1)
        || text.contains("__to"_L1);
}

} // namespace

VariableSet::VariableSet(SourceRegistry &sources, RequestHub &hub, QObject *parent) : QObject(parent), m_sources(sources), m_hub(hub) { }

// What was selected before in a variable that is still the same one, maybe under another name. What a person writes as the value of a
// constant or a text box holds at once.
int VariableSet::predecessor(const Variable &definition, qsizetype at, const QList<Variable> &definitions) const
{
    int known = indexOf(definition.name);
    if (known < 0 && m_states.size() == definitions.size()) {
        const QString before = m_states[at].definition.name;
        const bool gone = std::none_of(definitions.begin(), definitions.end(), [&](const Variable &each) { return each.name == before; });
        known = gone ? int(at) : -1;
    }
    if (known < 0 || m_states[known].definition.type != definition.type)
        return -1;
    if (isFilters(definition) && fromFile(definition) != fromFile(m_states[known].definition))
        return -1;
    const bool typed = definition.type == "constant"_L1 || definition.type == "textbox"_L1;
    return typed && questionOf(m_states[known].definition) != questionOf(definition) ? -1 : known;
}

// An answered question of a variable that did not change is not asked again.
VariableSet::Work VariableSet::carriedWork(int known, const Variable &definition) const
{
    Work work;
    if (known < 0)
        return work;
    const Work &before = m_work[size_t(known)];
    Variable same = m_states[known].definition;
    same.pointer = definition.pointer;
    work.isCustom = before.isCustom;
    work.isRemembered = before.isRemembered;
    if (same == definition && !m_states[known].loading && !m_states[known].error)
        work.lastQuestion = before.lastQuestion;
    return work;
}

void VariableSet::setDefinitions(const QList<Variable> &definitions)
{
    QList<State> states;
    std::vector<Work> work;
    for (const Variable &definition : definitions) {
        State state;
        state.definition = definition;
        for (const VariableOption &option : definition.options)
            if (option.value != allVariableValue() && !isAuto(option.value))
                state.options.append(option);
        state.selection = fromFile(definition);
        const int known = predecessor(definition, states.size(), definitions);
        if (known >= 0) {
            state.options = m_states[known].options;
            state.selection = m_states[known].selection;
        }
        states.append(state);
        work.push_back(carriedWork(known, definition));
    }
    m_states = states;
    m_work = std::move(work);
    findDependencies();
    findCycles();
    emit changed();
}

void VariableSet::offerRemembered(const QHash<QString, QList<VariableOption>> &options)
{
    for (qsizetype i = 0; i < m_states.size(); ++i) {
        if (!m_states[i].options.isEmpty())
            continue;
        m_states[i].options = options.value(m_states[i].definition.name);
        m_work[size_t(i)].isRemembered = !m_states[i].options.isEmpty();
    }
    emit changed();
}

int VariableSet::indexOf(const QString &name) const
{
    for (qsizetype i = 0; i < m_states.size(); ++i)
        if (m_states[i].definition.name == name)
            return int(i);
    return -1;
}

const VariableSet::State *VariableSet::state(const QString &name) const
{
    const int index = indexOf(name);
    return index < 0 ? nullptr : &m_states[index];
}

void VariableSet::resolveAll()
{
    for (Work &work : m_work)
        work.dirty = !work.inCycle;
    pump();
}

void VariableSet::resolveLocal()
{
    static const QStringList types{u"custom"_s, u"interval"_s, u"switch"_s};
    for (size_t i = 0; i < m_work.size(); ++i)
        m_work[i].dirty |= !m_work[i].inCycle && types.contains(m_states[qsizetype(i)].definition.type);
    pump();
}

void VariableSet::rangeChanged()
{
    for (size_t i = 0; i < m_work.size(); ++i)
        if (!m_work[i].inCycle && usesRange(m_states[qsizetype(i)].definition))
            m_work[i].dirty = m_work[i].force = true;
    pump();
}

void VariableSet::sourcesChanged()
{
    for (Work &work : m_work)
        work.dirty = work.force = !work.inCycle;
    pump();
}

void VariableSet::setSuspended(bool suspended)
{
    if (std::exchange(m_suspended, suspended) == suspended)
        return;
    for (size_t i = 0; suspended && i < m_work.size(); ++i) {
        if (!std::exchange(m_states[qsizetype(i)].loading, false))
            continue;
        m_work[i].pending = {};
        m_work[i].dirty = m_work[i].force = true;
    }
    pump();
}

bool VariableSet::isBusy() const
{
    for (size_t i = 0; i < m_work.size(); ++i)
        if (m_work[i].dirty || m_states[qsizetype(i)].loading)
            return true;
    return false;
}

void VariableSet::pump()
{
    if (m_pumping || m_suspended)
        return;
    m_pumping = true;
    for (bool again = true; again;) {
        again = false;
        for (int i = 0; i < int(m_work.size()); ++i) {
            if (!m_work[size_t(i)].dirty || waits(i))
                continue;
            m_work[size_t(i)].dirty = false;
            startOne(i);
            again = true;
        }
    }
    m_pumping = false;
    emit changed();
}

QString VariableSet::interpolated(const QString &text) const
{
    return interpolateQuery(text, [this](const QString &name) { return value(name); });
}

void VariableSet::offer(int index, QList<VariableOption> options)
{
    State &state = m_states[index];
    state.error.reset();
    state.options = std::move(options);
    m_work[size_t(index)].isRemembered = false;
    const Variable &variable = state.definition;
    const QString current = state.selection.values.value(0);
    const bool keeps = m_work[size_t(index)].isCustom || offersLabels(variable) || (variable.type == "interval"_L1 && isAuto(current))
        || (variable.type == "datasource"_L1 && current == "default"_L1);
    if (!keeps)
        setSelection(
            index,
            revalidated(state.selection, state.options, {variable.multi, variable.includeAll, variable.includeAll && current.isEmpty()}));
}

void VariableSet::setSelection(int index, const Selection &selection)
{
    State &state = m_states[index];
    if (selection == state.selection)
        return;
    const bool sameValues = selection.values == state.selection.values;
    state.selection = selection;
    // All stands for other values when the options changed, so dependents look again; an equal question is not asked twice.
    for (Work &work : m_work)
        if (!work.inCycle && work.dependsOn.contains(state.definition.name))
            work.dirty = true;
    if (!sameValues)
        emit selected(state.definition.name);
}

void VariableSet::select(const QString &name, const QStringList &values)
{
    const int index = indexOf(name);
    if (index < 0)
        return;
    State &state = m_states[index];
    const Variable &variable = state.definition;
    Selection selection;
    bool custom = false;
    for (const QString &value : variable.multi || offersLabels(variable) ? values : values.mid(0, 1)) {
        const auto it
            = std::find_if(state.options.begin(), state.options.end(), [&](const VariableOption &each) { return each.value == value; });
        custom |= it == state.options.end() && value != allVariableValue();
        selection.values.append(value);
        selection.texts.append(it == state.options.end() ? value : it->text);
    }
    if (values.contains(allVariableValue()) && variable.includeAll)
        selection = {{allVariableValue()}, {u"All"_s}};
    m_work[size_t(index)].isCustom = custom && variable.allowCustomValue;
    setSelection(index, selection);
    pump();
}
