// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtCore/QCoreApplication>
#include <dashboard/variableset.h>

using namespace Qt::StringLiterals;

// Which variables speak of which, and what has to wait for what.

void VariableSet::findDependencies()
{
    for (size_t i = 0; i < m_work.size(); ++i) {
        const Variable &variable = m_states[qsizetype(i)].definition;
        QStringList names
            = variablesIn(variableQueryText(variable.query)) + variablesIn(variable.regex) + variablesIn(variable.datasource.uid);
        names.removeDuplicates();
        m_work[i].dependsOn.clear();
        m_work[i].dependsOnOuter.clear();
        for (const QString &name : std::as_const(names))
            (indexOf(name) < 0 ? m_work[i].dependsOnOuter : m_work[i].dependsOn).append(name);
    }
}

void VariableSet::findCycles()
{
    for (size_t i = 0; i < m_work.size(); ++i) {
        // Walk the edges from i; back at i means a cycle through it.
        QList<QStringList> paths{{m_states[qsizetype(i)].definition.name}};
        QSet<QString> seen;
        while (!paths.isEmpty() && !m_work[i].inCycle) {
            const QStringList path = paths.takeFirst();
            for (const QString &next : m_work[size_t(indexOf(path.last()))].dependsOn) {
                if (next == path.first()) {
                    m_work[i].inCycle = true;
                    m_states[qsizetype(i)].error
                        = Error{Error::Kind::Config,
                                QCoreApplication::translate("Errors", "Variables refer to each other in a circle: %1")
                                    .arg((path + QStringList{next}).join(u" → "_s))};
                    break;
                }
                if (!seen.contains(next))
                    paths.append(path + QStringList{next});
                seen.insert(next);
            }
        }
    }
}

void VariableSet::setOuter(VariableLookup outer, Unsettled unsettled)
{
    m_outer = std::move(outer);
    m_outerUnsettled = std::move(unsettled);
}

void VariableSet::outerChanged()
{
    bool any = false;
    for (Work &work : m_work)
        if (!work.inCycle && (work.dirty || !work.dependsOnOuter.isEmpty()))
            work.dirty = any = true;
    if (any)
        pump();
}

bool VariableSet::waits(int index) const
{
    const QStringList &names = m_work[size_t(index)].dependsOn, &outer = m_work[size_t(index)].dependsOnOuter;
    if (m_outerUnsettled && !outer.isEmpty() && m_outerUnsettled(outer))
        return true;
    return std::any_of(names.begin(), names.end(), [&](const QString &name) {
        const int other = indexOf(name);
        return m_work[size_t(other)].dirty || m_states[other].loading;
    });
}

bool VariableSet::isUnsettled(const QStringList &names) const
{
    QStringList open = names;
    QSet<QString> seen;
    while (!open.isEmpty()) {
        const QString name = open.takeLast();
        const int index = indexOf(name);
        if (index < 0 || seen.contains(name))
            continue;
        seen.insert(name);
        if (m_work[size_t(index)].dirty || m_states[index].loading)
            return true;
        open.append(m_work[size_t(index)].dependsOn);
    }
    return false;
}
