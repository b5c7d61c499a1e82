// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <widgets/controls/sheet.h>

class Actions;
class KeyRecorder;
class KeysList;
class PlainLabel;
class TextButton;

// The form of keys: choose an action, press new keys for it, remove some, or take back the program's. Keys that another action has are
// taken from it after a question.
class KeysSheet : public Sheet
{
    Q_OBJECT

public:
    KeysSheet(Actions &actions, QWidget *window);

private:
    QWidget *makeHead();
    QWidget *makeDetail();
    QWidget *makeQuestion();
    void showAction();
    void showWays();
    void record(const QString &way);
    void use(const QString &way); // takes it from the others
    void remove(const QString &way);
    void askResetAll();
    void say(const QString &text, bool asks = false);

    Actions &m_actions;
    KeysList *m_list;
    PlainLabel *m_title;
    PlainLabel *m_group;
    QWidget *m_ways;
    KeyRecorder *m_recorder;
    PlainLabel *m_message;
    QWidget *m_question;
    TextButton *m_reset;
    TextButton *m_resetAll;
    QString m_wanted; // keys that others have, while it is asked
};
