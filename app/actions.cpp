// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/actions.h>

#include <QtGui/QShortcut>
#include <QtWidgets/QWidget>
#include <app/chords.h>
#include <app/keys/keymap.h>
#include <app/keys/keyway.h>
#include <widgets/controls/sheet.h>

using namespace Qt::StringLiterals;

namespace {

QStringList waysOf(const Action &action)
{
    QStringList ways;
    for (const QKeySequence &keys : action.keys)
        ways.append(keyway::ofSequence(keys));
    return ways + action.chords;
}

template <class List>
const Action *findIn(const List &actions, const QString &id)
{
    const auto it = std::find_if(actions.begin(), actions.end(), [&](const Action &each) { return each.id == id; });
    return it == actions.end() ? nullptr : &*it;
}

} // namespace

Actions::Actions(KeyMap &keys, QWidget *window) : QObject(window), m_keys(keys), m_window(window), m_chords(new Chords(window))
{
    connect(&keys, &KeyMap::changed, this, &Actions::bindAll);
}

Actions *Actions::of(const QWidget *anyInWindow)
{
    return anyInWindow ? anyInWindow->window()->findChild<Actions *>(QString(), Qt::FindDirectChildrenOnly) : nullptr;
}

Action Actions::withOwnKeys(Action action) const
{
    const QStringList ways = m_keys.waysOf(action.id, waysOf(action));
    action.keys.clear();
    action.chords.clear();
    for (const QString &way : ways)
        if (keyway::isChord(way))
            action.chords.append(way);
        else
            action.keys.append(keyway::sequence(way));
    return action;
}

void Actions::add(const Action &declared)
{
    m_declared.append(declared);
    m_actions.append(withOwnKeys(declared));
    bind(m_actions.last());
}

void Actions::bind(const Action &action)
{
    const auto run = [this, id = action.id, overSheets = action.overSheets] {
        if (overSheets || !Sheet::topOf(m_window))
            trigger(id);
    };
    for (const QKeySequence &keys : action.keys) {
        m_shortcuts.append(new QShortcut(keys, m_window));
        connect(m_shortcuts.last(), &QShortcut::activated, this, run);
    }
    for (const QString &chord : action.chords)
        m_chords->add(chord, run);
}

void Actions::bindAll()
{
    qDeleteAll(std::exchange(m_shortcuts, {}));
    m_chords->clear();
    for (qsizetype i = 0; i < m_actions.size(); ++i) {
        m_actions[i] = withOwnKeys(m_declared[i]);
        bind(m_actions[i]);
    }
    emit keysChanged();
}

const Action *Actions::find(const QString &id) const
{
    return findIn(m_actions, id);
}

bool Actions::isEnabled(const QString &id) const
{
    const Action *action = find(id);
    return action && (!action->enabled || action->enabled());
}

bool Actions::trigger(const QString &id)
{
    if (!isEnabled(id))
        return false;
    const auto run = find(id)->run; // a copy: the action may close the window's page
    run();
    return true;
}

QStringList Actions::ways(const QString &id) const
{
    const Action *action = find(id);
    return action ? waysOf(*action) : QStringList();
}

QStringList Actions::standardWays(const QString &id) const
{
    const Action *action = findIn(m_declared, id);
    return action ? waysOf(*action) : QStringList();
}

QString Actions::keyText(const QString &id) const
{
    return keyway::text(ways(id).value(0));
}

QString Actions::keyTextAt(const QWidget *anyInWindow, const QString &id)
{
    const Actions *actions = of(anyInWindow);
    return actions ? actions->keyText(id) : QString();
}

QStringList Actions::colliding(const QString &way, const QString &except) const
{
    QStringList ids;
    for (const Action &action : m_actions) {
        const QStringList ways = waysOf(action);
        if (action.id != except && std::any_of(ways.begin(), ways.end(), [&](const QString &each) { return keyway::collide(each, way); }))
            ids.append(action.id);
    }
    return ids;
}
