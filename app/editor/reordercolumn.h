// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>
#include <widgets/controls/escapewatch.h>

class QVBoxLayout;

// The dots at the left of a row by which it is dragged; Up and Down move it too.
class Grip : public QWidget
{
    Q_OBJECT

public:
    explicit Grip(const QString &accessibleName, QWidget *parent = nullptr);
    QSize sizeHint() const override;

signals:
    void dragged(const QPoint &global);
    void dropped(bool counts); // false: given up
    void moveRequested(int by);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    void finish(bool counts);

    EscapeWatch m_escape;
    QPoint m_pressed;
    bool m_down = false;
    bool m_dragging = false;
};

// Rows under each other that are put in another order by their grips. Moves nothing itself, it tells.
class ReorderColumn : public QWidget
{
    Q_OBJECT

public:
    explicit ReorderColumn(int spacing, QWidget *parent = nullptr);
    void addRow(QWidget *row, Grip *grip); // takes the row
    void clear();
    const QList<QWidget *> &rows() const { return m_rows; }
    int rowOf(const QWidget *inside) const; // -1 = none
    // Alt+Up and Alt+Down move the row that has the focus, of this column or of one inside it.
    void takeKeys();

signals:
    void moved(int from, int to);

private:
    void moveFocused(int by);
    void drag(int row, const QPoint &global);
    void drop(int row, bool counts);
    void move(int row, int by);
    int gapAt(int y) const; // between which rows: 0 is above the first

    QVBoxLayout *m_layout;
    QList<QWidget *> m_rows;
    QWidget *m_mark;
    int m_gap = -1;
};
