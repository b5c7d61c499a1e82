// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/controls/panelframe.h>

#include <QtGui/QContextMenuEvent>
#include <QtGui/QHelpEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QApplication>
#include <QtWidgets/QToolTip>
#include <widgets/controls/emptystate.h>
#include <widgets/controls/toolbar.h>
#include <widgets/theme/style.h>

namespace {
constexpr int kMarkedFrom = 100; // px; a lower panel needs its height more
} // namespace

QRect PanelFrame::bodyRect() const
{
    // A mark over the corner of a panel without a title would hide what is drawn there.
    const bool marked = !m_state.stale.isEmpty() || !m_state.error.isEmpty() || !m_state.warning.isEmpty();
    const int top = hasHeader() || (marked && height() >= kMarkedFrom) ? space::panelHeader : 1;
    return QRect(1, top, std::max(0, width() - 2), std::max(0, height() - top - 1));
}

void PanelFrame::place()
{
    const QRect body = bodyRect();
    if (m_content)
        m_content->setGeometry(body);
    m_veil->setGeometry(body);
    if (m_message)
        m_message->setGeometry(body);
    placeHeader();
    update();
}

bool PanelFrame::holds(const QWidget *widget) const
{
    return widget && (widget == this || isAncestorOf(widget));
}

// From the right: menu, handle, problem, age. Then the title with its marks takes what is left. Without a header the buttons lie
// over the picture.
void PanelFrame::placeHeader()
{
    const bool hot = m_menuVisible && (m_hovered || underMouse() || holds(QApplication::focusWidget()));
    m_menu->setVisible(hot);
    m_handle->setVisible(hot && hasHeader());
    m_corner->setVisible(hot && m_content);
    m_corner->move(width() - m_corner->width() - 1, height() - m_corner->height() - 1);
    m_corner->raise();
    int x = width() - 8;
    const auto takeRight = [&x](QWidget *widget, int gap) {
        if (widget->isHidden())
            return;
        x -= widget->width();
        widget->move(x, (space::panelHeader - widget->height()) / 2 + 1);
        widget->raise();
        x -= gap;
    };
    takeRight(m_menu, 4);
    takeRight(m_handle, 4);
    for (QWidget *each : m_extra) {
        each->resize(each->sizeHint());
        takeRight(each, 8);
    }
    takeRight(m_problem, 4);
    takeRight(m_stale, 6);
    takeRight(m_editing, 6);
    const bool info = m_menuVisible && !m_description.isEmpty();
    const bool link = m_menuVisible && !m_links.isEmpty();
    const int marks = (info ? 24 : 0) + (link ? 24 : 0);
    const int room = std::max(0, x - 12 - marks);
    const int natural = int(std::ceil(textWidth(themeFont(TextStyle::Heading), m_title)));
    m_titleRect = QRect(12, 1, std::min(natural + 1, room), space::panelHeader);
    int at = m_titleRect.right() + 2;
    for (const auto &[button, shown] : {std::pair(m_info, info), std::pair(m_link, link)}) {
        button->setVisible(shown);
        button->move(at, (space::panelHeader - 24) / 2 + 1);
        at += shown ? 24 : 0;
    }
}

void PanelFrame::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    const Theme &t = currentTheme(this);
    const bool marked = m_selected || m_isEdited;
    if (!m_transparent || marked)
        roundedBox(p, rect(), m_transparent ? QColor() : t.bg.panel, marked ? t.accent.main : t.border.weak, space::radiusSurface,
                   marked ? 2 : 1);
    if (!m_title.isEmpty())
        drawLine(p, m_titleRect, m_title, themeFont(TextStyle::Heading), t.text.primary);
    if (m_state.body == PanelFrameState::Body::FirstLoad)
        drawSkeleton(p);
    else if (m_state.body == PanelFrameState::Body::NoData)
        drawNoData(p);
}

void PanelFrame::drawSkeleton(QPainter &p) const
{
    const Theme &t = currentTheme(this);
    const QRect body = bodyRect();
    const int lines = std::clamp((body.height() - 28) / 30, 1, 8);
    for (int i = 0; i < lines + 1; ++i) {
        const qreal y = body.top() + 14 + i * (body.height() - 30) / double(std::max(1, lines));
        horizontalLine(p, body.left() + std::min(44, body.width() / 5), body.right() - 12, y, t.chart.grid);
    }
    const QFont font = themeFont(TextStyle::Label);
    const qreal width = std::min(textWidth(font, m_state.reason), body.width() - 24.0);
    const QRectF words(body.center().x() - width / 2 - 8, body.center().y() - 10, width + 16, 20);
    p.fillRect(words, m_transparent ? t.bg.window : t.bg.panel);
    drawLine(p, words, m_state.reason, font, t.text.secondary, Qt::AlignCenter);
}

void PanelFrame::drawNoData(QPainter &p) const
{
    const Theme &t = currentTheme(this);
    const QRectF body = bodyRect();
    hatch(p, body.adjusted(8, 4, -8, -8), t.chart.noDataHatch, space::radiusControl);
    const QString headline = m_state.headline.isEmpty() ? tr("No data") : m_state.headline;
    const bool withReason = !m_state.reason.isEmpty() && body.height() > 90;
    const QFont font = themeFont(body.width() < 170 ? 12 : 13, 500);
    const qreal middle = body.center().y() - 2;
    const QRectF line(body.left() + 20, middle - (withReason ? 19 : 10), body.width() - 40, 20);
    drawLine(p, line, headline, font, t.chart.noData, Qt::AlignCenter);
    if (withReason)
        drawLine(p, line.translated(0, 19), m_state.reason, themeFont(TextStyle::Caption), t.chart.noData, Qt::AlignCenter);
}

void PanelFrame::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    place();
}

void PanelFrame::enterEvent(QEnterEvent *event)
{
    QWidget::enterEvent(event);
    placeHeader();
}

void PanelFrame::leaveEvent(QEvent *event)
{
    QWidget::leaveEvent(event);
    placeHeader();
}

void PanelFrame::contextMenuEvent(QContextMenuEvent *event)
{
    emit menuRequested(event->globalPos());
}

void PanelFrame::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && event->pos().y() < space::panelHeader)
        m_pressed = event->pos();
}

void PanelFrame::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_pressed || !(event->buttons() & Qt::LeftButton))
        return;
    if ((event->pos() - *m_pressed).manhattanLength() < QApplication::startDragDistance())
        return;
    const QPoint from = *std::exchange(m_pressed, {}); // where it began, so that what moves stays under the mouse
    emit dragStarted(mapToGlobal(from));
}

void PanelFrame::mouseReleaseEvent(QMouseEvent *event)
{
    if (m_pressed && event->button() == Qt::LeftButton)
        emit headerClicked(event->modifiers());
    m_pressed.reset();
}

void PanelFrame::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && event->pos().y() < space::panelHeader)
        emit titleDoubleClicked();
}

bool PanelFrame::event(QEvent *event)
{
    switch (event->type()) {
    case QEvent::Enter:
        emit reached();
        break;
    case QEvent::FocusIn:
        emit reached();
        [[fallthrough]];
    case QEvent::FocusOut:
    case QEvent::LayoutRequest: // a widget of the header asks for another size
        placeHeader();
        update();
        break;
    case QEvent::ToolTip: {
        const auto *help = static_cast<QHelpEvent *>(event);
        const bool cut = textWidth(themeFont(TextStyle::Heading), m_title) > m_titleRect.width();
        if (cut && m_titleRect.contains(help->pos()))
            QToolTip::showText(help->globalPos(), plainToolTip(m_title), this);
        else
            QToolTip::hideText();
        return true;
    }
    case QEvent::KeyPress: {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool opens = key->key() == Qt::Key_Menu || (key->key() == Qt::Key_F10 && (key->modifiers() & Qt::ShiftModifier));
        if (opens) {
            emit menuRequested(mapToGlobal(QPoint(12, space::panelHeader)));
            return true;
        }
        break;
    }
    default:
        break;
    }
    return QWidget::event(event);
}
