// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/controls/keptfocus.h>

#include <QtWidgets/QLineEdit>

KeptFocus::KeptFocus(const QWidget *root, QWidget *otherwise) : m_root(root), m_otherwise(otherwise)
{
    const QWidget *focus = root->window()->focusWidget();
    if (!focus || focus == root || !root->isAncestorOf(focus))
        return;
    m_name = focus->objectName();
    if (const auto *edit = qobject_cast<const QLineEdit *>(focus)) {
        m_cursor = edit->cursorPosition();
        if (edit->hasSelectedText())
            m_selected = edit->selectionStart() == m_cursor ? -edit->selectionLength() : edit->selectionLength();
    }
}

KeptFocus::~KeptFocus()
{
    if (m_name.isEmpty())
        return;
    auto *again = m_root->findChild<QWidget *>(m_name);
    if (again && m_root->window()->focusWidget() == again)
        return;
    if (!again || !again->isEnabled() || again->focusPolicy() == Qt::NoFocus)
        again = m_otherwise;
    if (!again)
        return;
    again->setFocus(Qt::OtherFocusReason);
    auto *edit = qobject_cast<QLineEdit *>(again);
    if (!edit || m_cursor < 0)
        return;
    if (m_selected == 0)
        edit->setCursorPosition(m_cursor);
    else
        edit->setSelection(m_cursor - m_selected, m_selected);
}
