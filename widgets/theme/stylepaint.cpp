// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/theme/style.h>

#include <QtWidgets/QAbstractItemView>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QStyleOption>
#include <QtWidgets/QTabBar>
#include <widgets/theme/icons.h>
#include <widgets/theme/paint.h>

namespace {

bool enabled(const QStyleOption *option)
{
    return option->state & QStyle::State_Enabled;
}
bool hovered(const QStyleOption *option)
{
    return enabled(option) && (option->state & QStyle::State_MouseOver);
}
bool focused(const QStyleOption *option)
{
    return option->state & QStyle::State_HasFocus;
}

// A border, thick in the focus colour when the input has the focus.
void inputBox(QPainter &p, const Theme &t, const QStyleOption *option, const QColor &fill, bool invalid)
{
    const bool hot = focused(option) && enabled(option);
    const QColor border = invalid ? t.bad.main : hot ? t.border.focus : t.border.medium;
    roundedBox(p, option->rect, fill, border, space::radiusControl, hot ? 2 : 1);
}

void drawCheck(QPainter &p, const Theme &t, const QStyleOption *option, bool round)
{
    const QRectF box(option->rect.x(), option->rect.y(), 16, 16);
    const bool on = option->state & (QStyle::State_On | QStyle::State_NoChange);
    const QColor fill = !enabled(option) ? t.bg.hover : on ? (hovered(option) ? t.accent.hover : t.accent.main) : t.bg.input;
    const QColor border = !enabled(option) ? t.border.medium : on ? fill : hovered(option) ? t.text.secondary : t.border.strong;
    const QColor mark = enabled(option) ? t.accent.on : t.text.disabled;
    roundedBox(p, box, fill, border, round ? 8 : space::radiusControl);
    if (!on)
        return;
    if (round)
        roundedBox(p, box.adjusted(5, 5, -5, -5), mark, {}, 3);
    else if (option->state & QStyle::State_NoChange)
        p.fillRect(snapped(p, QRectF(box.x() + 4, box.y() + 7, 8, 2)), mark);
    else
        drawIcon(p, QStringLiteral("check"), mark, box.topLeft() + QPointF(2, 2), 12);
}

} // namespace

void ThemeStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    const Theme &t = *m_theme;
    QPainter &p = *painter;
    switch (element) {
    case PE_FrameFocusRect:
        return; // rings are drawn by FocusRing
    case PE_FrameLineEdit:
    case PE_PanelLineEdit: {
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        if (frame && frame->lineWidth > 0)
            inputBox(p, t, option, enabled(option) ? t.bg.input : t.bg.hover, widget && widget->property("invalid").toBool());
        return;
    }
    case PE_PanelButtonCommand: {
        const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
        const bool primary = button && (button->features & QStyleOptionButton::DefaultButton) && enabled(option);
        const bool down = option->state & (State_Sunken | State_On);
        if (primary)
            roundedBox(p, option->rect,
                       down                  ? t.accent.pressed
                           : hovered(option) ? t.accent.hover
                                             : t.accent.main,
                       {}, space::radiusControl);
        else
            roundedBox(p, option->rect,
                       down                  ? t.bg.pressed
                           : hovered(option) ? t.bg.hover
                                             : t.bg.raised,
                       t.border.medium, space::radiusControl);
        return;
    }
    case PE_PanelButtonTool:
        if (option->state & (State_Sunken | State_On))
            roundedBox(p, option->rect, t.bg.pressed, {}, space::radiusControl);
        else if (hovered(option))
            roundedBox(p, option->rect, t.bg.hover, {}, space::radiusControl);
        return;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        return drawCheck(p, t, option, false);
    case PE_IndicatorRadioButton:
        return drawCheck(p, t, option, true);
    case PE_PanelMenu:
    case PE_FrameMenu:
        if (element == PE_PanelMenu)
            roundedBox(p, option->rect, t.bg.raised, t.border.medium, space::radiusSurface);
        return;
    case PE_PanelTipLabel:
        p.fillRect(option->rect, t.border.medium);
        p.fillRect(option->rect.adjusted(1, 1, -1, -1), t.bg.raised);
        return;
    case PE_Frame:
        if (qobject_cast<const QAbstractItemView *>(widget) || (widget && widget->inherits("QTextEdit"))
            || (widget && widget->inherits("QPlainTextEdit")))
            return inputBox(p, t, option, {}, widget->property("invalid").toBool());
        break;
    case PE_FrameGroupBox:
        return roundedBox(p, option->rect, {}, t.border.weak, space::radiusSurface);
    case PE_FrameTabBarBase:
    case PE_FrameTabWidget:
    case PE_PanelScrollAreaCorner:
        return;
    case PE_IndicatorArrowDown:
    case PE_IndicatorArrowUp:
    case PE_IndicatorArrowLeft:
    case PE_IndicatorArrowRight: {
        const QString name = element == PE_IndicatorArrowDown ? QStringLiteral("chevron-down")
            : element == PE_IndicatorArrowUp                  ? QStringLiteral("chevron-up")
            : element == PE_IndicatorArrowLeft                ? QStringLiteral("chevron-left")
                                                              : QStringLiteral("chevron-right");
        const QPointF at = QRectF(option->rect).center() - QPointF(7, 7);
        return drawIcon(p, name, enabled(option) ? t.text.secondary : t.text.disabled, at, 14);
    }
    case PE_IndicatorBranch:
        if (option->state & State_Children) {
            const QPointF at = QRectF(option->rect).center() - QPointF(7, 7);
            drawIcon(p, option->state & State_Open ? QStringLiteral("chevron-down") : QStringLiteral("chevron-right"), t.text.secondary, at,
                     14);
        }
        return;
    case PE_PanelItemViewRow:
        return;
    case PE_PanelItemViewItem:
        return drawItemRow(option, painter);
    default:
        break;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void ThemeStyle::drawItemRow(const QStyleOption *option, QPainter *painter) const
{
    const bool selected = option->state & State_Selected;
    if (!selected && !hovered(option))
        return;
    painter->fillRect(option->rect, selected ? m_theme->bg.selected : m_theme->bg.hover);
}

void ThemeStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    const Theme &t = *m_theme;
    switch (element) {
    case CE_FocusFrame:
        return roundedBox(*painter, option->rect, {}, t.border.focus, 7, 2);
    case CE_MenuItem:
        return drawMenuItem(option, painter);
    case CE_MenuEmptyArea:
    case CE_MenuHMargin:
    case CE_MenuVMargin:
        return;
    case CE_TabBarTab:
        return drawTab(option, painter);
    case CE_HeaderSection:
    case CE_HeaderEmptyArea:
        painter->fillRect(option->rect, t.bg.panel);
        return horizontalLine(*painter, option->rect.left(), option->rect.right() + 1, option->rect.bottom(), t.border.medium);
    case CE_HeaderLabel:
        return drawHeader(option, painter);
    case CE_Splitter: {
        const QRectF r = option->rect;
        const bool horizontal = option->state & State_Horizontal; // handles side by side
        painter->fillRect(r, hovered(option) ? t.bg.hover : t.bg.window);
        const QPointF c = r.center();
        const QRectF grip = horizontal ? QRectF(c.x() - 1, c.y() - 16, 2, 32) : QRectF(c.x() - 16, c.y() - 1, 32, 2);
        return roundedBox(*painter, grip, t.border.medium, {}, 1);
    }
    case CE_ComboBoxLabel: {
        const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option);
        if (!combo || combo->editable)
            return;
        QRectF text = QRectF(combo->rect).adjusted(8, 0, -26, 0);
        if (!combo->currentIcon.isNull()) {
            combo->currentIcon.paint(painter, QRect(int(text.left()), combo->rect.center().y() - 7, 16, 16), Qt::AlignCenter,
                                     enabled(option) ? QIcon::Normal : QIcon::Disabled);
            text.setLeft(text.left() + 22);
        }
        drawLine(*painter, text, combo->currentText, themeFont(TextStyle::Label), enabled(option) ? t.text.primary : t.text.disabled);
        return;
    }
    case CE_PushButtonLabel: {
        auto button = *qstyleoption_cast<const QStyleOptionButton *>(option);
        const bool primary = (button.features & QStyleOptionButton::DefaultButton) && enabled(option);
        button.palette.setColor(QPalette::ButtonText, primary ? t.accent.on : enabled(option) ? t.text.primary : t.text.disabled);
        return QProxyStyle::drawControl(element, &button, painter, widget);
    }
    default:
        break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void ThemeStyle::drawMenuItem(const QStyleOption *option, QPainter *painter) const
{
    const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
    if (!item)
        return;
    const Theme &t = *m_theme;
    const QRectF r = item->rect;
    if (item->menuItemType == QStyleOptionMenuItem::Separator)
        return horizontalLine(*painter, r.left(), r.right(), std::floor(r.center().y()), t.border.weak);
    const bool isEnabled = item->state & State_Enabled;
    if (isEnabled && (item->state & State_Selected))
        roundedBox(*painter, r, t.bg.hover, {}, space::radiusControl);
    const QPoint iconAt(int(r.left()) + 10, int(r.center().y()) - 8);
    const bool check = item->checkType != QStyleOptionMenuItem::NotCheckable;
    if (check && item->checked)
        drawIcon(*painter, QStringLiteral("check"), t.accent.text, iconAt, 16);
    else if (!item->icon.isNull())
        item->icon.paint(painter, QRect(iconAt, QSize(16, 16)), Qt::AlignCenter, isEnabled ? QIcon::Normal : QIcon::Disabled);
    const QStringList parts = item->text.split(u'\t');
    const bool danger = item->palette.color(QPalette::ButtonText) == t.bad.text;
    const QColor color = !isEnabled ? t.text.disabled : danger ? t.bad.text : t.text.primary;
    QRectF text = r.adjusted(36, 0, -10, 0);
    if (item->menuItemType == QStyleOptionMenuItem::SubMenu) {
        drawIcon(*painter, QStringLiteral("chevron-right"), t.text.secondary, QPointF(r.right() - 10 - 14, r.center().y() - 7), 14);
    } else if (parts.size() > 1) {
        const qreal width
            = drawLine(*painter, text, parts[1], themeFont(TextStyle::Caption), t.text.secondary, Qt::AlignRight | Qt::AlignVCenter);
        text.setRight(text.right() - width - 12);
    }
    painter->setFont(themeFont(TextStyle::Label));
    painter->setPen(color);
    const int mnemonic = isEnabled && (item->state & State_KeyboardFocusChange) ? Qt::TextShowMnemonic : Qt::TextHideMnemonic;
    const QString shown = QFontMetricsF(painter->font()).elidedText(parts[0], Qt::ElideRight, text.width(), Qt::TextShowMnemonic);
    painter->drawText(text, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine | mnemonic, shown);
}

// Dock tabs: text, and the light line below the chosen one.
void ThemeStyle::drawTab(const QStyleOption *option, QPainter *painter) const
{
    const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option);
    if (!tab)
        return;
    const Theme &t = *m_theme;
    const QRectF r = tab->rect;
    const bool selected = tab->state & State_Selected;
    const QColor color = !enabled(option) ? t.text.disabled : selected || hovered(option) ? t.text.primary : t.text.secondary;
    drawLine(*painter, r.adjusted(8, 0, -8, 0), tab->text, themeFont(13, selected ? 600 : 400), color, Qt::AlignCenter);
    if (selected)
        painter->fillRect(snapped(*painter, QRectF(r.left(), r.bottom() - 2, r.width(), 2)), t.accent.main);
    if (focused(option) && (option->state & State_KeyboardFocusChange))
        roundedBox(*painter, r.adjusted(2, 6, -2, -6), {}, t.border.focus, space::radiusControl, 2);
}

void ThemeStyle::drawHeader(const QStyleOption *option, QPainter *painter) const
{
    const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option);
    if (!header)
        return;
    const Theme &t = *m_theme;
    const bool sorted = header->sortIndicator != QStyleOptionHeader::None;
    QRectF text = QRectF(header->rect).adjusted(8, 0, -8, 0);
    const bool right = header->textAlignment & Qt::AlignRight;
    if (sorted) {
        const QString name
            = header->sortIndicator == QStyleOptionHeader::SortUp ? QStringLiteral("chevron-up") : QStringLiteral("chevron-down");
        const qreal width = std::min(textWidth(themeFont(12, 600), header->text), text.width() - 18);
        const qreal x = right ? text.right() - width - 18 : text.left() + width + 4;
        drawIcon(*painter, name, t.accent.text, QPointF(x, text.center().y() - 7), 14);
        right ? text.setLeft(text.left() + 18) : text.setRight(text.right() - 18);
    }
    drawLine(*painter, text, header->text, themeFont(12, 600), sorted ? t.text.primary : t.text.secondary,
             (right ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
}
