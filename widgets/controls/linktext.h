// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QAbstractButton>
#include <widgets/theme/theme.h>

// Text that does something: link colour, an optional icon before it; underlined when hovered.
class LinkText : public QAbstractButton
{
    Q_OBJECT

public:
    explicit LinkText(const QString &text, QWidget *parent = nullptr, const QString &icon = {}, TextStyle style = TextStyle::Label);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return QSize(24, 24); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QString m_icon;
    QFont m_font;
};

// A line of 1 px, horizontal or vertical, weak or medium.
class Separator : public QWidget
{
    Q_OBJECT

public:
    explicit Separator(Qt::Orientation orientation, QWidget *parent = nullptr, bool strong = false);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Qt::Orientation m_orientation;
    bool m_strong;
};
