// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QHBoxLayout>
#include <widgets/controls/escapewatch.h>
#include <widgets/controls/field.h>

class LineEdit;
class PickButton;

// The dots at the left of a row by which it is dragged.
class DragHandle : public QWidget
{
    Q_OBJECT

public:
    explicit DragHandle(QWidget *parent = nullptr);
    QSize sizeHint() const override { return QSize(14, space::controlSmall); }

signals:
    void moved(const QPoint &global); // a drag goes on
    void released(bool dropped); // false: given up by Escape

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    void finish(bool dropped);

    EscapeWatch m_escape;
    QPoint m_from;
    bool m_pressed = false;
    bool m_dragging = false;
};

// The name of a query with its colour; a click or F2 makes it a field. Names are unique among the rows.
class RefIdField : public QWidget
{
    Q_OBJECT

public:
    explicit RefIdField(QWidget *parent = nullptr);
    void setName(const QString &refId, const QColor &color);
    void setTaken(const QStringList &refIds); // by other rows
    void rename();
    QSize sizeHint() const override;

signals:
    void renamed(const QString &refId);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QString problemOf(const QString &name) const;
    void finish(bool take);

    QString m_refId;
    QColor m_color;
    QStringList m_taken;
    TextButton *m_button;
    LineEdit *m_edit;
};
