// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/controls/tabstrip.h>

#include <QtGui/QFontMetricsF>
#include <QtGui/QPainter>
#include <widgets/controls/button.h>
#include <widgets/theme/icons.h>
#include <widgets/theme/style.h>

namespace {
constexpr int kWidest = 220;
constexpr int kNarrowest = 56;
constexpr int kLeft = 8;
constexpr int kDragDistance = 6;
} // namespace

class TabButton : public QAbstractButton
{
public:
    explicit TabButton(TabStrip *strip) : QAbstractButton(strip), m_strip(strip)
    {
        setFocusPolicy(Qt::TabFocus);
        setAttribute(Qt::WA_Hover);
        setMouseTracking(true);
    }

    const TabInfo &info() const { return m_info; }
    void setInfo(const TabInfo &info)
    {
        m_info = info;
        setText(info.title);
        setAccessibleName(info.modified ? TabStrip::tr("%1, modified").arg(info.title) : info.title);
        setObjectName(QStringLiteral("tab.") + info.id);
        setToolTip(plainToolTip(info.toolTip.isEmpty() ? info.title : info.toolTip));
        update();
    }
    int naturalWidth() const
    {
        return std::min(kWidest, 12 + 14 + 8 + int(std::ceil(textWidth(themeFont(12, 500), m_info.title))) + 1 + 8 + 18 + 8);
    }
    bool isCurrent() const { return m_strip->current() == m_info.id; }

protected:
    QRectF closeRect() const { return QRectF(width() - 8 - 18, (height() - 18) / 2.0, 18, 18); }
    bool overClose(const QPointF &pos) const { return m_info.closable && closeRect().adjusted(-3, -3, 3, 3).contains(pos); }

    void paintEvent(QPaintEvent *) override
    {
        QPainter p(this);
        const Theme &t = currentTheme(this);
        const bool current = isCurrent();
        if (current) {
            p.fillRect(rect(), t.bg.toolbar);
            verticalLine(p, 0, 0, height(), t.border.weak);
            verticalLine(p, width() - 1, 0, height(), t.border.weak);
            p.fillRect(snapped(p, QRectF(0, 0, width(), 2)), t.accent.main);
        } else if (underMouse()) {
            p.fillRect(QRectF(rect()).adjusted(0, 0, 0, -1), t.bg.hover);
        }
        const QColor color = current || underMouse() ? t.text.primary : t.text.secondary;
        drawIcon(p, m_info.icon, color, QPointF(12, height() / 2.0 - 7), 14);
        const QRectF close = closeRect();
        drawLine(p, QRectF(34, 0, close.left() - 8 - 34 + (m_info.closable || m_info.modified ? 0 : 18), height()), m_info.title,
                 themeFont(12, current ? 500 : 400), color);
        const bool showCross = m_info.closable && (!m_info.modified || m_overClose);
        if (m_overClose)
            roundedBox(p, close, current ? t.bg.hover : t.bg.pressed, {}, space::radiusControl);
        if (showCross)
            drawIcon(p, QStringLiteral("close"),
                     m_overClose   ? t.text.primary
                         : current ? t.text.secondary
                                   : t.text.disabled,
                     close.topLeft() + QPointF(3, 3), 12);
        else if (m_info.modified)
            roundedBox(p, QRectF(close.center() - QPointF(4, 4), QSizeF(8, 8)), t.accent.main, {}, 4);
    }

    void mousePressEvent(QMouseEvent *event) override
    {
        m_pressAt = event->pos();
        if (event->button() == Qt::LeftButton && !overClose(event->position()))
            emit m_strip->activated(m_info.id);
    }

    void mouseMoveEvent(QMouseEvent *event) override
    {
        const bool over = overClose(event->position());
        if (over != m_overClose) {
            m_overClose = over;
            update();
        }
        const bool dragging = (event->buttons() & Qt::LeftButton) && (event->pos() - m_pressAt).manhattanLength() >= kDragDistance;
        if (dragging && !overClose(m_pressAt))
            m_strip->dragTo(this, mapToParent(event->pos()).x() - m_pressAt.x());
    }

    void mouseReleaseEvent(QMouseEvent *event) override
    {
        m_strip->drop(this);
        const bool cross = event->button() == Qt::LeftButton && overClose(event->position()) && overClose(m_pressAt);
        const bool middle = event->button() == Qt::MiddleButton && m_info.closable && rect().contains(event->pos());
        if (cross || middle)
            emit m_strip->closeRequested(m_info.id);
    }

    void contextMenuEvent(QContextMenuEvent *event) override { emit m_strip->contextMenuRequested(m_info.id, event->globalPos()); }

    void leaveEvent(QEvent *event) override
    {
        m_overClose = false;
        QAbstractButton::leaveEvent(event);
        update();
    }

    bool closes(const QKeyEvent &event) const { return event.key() == Qt::Key_Delete && m_info.closable; }

    // The window's shortcut of the same key is about panels.
    bool event(QEvent *event) override
    {
        if (event->type() == QEvent::ShortcutOverride && closes(*static_cast<QKeyEvent *>(event)))
            event->accept();
        return QAbstractButton::event(event);
    }

    void keyPressEvent(QKeyEvent *event) override
    {
        if (event->key() == Qt::Key_Space || event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
            emit m_strip->activated(m_info.id);
        else if (closes(*event))
            emit m_strip->closeRequested(m_info.id);
        else
            event->ignore(); // Left and Right are the strip's
    }

private:
    TabStrip *m_strip;
    TabInfo m_info;
    QPoint m_pressAt;
    bool m_overClose = false;
};

TabStrip::TabStrip(QWidget *parent)
    : QWidget(parent)
    , m_add(new IconButton(QStringLiteral("add"), tr("New tab"), TextButton::Kind::Ghost, this))
    , m_escape([this] { cancelDrag(); })
{
    setObjectName(QStringLiteral("tabs"));
    setAccessibleName(tr("Open pages"));
    setFixedHeight(space::tabStrip);
    m_add->setObjectName(QStringLiteral("tabs.add"));
    connect(m_add, &IconButton::clicked, this, &TabStrip::addRequested);
}

void TabStrip::addTab(const TabInfo &info, int index)
{
    auto *button = new TabButton(this);
    button->setInfo(info);
    const int at = index < 0 || index > m_tabs.size() ? int(m_tabs.size()) : index;
    m_tabs.insert(at, button);
    button->show();
    place();
}

TabButton *TabStrip::tab(const QString &id) const
{
    for (TabButton *button : m_tabs) {
        if (button->info().id == id)
            return button;
    }
    return nullptr;
}

void TabStrip::setTab(const TabInfo &info)
{
    if (TabButton *button = tab(info.id)) {
        button->setInfo(info);
        place();
    }
}

void TabStrip::removeTab(const QString &id)
{
    TabButton *button = tab(id);
    if (!button)
        return;
    m_tabs.removeAll(button);
    if (m_dragged == button) {
        m_escape.end();
        m_dragged = nullptr;
    }
    if (m_cancelled == button)
        m_cancelled = nullptr;
    button->hide();
    button->deleteLater(); // it may be on the stack: its own cross was clicked
    place();
}

void TabStrip::setCurrent(const QString &id)
{
    m_current = id;
    for (TabButton *button : std::as_const(m_tabs))
        button->update();
    update();
}

QStringList TabStrip::ids() const
{
    QStringList ids;
    for (const TabButton *button : m_tabs)
        ids.append(button->info().id);
    return ids;
}

void TabStrip::setAddVisible(bool visible)
{
    m_add->setVisible(visible);
    place();
}

// All at their natural width; when that is too much, the wide ones shrink together.
void TabStrip::place()
{
    const int room = width() - kLeft - 40;
    QList<int> widths;
    int total = 0;
    for (const TabButton *button : std::as_const(m_tabs)) {
        widths.append(button->naturalWidth());
        total += widths.last();
    }
    for (int limit = kWidest; total > room && limit > kNarrowest; limit -= 4) {
        total = 0;
        for (int &width : widths) {
            width = std::min(width, limit);
            total += width;
        }
    }
    int x = kLeft;
    for (qsizetype i = 0; i < m_tabs.size(); ++i) {
        if (m_tabs[i] != m_dragged)
            m_tabs[i]->setGeometry(x, 0, widths[i], height());
        x += widths[i];
    }
    m_add->setGeometry(std::min(x + 4, width() - 32), 4, 28, 28);
    update();
}

void TabStrip::dragTo(TabButton *button, int x)
{
    if (m_cancelled == button)
        return;
    if (!m_dragged) {
        m_dragged = button;
        m_escape.begin();
        m_dragFrom = int(m_tabs.indexOf(button));
        button->raise();
    }
    button->move(std::clamp(x, kLeft, std::max(kLeft, width() - button->width())), 0);
    const int center = button->geometry().center().x();
    const int at = int(m_tabs.indexOf(button));
    if (at > 0 && center < m_tabs[at - 1]->geometry().center().x())
        m_tabs.swapItemsAt(at, at - 1);
    else if (at + 1 < m_tabs.size() && center > m_tabs[at + 1]->geometry().center().x())
        m_tabs.swapItemsAt(at, at + 1);
    place();
}

void TabStrip::cancelDrag()
{
    TabButton *button = std::exchange(m_dragged, nullptr);
    m_cancelled = button;
    m_tabs.move(m_tabs.indexOf(button), m_dragFrom);
    place();
}

void TabStrip::drop(TabButton *button)
{
    m_cancelled = nullptr;
    if (m_dragged != button)
        return;
    m_escape.end();
    m_dragged = nullptr;
    place();
    const int at = int(m_tabs.indexOf(button));
    if (at != m_dragFrom)
        emit moved(button->info().id, at);
}

void TabStrip::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    const Theme &t = currentTheme(this);
    p.fillRect(rect(), t.bg.rail);
    horizontalLine(p, 0, width(), height() - 1, t.border.weak);
    for (qsizetype i = 1; i < m_tabs.size(); ++i) {
        if (!m_tabs[i]->isCurrent() && !m_tabs[i - 1]->isCurrent())
            verticalLine(p, m_tabs[i]->x() - 1, 11, 25, t.border.medium);
    }
}

void TabStrip::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    place();
}

void TabStrip::keyPressEvent(QKeyEvent *event)
{
    const int step = event->key() == Qt::Key_Left ? -1 : event->key() == Qt::Key_Right ? 1 : 0;
    for (qsizetype i = 0; step != 0 && i < m_tabs.size(); ++i) {
        if (m_tabs[i]->hasFocus()) {
            TabButton *next = m_tabs[std::clamp<qsizetype>(i + step, 0, m_tabs.size() - 1)];
            next->setFocus(Qt::TabFocusReason);
            emit activated(next->info().id);
            return;
        }
    }
    QWidget::keyPressEvent(event);
}

QSize TabStrip::sizeHint() const
{
    return QSize(400, space::tabStrip);
}
