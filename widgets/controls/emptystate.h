// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <widgets/controls/button.h>
#include <widgets/controls/field.h>

class QSpacerItem;

// What a place without content says: icon, what, why, and what to do next.
class EmptyState : public QWidget
{
    Q_OBJECT

public:
    enum class Size { Small, Large }; // in a panel (icon 24), on a page (icon 40)

    explicit EmptyState(Size size, QWidget *parent = nullptr);
    void setIcon(const QString &name, PlainLabel::Tone tone = PlainLabel::Tone::Secondary);
    void setTitle(const QString &text);
    void setText(const QString &text);
    TextButton *addAction(const QString &text, const QString &icon = {}, TextButton::Kind kind = TextButton::Kind::Secondary);
    void clearActions();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void fit();
    void showIcon();

    Size m_size;
    QString m_iconName;
    PlainLabel::Tone m_iconTone = PlainLabel::Tone::Secondary;
    QLabel *m_icon;
    PlainLabel *m_title;
    PlainLabel *m_text;
    QWidget *m_buttonRow;
    QSpacerItem *m_underIcon; // no room for what is not shown
    QSpacerItem *m_overText;
    QSpacerItem *m_overButtons;
    QList<TextButton *> m_actions;
};
