// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/controls/linktext.h>

#include <QtGui/QFontMetricsF>
#include <widgets/theme/icons.h>
#include <widgets/theme/paint.h>
#include <widgets/theme/style.h>

LinkText::LinkText(const QString &text, QWidget *parent, const QString &icon, TextStyle style)
    : QAbstractButton(parent)
    , m_icon(icon)
    , m_font(themeFont(style))
{
    setText(text);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize LinkText::sizeHint() const
{
    const int label = int(std::ceil(textWidth(m_font, text())));
    return QSize(std::clamp(label + (m_icon.isEmpty() ? 0 : 18), 24, 260), 24);
}

void LinkText::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    const Theme &t = currentTheme(this);
    const QColor color = isEnabled() ? t.text.link : t.text.disabled;
    QRectF r = rect();
    if (!m_icon.isEmpty()) {
        drawIcon(p, m_icon, color, QPointF(0, height() / 2.0 - 7), 14);
        r.setLeft(18);
    }
    QFont font = m_font;
    font.setUnderline(underMouse() && isEnabled());
    // Words narrower than the least target stand at its end, so that gaps in a row of links look alike.
    drawLine(p, r, text(), font, color, (m_icon.isEmpty() ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
}

void LinkText::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

Separator::Separator(Qt::Orientation orientation, QWidget *parent, bool strong)
    : QWidget(parent)
    , m_orientation(orientation)
    , m_strong(strong)
{
    if (orientation == Qt::Horizontal)
        setFixedHeight(1);
    else
        setFixedWidth(1);
}

void Separator::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    const Theme &t = currentTheme(this);
    const QColor color = m_strong ? t.border.medium : t.border.weak;
    if (m_orientation == Qt::Horizontal)
        horizontalLine(p, 0, width(), 0, color);
    else
        verticalLine(p, 0, 0, height(), color);
}
