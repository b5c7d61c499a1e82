// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <widgets/controls/button.h>
#include <widgets/controls/pill.h>

class PlainLabel;
class QHBoxLayout;

// A line across a page that stays until it is answered: icon, text, what can be done.
class Banner : public QWidget
{
    Q_OBJECT

public:
    explicit Banner(Tint tint, QWidget *parent = nullptr);
    void setText(const QString &text);
    TextButton *addAction(const QString &id, const QString &text, TextButton::Kind kind = TextButton::Kind::Secondary);

signals:
    void chosen(const QString &id);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Tint m_tint;
    PlainLabel *m_text;
    QHBoxLayout *m_layout;
};
