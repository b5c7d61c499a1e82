// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/controls/pill.h>

#include <QtGui/QFontMetricsF>
#include <widgets/theme/icons.h>
#include <widgets/theme/paint.h>
#include <widgets/theme/style.h>

TintColors tintColors(const Theme &t, Tint tint)
{
    switch (tint) {
    case Tint::Good:
        return {t.good.main, t.good.text, t.good.soft, t.good.border};
    case Tint::Warning:
        return {t.warning.main, t.warning.text, t.warning.soft, t.warning.border};
    case Tint::Bad:
        return {t.bad.main, t.bad.text, t.bad.soft, t.bad.border};
    case Tint::Info:
        return {t.info.main, t.info.text, t.info.soft, t.info.border};
    case Tint::Accent:
        return {t.accent.main, t.accent.text, t.accent.soft, t.accent.main};
    case Tint::Neutral:
        break;
    }
    return {t.text.disabled, t.text.secondary, t.bg.hover, t.border.medium};
}

QString tintIcon(Tint tint)
{
    switch (tint) {
    case Tint::Good:
        return QStringLiteral("check");
    case Tint::Warning:
        return QStringLiteral("warning");
    case Tint::Bad:
        return QStringLiteral("error");
    default:
        return QStringLiteral("info");
    }
}

Pill::Pill(Tint tint, const QString &text, const QString &icon, QWidget *parent) : QAbstractButton(parent), m_tint(tint), m_icon(icon)
{
    setText(text);
    setAccessibleName(text);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setClickable(false);
}

void Pill::setTint(Tint tint)
{
    m_tint = tint;
    update();
}

void Pill::setIconName(const QString &name)
{
    m_icon = name;
    updateGeometry();
    update();
}

void Pill::setClickable(bool clickable)
{
    setFocusPolicy(clickable ? Qt::TabFocus : Qt::NoFocus);
    setAttribute(Qt::WA_TransparentForMouseEvents, !clickable);
}

QSize Pill::sizeHint() const
{
    const bool alone = text().isEmpty();
    const int icon = m_icon.isEmpty() ? 0 : 14;
    const int label = alone ? 0 : int(std::ceil(textWidth(themeFont(11, 500), text())));
    if (alone)
        return QSize(std::max(24, icon + 8), 24);
    return QSize(icon + (icon ? 4 + 6 : 8) + label + 8, 24);
}

void Pill::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    const TintColors c = tintColors(currentTheme(this), m_tint);
    const bool alone = text().isEmpty();
    const qreal inset = alone ? std::max(0.0, (width() - 22) / 2.0) : 0;
    const QRectF box(inset, (height() - 20) / 2.0, width() - 2 * inset, 20);
    const bool hot = focusPolicy() != Qt::NoFocus && (underMouse() || isDown());
    roundedBox(p, box, c.soft, hot ? c.text : c.border, 10);
    qreal x = box.left() + (alone ? (box.width() - 14) / 2 : m_icon.isEmpty() ? 8 : 6);
    if (!m_icon.isEmpty()) {
        drawIcon(p, m_icon, c.text, QPointF(x, box.center().y() - 7), 14);
        x += 18;
    }
    if (!alone)
        drawLine(p, QRectF(x, 0, box.right() - x - 6, height()), text(), themeFont(11, 500), c.text);
}

void Pill::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

Chip::Chip(const QString &text, bool closable, QWidget *parent) : QAbstractButton(parent), m_closable(closable)
{
    setText(text);
    setAccessibleName(text);
    setFocusPolicy(Qt::TabFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void Chip::setNeutral(bool neutral)
{
    m_neutral = neutral;
    updateGeometry();
}

qreal Chip::widthFor(const QString &text, bool closable, bool neutral, qreal maximum)
{
    const qreal label = std::ceil(textWidth(themeFont(TextStyle::Label), text));
    const qreal rest = neutral ? 14 : closable ? 7 + 4 + 12 + 4 : 14;
    return std::min(label + rest, maximum);
}

void Chip::paint(QPainter &p, const Theme &t, const QRectF &rect, const QString &text, bool closable, bool neutral, bool hoverClose)
{
    roundedBox(p, rect, neutral ? t.bg.hover : t.accent.soft, {}, space::radiusControl);
    const qreal right = closable ? 4 + 12 + 4 : 7;
    drawLine(p, rect.adjusted(7, 0, -right, 0), text, themeFont(TextStyle::Label), neutral ? t.text.secondary : t.text.primary);
    if (closable)
        drawIcon(p, QStringLiteral("close"), hoverClose ? t.text.primary : t.text.secondary,
                 QPointF(rect.right() - 16, rect.center().y() - 6), 12);
}

QSize Chip::sizeHint() const
{
    return QSize(int(std::ceil(widthFor(text(), m_closable, m_neutral))), 24);
}

void Chip::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    paint(p, currentTheme(this), QRectF(rect()).adjusted(0, 2, 0, -2), text(), m_closable, m_neutral, m_hoverClose);
}

void Chip::mouseMoveEvent(QMouseEvent *event)
{
    m_hoverClose = m_closable && event->position().x() > width() - 20;
    update();
    QAbstractButton::mouseMoveEvent(event);
}

void Chip::leaveEvent(QEvent *event)
{
    m_hoverClose = false;
    update();
    QAbstractButton::leaveEvent(event);
}

void Chip::mouseReleaseEvent(QMouseEvent *event)
{
    if (m_closable && event->button() == Qt::LeftButton && rect().contains(event->pos()) && event->position().x() > width() - 20) {
        setDown(false);
        emit removeRequested();
        return;
    }
    QAbstractButton::mouseReleaseEvent(event);
}

bool Chip::removes(const QKeyEvent &event) const
{
    return m_closable && (event.key() == Qt::Key_Delete || event.key() == Qt::Key_Backspace);
}

// The window's shortcut of the same key is about panels.
bool Chip::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && removes(*static_cast<QKeyEvent *>(event)))
        event->accept();
    return QAbstractButton::event(event);
}

void Chip::keyPressEvent(QKeyEvent *event)
{
    if (removes(*event))
        emit removeRequested();
    else
        QAbstractButton::keyPressEvent(event);
}
