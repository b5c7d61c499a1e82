// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/theme/style.h>

#include <QtWidgets/QAbstractItemView>
#include <QtWidgets/QApplication>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QMenu>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QSplitter>
#include <QtWidgets/QStyleFactory>
#include <QtWidgets/QStyleOption>
#include <QtWidgets/QToolTip>
#include <widgets/theme/focusring.h>
#include <widgets/theme/icons.h>

ThemeStyle::ThemeStyle(const Theme &theme) : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion"))), m_theme(&theme) { }

QPalette themePalette(const Theme &t)
{
    QPalette p;
    p.setColor(QPalette::Window, t.bg.window);
    p.setColor(QPalette::WindowText, t.text.primary);
    p.setColor(QPalette::Base, t.bg.input);
    p.setColor(QPalette::AlternateBase, t.bg.panel);
    p.setColor(QPalette::Button, t.bg.raised);
    p.setColor(QPalette::ButtonText, t.text.primary);
    p.setColor(QPalette::Text, t.text.primary);
    p.setColor(QPalette::BrightText, t.bad.text);
    p.setColor(QPalette::PlaceholderText, t.text.secondary);
    p.setColor(QPalette::Highlight, t.accent.main);
    p.setColor(QPalette::HighlightedText, t.accent.on);
    p.setColor(QPalette::Link, t.text.link);
    p.setColor(QPalette::LinkVisited, t.text.link);
    p.setColor(QPalette::ToolTipBase, t.bg.raised);
    p.setColor(QPalette::ToolTipText, t.text.primary);
    p.setColor(QPalette::Light, t.border.medium);
    p.setColor(QPalette::Midlight, t.border.weak);
    p.setColor(QPalette::Mid, t.border.medium);
    p.setColor(QPalette::Dark, t.border.strong);
    p.setColor(QPalette::Shadow, t.border.medium);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::PlaceholderText})
        p.setColor(QPalette::Disabled, role, t.text.disabled);
    p.setColor(QPalette::Disabled, QPalette::Highlight, t.bg.hover);
    p.setColor(QPalette::Disabled, QPalette::HighlightedText, t.text.disabled);
    return p;
}

void applyTheme(QApplication &app, const Theme &theme)
{
    auto *style = qobject_cast<ThemeStyle *>(app.style());
    if (!style) {
        style = new ThemeStyle(theme);
        app.setStyle(style);
        app.installEventFilter(new FocusRing(style));
    }
    style->setTheme(theme);
    const QPalette palette = themePalette(theme);
    app.setPalette(palette);
    QToolTip::setPalette(palette);
    app.setFont(themeFont(TextStyle::Body));
    QToolTip::setFont(themeFont(TextStyle::Label));
    for (QWidget *widget : app.allWidgets()) {
        QEvent event(QEvent::StyleChange);
        QApplication::sendEvent(widget, &event);
        if (!widget->testAttribute(Qt::WA_SetPalette))
            widget->setPalette(QPalette()); // Qt tells the widgets only while its event loop runs
        widget->update();
    }
}

const Theme &currentTheme(const QWidget *widget)
{
    const QStyle *style = widget ? widget->style() : nullptr;
    if (const auto *own = qobject_cast<const ThemeStyle *>(style))
        return own->theme();
    if (const auto *own = qApp ? qobject_cast<const ThemeStyle *>(QApplication::style()) : nullptr)
        return own->theme();
    return Theme::dark();
}

void ThemeStyle::polish(QPalette &palette)
{
    palette = themePalette(*m_theme);
}

void ThemeStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    const bool hovers = qobject_cast<QComboBox *>(widget) || qobject_cast<QScrollBar *>(widget) || qobject_cast<QSplitterHandle *>(widget)
        || qobject_cast<QAbstractItemView *>(widget);
    if (hovers)
        widget->setAttribute(Qt::WA_Hover);
    if (qobject_cast<QMenu *>(widget))
        widget->setFont(themeFont(TextStyle::Label));
}

int ThemeStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_ScrollBarExtent:
        return space::scrollBar;
    case PM_ScrollBarSliderMin:
        return 24;
    case PM_SplitterWidth:
        return 6;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_TabBarIconSize:
        return 16;
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
        return 8;
    case PM_FocusFrameHMargin:
    case PM_FocusFrameVMargin:
        return 3;
    case PM_DefaultFrameWidth:
        return 1;
    case PM_MenuPanelWidth:
        return 1;
    case PM_MenuHMargin:
    case PM_MenuVMargin:
        return 4;
    case PM_TabBarTabShiftHorizontal:
    case PM_TabBarTabShiftVertical:
    case PM_TabBarTabOverlap:
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_ScrollView_ScrollBarOverlap:
    case PM_ScrollView_ScrollBarSpacing:
        return 0;
    case PM_ToolTipLabelFrameWidth:
        return 6;
    case PM_TextCursorWidth:
        return 1;
    case PM_LayoutLeftMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutBottomMargin:
        return space::window;
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
        return space::unit;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int ThemeStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *result) const
{
    switch (hint) {
    case SH_ComboBox_Popup:
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_Widget_Animate:
        return 0;
    case SH_FocusFrame_AboveWidget:
    case SH_Menu_MouseTracking:
    case SH_ItemView_ShowDecorationSelected:
    case SH_ScrollBar_LeftClickAbsolutePosition:
        return 1;
    case SH_DialogButtonBox_ButtonsHaveIcons:
        return 0;
    case SH_ToolTip_WakeUpDelay:
        return 500;
    case SH_Menu_SubMenuPopupDelay:
        return 120;
    default:
        return QProxyStyle::styleHint(hint, option, widget, result);
    }
}

QSize ThemeStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size, const QWidget *widget) const
{
    switch (type) {
    case CT_PushButton:
        return QSize(std::max(size.width() + 2 * space::paddingX, 64), space::control);
    case CT_ComboBox: {
        const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option);
        const int icon = combo && !combo->currentIcon.isNull() ? combo->iconSize.width() + 6 : 0;
        return QSize(size.width() + icon + 8 + 30, space::control);
    }
    case CT_LineEdit:
        return QSize(size.width() + 16, space::control);
    case CT_SpinBox:
        return QSize(size.width() + 8, space::control);
    case CT_CheckBox:
    case CT_RadioButton:
        return QSize(QProxyStyle::sizeFromContents(type, option, size, widget).width(), space::controlSmall);
    case CT_MenuItem: {
        const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
        if (item && item->menuItemType == QStyleOptionMenuItem::Separator)
            return QSize(10, 9);
        const QStringList parts = item ? item->text.split(u'\t') : QStringList(QString());
        const int shortcut = parts.size() > 1 ? int(QFontMetricsF(themeFont(TextStyle::Caption)).horizontalAdvance(parts[1])) + 24 : 24;
        const int text = int(QFontMetricsF(themeFont(TextStyle::Label)).horizontalAdvance(parts[0])) + 1;
        return QSize(std::max(10 + 16 + 10 + text + shortcut + 10, 160), space::control);
    }
    case CT_TabBarTab:
        return QSize(size.width(), 40);
    case CT_HeaderSection:
        return QSize(size.width() + 16, space::control);
    case CT_ItemViewItem:
        return QSize(size.width(), std::max(size.height(), int(space::control)));
    default:
        return QProxyStyle::sizeFromContents(type, option, size, widget);
    }
}

QRect ThemeStyle::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    if (element == SE_LineEditContents)
        return option->rect.adjusted(6, 1, -6, -1);
    return QProxyStyle::subElementRect(element, option, widget);
}

QIcon ThemeStyle::standardIcon(StandardPixmap pixmap, const QStyleOption *option, const QWidget *widget) const
{
    switch (pixmap) {
    case SP_MessageBoxWarning:
        return themedIcon(QStringLiteral("warning"));
    case SP_MessageBoxCritical:
        return themedIcon(QStringLiteral("error"), IconTint::Danger);
    case SP_MessageBoxInformation:
        return themedIcon(QStringLiteral("info"));
    case SP_DirIcon:
    case SP_DirOpenIcon:
    case SP_DirClosedIcon:
        return themedIcon(QStringLiteral("folder"));
    case SP_FileIcon:
        return themedIcon(QStringLiteral("file"));
    case SP_LineEditClearButton:
    case SP_DialogCloseButton:
        return themedIcon(QStringLiteral("close"));
    default:
        return QProxyStyle::standardIcon(pixmap, option, widget);
    }
}
