// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QDate>
#include <QtCore/QLocale>
#include <QtWidgets/QWidget>
#include <optional>

class IconButton;

// One month; two clicks choose a range of days. Keyboard: arrows, PageUp/PageDown, Enter.
class Calendar : public QWidget
{
    Q_OBJECT

public:
    explicit Calendar(QWidget *parent = nullptr);
    void setRange(QDate from, QDate to); // also shows the month of `to`
    void setToday(QDate today);
    void setWeekStart(Qt::DayOfWeek day); // Sunday until then
    QDate from() const { return m_from; }
    QDate to() const { return m_to; }
    void setMonth(int year, int month);
    QRect cellRect(QDate date) const; // empty when not shown
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

signals:
    void rangeChosen(QDate from, QDate to); // after the second click

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QDate firstShown() const;
    QDate dateAt(const QPoint &pos) const;
    void click(QDate date);
    void drawDay(QPainter &painter, QDate date) const;

    QDate m_month;
    QDate m_from;
    QDate m_to;
    QDate m_cursor;
    QDate m_hover;
    QDate m_today;
    Qt::DayOfWeek m_weekStart = Qt::Sunday;
    bool m_halfChosen = false;
    IconButton *m_previous;
    IconButton *m_next;
};
