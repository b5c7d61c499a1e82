// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/variablepreview.h>

VariablePreview::VariablePreview(SourceRegistry &sources, VariableLookup others, QObject *parent) : QObject(parent), m_set(sources, m_hub)
{
    m_set.setGlobals(std::move(others));
    connect(&m_set, &VariableSet::changed, this, &VariablePreview::changed);
}

void VariablePreview::show(const Variable &variable, const TimeRange &range)
{
    Variable asked = variable;
    asked.refresh = Variable::Refresh::OnLoad;
    asked.options.clear();
    m_set.setRange(range);
    m_set.setDefinitions({}); // what an earlier text of it offered is not what this one does
    m_set.setDefinitions({asked});
    m_set.resolveAll();
}

const VariableSet::State *VariablePreview::state() const
{
    return m_set.states().isEmpty() ? nullptr : &m_set.states().first();
}
