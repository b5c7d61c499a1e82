// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/controls/variablecontrol.h>

#include <QtGui/QPainter>
#include <widgets/controls/pill.h>
#include <widgets/theme/icons.h>
#include <widgets/theme/style.h>

namespace {
constexpr int kArrow = 26;
constexpr int kWidestText = 240;
constexpr int kWidestChips = 340;
constexpr int kMostChips = 3;
constexpr qreal kChipHeight = 20;
} // namespace

ValueBox::ValueBox(QWidget *parent) : QAbstractButton(parent)
{
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void ValueBox::setItem(const VariableItem &item)
{
    m_item = item;
    const QString shown = item.texts.join(QStringLiteral(", "));
    setText(shown);
    setAccessibleName((item.label.isEmpty() ? item.name : item.label) + QStringLiteral(": ") + shown);
    setToolTip(plainToolTip(!item.error.isEmpty() ? item.error : item.texts.mid(0, 30).join(u'\n')));
    updateGeometry();
    update();
}

void ValueBox::setOpen(bool open)
{
    m_open = open;
    update();
}

bool ValueBox::showsChips() const
{
    return m_item.kind == VariableItem::Kind::Multi && !m_item.values.contains(MultiSelectPopup::allValue()) && !m_item.texts.isEmpty();
}

// As many chips as fit the widest box, then one that counts the rest.
QList<ValueBox::PlacedChip> ValueBox::chips() const
{
    QList<PlacedChip> placed;
    if (!showsChips())
        return placed;
    const bool closable = m_item.texts.size() > 1;
    qreal x = 4;
    const qsizetype count = std::min(m_item.texts.size(), m_item.values.size());
    for (qsizetype i = 0; i < count; ++i) {
        const qreal width = Chip::widthFor(m_item.texts[i], closable, false);
        const qreal rest = i + 1 < count ? 40 : 0;
        if (i > 0 && (i >= kMostChips || x + width + rest > kWidestChips))
            break;
        placed.append({m_item.texts[i], m_item.values[i], QRectF(x, (height() - kChipHeight) / 2, width, kChipHeight), false});
        x += width + 4;
    }
    const qsizetype hidden = count - placed.size();
    if (hidden > 0) {
        const QString more = QStringLiteral("+%1").arg(hidden);
        placed.append({more, {}, QRectF(x, (height() - kChipHeight) / 2, Chip::widthFor(more, false, true), kChipHeight), true});
    }
    return placed;
}

QSize ValueBox::sizeHint() const
{
    if (showsChips()) {
        const QList<PlacedChip> all = chips();
        return QSize(int(std::ceil(all.last().rect.right())) + 8 + kArrow, space::control);
    }
    const int icon = m_item.error.isEmpty() && !m_item.loading ? 0 : 20;
    const int label = std::min(int(std::ceil(textWidth(themeFont(TextStyle::Label), text()))), kWidestText);
    return QSize(std::max(8 + icon + label + 10 + kArrow, 76), space::control);
}

void ValueBox::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    const Theme &t = currentTheme(this);
    const bool bad = !m_item.error.isEmpty();
    const QColor border = m_open ? t.border.focus : bad ? t.bad.main : underMouse() ? t.border.strong : t.border.medium;
    roundedBox(p, rect(), t.bg.input, border, space::radiusControl, m_open ? 2 : 1);
    drawIcon(p, QStringLiteral("chevron-down"), t.text.secondary, QPointF(width() - 8 - 14, height() / 2.0 - 7), 14);
    if (showsChips()) {
        const QList<PlacedChip> all = chips();
        for (qsizetype i = 0; i < all.size(); ++i)
            Chip::paint(p, t, all[i].rect, all[i].text, !all[i].neutral && m_item.texts.size() > 1, all[i].neutral, m_hotCross == i);
        return;
    }
    QRectF r = QRectF(rect()).adjusted(8, 0, -kArrow, 0);
    if (bad || m_item.loading) {
        drawIcon(p, bad ? QStringLiteral("error") : QStringLiteral("loading"), bad ? t.bad.text : t.text.secondary,
                 QPointF(8, height() / 2.0 - 7), 14);
        r.setLeft(28);
    }
    const bool empty = text().isEmpty();
    drawLine(p, r, empty ? tr("None") : text(), themeFont(TextStyle::Label), empty ? t.text.secondary : t.text.primary);
}

int ValueBox::crossAt(const QPointF &pos) const
{
    if (m_item.texts.size() < 2)
        return -1;
    const QList<PlacedChip> all = chips();
    for (qsizetype i = 0; i < all.size(); ++i) {
        const QRectF cross(all[i].rect.right() - 20, 0, 22, height());
        if (!all[i].neutral && cross.contains(pos))
            return int(i);
    }
    return -1;
}

void ValueBox::mouseMoveEvent(QMouseEvent *event)
{
    const int hot = crossAt(event->position());
    if (hot != m_hotCross) {
        m_hotCross = hot;
        update();
    }
}

void ValueBox::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const int cross = crossAt(event->position());
    if (cross >= 0)
        emit removed(chips().at(cross).value);
    else
        emit clicked();
}

void ValueBox::leaveEvent(QEvent *event)
{
    m_hotCross = -1;
    QAbstractButton::leaveEvent(event);
    update();
}

void ValueBox::keyPressEvent(QKeyEvent *event)
{
    const int key = event->key();
    if (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Down || key == Qt::Key_Space)
        emit clicked();
    else
        QAbstractButton::keyPressEvent(event);
}
