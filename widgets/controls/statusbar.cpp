// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/controls/statusbar.h>

#include <QtGui/QHelpEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QToolTip>
#include <widgets/theme/icons.h>
#include <widgets/theme/paint.h>
#include <widgets/theme/style.h>

namespace {

constexpr int kGap = 16;
constexpr int kMargin = 12;

qreal naturalWidth(const StatusItem &item)
{
    return std::ceil(textWidth(themeFont(TextStyle::Caption), item.text)) + (item.dot ? 13 : 0) + (item.icon.isEmpty() ? 0 : 18);
}

} // namespace

StatusBar::StatusBar(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("statusBar"));
    setFixedHeight(space::statusBar);
}

QSize StatusBar::sizeHint() const
{
    return QSize(400, space::statusBar);
}

void StatusBar::setLeft(const QList<StatusItem> &items)
{
    if (m_left == items)
        return;
    m_left = items;
    describe();
}

void StatusBar::setRight(const QList<StatusItem> &items)
{
    if (m_right == items)
        return;
    m_right = items;
    describe();
}

void StatusBar::describe()
{
    QStringList texts;
    for (const StatusItem &item : m_left + m_right)
        texts.append(item.text);
    setAccessibleName(texts.join(QStringLiteral(" · ")));
    update();
}

QList<StatusBar::Placed> StatusBar::placed() const
{
    QList<Placed> all;
    qreal right = width() - kMargin;
    for (auto it = m_right.crbegin(); it != m_right.crend(); ++it) {
        const qreal width = std::min(naturalWidth(*it), std::max(0.0, right - kMargin));
        all.append({*it, QRectF(right - width, 0, width, height())});
        right -= width + kGap;
    }
    qreal x = kMargin;
    for (const StatusItem &item : m_left) {
        const qreal width = std::min(naturalWidth(item), right - x);
        if (width < 24)
            break;
        all.append({item, QRectF(x, 0, width, height())});
        x += width + kGap;
    }
    return all;
}

void StatusBar::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    const Theme &t = currentTheme(this);
    p.fillRect(rect(), t.bg.rail);
    horizontalLine(p, 0, width(), 0, t.border.weak);
    for (const Placed &place : placed()) {
        QRectF r = place.rect;
        if (place.item.dot) {
            roundedBox(p, QRectF(r.left(), r.center().y() - 3.5, 7, 7), tintColors(t, *place.item.dot).main, {}, 3.5);
            r.setLeft(r.left() + 13);
        }
        if (!place.item.icon.isEmpty()) {
            drawIcon(p, place.item.icon, t.text.secondary, QPointF(r.left(), r.center().y() - 6), 12);
            r.setLeft(r.left() + 18);
        }
        drawLine(p, r, place.item.text, themeFont(TextStyle::Caption), t.text.secondary, Qt::AlignLeft | Qt::AlignVCenter, Qt::ElideMiddle);
    }
}

bool StatusBar::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    for (const Placed &place : placed()) {
        if (place.rect.contains(help->pos())) {
            QToolTip::showText(help->globalPos(), plainToolTip(place.item.toolTip.isEmpty() ? place.item.text : place.item.toolTip), this);
            return true;
        }
    }
    QToolTip::hideText();
    return true;
}
