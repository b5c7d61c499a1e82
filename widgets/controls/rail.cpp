// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/controls/rail.h>

#include <QtGui/QPainter>
#include <widgets/theme/icons.h>
#include <widgets/theme/paint.h>
#include <widgets/theme/style.h>

namespace {
constexpr int kMark = 36; // height of the mark, as the tabs
constexpr int kItem = 40;
constexpr int kGap = 4;
} // namespace

class RailItem : public QAbstractButton
{
public:
    RailItem(const QString &id, const QString &icon, const QString &text, QWidget *parent) : QAbstractButton(parent), m_id(id), m_icon(icon)
    {
        setText(text);
        setAccessibleName(text);
        setObjectName(QStringLiteral("rail.") + id);
        setFocusPolicy(Qt::TabFocus);
        setAttribute(Qt::WA_Hover);
    }

    QString id() const { return m_id; }
    void setBadge(int count)
    {
        m_badge = count;
        update();
    }
    void setDot(std::optional<Tint> dot)
    {
        m_dot = dot;
        update();
    }
    void setCurrent(bool current)
    {
        m_current = current;
        update();
    }
    void setWide(bool wide)
    {
        m_wide = wide;
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter p(this);
        const Theme &t = currentTheme(this);
        const QRectF box = QRectF(rect()).adjusted(4, 0, -4, 0);
        const bool hover = underMouse() || isDown();
        if (m_current || hover)
            roundedBox(p, box, m_current ? t.bg.selected : isDown() ? t.bg.pressed : t.bg.hover, {}, space::radiusSurface);
        if (m_current)
            roundedBox(p, QRectF(0, 8, 2, height() - 16), t.accent.main, {}, 1);
        const QColor color = m_current ? t.accent.text : hover ? t.text.primary : t.text.secondary;
        drawIcon(p, m_icon, color, QPointF(14, (height() - 20) / 2.0), 20);
        if (m_wide)
            drawLine(p, QRectF(46, 0, width() - 60, height()), text(), themeFont(TextStyle::BodyStrong),
                     m_current ? t.accent.text : t.text.primary);
        drawMarks(p, t);
    }

private:
    void drawMarks(QPainter &p, const Theme &t) const
    {
        const QColor ground = m_current ? t.bg.selected : t.bg.rail;
        if (m_badge > 0) {
            const QString count = m_badge > 99 ? QStringLiteral("99+") : QString::number(m_badge);
            const QFont font = themeFont(10, 600);
            const qreal width = std::max(14.0, std::ceil(textWidth(font, count)) + 6);
            const QRectF badge(m_wide ? this->width() - 14 - width : 39 - width, m_wide ? 13 : 5, width, 14);
            roundedBox(p, badge.adjusted(-2, -2, 2, 2), ground, {}, 9);
            roundedBox(p, badge, t.bad.main, {}, 7);
            drawLine(p, badge, count, font, t.text.inverse, Qt::AlignCenter);
        }
        if (m_dot) {
            const QRectF dot(m_wide ? 28 : 30, 25, 7, 7);
            roundedBox(p, dot.adjusted(-2, -2, 2, 2), ground, {}, 5.5);
            roundedBox(p, dot, tintColors(t, *m_dot).main, {}, 3.5);
        }
    }

    QString m_id;
    QString m_icon;
    int m_badge = 0;
    std::optional<Tint> m_dot;
    bool m_current = false;
    bool m_wide = false;
};

Rail::Rail(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("rail"));
    setAccessibleName(tr("Pages"));
    setFixedWidth(space::rail);
}

RailItem *Rail::add(const QString &id, const QString &icon, const QString &text)
{
    auto *button = new RailItem(id, icon, text, this);
    button->setToolTip(text);
    button->setWide(m_wide);
    connect(button, &QAbstractButton::clicked, this, [this, id] { emit activated(id); });
    button->show();
    return button;
}

QWidget *Rail::addPage(const QString &id, const QString &icon, const QString &text)
{
    m_pages.append(add(id, icon, text));
    place();
    return m_pages.last();
}

QWidget *Rail::addFoot(const QString &id, const QString &icon, const QString &text)
{
    m_feet.append(add(id, icon, text));
    place();
    return m_feet.last();
}

RailItem *Rail::item(const QString &id) const
{
    for (RailItem *item : m_pages + m_feet) {
        if (item->id() == id)
            return item;
    }
    return nullptr;
}

void Rail::setCurrent(const QString &id)
{
    m_current = id;
    for (RailItem *item : m_pages + m_feet)
        item->setCurrent(item->id() == id);
}

void Rail::setBadge(const QString &id, int count)
{
    if (RailItem *found = item(id))
        found->setBadge(count);
}

void Rail::setDot(const QString &id, std::optional<Tint> tint)
{
    if (RailItem *found = item(id))
        found->setDot(tint);
}

void Rail::setWide(bool wide)
{
    m_wide = wide;
    setFixedWidth(wide ? space::railWide : space::rail);
    for (RailItem *item : m_pages + m_feet)
        item->setWide(wide);
    place();
    update();
}

void Rail::place()
{
    const int width = this->width() - 1; // the line at the right
    int y = kMark + 8;
    for (RailItem *item : std::as_const(m_pages)) {
        item->setGeometry(0, y, width, kItem);
        y += kItem + kGap;
    }
    const int feet = int(m_feet.size()) * (kItem + kGap);
    y = std::max(y, height() - 8 - feet);
    for (RailItem *item : std::as_const(m_feet)) {
        item->setGeometry(0, y, width, kItem);
        y += kItem + kGap;
    }
}

void Rail::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    const Theme &t = currentTheme(this);
    p.fillRect(rect(), t.bg.rail);
    verticalLine(p, width() - 1, 0, height(), t.border.weak);
    // The mark: a headland with its light.
    const QRectF box(12.5, 7, 22, 22);
    p.setRenderHint(QPainter::Antialiasing);
    p.translate(box.topLeft());
    p.scale(22 / 24.0, 22 / 24.0);
    p.setPen(Qt::NoPen);
    p.setBrush(t.accent.main);
    p.drawPolygon(QPolygonF({{1, 16}, {6.5, 11}, {9.5, 13}, {16, 7}, {18.5, 13}, {19.5, 17.5}, {1, 17.5}}));
    p.setPen(QPen(t.text.primary, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    p.setBrush(Qt::NoBrush);
    p.drawPolyline(QPolygonF({{1, 15}, {6.5, 10.5}, {9.5, 12.5}, {16, 6.5}}));
    p.setPen(Qt::NoPen);
    p.setBrush(t.brand.light);
    p.drawEllipse(QPointF(17, 5.5), 2.6, 2.6);
    p.setPen(QPen(t.accent.main, 1.8, Qt::SolidLine, Qt::RoundCap));
    p.drawLine(QPointF(2, 21), QPointF(21, 21));
    p.resetTransform();
}

void Rail::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    place();
}

void Rail::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->pos().y() >= kMark)
        return;
    setWide(!m_wide);
    emit wideChanged(m_wide);
}

void Rail::keyPressEvent(QKeyEvent *event)
{
    const int step = event->key() == Qt::Key_Up ? -1 : event->key() == Qt::Key_Down ? 1 : 0;
    const QList<RailItem *> all = m_pages + m_feet;
    for (qsizetype i = 0; step != 0 && i < all.size(); ++i) {
        if (all[i]->hasFocus()) {
            all[std::clamp<qsizetype>(i + step, 0, all.size() - 1)]->setFocus(Qt::TabFocusReason);
            return;
        }
    }
    QWidget::keyPressEvent(event);
}
