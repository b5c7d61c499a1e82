// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/controls/button.h>

#include <QtGui/QFontMetricsF>
#include <QtGui/QHelpEvent>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QToolTip>
#include <widgets/theme/icons.h>
#include <widgets/theme/style.h>

TextButton::TextButton(const QString &text, Kind kind, const QString &icon, QWidget *parent)
    : QAbstractButton(parent)
    , m_kind(kind)
    , m_icon(icon)
{
    setText(text);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setCursor(Qt::ArrowCursor);
}

void TextButton::setKind(Kind kind)
{
    m_kind = kind;
    updateGeometry();
    update();
}

void TextButton::setIconName(const QString &name)
{
    if (m_icon == name)
        return;
    m_icon = name;
    updateGeometry();
    update();
}

void TextButton::setIconColor(const QColor &color)
{
    m_iconColor = color;
    update();
}

void TextButton::setSuffix(const QString &text)
{
    m_suffix = text;
    updateGeometry();
    update();
}

void TextButton::setArrow(bool arrow)
{
    m_arrow = arrow;
    updateGeometry();
}

void TextButton::setActive(bool active)
{
    if (m_active == active)
        return;
    m_active = active;
    if (active)
        raise(); // its accent border lies over that of its neighbours in a row
    update();
}

void TextButton::setDanger(bool danger)
{
    m_danger = danger;
    update();
}

void TextButton::setControlSize(ControlSize size)
{
    m_size = size;
    updateGeometry();
}

void TextButton::setCorners(Corners corners)
{
    m_corners = corners;
    update();
}

void TextButton::setMaximumTextWidth(int px)
{
    m_maxText = px;
    updateGeometry();
}

void TextButton::setCompact(bool compact)
{
    if (m_compact == compact)
        return;
    m_compact = compact;
    updateGeometry();
    update();
}

QFont TextButton::buttonFont() const
{
    return themeFont(m_size == ControlSize::Large ? 13 : 12, m_kind == Kind::Primary ? 600 : 500);
}

int TextButton::padding() const
{
    return m_size == ControlSize::Large ? 14 : m_size == ControlSize::Small ? 8 : space::paddingX;
}

qreal TextButton::contentWidth(bool compact) const
{
    qreal width = 0;
    const auto add = [&width](qreal part) { width += part + (width > 0 ? 6 : 0); };
    if (!m_icon.isEmpty())
        add(16);
    if (!shownText(compact).isEmpty())
        add(std::min(std::ceil(textWidth(buttonFont(), shownText(compact))), qreal(m_maxText)));
    if (!shownSuffix(compact).isEmpty())
        width += 4 + std::ceil(textWidth(themeFont(m_size == ControlSize::Large ? 13 : 12, 400), shownSuffix(compact)));
    if (m_arrow)
        add(14);
    return width;
}

int TextButton::widthFor(bool compact) const
{
    return iconOnly(compact) ? int(m_size) : int(std::ceil(contentWidth(compact))) + 2 * padding();
}

QSize TextButton::sizeHint() const
{
    return {widthFor(m_compact), int(m_size)};
}

QSize TextButton::minimumSizeHint() const
{
    return iconOnly(m_compact) ? sizeHint() : QSize(std::min(sizeHint().width(), 64), int(m_size));
}

TextButton::Colors TextButton::colors() const
{
    const Theme &t = currentTheme(this);
    const bool hover = isEnabled() && underMouse();
    const bool down = isEnabled() && (isDown() || isChecked());
    if (m_kind == Kind::Primary) {
        if (!isEnabled())
            return {t.bg.hover, t.border.medium, t.text.disabled, t.text.disabled};
        const QColor fill = down ? t.accent.pressed : hover ? t.accent.hover : t.accent.main;
        return {fill, {}, t.accent.on, t.accent.on};
    }
    const bool ghost = m_kind == Kind::Ghost;
    const QColor border = ghost ? QColor() : t.border.medium;
    if (!isEnabled())
        return {ghost ? QColor() : t.bg.raised, border, t.text.disabled, t.text.disabled};
    if (m_active)
        return {t.bg.selected, ghost ? QColor() : t.accent.main, t.accent.text, t.accent.text};
    const QColor fill = down ? t.bg.pressed : hover ? t.bg.hover : ghost ? QColor() : t.bg.raised;
    const QColor text = m_danger ? t.bad.text : ghost && !hover && !down ? t.text.secondary : t.text.primary;
    return {fill, border, text, text};
}

qreal TextButton::contentLeft() const
{
    return std::max(qreal(m_arrow && shownText().isEmpty() ? 0 : 2), (width() - contentWidth(m_compact)) / 2);
}

qreal TextButton::textRoom() const
{
    const QFont weak = themeFont(m_size == ControlSize::Large ? 13 : 12, 400);
    const qreal suffix = shownSuffix().isEmpty() ? 0 : 4 + std::ceil(textWidth(weak, shownSuffix()));
    const qreal taken = contentLeft() + (m_icon.isEmpty() ? 0 : 16 + 6) + suffix + (m_arrow ? 14 + 6 : 0);
    return std::min(width() - taken - std::min(padding(), 6), qreal(m_maxText));
}

bool TextButton::isElided() const
{
    return !text().isEmpty() && (shownText().isEmpty() || std::ceil(textWidth(buttonFont(), text())) > std::ceil(textRoom()));
}

void TextButton::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    const Theme &t = currentTheme(this);
    const Colors c = colors();
    // In a row the left neighbour's border serves both.
    const bool shared = !m_active && (m_corners == Corners::None || m_corners == Corners::Right);
    joinedBox(p, rect().adjusted(shared ? -1 : 0, 0, 0, 0), c.fill, c.border, space::radiusControl, m_corners);
    const QColor iconColor = m_iconColor.isValid() && isEnabled() ? m_iconColor : c.icon;
    const qreal middle = height() / 2.0;
    if (iconOnly(m_compact)) {
        drawIcon(p, m_icon, iconColor, QPointF((width() - 16) / 2.0, middle - 8), 16);
        return;
    }
    qreal x = contentLeft();
    if (!m_icon.isEmpty()) {
        drawIcon(p, m_icon, iconColor, QPointF(x, middle - 8), 16);
        x += 16 + 6;
    }
    const QFont weak = themeFont(m_size == ControlSize::Large ? 13 : 12, 400);
    const qreal suffix = shownSuffix().isEmpty() ? 0 : 4 + std::ceil(textWidth(weak, shownSuffix()));
    if (!shownText().isEmpty()) {
        const qreal room = textRoom();
        x += drawLine(p, QRectF(x, 0, room, height()), shownText(), buttonFont(), c.text);
    }
    if (suffix > 0) {
        const QColor color = m_kind == Kind::Primary || !isEnabled() ? c.text : t.text.secondary;
        x += 4 + drawLine(p, QRectF(x + 4, 0, suffix, height()), shownSuffix(), weak, color);
    }
    if (!m_arrow)
        return;
    if (shownText().isEmpty())
        x = m_icon.isEmpty() ? (width() - 14) / 2.0 - 6 : x - 6;
    drawIcon(p, QStringLiteral("chevron-down"), c.icon, QPointF(x + 6, middle - 7), 14);
}

void TextButton::keyPressEvent(QKeyEvent *event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && !event->isAutoRepeat())
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

void TextButton::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::FontChange)
        updateGeometry();
    QAbstractButton::changeEvent(event);
}

bool TextButton::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTipChange && text().isEmpty())
        setAccessibleName(toolTip());
    if (event->type() == QEvent::ToolTip && toolTip().isEmpty() && isElided()) {
        QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(), plainToolTip(text()), this);
        return true;
    }
    return QAbstractButton::event(event);
}

IconButton::IconButton(const QString &icon, const QString &toolTip, Kind kind, QWidget *parent) : TextButton({}, kind, icon, parent)
{
    setToolTipText(toolTip);
}

void IconButton::setToolTipText(const QString &text)
{
    setToolTip(plainToolTip(text));
    setAccessibleName(text);
}

JoinedButtons::JoinedButtons(QWidget *parent) : QWidget(parent)
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void JoinedButtons::addButton(TextButton *button)
{
    m_buttons.append(button);
    layout()->addWidget(button);
    for (qsizetype i = 0; i < m_buttons.size(); ++i) {
        const bool first = i == 0;
        const bool last = i + 1 == m_buttons.size();
        m_buttons[i]->setCorners(first && last ? Corners::All : first ? Corners::Left : last ? Corners::Right : Corners::None);
    }
}
