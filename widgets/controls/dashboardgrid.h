// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QHash>
#include <QtCore/QTimer>
#include <QtWidgets/QAbstractScrollArea>
#include <functional>
#include <optional>
#include <widgets/controls/escapewatch.h>

class QRubberBand;
class QScrollBar;

// Items on a grid of 24 columns that scrolls. Owns the widgets it is given.
class DashboardGrid : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit DashboardGrid(QWidget *parent = nullptr);

    // x, y, width, height in columns and rows; repeats side by side may be no whole number of columns wide. The same id again moves the
    // item (the widget may change; null: it stays).
    void setItem(const QString &id, QWidget *widget, const QRectF &cells);
    void removeItem(const QString &id) { removeItems({id}); }
    void removeItems(const QStringList &ids); // deletes the widgets
    void clear();
    // Makes the widget of an item that has none, once it comes near the screen.
    using Maker = std::function<QWidget *(const QString &id)>;
    void setMaker(Maker maker) { m_maker = std::move(maker); }
    QWidget *item(const QString &id) const; // null: not there, or not made yet
    QWidget *made(const QString &id); // made now, if it is not yet
    QStringList items() const;
    void contentChanged(); // of an item: its parts have their turn with Tab
    // One item over the whole page; "" = none.
    void setMaximized(const QString &id);
    QString maximized() const { return m_maximized; }
    // Items on the screen or within one screen of it, in the order of their place.
    QStringList visibleItems() const { return m_visible; }
    bool isLayoutDue() const { return m_pending; } // what was set last is not laid out yet
    void scrollTo(const QString &id);
    int firstRowInView() const; // the first row of cells that is not cut by the upper edge

    enum class Gesture { Move, Resize };
    // Where all items land when these are moved or resized by so many cells. Asked while the mouse drags; without it nothing can be
    // dragged.
    using Planner = std::function<QHash<QString, QRectF>(const QStringList &ids, Gesture gesture, const QPoint &cells)>;
    void setPlanner(Planner planner) { m_planner = std::move(planner); }
    // Follows the mouse, whose button is down, until it is released (gestureDone) or Escape is pressed (all as before).
    void beginGesture(Gesture gesture, const QStringList &ids, const QPoint &global);
    bool isInGesture() const { return m_drag.has_value(); }
    void cancelGesture(); // as Escape does

    // Pixels of a cell rectangle in a grid `width` wide: edges are rounded, never widths.
    static QRect cellsToPixels(const QRectF &cells, int width);
    static int heightOf(double rows); // of a content `rows` high, with padding
    int contentHeight() const { return m_contentHeight; }

signals:
    void visibleChanged(const QStringList &ids);
    void gestureDone(const QHash<QString, QRectF> &cells); // of every item, where anything changed
    void gestureKept(); // after that, or where nothing changed; not after Escape
    void gestureCancelled();
    void gestureMoved(const QPoint &global); // the mouse, while it drags; or what lies below it
    void bandSelected(const QStringList &ids, bool add); // by a rubber band on the ground; a plain click there selects none

protected:
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void wheelEvent(QWheelEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    bool event(QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    struct Drag {
        Gesture gesture;
        QStringList ids;
        QPoint from; // on the page, px
        QPoint global; // the mouse now
        QPoint cells; // so far
        QHash<QString, QRectF> planned;
    };
    void follow(const QPoint &global);
    void planAnew();
    void endGesture(bool keep);
    void showPlan();
    QPoint cellsBetween(const QPoint &from, const QPoint &to) const;
    bool gestureEvent(QEvent *event);
    void dropBand();
    struct Item {
        QString id;
        QWidget *widget = nullptr;
        QRectF cells;
        QRect pixels; // on the page
    };

    Item *find(const QString &id);
    void adopt(Item &item, QWidget *widget);
    void chainFocus();
    void place();
    void scheduleLayout();
    void findVisible();

    QList<Item> m_items;
    QHash<QString, qsizetype> m_indexes; // by id
    Maker m_maker;
    QString m_maximized;
    QStringList m_visible;
    QList<QWidget *> m_chained; // for Tab, in this order; compared only
    QWidget *m_page;
    QScrollBar *m_bar; // over the right padding, so that the width never changes
    Planner m_planner;
    std::optional<Drag> m_drag;
    QWidget *m_ghost;
    QTimer m_scroll; // while a drag is near an edge
    QRubberBand *m_band = nullptr;
    bool m_isBanding = false;
    EscapeWatch m_escape;
    QPoint m_bandFrom;
    int m_contentHeight = 0;
    bool m_pending = false;
};
