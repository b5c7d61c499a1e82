// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/keys/keymap.h>

#include <app/keys/keyway.h>
#include <app/windowsettings.h>

using namespace Qt::StringLiterals;

namespace {

const auto kGroup = "keys"_L1;

QString entryOf(const QString &id)
{
    return kGroup + u'/' + id;
}

} // namespace

KeyMap::KeyMap(QObject *parent) : QObject(parent)
{
    QSettings stored = windowSettings();
    stored.beginGroup(kGroup);
    for (const QString &id : stored.childKeys()) {
        const QStringList written = stored.value(id).toStringList();
        QStringList ways;
        bool isUnreadable = false;
        for (const QString &each : written) {
            const QString way = keyway::normalized(each);
            isUnreadable |= way.isEmpty() && !each.trimmed().isEmpty();
            if (!way.isEmpty() && !ways.contains(way))
                ways.append(way);
        }
        if (!ways.isEmpty() || !isUnreadable)
            m_own[id] = ways;
    }
}

QStringList KeyMap::waysOf(const QString &id, const QStringList &standard) const
{
    const bool own = isOwn(id);
    QStringList ways = own ? m_own[id] : standard;
    for (auto it = m_own.begin(); it != m_own.end(); ++it) {
        if (own && it.key() >= id) // of two that were written by hand, one has the key
            break;
        ways.removeIf([&](const QString &way) {
            return std::any_of(it->begin(), it->end(), [&](const QString &taken) { return keyway::collide(way, taken); });
        });
    }
    return ways;
}

void KeyMap::set(const QString &id, const QStringList &ways)
{
    m_own[id] = ways;
    windowSettings().setValue(entryOf(id), ways.isEmpty() ? QStringList{QString()} : ways);
    emit changed();
}

void KeyMap::reset(const QString &id)
{
    if (m_own.remove(id) == 0)
        return;
    windowSettings().remove(entryOf(id));
    emit changed();
}

void KeyMap::resetAll()
{
    m_own.clear();
    windowSettings().remove(kGroup);
    emit changed();
}
