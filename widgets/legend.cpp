// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/legend.h>

#include <QtGui/QHelpEvent>
#include <QtGui/QMouseEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QToolTip>
#include <algorithm>
#include <widgets/theme/digits.h>
#include <widgets/theme/icons.h>
#include <widgets/theme/paint.h>

namespace {

void paintSwatch(QPainter &painter, const LegendItem &item, qreal x, qreal y)
{
    QColor color = item.color;
    if (item.state != LegendItem::State::On)
        color.setAlphaF(0.35f);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    switch (item.swatch) {
    case LegendItem::Swatch::Line:
        painter.drawRoundedRect(QRectF(x, y - 1.5, 12, 3), 1.5, 1.5);
        break;
    case LegendItem::Swatch::Dashed:
        painter.drawRoundedRect(QRectF(x, y - 1.5, 5, 3), 1.5, 1.5);
        painter.drawRoundedRect(QRectF(x + 7, y - 1.5, 5, 3), 1.5, 1.5);
        break;
    case LegendItem::Swatch::Points:
        painter.drawEllipse(QRectF(x + 2.5, y - 3.5, 7, 7));
        break;
    case LegendItem::Swatch::Bars:
        painter.drawRoundedRect(QRectF(x + 1, y - 4.5, 9, 9), 2, 2);
        break;
    }
}

} // namespace

LegendView::LegendView(QWidget *parent) : QWidget(parent)
{
    setMouseTracking(true);
    setFocusPolicy(Qt::TabFocus);
    setObjectName(QStringLiteral("legend"));
    setAccessibleName(tr("Legend"));
}

void LegendView::setTheme(const Theme *theme)
{
    m_theme = theme;
    update();
}

void LegendView::setModel(const LegendModel &model, bool right)
{
    if (m_model == model && m_right == right)
        return;
    m_model = model;
    m_right = right;
    m_current = std::min(m_current, int(model.items.size()) - 1);
    relayout();
}

void LegendView::relayout()
{
    m_layout = layoutLegend(m_model, size(), m_right);
    m_scroll = std::clamp(m_scroll, 0, maxScroll());
    update();
}

void LegendView::setPicksColors(bool picks)
{
    m_picksColors = picks;
}

QRect LegendView::swatchRect(int item) const
{
    if (!m_picksColors)
        return {};
    const QRect rect = itemRect(item);
    const int left = m_layout.flows() ? rect.left() : m_right ? 4 : 14;
    return QRect(left - 4, rect.top(), 20, rect.height());
}

void LegendView::setHot(int item)
{
    if (m_hot == item)
        return;
    m_hot = item;
    update();
}

int LegendView::maxScroll() const
{
    return std::max(0, m_layout.contentHeight - m_layout.viewHeight);
}

void LegendView::scrollTo(int px)
{
    const int scroll = std::clamp(px, 0, maxScroll());
    if (scroll == m_scroll)
        return;
    m_scroll = scroll;
    update();
}

QRect LegendView::itemRect(int item) const
{
    return m_layout.itemRect(item, width()).translated(0, m_layout.headHeight - m_scroll);
}

int LegendView::itemAt(const QPoint &pos) const
{
    if (pos.y() < m_layout.headHeight || pos.y() >= m_layout.headHeight + m_layout.viewHeight)
        return -1;
    return m_layout.itemAt(pos - QPoint(0, m_layout.headHeight - m_scroll), int(m_model.items.size()));
}

int LegendView::columnAt(const QPoint &pos) const
{
    if (!m_model.table || pos.y() >= m_layout.headHeight)
        return -2;
    for (const LegendColumn &column : m_layout.columns) {
        if (pos.x() >= column.x && pos.x() < column.x + column.width)
            return column.column;
    }
    return -2;
}

QRect LegendView::thumb() const
{
    if (maxScroll() == 0 || m_layout.more > 0)
        return {};
    const int track = m_layout.viewHeight - 4;
    const int length = std::max(12, track * m_layout.viewHeight / m_layout.contentHeight);
    const int top = m_layout.headHeight + 2 + (track - length) * m_scroll / maxScroll();
    return {width() - 6, top, 3, length};
}

void LegendView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_model.table)
        paintHead(painter);
    painter.setClipRect(0, m_layout.headHeight, width(), m_layout.viewHeight);
    const int count = int(m_model.items.size());
    for (int i = m_layout.firstItemAt(m_scroll); i < count; ++i) {
        const QRect rect = itemRect(i);
        if (rect.top() > m_layout.headHeight + m_layout.viewHeight)
            break;
        if (rect.bottom() < m_layout.headHeight)
            continue;
        if (m_layout.flows())
            paintCell(painter, i);
        else
            paintRow(painter, i);
    }
    if (m_layout.more > 0 && m_scroll == 0)
        drawLine(painter, QRectF(m_layout.moreAt.x(), m_layout.moreAt.y() - 10, 40, 20), QStringLiteral("+%1").arg(m_layout.more),
                 themeFont(TextStyle::Caption), m_theme->text.secondary);
    if (const QRect bar = thumb(); !bar.isEmpty()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme->border.strong);
        painter.drawRoundedRect(QRectF(bar), 1.5, 1.5);
    }
}

void LegendView::paintHead(QPainter &painter) const
{
    QFont font = themeFont(TextStyle::Caption);
    font.setWeight(QFont::Medium);
    const int height = m_layout.headHeight - (m_right ? 8 : 0);
    for (const LegendColumn &column : m_layout.columns) {
        const QString text = column.column < 0 ? tr("Name") : m_model.columns[column.column];
        const bool sorted = m_model.sortColumn == column.column;
        const QColor color = sorted ? m_theme->accent.text : m_theme->text.secondary;
        const bool right = column.column >= 0;
        const QRectF rect(column.x, m_right ? 8 : 0, column.width, height - (m_right ? 8 : 0));
        const qreal used = drawLine(painter, rect, text, font, color, (right ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
        if (sorted) {
            const qreal x = right ? rect.right() - used - 14 : rect.left() + used + 3;
            drawIcon(painter, m_model.sortDescending ? QStringLiteral("chevron-down") : QStringLiteral("chevron-up"), color,
                     QPointF(x, rect.center().y() - 5.5), 11);
        }
    }
    if (m_right)
        horizontalLine(painter, 4, width() - 12, height, m_theme->border.weak);
}

void LegendView::paintBack(QPainter &painter, int item, const QRect &rect) const
{
    const bool focused = hasFocus() && item == m_current;
    const bool hovered = item == m_hovered || item == m_hot;
    if (hovered || focused)
        roundedBox(painter, rect, hovered ? m_theme->bg.hover : QColor(), focused ? m_theme->border.focus : QColor(), space::radiusControl,
                   focused ? 2 : 1);
}

void LegendView::paintRow(QPainter &painter, int index) const
{
    const LegendItem &item = m_model.items[index];
    const QRect rect = itemRect(index);
    const int left = m_right ? 4 : 14;
    paintBack(painter, index, QRect(left - 6, rect.top(), rect.width() - left - (m_right ? 0 : 4), rect.height()));
    const qreal middle = rect.top() + rect.height() / 2.0;
    paintSwatch(painter, item, left, middle);
    const bool on = item.state == LegendItem::State::On;
    for (const LegendColumn &column : m_layout.columns) {
        const QRectF cell(column.x, rect.top(), column.width, rect.height());
        if (column.column < 0) {
            drawLine(painter, cell, oneLine(item.name), themeFont(TextStyle::Label), on ? m_theme->text.primary : m_theme->text.disabled);
            continue;
        }
        const bool last = column.column + 1 == m_model.columns.size();
        drawDigits(painter, cell, item.values.value(column.column).text, themeFont(TextStyle::Label),
                   !on        ? m_theme->text.disabled
                       : last ? m_theme->text.primary
                              : m_theme->text.secondary,
                   Qt::AlignRight | Qt::AlignVCenter);
    }
}

void LegendView::paintCell(QPainter &painter, int index) const
{
    const LegendItem &item = m_model.items[index];
    const QRect rect = itemRect(index);
    paintBack(painter, index, rect.adjusted(-5, 0, 5, 0));
    paintSwatch(painter, item, rect.left(), rect.top() + rect.height() / 2.0);
    const bool on = item.state == LegendItem::State::On;
    QRectF room = QRectF(rect).adjusted(18, 0, 1, 0);
    const QFont font = themeFont(TextStyle::Label);
    double values = 0;
    QStringList texts;
    for (qsizetype i = 0; i < item.values.size() && i < m_model.columns.size(); ++i) {
        texts.append(m_model.columns[i] + u' ' + item.values[i].text);
        values += 8 + textWidth(font, texts.last());
    }
    const QRectF name(room.left(), room.top(), std::max(20.0, room.width() - values), room.height());
    const QColor color = on ? m_theme->text.secondary : m_theme->text.disabled;
    qreal x = name.left() + drawLine(painter, name, oneLine(item.name), font, on && !texts.isEmpty() ? m_theme->text.primary : color);
    for (const QString &text : texts) {
        x += 8;
        x += drawLine(painter, QRectF(x, room.top(), room.right() - x, room.height()), text, font, color);
    }
}

void LegendView::resizeEvent(QResizeEvent *)
{
    relayout();
}

void LegendView::setHovered(int item)
{
    if (m_hovered == item)
        return;
    m_hovered = item;
    update();
    emit itemHovered(item);
}

void LegendView::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint pos = event->position().toPoint();
    if (m_dragFrom >= 0) {
        const int room = m_layout.viewHeight - 4 - thumb().height();
        if (room > 0)
            scrollTo((pos.y() - m_dragFrom - m_layout.headHeight - 2) * maxScroll() / room);
        return;
    }
    setHovered(itemAt(pos));
    setCursor(m_hovered >= 0 || columnAt(pos) > -2 ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void LegendView::mousePressEvent(QMouseEvent *event)
{
    const QRect bar = thumb();
    if (!bar.isEmpty() && event->position().x() >= bar.left() - 4)
        m_dragFrom = int(event->position().y()) - bar.top();
}

void LegendView::mouseReleaseEvent(QMouseEvent *event)
{
    if (std::exchange(m_dragFrom, -1) >= 0 || event->button() != Qt::LeftButton)
        return;
    const QPoint pos = event->position().toPoint();
    if (const int item = itemAt(pos); item >= 0 && swatchRect(item).contains(pos))
        emit swatchClicked(item);
    else if (item >= 0)
        emit itemClicked(item, event->modifiers());
    else if (const int column = columnAt(pos); column > -2)
        emit columnClicked(column);
}

void LegendView::leaveEvent(QEvent *)
{
    setHovered(-1);
}

// At its end the wheel belongs to the page again.
void LegendView::wheelEvent(QWheelEvent *event)
{
    const int before = m_scroll;
    const int pixels = event->pixelDelta().isNull() ? event->angleDelta().y() * 3 * m_layout.rowHeight / 120 : event->pixelDelta().y();
    if (!(event->modifiers() & Qt::ControlModifier))
        scrollTo(m_scroll - pixels);
    event->setAccepted(m_scroll != before);
}

void LegendView::setCurrent(int item)
{
    const int count = int(m_model.items.size());
    if (count == 0)
        return;
    m_current = std::clamp(item, 0, count - 1);
    const QRect rect = itemRect(m_current);
    if (rect.top() < m_layout.headHeight)
        scrollTo(m_scroll + rect.top() - m_layout.headHeight);
    else if (rect.bottom() > m_layout.headHeight + m_layout.viewHeight)
        scrollTo(m_scroll + rect.bottom() - m_layout.headHeight - m_layout.viewHeight + 1);
    setAccessibleDescription(m_model.items[m_current].name);
    emit itemHovered(m_current);
    update();
}

// The key for the colour; chords of the window begin with it, too.
bool LegendView::takesKey(const QKeyEvent &key) const
{
    return key.key() == Qt::Key_C && key.modifiers() == Qt::NoModifier && m_current >= 0 && m_picksColors;
}

void LegendView::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Down:
    case Qt::Key_Right:
        return setCurrent(m_current + 1);
    case Qt::Key_Up:
    case Qt::Key_Left:
        return setCurrent(m_current - 1);
    case Qt::Key_Home:
        return setCurrent(0);
    case Qt::Key_End:
        return setCurrent(int(m_model.items.size()) - 1);
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (m_current >= 0)
            emit itemClicked(m_current, event->key() == Qt::Key_Space ? Qt::ControlModifier : Qt::NoModifier);
        return;
    case Qt::Key_C:
        if (takesKey(*event))
            return emit swatchClicked(m_current);
        [[fallthrough]];
    default:
        QWidget::keyPressEvent(event);
    }
}

void LegendView::focusInEvent(QFocusEvent *event)
{
    if (m_current < 0 && event->reason() != Qt::MouseFocusReason)
        setCurrent(0);
    update();
}

bool LegendView::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && takesKey(*static_cast<QKeyEvent *>(event))) {
        event->accept();
        return true;
    }
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const int item = itemAt(help->pos());
        if (item >= 0)
            QToolTip::showText(help->globalPos(), plainToolTip(m_model.items[item].name), this, itemRect(item));
        else
            QToolTip::hideText();
        return true;
    }
    if (event->type() == QEvent::FocusOut)
        update();
    return QWidget::event(event);
}
