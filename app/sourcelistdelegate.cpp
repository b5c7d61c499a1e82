// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/sourcelistdelegate.h>

#include <QtGui/QPainter>
#include <widgets/controls/pill.h>
#include <widgets/theme/icons.h>
#include <widgets/theme/paint.h>
#include <widgets/theme/style.h>

QSize SourceListDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {option.rect.width(), 64};
}

void SourceListDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = currentTheme(option.widget);
    const bool isSelected = option.state & QStyle::State_Selected;
    const bool isHovered = option.state & QStyle::State_MouseOver;
    const QRectF box = QRectF(option.rect).adjusted(space::window, space::half, -space::window, 0);
    if (isSelected || isHovered)
        roundedBox(*painter, box, isSelected ? theme.bg.selected : theme.bg.hover, {}, space::radiusControl);
    if (isSelected)
        painter->fillRect(snapped(*painter, {box.x(), box.y(), 2, box.height()}), theme.accent.main);
    const QRectF icon(box.x() + 12, box.center().y() - 16, 32, 32);
    roundedBox(*painter, icon, theme.bg.raised, theme.border.medium, space::radiusControl);
    drawIcon(*painter, QStringLiteral("source"), theme.text.secondary, icon.topLeft() + QPointF(8, 8), space::iconSmall);
    qreal right = box.right() - 12;
    if (index.data(DefaultRole).toBool()) {
        const QString text = tr("Default");
        const TintColors colors = tintColors(theme, Tint::Neutral);
        const qreal width = textWidth(themeFont(TextStyle::Caption), text) + 16;
        const QRectF pill(right - width, box.center().y() - 10, width, 20);
        roundedBox(*painter, pill, colors.soft, colors.border, 10);
        drawLine(*painter, pill, text, themeFont(TextStyle::Caption), colors.text, Qt::AlignCenter);
        right = pill.left() - 8;
    }
    const qreal left = icon.right() + 12;
    drawLine(*painter, {left, box.y() + 10, right - left, 20}, oneLine(index.data().toString()), themeFont(TextStyle::BodyStrong),
             theme.text.primary);
    drawLine(*painter, {left, box.y() + 30, right - left, 18}, oneLine(index.data(AddressRole).toString()), themeFont(TextStyle::Label),
             theme.text.secondary);
}
