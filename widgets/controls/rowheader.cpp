// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/controls/rowheader.h>

#include <QtGui/QContextMenuEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QApplication>
#include <widgets/theme/icons.h>
#include <widgets/theme/paint.h>
#include <widgets/theme/style.h>

namespace {

constexpr int kIndent = 20; // px a level

QString actionOf(const QKeyEvent &event)
{
    const bool control = event.modifiers() == Qt::ControlModifier;
    if (control && event.key() == Qt::Key_Up)
        return QStringLiteral("up");
    if (control && event.key() == Qt::Key_Down)
        return QStringLiteral("down");
    if (event.modifiers() == Qt::NoModifier && event.key() == Qt::Key_F2)
        return QStringLiteral("rename");
    if (event.modifiers() == Qt::NoModifier && event.key() == Qt::Key_Delete)
        return QStringLiteral("remove");
    return {};
}

} // namespace

RowHeader::RowHeader(const QString &title, QWidget *parent) : QAbstractButton(parent)
{
    setCheckable(true);
    setChecked(true);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setObjectName(QStringLiteral("rowHeader"));
    setTitle(title);
    connect(this, &QAbstractButton::clicked, this, &RowHeader::openChanged);
}

void RowHeader::setTitle(const QString &title)
{
    setText(title);
    setAccessibleName(title);
    setToolTip(plainToolTip(title));
}

void RowHeader::setPanelCount(int count)
{
    m_count = count;
    update();
}

void RowHeader::setOpen(bool open)
{
    setChecked(open);
    update();
}

void RowHeader::setLevel(int level)
{
    m_level = level;
    update();
}

QSize RowHeader::sizeHint() const
{
    return QSize(200, space::gridRow);
}

void RowHeader::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    const Theme &t = currentTheme(this);
    const qreal middle = height() / 2.0;
    const QFont font = themeFont(TextStyle::Heading);
    const QString count = m_count == 1 ? tr("1 panel") : tr("%1 panels").arg(m_count);
    const QFont weak = themeFont(TextStyle::Label);
    const qreal countWidth = m_count > 0 ? textWidth(weak, count) + 8 : 0;
    const qreal in = std::min(kIndent * m_level, width() / 3);
    const qreal titleWidth = std::min(textWidth(font, text()), std::max(0.0, width() - in - 22 - countWidth - 24));
    if (underMouse())
        roundedBox(p, QRectF(in - 1, middle - 13, 22 + titleWidth + countWidth + 10, 26), t.bg.hover, {}, space::radiusControl);
    drawIcon(p, isChecked() ? QStringLiteral("chevron-down") : QStringLiteral("chevron-right"), t.text.primary, QPointF(in, middle - 7),
             14);
    drawLine(p, QRectF(in + 22, 0, titleWidth + 0.5, height()), text(), font, t.text.primary);
    qreal x = in + 22 + titleWidth;
    if (m_count > 0)
        drawLine(p, QRectF(x + 8, 0, countWidth, height()), count, weak, t.text.secondary);
    x += countWidth + 8;
    if (x + 8 < width())
        horizontalLine(p, x + (underMouse() ? 8 : 0), width(), std::floor(middle), t.border.medium);
}

// Keys that the window has its own meaning for are the row's while it has the focus.
bool RowHeader::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && !actionOf(*static_cast<QKeyEvent *>(event)).isEmpty())
        event->accept();
    return QAbstractButton::event(event);
}

void RowHeader::mousePressEvent(QMouseEvent *event)
{
    m_pressed = event->pos();
    QAbstractButton::mousePressEvent(event);
}

void RowHeader::mouseMoveEvent(QMouseEvent *event)
{
    const bool far = (event->pos() - m_pressed).manhattanLength() >= QApplication::startDragDistance();
    if (!isDown() || !far)
        return QAbstractButton::mouseMoveEvent(event);
    setDown(false); // the release is the end of a drag, not a click
    emit dragStarted(mapToGlobal(m_pressed));
}

void RowHeader::keyPressEvent(QKeyEvent *event)
{
    if (const QString action = actionOf(*event); !action.isEmpty())
        return emit actionRequested(action);
    if (event->key() == Qt::Key_F10 && event->modifiers() == Qt::ShiftModifier)
        return emit menuRequested(mapToGlobal(QPoint(0, height())));
    const bool fold = event->key() == Qt::Key_Left && isChecked();
    const bool unfold = event->key() == Qt::Key_Right && !isChecked();
    if (fold || unfold || event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

void RowHeader::contextMenuEvent(QContextMenuEvent *event)
{
    emit menuRequested(event->reason() == QContextMenuEvent::Keyboard ? mapToGlobal(QPoint(0, height())) : event->globalPos());
}
