// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QAbstractScrollArea>

class QScrollBar;

// Items on a grid of 24 columns that scrolls. Owns the widgets it is given.
class DashboardGrid : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit DashboardGrid(QWidget *parent = nullptr);

    // x, y, width, height in columns and rows. The same id again moves the item (the widget may change).
    void setItem(const QString &id, QWidget *widget, const QRect &cells);
    void removeItem(const QString &id); // deletes the widget
    void clear();
    QWidget *item(const QString &id) const;
    QStringList items() const;
    // One item over the whole page; "" = none.
    void setMaximized(const QString &id);
    QString maximized() const { return m_maximized; }
    // Items on the screen or within one screen of it, in the order of their place.
    QStringList visibleItems() const { return m_visible; }
    void scrollTo(const QString &id);

    // Pixels of a cell rectangle in a grid `width` wide: edges are rounded, never widths.
    static QRect cellsToPixels(const QRect &cells, int width);
    static int heightOf(int rows); // of a content `rows` high, with padding
    int contentHeight() const { return m_contentHeight; }

signals:
    void visibleChanged(const QStringList &ids);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void wheelEvent(QWheelEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    bool event(QEvent *event) override;

private:
    struct Item {
        QString id;
        QWidget *widget;
        QRect cells;
    };

    void place();
    void scheduleLayout();
    void findVisible();

    QList<Item> m_items;
    QString m_maximized;
    QStringList m_visible;
    QWidget *m_page;
    QScrollBar *m_bar; // over the right padding, so that the width never changes
    int m_contentHeight = 0;
    bool m_pending = false;
};
