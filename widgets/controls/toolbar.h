// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <widgets/controls/field.h>

// A page's toolbar, 44 px: title and small things at the left, controls at the right; one primary button at the right end. Where it is
// too narrow for the title, buttons with icons do without their texts.
class Toolbar : public QWidget
{
    Q_OBJECT

public:
    explicit Toolbar(const QString &title = {}, QWidget *parent = nullptr);
    void setTitle(const QString &title);
    void addLeft(QWidget *widget);
    void addRight(QWidget *widget);
    void addSeparator(); // at the right, between groups
    void setLineBelow(bool line); // when no variable bar follows
    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QList<class TextButton *> buttons() const; // at the right, those that are shown
    int widthWith(bool compact, int titleRoom) const;
    void fit();

    PlainLabel *m_title;
    class QHBoxLayout *m_left;
    class QHBoxLayout *m_right;
    bool m_line = false;
};

// The thin line that says "refreshing": 1 or 2 px, over the lower or upper edge of its parent, a moving part of the width. Shows
// after 300 ms.
class ProgressLine : public QWidget
{
    Q_OBJECT

public:
    explicit ProgressLine(QWidget *parent, Qt::Edge edge, int thickness);
    void setRunning(bool running);
    void setFraction(double fraction); // 0 to 1; negative = unknown, moves
    bool isRunning() const { return m_running; }

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void timerEvent(QTimerEvent *event) override;

private:
    void place();

    Qt::Edge m_edge;
    int m_thickness;
    int m_timer = 0;
    int m_stepMs = 0;
    double m_fraction = -1;
    bool m_running = false;
};
