// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>
#include <widgets/controls/pill.h>

class QTimer;

// One message that passes by. Good and info ones leave after motion::toastStay unless the mouse is over them.
class Toast : public QWidget
{
    Q_OBJECT

public:
    Toast(Tint tint, const QString &title, const QString &text, const QString &action, QWidget *parent);
    QString title() const { return m_title; }

signals:
    void actionTriggered();
    void closed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    Tint m_tint;
    QString m_title;
    QTimer *m_timer;
};

// Stacks toasts at the lower right of its parent, newest below; takes no mouse where there is no toast.
class ToastStack : public QWidget
{
    Q_OBJECT

public:
    explicit ToastStack(QWidget *parent);
    // Owned by the stack; deletes itself when closed.
    Toast *show(Tint tint, const QString &title, const QString &text = {}, const QString &action = {});
    void setBottomMargin(int px); // height of the status bar

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void place();

    QList<Toast *> m_toasts;
    int m_bottom = space::statusBar;
};
