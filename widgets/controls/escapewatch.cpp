// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/controls/escapewatch.h>

#include <QtGui/QKeyEvent>
#include <QtWidgets/QApplication>

EscapeWatch::EscapeWatch(std::function<void()> cancel, QObject *parent) : QObject(parent), m_cancel(std::move(cancel)) { }

void EscapeWatch::begin()
{
    if (!std::exchange(m_on, true))
        qApp->installEventFilter(this);
}

void EscapeWatch::end()
{
    if (std::exchange(m_on, false))
        qApp->removeEventFilter(this);
}

// The question before the key is answered too, so that no shortcut takes it.
bool EscapeWatch::eventFilter(QObject *, QEvent *event)
{
    const bool asked = event->type() == QEvent::ShortcutOverride;
    if ((!asked && event->type() != QEvent::KeyPress) || static_cast<QKeyEvent *>(event)->key() != Qt::Key_Escape)
        return false;
    event->accept();
    if (!asked) {
        end();
        m_cancel();
    }
    return true;
}
