// SPDX-License-Identifier: GPL-3.0-or-later
#include <datasource/registry.h>

SourceRegistry::SourceRegistry(QObject *parent) : QObject(parent) { }

void SourceRegistry::set(const SourceEntry &entry)
{
    const auto it = std::find_if(m_entries.begin(), m_entries.end(), [&](const SourceEntry &each) { return each.uid == entry.uid; });
    if (it == m_entries.end())
        m_entries.append(entry);
    else
        *it = entry;
    if (m_defaultUid.isEmpty())
        m_defaultUid = entry.uid;
    emit changed(entry.uid);
}

void SourceRegistry::remove(const QString &uid)
{
    if (m_entries.removeIf([&](const SourceEntry &each) { return each.uid == uid; }) == 0)
        return;
    if (m_defaultUid == uid)
        m_defaultUid = m_entries.isEmpty() ? QString() : m_entries.first().uid;
    emit changed(uid);
}

void SourceRegistry::setDefault(const QString &uid)
{
    if (m_defaultUid == uid)
        return;
    m_defaultUid = uid;
    emit changed(uid);
}

QList<SourceEntry> SourceRegistry::entries() const
{
    return m_entries;
}

SourceRegistry::Found SourceRegistry::find(const SourceRef &ref) const
{
    const auto by = [&](QString SourceEntry::*member, const QString &text) -> const SourceEntry * {
        for (const SourceEntry &entry : m_entries)
            if (entry.*member == text)
                return &entry;
        return nullptr;
    };
    const SourceEntry *standard = by(&SourceEntry::uid, m_defaultUid);
    if (ref.uid.isEmpty() || ref.uid == QLatin1String("default"))
        return {standard ? *standard : SourceEntry{}, false};
    if (const SourceEntry *entry = by(&SourceEntry::uid, ref.uid))
        return {*entry, false};
    if (const SourceEntry *entry = by(&SourceEntry::name, ref.uid))
        return {*entry, false};
    return {standard ? *standard : SourceEntry{}, true};
}
