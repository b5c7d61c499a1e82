// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/controls/questionsheet.h>

#include <QtWidgets/QVBoxLayout>
#include <widgets/controls/field.h>

using namespace Qt::StringLiterals;

QuestionSheet::QuestionSheet(QWidget *anyInWindow, const QString &title, const QString &text) : Sheet(anyInWindow, {460, 400})
{
    setHeightFollowsContent(true);
    setAccessibleName(title);
    setAccessibleDescription(text);
    auto *layout = new QVBoxLayout;
    layout->setContentsMargins(space::section, space::section, space::section, space::group);
    layout->setSpacing(space::unit);
    auto *head = new PlainLabel(title, TextStyle::Title, PlainLabel::Tone::Primary, this);
    head->setWrapped(true);
    auto *body = new PlainLabel(text, TextStyle::Body, PlainLabel::Tone::Secondary, this);
    body->setWrapped(true);
    m_buttons = new QHBoxLayout;
    m_buttons->setSpacing(space::unit);
    m_buttons->addStretch(1);
    m_body = new QVBoxLayout;
    m_body->setSpacing(space::unit);
    m_body->addWidget(head);
    m_body->addWidget(body);
    layout->addLayout(m_body);
    layout->addSpacing(space::unit);
    layout->addLayout(m_buttons);
    contentLayout()->addLayout(layout);
    connect(this, &Sheet::closed, this, [this] {
        if (!std::exchange(m_answered, true))
            emit answered(u"cancel"_s);
    });
}

TextButton *QuestionSheet::addAnswer(const QString &id, const QString &text, TextButton::Kind kind)
{
    auto *button = new TextButton(text, kind, {}, this);
    button->setObjectName(u"answer."_s + id);
    connect(button, &TextButton::clicked, this, [this, id] { answer(id); });
    m_buttons->addWidget(button);
    if (kind == TextButton::Kind::Primary)
        button->setFocus();
    return button;
}

void QuestionSheet::addField(QWidget *field)
{
    m_body->addWidget(field);
    setClosesOutside(false); // what is typed is not lost by a click beside it
}

void QuestionSheet::answer(const QString &id)
{
    m_answered = true;
    close();
    emit answered(id);
}
