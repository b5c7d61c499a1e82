// SPDX-License-Identifier: GPL-3.0-or-later
#include <panels/singlevaluepanel.h>

#include <QtGui/QHelpEvent>
#include <QtWidgets/QMenu>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QToolTip>
#include <panels/celllinks.h>
#include <widgets/theme/paint.h>

SingleValuePanel::SingleValuePanel(QWidget *parent)
    : PanelWidget(parent)
    , m_vertical(new QScrollBar(Qt::Vertical, this))
    , m_horizontal(new QScrollBar(Qt::Horizontal, this))
{
    for (QScrollBar *bar : {m_vertical, m_horizontal}) {
        bar->hide();
        bar->setFocusPolicy(Qt::NoFocus);
        connect(bar, &QScrollBar::valueChanged, this, qOverload<>(&QWidget::update));
    }
    setMouseTracking(true);
}

void SingleValuePanel::setData(const PanelData &data)
{
    m_data = data;
    refreshValues();
}

void SingleValuePanel::setContext(const PanelContext &context)
{
    PanelWidget::setContext(context);
    refreshValues();
}

void SingleValuePanel::optionsChanged()
{
    refreshValues();
}

void SingleValuePanel::refreshValues()
{
    m_values = fieldDisplays(m_data.frames, options().reduce, context().theme->brightness, context().zone);
    if (m_values.isEmpty() && !m_data.noValue.isEmpty())
        m_values = {noValueDisplay(m_data.noValue)};
    m_stale = true;
    setFocusPolicy(linkedFrom(0, 1) < 0 ? Qt::NoFocus : Qt::TabFocus);
    if (!isLinked(m_current))
        m_current = linkedFrom(0, 1);
    arrange();
    update();
}

bool SingleValuePanel::isLinked(int item) const
{
    return item >= 0 && item < m_values.size() && !m_values[item].field.config.links.isEmpty();
}

int SingleValuePanel::linkedFrom(int item, int step) const
{
    for (; item >= 0 && item < m_values.size(); item += step)
        if (isLinked(item))
            return item;
    return -1;
}

Frames SingleValuePanel::table() const
{
    std::vector<QString> names;
    std::vector<QString> texts;
    std::vector<double> numbers;
    for (const FieldDisplay &each : m_values) {
        names.push_back(each.title);
        texts.push_back(each.value.joined());
        numbers.push_back(each.value.numeric);
    }
    Frame frame;
    frame.kind = Frame::Kind::Table;
    frame.fields
        = {Field{tr("Name"), {}, Column::texts(std::move(names)), {}, {}}, Field{tr("Text"), {}, Column::texts(std::move(texts)), {}, {}},
           Field{tr("Value"), {}, Column::numbers(std::move(numbers)), {}, {}}};
    return {frame};
}

void SingleValuePanel::ensureLayout()
{
    if (!m_stale)
        return;
    m_stale = false;
    QSizeF room = itemsRoom();
    QSizeF content = layoutItems(m_values, room);
    if (content.height() > room.height() + 0.5 && room.width() > 40) { // the bar takes its lane, so the items stand anew
        room.rwidth() -= space::scrollBar;
        content = layoutItems(m_values, room);
    } else if (content.width() > room.width() + 0.5 && room.height() > 40) {
        room.rheight() -= space::scrollBar;
        content = layoutItems(m_values, room);
    }
    placeBars(content);
}

void SingleValuePanel::placeBars(const QSizeF &content)
{
    const int lane = space::scrollBar;
    const QSize room = itemsRoom();
    const bool down = content.height() > room.height() + 0.5;
    const bool across = !down && content.width() > room.width() + 0.5;
    const auto place = [](QScrollBar *bar, bool shown, const QRect &at, double length, int page) {
        bar->setGeometry(at);
        bar->setRange(0, shown ? std::max(0, qCeil(length) - page) : 0);
        bar->setPageStep(page);
        bar->setSingleStep(40);
        bar->setVisible(shown);
    };
    place(m_vertical, down, QRect(room.width() - lane, 0, lane, room.height()), content.height(), room.height());
    place(m_horizontal, across, QRect(0, room.height() - lane, room.width(), lane), content.width(), room.width());
}

QPointF SingleValuePanel::offset() const
{
    return QPointF(m_horizontal->value(), m_vertical->value());
}

void SingleValuePanel::paintEvent(QPaintEvent *)
{
    ensureLayout();
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    if (m_values.isEmpty()) {
        const Theme &theme = *context().theme;
        hatch(painter, QRectF(rect()).adjusted(8, 4, -8, -8), theme.chart.noDataHatch, space::radiusControl);
        drawLine(painter, rect(), tr("No data"), themeFont(width() < 170 ? 12 : 13, 500), theme.chart.noData, Qt::AlignCenter);
        return;
    }
    painter.setClipRect(QRect(QPoint(), itemsRoom()));
    painter.translate(-offset());
    paintItems(painter, QRectF(offset(), QSizeF(itemsRoom())));
    if (hasFocus() && m_current >= 0)
        paintFocus(painter);
}

void SingleValuePanel::paintFocus(QPainter &painter) const
{
    const QRectF room(offset(), QSizeF(itemsRoom()));
    painter.setPen(QPen(context().theme->border.focus, 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(itemRect(m_current).intersected(room).adjusted(2, 2, -2, -2), space::radiusControl, space::radiusControl);
}

void SingleValuePanel::resizeEvent(QResizeEvent *)
{
    m_stale = true;
    arrange();
}

void SingleValuePanel::wheelEvent(QWheelEvent *event)
{
    ensureLayout();
    QScrollBar *bar = m_vertical->maximum() > 0 ? m_vertical : m_horizontal;
    const int before = bar->value();
    if (bar->maximum() > 0 && !(event->modifiers() & Qt::ControlModifier)) {
        const QPoint pixels = event->pixelDelta().isNull() ? event->angleDelta() / 2 : event->pixelDelta();
        bar->setValue(before - (pixels.y() ? pixels.y() : pixels.x()));
    }
    event->setAccepted(bar->value() != before); // at the end the page scrolls on
}

int SingleValuePanel::itemUnder(const QPointF &at)
{
    ensureLayout();
    const bool inside = QRectF(QPointF(), QSizeF(itemsRoom())).contains(at);
    const int item = inside ? itemAt(at + offset()) : -1;
    return item < m_values.size() ? item : -1;
}

void SingleValuePanel::mousePressEvent(QMouseEvent *event)
{
    m_pressed = event->button() == Qt::LeftButton ? itemUnder(event->position()) : -1;
    event->setAccepted(m_pressed >= 0 && !m_values[m_pressed].field.config.links.isEmpty());
}

void SingleValuePanel::mouseReleaseEvent(QMouseEvent *event)
{
    const int item = itemUnder(event->position());
    if (event->button() == Qt::LeftButton && item >= 0 && item == m_pressed)
        activateLinks(item, event->globalPosition().toPoint());
    m_pressed = -1;
}

void SingleValuePanel::mouseMoveEvent(QMouseEvent *event)
{
    const int item = itemUnder(event->position());
    const bool linked = item >= 0 && !m_values[item].field.config.links.isEmpty();
    setCursor(linked ? Qt::PointingHandCursor : Qt::ArrowCursor);
    event->ignore();
}

void SingleValuePanel::activateLinks(int item, const QPoint &global)
{
    const FieldDisplay &value = m_values[item];
    const QList<CellLink> links = cellLinks(value.field, value.value, context());
    openCellLinks(links, this, global, [this](const QUrl &url) { emit linkActivated(url); });
}

void SingleValuePanel::keyPressEvent(QKeyEvent *event)
{
    const int key = event->key();
    const int step = key == Qt::Key_Right || key == Qt::Key_Down ? 1 : key == Qt::Key_Left || key == Qt::Key_Up ? -1 : 0;
    if (const int next = linkedFrom(m_current + step, step); step != 0 && next >= 0) {
        m_current = next;
        ensureLayout();
        const QRectF rect = itemRect(m_current);
        m_vertical->setValue(std::clamp(m_vertical->value(), qCeil(rect.bottom()) - itemsRoom().height(), int(rect.top())));
        m_horizontal->setValue(std::clamp(m_horizontal->value(), qCeil(rect.right()) - itemsRoom().width(), int(rect.left())));
        update();
    } else if (isLinked(m_current) && (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Space)) {
        ensureLayout();
        activateLinks(m_current, mapToGlobal((itemRect(m_current).center() - offset()).toPoint()));
    } else if (step == 0) {
        PanelWidget::keyPressEvent(event);
    }
}

void SingleValuePanel::focusInEvent(QFocusEvent *)
{
    update();
}

void SingleValuePanel::focusOutEvent(QFocusEvent *)
{
    update();
}

bool SingleValuePanel::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return PanelWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const int item = itemUnder(help->pos());
    if (item >= 0) {
        QStringList lines{m_values[item].title, m_values[item].value.joined()};
        for (const CellLink &link : cellLinks(m_values[item].field, m_values[item].value, context()))
            lines.append(link.url.toDisplayString());
        QToolTip::showText(help->globalPos(), plainToolTip(lines.join(u'\n')), this);
    } else
        QToolTip::hideText();
    return true;
}
