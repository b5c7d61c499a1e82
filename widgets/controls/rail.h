// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QAbstractButton>
#include <widgets/controls/pill.h>

class RailItem;

// The pages of the program, at the left edge. Up and Down move between items.
class Rail : public QWidget
{
    Q_OBJECT

public:
    explicit Rail(QWidget *parent = nullptr);
    QWidget *addPage(const QString &id, const QString &icon, const QString &text); // answers the item
    QWidget *addFoot(const QString &id, const QString &icon, const QString &text);
    void setCurrent(const QString &id); // says nothing
    QString current() const { return m_current; }
    void setBadge(const QString &id, int count); // 0 = none
    void setDot(const QString &id, std::optional<Tint> tint);
    void setWide(bool wide); // with labels, space::railWide
    bool isWide() const { return m_wide; }

signals:
    void activated(const QString &id);
    void wideChanged(bool wide); // by a double click on the mark

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    RailItem *item(const QString &id) const;
    RailItem *add(const QString &id, const QString &icon, const QString &text);
    void place();

    QList<RailItem *> m_pages;
    QList<RailItem *> m_feet;
    QString m_current;
    bool m_wide = false;
};
