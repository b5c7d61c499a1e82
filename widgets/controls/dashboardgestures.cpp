// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/controls/dashboardgrid.h>

#include <QtGui/QContextMenuEvent>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QApplication>
#include <QtWidgets/QRubberBand>
#include <QtWidgets/QScrollBar>
#include <cmath>
#include <widgets/theme/style.h>

// Moving, resizing and choosing items with the mouse.

void DashboardGrid::beginGesture(Gesture gesture, const QStringList &ids, const QPoint &global)
{
    if (!m_planner || m_drag || ids.isEmpty() || !m_maximized.isEmpty())
        return;
    m_drag = Drag{gesture, ids, m_page->mapFromGlobal(global), global, {}, {}};
    for (const QString &id : ids)
        if (QWidget *widget = item(id))
            widget->raise();
    QApplication::setOverrideCursor(gesture == Gesture::Move ? Qt::ClosedHandCursor : Qt::SizeFDiagCursor);
    qApp->installEventFilter(this);
    m_escape.begin();
    m_scroll.start();
    follow(global);
}

QPoint DashboardGrid::cellsBetween(const QPoint &from, const QPoint &to) const
{
    const double column = (viewport()->width() - 2.0 * space::gridPadding + space::gridGap) / space::gridColumns;
    return {qRound((to.x() - from.x()) / column), qRound((to.y() - from.y()) / double(space::gridRow + space::gridGap))};
}

void DashboardGrid::follow(const QPoint &global)
{
    m_drag->global = global;
    const QPoint at = m_page->mapFromGlobal(global);
    const QPoint cells = cellsBetween(m_drag->from, at);
    if (cells != m_drag->cells || m_drag->planned.isEmpty()) {
        m_drag->cells = cells;
        m_drag->planned = m_planner(m_drag->ids, m_drag->gesture, cells);
        showPlan();
    }
    // What is dragged follows the mouse, not the cells.
    for (const QString &id : m_drag->ids) {
        const Item *found = find(id);
        if (!found || !found->widget)
            continue;
        QRect rect = cellsToPixels(found->cells, viewport()->width());
        if (m_drag->gesture == Gesture::Move)
            rect.translate(at - m_drag->from);
        else
            rect.setBottomRight(rect.bottomRight() + at - m_drag->from);
        found->widget->setGeometry(rect.normalized());
    }
}

// Items came or went in the middle of it: what is on the page now makes room, and what is new is made.
void DashboardGrid::planAnew()
{
    for (Item &each : m_items)
        each.pixels = cellsToPixels(each.cells, viewport()->width());
    m_drag->planned.clear();
    follow(m_drag->global);
    verticalScrollBar()->setMaximum(std::max(0, m_page->height() - viewport()->height()));
    findVisible();
    m_drag->planned.clear(); // what was made now has its place, too
    follow(m_drag->global);
    for (const QString &id : std::as_const(m_drag->ids))
        if (QWidget *widget = item(id))
            widget->raise();
    emit gestureMoved(QPoint(m_drag->global)); // something else may lie below it
}

void DashboardGrid::showPlan()
{
    QRect ghost;
    double rows = 0;
    for (const Item &each : std::as_const(m_items)) {
        const QRectF cells = m_drag->planned.value(each.id, each.cells);
        rows = std::max(rows, cells.bottom());
        const QRect rect = cellsToPixels(cells, viewport()->width());
        if (m_drag->ids.contains(each.id))
            ghost |= rect;
        else if (each.widget)
            each.widget->setGeometry(rect);
    }
    m_page->resize(m_page->width(), std::max(heightOf(rows), viewport()->height()));
    m_ghost->setGeometry(ghost);
    m_ghost->show();
    m_ghost->lower();
}

void DashboardGrid::endGesture(bool keep)
{
    const Drag drag = *std::exchange(m_drag, {});
    m_escape.end();
    qApp->removeEventFilter(this);
    QApplication::restoreOverrideCursor();
    m_scroll.stop();
    m_ghost->hide();
    bool changed = false;
    for (Item &each : m_items) {
        const QRectF cells = drag.planned.value(each.id, each.cells);
        changed |= cells != each.cells;
        if (keep)
            each.cells = cells; // until the document says the same
    }
    place();
    if (keep && changed)
        emit gestureDone(drag.planned);
    if (keep)
        emit gestureKept();
}

void DashboardGrid::cancelGesture()
{
    if (!m_drag)
        return;
    endGesture(false);
    emit gestureCancelled();
}

// The mouse belongs to the drag, wherever it is.
bool DashboardGrid::gestureEvent(QEvent *event)
{
    switch (event->type()) {
    case QEvent::MouseMove:
        follow(static_cast<QMouseEvent *>(event)->globalPosition().toPoint());
        emit gestureMoved(static_cast<QMouseEvent *>(event)->globalPosition().toPoint());
        return true;
    case QEvent::MouseButtonRelease:
        endGesture(true);
        return false; // whoever was pressed is released
    default:
        return false;
    }
}

void DashboardGrid::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !m_planner)
        return QAbstractScrollArea::mousePressEvent(event);
    setFocus(Qt::MouseFocusReason);
    m_bandFrom = m_page->mapFromGlobal(event->globalPosition().toPoint());
    if (!m_band)
        m_band = new QRubberBand(QRubberBand::Rectangle, m_page);
    m_band->setGeometry(QRect(m_bandFrom, QSize()));
    m_isBanding = true;
    m_escape.begin();
}

void DashboardGrid::dropBand()
{
    m_isBanding = false;
    m_escape.end();
    m_band->hide();
}

void DashboardGrid::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_isBanding || !(event->buttons() & Qt::LeftButton))
        return;
    m_band->setGeometry(QRect(m_bandFrom, m_page->mapFromGlobal(event->globalPosition().toPoint())).normalized());
    m_band->show();
}

void DashboardGrid::mouseReleaseEvent(QMouseEvent *event)
{
    if (!m_isBanding || event->button() != Qt::LeftButton)
        return;
    QStringList ids;
    if (m_band->isVisible())
        for (const Item &each : std::as_const(m_items))
            if (each.widget && each.widget->isVisible() && each.widget->geometry().intersects(m_band->geometry()))
                ids.append(each.id);
    dropBand();
    emit bandSelected(ids, event->modifiers() & Qt::ControlModifier);
}

void DashboardGrid::contextMenuEvent(QContextMenuEvent *event)
{
    event->ignore(); // the view's
}
