// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/filtervalues.h>

#include <dashboard/adhocfilters.h>
#include <dashboard/interpolate.h>
#include <datasource/promql/filters.h>
#include <widgets/controls/variablebar.h>

using namespace Qt::StringLiterals;

namespace {
QStringList textsOf(const QList<LabelFilterItem> &items)
{
    QStringList texts;
    for (const LabelFilterItem &item : items)
        texts.append(filterText({item.label, item.op, item.values.value(0), item.values}));
    return texts;
}

// A selector needs one matcher that does not match everything.
QString selectorOf(const QStringList &texts, const QString &label)
{
    QList<promql::LabelFilter> filters;
    bool selects = false;
    for (const QString &text : texts) {
        const std::optional<AdHocFilter> filter = filterFromText(text);
        const bool isRegex = filter && (filter->op == "=~"_L1 || filter->op == "!~"_L1);
        if (!filter || isRegex || filter->key == label)
            continue;
        filters.append({filter->key, filter->op, filter->value, filter->values});
        selects |= filter->op == "="_L1 || filter->op == "=|"_L1;
    }
    return selects ? u'{' + promql::labelFiltersText(filters) + u'}' : QString();
}
} // namespace

FilterValues::FilterValues(VariableBar &bar, DashboardSession &session, const QString &sectionId)
    : QObject(&bar)
    , m_bar(bar)
    , m_session(session)
    , m_sectionId(sectionId)
{
    connect(&bar, &VariableBar::filtersChanged, this, [this](const QString &name, const QList<LabelFilterItem> &items) {
        if (m_sectionId.isEmpty())
            m_session.setVariable(name, textsOf(items));
        else
            m_session.setSectionVariable(m_sectionId, name, textsOf(items));
    });
    connect(&bar, &VariableBar::filterValuesWanted, this, &FilterValues::ask);
}

void FilterValues::ask(const QString &name, const QString &label)
{
    const QList<VariableState> states = m_sectionId.isEmpty() ? m_session.variables() : m_session.sectionVariables(m_sectionId);
    const auto state = std::find_if(states.begin(), states.end(), [&](const VariableState &each) { return each.definition.name == name; });
    if (state == states.end())
        return;
    SourceRef ref = state->definition.datasource;
    ref.uid = interpolateText(ref.uid, [this](const QString &other) { return m_session.variableValue(other); });
    const std::shared_ptr<DataSource> source = m_session.sources().find(ref).entry.source;
    if (!source)
        return;
    ValuesRequest request;
    request.kind = ValuesRequest::Kind::LabelValues;
    request.label = label;
    request.selector = selectorOf(state->values, label);
    request.range = m_session.range();
    m_pending = source->values(request, [this, name, label](const Result<QStringList> &answer) {
        if (answer)
            m_bar.setFilterValues(name, label, *answer);
    });
}
