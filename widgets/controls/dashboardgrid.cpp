// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/controls/dashboardgrid.h>

#include <QtGui/QWheelEvent>
#include <QtWidgets/QApplication>
#include <QtWidgets/QScrollBar>
#include <algorithm>
#include <cmath>
#include <widgets/controls/taborder.h>
#include <widgets/theme/paint.h>
#include <widgets/theme/style.h>

namespace {

constexpr int kDragEdge = 40; // px to the edge where a drag scrolls
constexpr int kDragStep = 14;

// Where the dragged panel will land.
class Ghost : public QWidget
{
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const Theme &theme = currentTheme(this);
        roundedBox(painter, rect(), theme.accent.soft, theme.accent.main, space::radiusSurface);
    }
};

} // namespace

DashboardGrid::DashboardGrid(QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_page(new QWidget(viewport()))
    , m_bar(new QScrollBar(Qt::Vertical, this))
    , m_escape([this] { m_drag ? cancelGesture() : dropBand(); })
{
    setObjectName(QStringLiteral("grid"));
    setFrameShape(QFrame::NoFrame);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setAutoFillBackground(false);
    verticalScrollBar()->setSingleStep(space::gridRow + space::gridGap);
    m_bar->setObjectName(QStringLiteral("grid.scrollBar"));
    m_ghost = new Ghost(m_page);
    m_ghost->setObjectName(QStringLiteral("grid.ghost"));
    m_ghost->hide();
    m_scroll.setInterval(16);
    connect(&m_scroll, &QTimer::timeout, this, [this] {
        const int y = viewport()->mapFromGlobal(QCursor::pos()).y();
        const int step = y < kDragEdge ? -kDragStep : y > viewport()->height() - kDragEdge ? kDragStep : 0;
        if (step != 0 && m_drag && viewport()->rect().adjusted(-200, -200, 200, 200).contains(viewport()->mapFromGlobal(QCursor::pos()))) {
            verticalScrollBar()->setMaximum(std::max(verticalScrollBar()->maximum(), m_page->height() - viewport()->height()));
            verticalScrollBar()->setValue(verticalScrollBar()->value() + step);
        }
    });
    connect(m_bar, &QScrollBar::valueChanged, verticalScrollBar(), &QScrollBar::setValue);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, m_bar, &QScrollBar::setValue);
}

QRect DashboardGrid::cellsToPixels(const QRectF &cells, int width)
{
    const double column = (width - 2.0 * space::gridPadding - (space::gridColumns - 1) * space::gridGap) / space::gridColumns;
    const auto edge = [column](double x) { return space::gridPadding + x * (column + space::gridGap); };
    const int left = qRound(edge(cells.x()));
    const int right = qRound(edge(cells.x() + cells.width()) - space::gridGap);
    const int top = qRound(space::gridPadding + cells.y() * (space::gridRow + space::gridGap));
    const int height = qRound(cells.height() * (space::gridRow + space::gridGap) - space::gridGap);
    return QRect(left, top, std::max(0, right - left), std::max(0, height));
}

int DashboardGrid::heightOf(double rows)
{
    const double content = rows <= 0 ? 0 : rows * (space::gridRow + space::gridGap) - space::gridGap;
    return 2 * space::gridPadding + int(std::floor(content + 1e-6));
}

DashboardGrid::Item *DashboardGrid::find(const QString &id)
{
    const auto at = m_indexes.constFind(id);
    return at == m_indexes.constEnd() ? nullptr : &m_items[*at];
}

void DashboardGrid::setItem(const QString &id, QWidget *widget, const QRectF &cells)
{
    Item *item = find(id);
    if (!item) {
        m_indexes.insert(id, m_items.size());
        m_items.append({id, nullptr, cells, cellsToPixels(cells, viewport()->width())});
        item = &m_items.last();
    }
    item->cells = cells;
    if (widget)
        adopt(*item, widget);
    scheduleLayout();
}

void DashboardGrid::adopt(Item &item, QWidget *widget)
{
    if (item.widget && item.widget != widget)
        item.widget->deleteLater();
    item.widget = widget;
    m_chained.clear();
    if (widget->parentWidget() == m_page)
        return;
    widget->setParent(m_page);
    widget->installEventFilter(this);
}

void DashboardGrid::removeItems(const QStringList &ids)
{
    const QSet<QString> gone(ids.begin(), ids.end());
    QList<QWidget *> widgets;
    m_items.removeIf([&](const Item &item) {
        if (!gone.contains(item.id))
            return false;
        if (item.widget)
            widgets.append(item.widget);
        return true;
    });
    m_indexes.clear();
    for (qsizetype i = 0; i < m_items.size(); ++i)
        m_indexes.insert(m_items[i].id, i);
    if (gone.contains(m_maximized))
        m_maximized.clear();
    for (QWidget *widget : std::as_const(widgets)) { // the focus goes on to another one, which may scroll: all is told by then
        widget->hide();
        widget->deleteLater();
    }
    scheduleLayout();
}

void DashboardGrid::clear()
{
    for (const Item &item : std::as_const(m_items))
        delete item.widget;
    m_items.clear();
    m_indexes.clear();
    m_maximized.clear();
    place();
}

QWidget *DashboardGrid::item(const QString &id) const
{
    const auto at = m_indexes.constFind(id);
    return at == m_indexes.constEnd() ? nullptr : m_items[*at].widget;
}

QWidget *DashboardGrid::made(const QString &id)
{
    Item *item = find(id);
    if (!item || item->widget || !m_maker)
        return item ? item->widget : nullptr;
    QWidget *widget = m_maker(id);
    item = find(id); // whoever made it may have added some
    if (!item || !widget)
        return nullptr;
    adopt(*item, widget);
    widget->setGeometry(item->pixels);
    widget->setVisible(m_maximized.isEmpty() || m_maximized == id);
    return widget;
}

QStringList DashboardGrid::items() const
{
    QStringList ids;
    for (const Item &item : m_items)
        ids.append(item.id);
    return ids;
}

void DashboardGrid::setMaximized(const QString &id)
{
    m_maximized = m_indexes.contains(id) ? id : QString();
    place();
}

void DashboardGrid::scrollTo(const QString &id)
{
    place();
    const Item *item = find(id);
    if (!item)
        return;
    const QRect rect = item->pixels;
    const int now = verticalScrollBar()->value();
    if (rect.top() < now)
        verticalScrollBar()->setValue(rect.top() - space::gridPadding);
    else if (rect.bottom() > now + viewport()->height())
        verticalScrollBar()->setValue(std::min(rect.top() - space::gridPadding, rect.bottom() - viewport()->height() + space::gridPadding));
}

int DashboardGrid::firstRowInView() const
{
    constexpr int kPitch = space::gridRow + space::gridGap;
    return std::max(0, (verticalScrollBar()->value() - space::gridPadding + kPitch - 1) / kPitch);
}

// Many items come at once: they are laid out once.
void DashboardGrid::contentChanged()
{
    m_chained.clear();
    scheduleLayout();
}

void DashboardGrid::scheduleLayout()
{
    if (m_pending)
        return;
    m_pending = true;
    QMetaObject::invokeMethod(this, &DashboardGrid::place, Qt::QueuedConnection);
}

void DashboardGrid::place()
{
    m_pending = false;
    if (m_drag)
        return planAnew(); // the rest when it ends
    const int width = viewport()->width();
    double rows = 0;
    for (const Item &item : std::as_const(m_items))
        rows = std::max(rows, item.cells.bottom());
    const bool single = !m_maximized.isEmpty();
    m_contentHeight = single ? viewport()->height() : heightOf(rows);
    const int range = std::max(0, m_contentHeight - viewport()->height());
    for (QScrollBar *bar : {verticalScrollBar(), m_bar}) {
        bar->setRange(0, range);
        bar->setPageStep(viewport()->height());
        bar->setSingleStep(space::gridRow + space::gridGap);
    }
    m_bar->setVisible(range > 0);
    m_page->setGeometry(0, -verticalScrollBar()->value(), width, std::max(m_contentHeight, viewport()->height()));
    for (Item &item : m_items) {
        const bool isMaximized = single && item.id == m_maximized;
        if (isMaximized)
            item.pixels = m_page->rect().adjusted(space::gridPadding, space::gridPadding, -space::gridPadding, -space::gridPadding);
        else if (!single)
            item.pixels = cellsToPixels(item.cells, width);
        if (!item.widget)
            continue;
        if (!single || isMaximized)
            item.widget->setGeometry(item.pixels);
        item.widget->setVisible(!single || isMaximized);
    }
    findVisible();
}

void DashboardGrid::findVisible()
{
    const int height = viewport()->height();
    const int top = verticalScrollBar()->value() - height;
    const QRect screen(0, top, std::max(1, viewport()->width()), 3 * height);
    QList<const Item *> found;
    for (const Item &item : std::as_const(m_items)) {
        const bool shown = m_maximized.isEmpty() || item.id == m_maximized;
        if (shown && screen.intersects(item.pixels))
            found.append(&item);
    }
    std::stable_sort(found.begin(), found.end(), [](const Item *a, const Item *b) {
        return std::pair(a->cells.y(), a->cells.x()) < std::pair(b->cells.y(), b->cells.x());
    });
    QStringList ids;
    for (const Item *item : found)
        ids.append(item->id);
    for (const QString &id : std::as_const(ids))
        made(id);
    chainFocus();
    if (ids == m_visible)
        return;
    m_visible = ids;
    emit visibleChanged(ids);
}

// Tab goes from item to item in the order of their places, whenever they were made. Those out of sight, too: they come into sight as
// Tab goes on, and the way would change under its feet.
void DashboardGrid::chainFocus()
{
    QList<const Item *> items;
    for (const Item &item : std::as_const(m_items))
        if (item.widget)
            items.append(&item);
    std::stable_sort(items.begin(), items.end(), [](const Item *a, const Item *b) {
        return std::pair(a->cells.y(), a->cells.x()) < std::pair(b->cells.y(), b->cells.x());
    });
    QList<QWidget *> tops;
    for (const Item *item : std::as_const(items))
        tops.append(item->widget);
    if (tops == m_chained)
        return;
    m_chained = tops;
    QList<QWidget *> stops{this};
    for (QWidget *top : std::as_const(tops))
        stops += QList<QWidget *>{top} + top->findChildren<QWidget *>();
    chainTabs(stops);
}

void DashboardGrid::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    m_bar->setGeometry(width() - space::scrollBar - 1, 2, space::scrollBar, height() - 4);
    m_bar->raise();
    place();
}

void DashboardGrid::scrollContentsBy(int, int)
{
    m_page->move(0, -verticalScrollBar()->value());
    findVisible();
}

void DashboardGrid::wheelEvent(QWheelEvent *event)
{
    if (event->modifiers() & Qt::ControlModifier)
        event->ignore();
    else
        QApplication::sendEvent(verticalScrollBar(), event);
}

// The keyboard walks through panels that are off the screen: they come into view.
bool DashboardGrid::eventFilter(QObject *watched, QEvent *event)
{
    if (m_drag && gestureEvent(event))
        return true;
    if (event->type() == QEvent::FocusIn) {
        for (const Item &item : std::as_const(m_items)) {
            if (item.widget == watched)
                scrollTo(item.id);
        }
    }
    return QAbstractScrollArea::eventFilter(watched, event);
}

bool DashboardGrid::event(QEvent *event)
{
    if (event->type() == QEvent::Paint) {
        QPainter p(this);
        p.fillRect(rect(), currentTheme(this).bg.window);
        return true;
    }
    return QAbstractScrollArea::event(event);
}
