// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <widgets/controls/button.h>
#include <widgets/controls/sheet.h>

class PlainLabel;
class QHBoxLayout;

// A question with a few answers. Escape is the answer "cancel".
class QuestionSheet : public Sheet
{
    Q_OBJECT

public:
    QuestionSheet(QWidget *anyInWindow, const QString &title, const QString &text);
    // Left to right; the one added as Primary is what Enter does.
    TextButton *addAnswer(const QString &id, const QString &text, TextButton::Kind kind = TextButton::Kind::Secondary);

    void addField(QWidget *field); // between text and answers
    void answer(const QString &id); // as if its button was pressed

signals:
    void answered(const QString &id);

private:
    class QVBoxLayout *m_body;
    QHBoxLayout *m_buttons;
    bool m_answered = false;
};
