// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/actions.h>

#include <QtGui/QShortcut>
#include <QtWidgets/QWidget>
#include <app/chords.h>
#include <app/windowsettings.h>
#include <widgets/controls/sheet.h>

using namespace Qt::StringLiterals;

namespace {

bool isChord(const QString &way)
{
    return way == way.toLower();
}

QKeySequence sequence(const QString &way)
{
    return QKeySequence(way, QKeySequence::PortableText);
}

} // namespace

Actions::Actions(QWidget *window) : QObject(window), m_window(window), m_chords(new Chords(window))
{
    QSettings stored = windowSettings();
    stored.beginGroup("keys");
    for (const QString &id : stored.childKeys())
        for (const QString &way : stored.value(id).toStringList())
            if (!way.trimmed().isEmpty() && (isChord(way) || !sequence(way).isEmpty()))
                m_own[id].append(way.trimmed());
}

Action Actions::withOwnKeys(Action action) const
{
    if (m_own.contains(action.id)) {
        action.keys.clear();
        action.chords.clear();
        for (const QString &way : m_own[action.id])
            if (isChord(way))
                action.chords.append(way);
            else
                action.keys.append(sequence(way));
        return action;
    }
    for (const QStringList &ways : m_own)
        for (const QString &way : ways) {
            action.chords.removeAll(way);
            action.keys.removeAll(sequence(way));
        }
    return action;
}

void Actions::add(const Action &declared)
{
    const Action action = withOwnKeys(declared);
    m_actions.append(action);
    const auto run = [this, id = action.id, overSheets = action.overSheets] {
        if (overSheets || !Sheet::topOf(m_window))
            trigger(id);
    };
    for (const QKeySequence &keys : action.keys) {
        auto *shortcut = new QShortcut(keys, m_window);
        connect(shortcut, &QShortcut::activated, this, run);
    }
    for (const QString &chord : action.chords)
        m_chords->add(chord, run);
}

const Action *Actions::find(const QString &id) const
{
    const auto it = std::find_if(m_actions.begin(), m_actions.end(), [&](const Action &each) { return each.id == id; });
    return it == m_actions.end() ? nullptr : &*it;
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

QString Actions::keyText(const QString &id) const
{
    const Action *action = find(id);
    if (!action)
        return {};
    if (!action->keys.isEmpty())
        return action->keys.first().toString(QKeySequence::NativeText);
    return action->chords.isEmpty() ? QString() : chordText(action->chords.first());
}

QString Actions::chordText(const QString &chord)
{
    QStringList keys = chord.split(u' ');
    for (QString &key : keys) {
        if (key == u"left")
            key = u"←"_s;
        else if (key == u"right")
            key = u"→"_s;
        else if (key == u"esc")
            key = u"Esc"_s;
        else if (key.startsWith(u"shift+"))
            key = u"Shift+"_s + key.mid(6).toUpper();
        else
            key = key.toUpper();
    }
    return keys.join(u' ');
}
