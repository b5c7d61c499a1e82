// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QObject>
#include <QtGui/QKeySequence>
#include <functional>

class Chords;
class KeyMap;
class QShortcut;
class QWidget;

// What a person can do in a window, declared once: shortcuts, chords, the palette, the help sheet and the key texts of menus and tooltips
// all come from here.
struct Action {
    QString id = {}; // "dashboard.save"
    QString group = {}; // heading in help and palette, translated
    QString text = {}; // translated
    QString icon = {};
    QList<QKeySequence> keys = {}; // the desktop's: Ctrl+S
    QStringList chords = {}; // Grafana's: "d s"; hold where no text is typed
    std::function<void()> run = {};
    std::function<bool()> enabled = {}; // empty = always
    bool inPalette = true;
    bool overSheets = false; // its keys work while a sheet is open
};

// The actions of a window, each with the keys that hold: the person's own (KeyMap), else those it was declared with.
class Actions : public QObject
{
    Q_OBJECT

public:
    Actions(KeyMap &keys, QWidget *window);
    static Actions *of(const QWidget *anyInWindow); // null: its window has none

    void add(const Action &action);
    const QList<Action> &all() const { return m_actions; }
    const Action *find(const QString &id) const;
    bool isEnabled(const QString &id) const;
    bool trigger(const QString &id); // false: unknown or not enabled
    QStringList ways(const QString &id) const; // by keys, the desktop's first; see keyway
    QStringList standardWays(const QString &id) const; // as declared
    // The first way by keys, for menus and tooltips: "Ctrl+S", "D S"; empty = none.
    QString keyText(const QString &id) const;
    static QString keyTextAt(const QWidget *anyInWindow, const QString &id);
    QStringList colliding(const QString &way, const QString &except) const; // ids of the actions whose keys would not do any more
    KeyMap &keyMap() const { return m_keys; }

signals:
    void keysChanged();

private:
    Action withOwnKeys(Action action) const;
    void bind(const Action &action);
    void bindAll();

    KeyMap &m_keys;
    QWidget *m_window;
    Chords *m_chords;
    QList<QShortcut *> m_shortcuts;
    QList<Action> m_declared;
    QList<Action> m_actions; // with the keys that hold
};
