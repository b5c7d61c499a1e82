// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/sessionprivate.h>

#include <QtCore/QUrl>
#include <pipeline/momentformat.h>

using namespace Qt::StringLiterals;

// What texts and queries see of variables: of the dashboard, of the sections around a panel, and those that the range gives.

void DashboardSession::Private::connectVariables()
{
    connect(variables.get(), &VariableSet::changed, this, [this] {
        sections->outerChanged();
        if (takeRepeatValues()) {
            rebuildInstances();
            emit q->layoutChanged();
        }
        checkConditions();
        emit q->variablesChanged();
        schedule();
    });
    connect(variables.get(), &VariableSet::selected, this, [this](const QString &name) {
        if (const VariableSet::State *state = variables->state(name); state && started)
            view->setValues(name, state->selection.values);
    });
    connect(view.get(), &ViewContext::valuesChanged, this, [this](const QString &name) {
        const VariableSet::State *state = variables->state(name);
        if (state && state->selection.values != view->values().value(name))
            variables->select(name, view->values().value(name));
    });
    connect(sections.get(), &SectionVariables::changed, this, &Private::sectionsChanged);
}

bool DashboardSession::Private::isUnsettled(const PanelInstance &instance) const
{
    const Panel &panel = *instance.panel;
    QStringList texts{panel.datasource.uid, panel.interval, panel.timeFrom, panel.timeShift,
                      QString::fromUtf8(panel.fieldConfig.dump() + panel.transformations.dump())};
    for (const Target &target : panel.targets)
        if (!target.hide)
            texts << target.expr << target.datasource.uid << target.interval << target.legendFormat;
    const QStringList names = variablesIn(texts.join(u' '));
    for (QString id = instance.rowId; !id.isEmpty(); id = layout.sections.value(id).around)
        if (sections->isUnsettled(id, names))
            return true;
    return variables->isUnsettled(names + instance.vars.keys());
}

// The variables that a panel sees: those of the sections that it lies in, then the dashboard's.
QList<VariableSet::State> DashboardSession::Private::statesFor(const PanelInstance *instance) const
{
    QList<VariableSet::State> states;
    for (QString id = instance ? instance->rowId : QString(); !id.isEmpty(); id = layout.sections.value(id).around)
        states += sections->states(id);
    return states + variables->states();
}

std::optional<VariableValue> DashboardSession::Private::lookup(const QString &name, const ScopedVars &scope) const
{
    if (const auto it = scope.find(name); it != scope.end())
        return *it;
    return variables->value(name, scope);
}

std::optional<VariableValue> DashboardSession::Private::lookup(const QString &name, const PanelInstance *instance) const
{
    return lookup(name, instance ? instance->vars : ScopedVars());
}

std::optional<VariableValue> DashboardSession::Private::global(const QString &name, const TimeRange &at) const
{
    const auto time = [&](qint64 ms) {
        VariableValue value = plainVariable(ms);
        value.text = formatMoment(double(ms), u"YYYY-MM-DD HH:mm:ss"_s, zone());
        return value;
    };
    if (name == "__from"_L1)
        return time(at.fromMs);
    if (name == "__to"_L1)
        return time(at.toMs);
    if (name == "__timezone"_L1)
        return plainVariable(QString::fromUtf8(zone().id()));
    if (name == "__range"_L1)
        return plainVariable(u"%1s"_s.arg(std::llround(double(at.spanMs()) / 1000)));
    if (name == "__range_s"_L1)
        return plainVariable(qint64(std::llround(double(at.spanMs()) / 1000)));
    if (name == "__range_ms"_L1)
        return plainVariable(at.spanMs());
    if (name == "__url_time_range"_L1)
        return plainVariable(u"from=%1&to=%2&timezone=%3"_s.arg(
            view->range().from, view->range().to,
            QString::fromLatin1(QUrl::toPercentEncoding(view->zone().isEmpty() ? u"browser"_s : view->zone()))));
    if (name == "__interval"_L1 || name == "__rate_interval"_L1 || name == "__interval_ms"_L1) {
        StepRules rules;
        rules.range = at;
        const Result<QueryStep> step = queryStep(rules);
        return step ? std::optional(step->variables().value(name)) : std::nullopt;
    }
    if (const auto input = setup.inputs.constFind(name); input != setup.inputs.constEnd())
        return plainVariable(*input);
    if (const auto account = accountVariable(name))
        return account;
    if (name != "__dashboard"_L1)
        return {};
    VariableValue value = plainVariable(document.dashboard()->title);
    value.properties = Json::object({{u"uid"_s, Json(document.dashboard()->uid)}, {u"title"_s, Json(value.text)}});
    return value;
}

// Their values stand in the layout, which is compared: panels elsewhere keep what they have.
void DashboardSession::Private::sectionsChanged()
{
    if (place() != layout) {
        rebuildInstances();
        emit q->layoutChanged();
    }
    emit q->variablesChanged();
    schedule();
}

QList<VariableState> DashboardSession::sectionVariables(const QString &sectionId) const
{
    QList<VariableState> states;
    for (const VariableSet::State &state : d->sections->states(sectionId))
        states.append({state.definition, state.options, state.selection.values, state.selection.texts, state.loading, state.error});
    return states;
}

QList<VariableState> DashboardSession::sectionVariables() const
{
    QList<VariableState> states;
    QSet<QString> seen;
    for (const QString &id : d->sections->ids())
        for (const VariableState &state : sectionVariables(id))
            if (!seen.contains(state.definition.pointer)) {
                seen.insert(state.definition.pointer);
                states.append(state);
            }
    return states;
}

void DashboardSession::setSectionVariable(const QString &sectionId, const QString &name, const QStringList &values)
{
    d->sections->select(sectionId, name, values);
}
