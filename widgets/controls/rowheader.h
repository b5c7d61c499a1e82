// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QAbstractButton>

// The line over a row of panels; a click folds it. checked = open.
class RowHeader : public QAbstractButton
{
    Q_OBJECT

public:
    explicit RowHeader(const QString &title, QWidget *parent = nullptr);
    void setTitle(const QString &title);
    void setPanelCount(int count); // shown when folded, and when open
    void setOpen(bool open); // says nothing
    void setLevel(int level); // so many rows lie around it: its title begins further in
    bool isOpen() const { return isChecked(); }
    QSize sizeHint() const override;

signals:
    void openChanged(bool open); // by the person
    void menuRequested(const QPoint &global); // right click, menu key
    void dragStarted(const QPoint &global); // the row with its panels
    void actionRequested(const QString &action); // by keys: "up", "down", "rename", "remove"

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    bool event(QEvent *event) override;

private:
    QPoint m_pressed;
    int m_count = 0;
    int m_level = 0;
};
