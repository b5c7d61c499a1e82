// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/sectionvariables.h>

#include <QtCore/QSignalBlocker>
#include <dashboard/variablekinds.h>

using namespace Qt::StringLiterals;

namespace {
QString nameOf(const LayoutItem &section)
{
    QString name = section.title + u'\n';
    for (const Variable &variable : section.traits.variables)
        name += QString::fromUtf8(variable.raw.dump());
    return name;
}
} // namespace

QHash<QString, QString> sectionsKept(const LayoutItem &before, const LayoutItem &after)
{
    QHash<QString, QString> kept;
    QHash<QString, QStringList> byName; // of those before
    QSet<QString> open;
    for (const LayoutItem &item : before.children)
        if (!item.traits.variables.isEmpty()) {
            byName[nameOf(item)].append(item.id);
            open.insert(item.id);
        }
    QStringList others; // new ones, or changed in place
    for (const LayoutItem &item : after.children) {
        if (item.traits.variables.isEmpty())
            continue;
        QStringList &same = byName[nameOf(item)];
        const QString from = same.contains(item.id) ? item.id : same.value(0);
        if (from.isEmpty()) {
            others.append(item.id);
            continue;
        }
        same.removeOne(from);
        open.remove(from);
        kept.insert(from, item.id);
    }
    for (const QString &id : std::as_const(others))
        if (open.contains(id))
            kept.insert(id, id);
    return kept;
}

SectionVariables::SectionVariables(SourceRegistry &sources, RequestHub &hub, Outside outside, QObject *parent)
    : QObject(parent)
    , m_sources(sources)
    , m_hub(hub)
    , m_outside(std::move(outside))
{
}

// The set finds its surroundings by the id of its section.
void SectionVariables::tie(const QString &id, VariableSet &set)
{
    set.setOuter(
        [this, id](const QString &name) {
            const auto it = m_entries.find(id);
            return m_outside.lookup(name, it == m_entries.end() ? ScopedVars() : it->second.scope);
        },
        [this, id](const QStringList &names) { return isAroundUnsettled(id, names); });
}

ScopedVars SectionVariables::take(const QString &id, const QList<Variable> &definitions, const QString &around, const ScopedVars &scope)
{
    if (definitions.isEmpty())
        return {};
    Entry &entry = m_entries[id];
    if (!entry.set) {
        entry.set = std::make_unique<VariableSet>(m_sources, m_hub);
        entry.set->setGlobals(m_outside.globals);
        entry.set->setRange(m_range);
        entry.set->setSuspended(m_suspended);
        tie(id, *entry.set);
        connect(entry.set.get(), &VariableSet::changed, this, &SectionVariables::tell);
    }
    const QSignalBlocker quiet(entry.set.get());
    entry.around = around;
    entry.isDue |= std::exchange(entry.scope, scope) != scope;
    if (entry.definitions != definitions) {
        entry.definitions = definitions;
        entry.set->setDefinitions(definitions);
        entry.set->resolveLocal();
        entry.isDue = true;
    }
    ScopedVars values;
    for (const VariableSet::State &state : entry.set->states())
        if (const auto value = isFilters(state.definition) ? std::nullopt : entry.set->value(state.definition.name))
            values.insert(state.definition.name, *value);
    return values;
}

void SectionVariables::placed(const QSet<QString> &all, const QSet<QString> &seen)
{
    std::erase_if(m_entries, [&](const auto &each) { return !all.contains(each.first); });
    for (auto &[id, entry] : m_entries) {
        const bool isNew = seen.contains(id) && !std::exchange(entry.isAsked, entry.isAsked || seen.contains(id));
        if (isNew || (entry.isAsked && entry.isDue))
            settle(entry);
        else if (std::exchange(entry.isDue, false))
            entry.set->resolveLocal();
    }
}

void SectionVariables::settle(Entry &entry)
{
    entry.isDue = false;
    if (m_started)
        entry.set->resolveAll();
}

void SectionVariables::rename(const QHash<QString, QString> &ids)
{
    std::map<QString, Entry> before = std::exchange(m_entries, {});
    for (auto &[id, entry] : before) {
        const QString source = id.section(u'~', 0, 0); // repeats: the section's id and a value
        const QString now = ids.value(source);
        if (now.isEmpty())
            continue;
        const QString kept = now + id.mid(source.size());
        tie(kept, *entry.set);
        m_entries[kept] = std::move(entry);
    }
}

QList<VariableSet::State> SectionVariables::states(const QString &id) const
{
    const auto it = m_entries.find(id);
    return it == m_entries.end() ? QList<VariableSet::State>() : it->second.set->states();
}

QStringList SectionVariables::ids() const
{
    QStringList ids;
    for (const auto &[id, entry] : m_entries)
        ids.append(id);
    return ids;
}

const VariableSet::State *SectionVariables::state(const QString &id, const QString &name) const
{
    const auto it = m_entries.find(id);
    return it == m_entries.end() ? nullptr : it->second.set->state(name);
}

void SectionVariables::select(const QString &id, const QString &name, const QStringList &values)
{
    if (const auto it = m_entries.find(id); it != m_entries.end())
        it->second.set->select(name, values);
}

void SectionVariables::start()
{
    m_started = true;
    for (auto &[id, entry] : m_entries)
        if (entry.isAsked)
            settle(entry);
}

void SectionVariables::setRange(const TimeRange &range)
{
    m_range = range;
    for (auto &[id, entry] : m_entries)
        entry.set->setRange(range);
}

void SectionVariables::rangeChanged()
{
    for (auto &[id, entry] : m_entries)
        if (entry.isAsked)
            entry.set->rangeChanged();
}

void SectionVariables::sourcesChanged()
{
    for (auto &[id, entry] : m_entries)
        if (entry.isAsked)
            entry.set->sourcesChanged();
}

void SectionVariables::setSuspended(bool suspended)
{
    m_suspended = suspended;
    for (auto &[id, entry] : m_entries)
        entry.set->setSuspended(suspended);
}

void SectionVariables::outerChanged()
{
    for (auto &[id, entry] : m_entries)
        if (entry.isAsked && m_started)
            entry.set->outerChanged();
}

bool SectionVariables::isBusy() const
{
    return !m_told || std::any_of(m_entries.begin(), m_entries.end(), [](const auto &each) { return each.second.set->isBusy(); });
}

bool SectionVariables::isUnsettled(const QString &id, const QStringList &names) const
{
    const auto it = m_entries.find(id);
    return it != m_entries.end() && (!m_told || it->second.set->isUnsettled(names));
}

bool SectionVariables::isAroundUnsettled(const QString &id, const QStringList &names) const
{
    const auto own = m_entries.find(id);
    for (QString at = own == m_entries.end() ? QString() : own->second.around; !at.isEmpty();) {
        const auto it = m_entries.find(at);
        if (it == m_entries.end())
            break;
        if (it->second.set->isUnsettled(names))
            return true;
        at = it->second.around;
    }
    return m_outside.unsettled(names);
}

void SectionVariables::tell()
{
    if (!std::exchange(m_told, false))
        return;
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_told = true;
            emit changed();
        },
        Qt::QueuedConnection);
}
