// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QPointer>
#include <QtWidgets/QWidget>

class QVBoxLayout;

// A dialog inside its window: a scrim over everything, one box on it. Closes on Escape and on a click outside, deletes itself, and gives
// the focus back. Not a top-level window, so that it looks and behaves the same on every platform.
class Sheet : public QWidget
{
    Q_OBJECT

public:
    // boxSize: what the box wants, px; it shrinks with the window, never under its content's minimum.
    Sheet(QWidget *anyInWindow, const QSize &boxSize);
    static Sheet *topOf(const QWidget *window); // the open one; null = none
    void open();
    void close();
    void setTop(int px); // distance of the box from the window's top; else centred
    void setHeightFollowsContent(bool follows); // boxSize's height is then the most
    void setClosesOutside(bool closes) { m_closesOutside = closes; } // false: a question that must be answered
    QVBoxLayout *contentLayout() const { return m_layout; }
    QWidget *box() const { return m_box; }

signals:
    void closed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    bool focusNextPrevChild(bool next) override; // the focus stays inside

private:
    void place();

    QSize m_boxSize;
    int m_top = -1;
    bool m_followsContent = false;
    bool m_closesOutside = true;
    QWidget *m_box;
    QVBoxLayout *m_layout;
    QPointer<QWidget> m_focusBefore;
};
