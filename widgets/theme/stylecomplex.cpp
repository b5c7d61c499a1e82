// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/theme/style.h>

#include <QtWidgets/QStyleOption>
#include <widgets/theme/icons.h>
#include <widgets/theme/paint.h>

QRect ThemeStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part, const QWidget *widget) const
{
    const QRect r = option->rect;
    if (control == CC_ScrollBar) {
        const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
        if (!bar)
            return {};
        const bool horizontal = bar->orientation == Qt::Horizontal;
        if (part == SC_ScrollBarAddLine || part == SC_ScrollBarSubLine)
            return {};
        if (part == SC_ScrollBarGroove)
            return r;
        const int length = horizontal ? r.width() : r.height();
        const qint64 range = qint64(bar->maximum) - bar->minimum;
        int slider = length;
        if (range > 0)
            slider = std::clamp(int(qint64(length) * bar->pageStep / (range + bar->pageStep)), std::min(24, length), length);
        const int start = sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition, length - slider, bar->upsideDown);
        const auto span = [&](int from, int to) {
            return horizontal ? QRect(r.x() + from, r.y(), to - from, r.height()) : QRect(r.x(), r.y() + from, r.width(), to - from);
        };
        if (part == SC_ScrollBarSlider)
            return span(start, start + slider);
        if (part == SC_ScrollBarSubPage)
            return span(0, start);
        if (part == SC_ScrollBarAddPage)
            return span(start + slider, length);
        return {};
    }
    if (control == CC_ComboBox) {
        if (part == SC_ComboBoxEditField)
            return r.adjusted(8, 2, -26, -2);
        if (part == SC_ComboBoxArrow)
            return QRect(r.right() - 25, r.top(), 26, r.height());
    }
    return QProxyStyle::subControlRect(control, option, part, widget);
}

void ThemeStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                                    const QWidget *widget) const
{
    if (control == CC_ScrollBar)
        return drawScrollBar(option, painter, widget);
    if (control == CC_ComboBox)
        return drawComboBox(option, painter);
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

void ThemeStyle::drawScrollBar(const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const
{
    const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (!bar || bar->maximum <= bar->minimum)
        return;
    const bool active = (bar->activeSubControls & SC_ScrollBarSlider) && (bar->state & (State_MouseOver | State_Sunken));
    const QRectF slider = subControlRect(CC_ScrollBar, option, SC_ScrollBarSlider, widget);
    const bool horizontal = bar->orientation == Qt::Horizontal;
    const QRectF thumb = horizontal ? slider.adjusted(2, 2, -2, -2) : slider.adjusted(2, 2, -2, -2);
    roundedBox(*painter, thumb, active ? m_theme->border.strong : m_theme->border.medium, {}, 3);
}

void ThemeStyle::drawComboBox(const QStyleOptionComplex *option, QPainter *painter) const
{
    const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option);
    if (!combo)
        return;
    const Theme &t = *m_theme;
    const bool isEnabled = combo->state & State_Enabled;
    const bool open = combo->state & State_On;
    const bool focus = isEnabled && ((combo->state & State_HasFocus) || open);
    const bool hover = isEnabled && (combo->state & State_MouseOver) && !combo->editable;
    roundedBox(*painter, combo->rect,
               hover           ? t.bg.hover
                   : isEnabled ? t.bg.input
                               : t.bg.hover,
               focus ? t.border.focus : t.border.medium, space::radiusControl, focus ? 2 : 1);
    const QRectF r = combo->rect;
    drawIcon(*painter, QStringLiteral("chevron-down"), isEnabled ? t.text.secondary : t.text.disabled,
             QPointF(r.right() - 8 - 14, r.center().y() - 7), 14);
}
