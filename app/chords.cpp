// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/chords.h>

#include <QtGui/QKeyEvent>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPlainTextEdit>
#include <widgets/controls/sheet.h>

using namespace Qt::StringLiterals;

namespace {

bool isTyping(const QWidget *focus)
{
    return qobject_cast<const QLineEdit *>(focus) || qobject_cast<const QPlainTextEdit *>(focus);
}

// As Qt asks before a shortcut: whether the widget uses the key itself.
bool isWanted(QWidget &widget, const QKeyEvent &key)
{
    QKeyEvent asked(QEvent::ShortcutOverride, key.key(), key.modifiers(), key.text());
    asked.ignore();
    return QApplication::sendEvent(&widget, &asked) && asked.isAccepted();
}

} // namespace

Chords::Chords(QWidget *window) : QObject(window), m_window(window)
{
    qApp->installEventFilter(this);
}

QString Chords::nameOf(const QKeyEvent &event)
{
    if (event.modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier))
        return {};
    switch (event.key()) {
    case Qt::Key_Left:
        return u"left"_s;
    case Qt::Key_Right:
        return u"right"_s;
    case Qt::Key_Escape:
        return u"esc"_s;
    default:
        break;
    }
    if (event.text().size() != 1 || !event.text().front().isPrint())
        return {};
    const bool shifted = event.modifiers().testFlag(Qt::ShiftModifier) && event.text().front().isLetter();
    return (shifted ? u"shift+"_s : QString()) + event.text().toLower();
}

void Chords::clear()
{
    m_chords.clear();
    m_typed.clear();
}

void Chords::add(const QString &keys, std::function<void()> action)
{
    m_chords.append({keys.split(u' '), std::move(action)});
}

bool Chords::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return false;
    auto *widget = qobject_cast<QWidget *>(watched);
    if (!widget || widget->window() != m_window || QApplication::activePopupWidget() || Sheet::topOf(m_window)
        || isTyping(QApplication::focusWidget()))
        return false;
    const auto &pressed = *static_cast<QKeyEvent *>(event);
    const QString key = nameOf(pressed);
    const bool first = m_typed.isEmpty() || m_last.elapsed() > togetherMs;
    if (key.isEmpty() || (first && isWanted(*widget, pressed)))
        return false;
    return take(key);
}

// True when the key is part of a chord: it goes nowhere else.
bool Chords::take(const QString &key)
{
    if (m_last.isValid() && m_last.elapsed() > togetherMs)
        m_typed.clear();
    m_last.start();
    m_typed.append(key);
    bool begun = false;
    for (const Chord &chord : std::as_const(m_chords)) {
        if (chord.keys == m_typed) {
            m_typed.clear();
            const auto run = chord.action; // a copy: it may change the keys
            run();
            return true;
        }
        begun |= chord.keys.mid(0, m_typed.size()) == m_typed;
    }
    if (begun)
        return true;
    const bool alone = m_typed.size() == 1;
    m_typed.clear();
    return alone ? false : take(key);
}
