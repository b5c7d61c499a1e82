// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QObject>
#include <QtGui/QKeySequence>
#include <functional>

class Chords;
class QWidget;

// What a person can do in a window, declared once: shortcuts, chords, the palette, the help sheet and the key texts of menus all come
// from here. Other keys than these may stand in the person's window.ini, by id: "[keys]", "panel.edit=E, Ctrl+E"; a chord is written in
// small letters: "d e".
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

class Actions : public QObject
{
    Q_OBJECT

public:
    explicit Actions(QWidget *window);

    void add(const Action &action);
    const QList<Action> &all() const { return m_actions; }
    const Action *find(const QString &id) const;
    bool isEnabled(const QString &id) const;
    bool trigger(const QString &id); // false: unknown or not enabled
    // The first way by keys, for menus and tooltips: "Ctrl+S", "D S"; empty = none.
    QString keyText(const QString &id) const;
    static QString chordText(const QString &chord); // "t left" -> "T ←"

private:
    Action withOwnKeys(Action action) const;

    QWidget *m_window;
    QMap<QString, QStringList> m_own; // ways by keys that the person chose, by id; no others have them then
    Chords *m_chords;
    QList<Action> m_actions;
};
