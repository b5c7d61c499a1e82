// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <widgets/controls/variablecontrol.h>

// The controls of a dashboard that are not in its bar: one below the other, labels in a column, links at the foot.
class ControlsMenu : public Popup
{
    Q_OBJECT

public:
    explicit ControlsMenu(QWidget *parent);
    QWidget *body() const { return m_body; } // whose children the controls and links are
    // All of them, in order. Those that are gone are the caller's to delete.
    void setContent(const QList<VariableControl *> &controls, const QList<QWidget *> &links);
    void openUnder(QWidget *button); // the first control has the focus then

private:
    class QScrollArea *m_area;
    QWidget *m_body;
    class QVBoxLayout *m_rows;
};
