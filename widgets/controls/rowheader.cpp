// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/controls/rowheader.h>

#include <QtGui/QContextMenuEvent>
#include <QtGui/QPainter>
#include <widgets/theme/icons.h>
#include <widgets/theme/paint.h>
#include <widgets/theme/style.h>

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
    const qreal titleWidth = std::min(textWidth(font, text()), std::max(0.0, width() - 22 - countWidth - 24));
    if (underMouse())
        roundedBox(p, QRectF(-1, middle - 13, 22 + titleWidth + countWidth + 10, 26), t.bg.hover, {}, space::radiusControl);
    drawIcon(p, isChecked() ? QStringLiteral("chevron-down") : QStringLiteral("chevron-right"), t.text.primary, QPointF(0, middle - 7), 14);
    drawLine(p, QRectF(22, 0, titleWidth + 0.5, height()), text(), font, t.text.primary);
    qreal x = 22 + titleWidth;
    if (m_count > 0)
        drawLine(p, QRectF(x + 8, 0, countWidth, height()), count, weak, t.text.secondary);
    x += countWidth + 8;
    if (x + 8 < width())
        horizontalLine(p, x + (underMouse() ? 8 : 0), width(), std::floor(middle), t.border.medium);
}

void RowHeader::keyPressEvent(QKeyEvent *event)
{
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
