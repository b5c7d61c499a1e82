// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/charttooltip.h>

#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>
#include <algorithm>
#include <array>
#include <cmath>
#include <widgets/theme/digits.h>
#include <widgets/theme/icons.h>
#include <widgets/theme/paint.h>

namespace {

constexpr int kRing = 3;
constexpr int kPad = 12;
constexpr int kHead = 34;
constexpr int kRow = 22;
constexpr int kFoot = 28;
constexpr int kMaxRows = 12;
constexpr int kDistance = 16;
constexpr int kNameX = 20;
constexpr int kScale = 22;
constexpr int kBar = 70;
constexpr int kMaxLinks = 5;

int linksHeight(const TooltipModel &model)
{
    return model.links.isEmpty() ? 0 : int(std::min<qsizetype>(model.links.size(), kMaxLinks)) * kRow + 4;
}

int rowsHeight(const TooltipRows &rows)
{
    return rows.count ? rows.count * kRow + 8 : 0;
}

QFont strong()
{
    return themeFont(12, QFont::DemiBold);
}

int rowsFitting(const TooltipModel &model)
{
    if (model.maxHeight <= 0)
        return kMaxRows;
    const int scale = model.scale.isEmpty() ? 0 : kScale;
    return std::clamp((model.maxHeight - kHead - kFoot - scale - linksHeight(model) - 8) / kRow, 1, kMaxRows);
}

// Moves the rectangle up or down inside the area until it leaves the other one free; false: it cannot.
bool evade(QRect &rect, const QRect &other, const QRect &area)
{
    if (other.isEmpty() || !rect.intersects(other))
        return true;
    QRect above = rect;
    above.moveBottom(other.top() - 4);
    QRect below = rect;
    below.moveTop(other.bottom() + 4);
    for (const QRect &candidate : {above, below}) {
        if (area.contains(candidate)) {
            rect = candidate;
            return true;
        }
    }
    return false;
}

int clampInto(int at, int length, int from, int to)
{
    return std::max(from, std::min(at, to - length));
}

} // namespace

TooltipRows tooltipRows(const TooltipModel &model, int scroll)
{
    const int total = int(model.rows.size());
    TooltipRows rows;
    rows.count = std::min(total, rowsFitting(model));
    rows.more = total - rows.count;
    const auto hot = std::find_if(model.rows.begin(), model.rows.end(), [](const TooltipRow &row) { return row.hot; });
    if (hot != model.rows.end())
        rows.first = std::max(0, int(hot - model.rows.begin()) - rows.count + 1);
    rows.first = std::clamp(rows.first + scroll, 0, total - rows.count);
    return rows;
}

QSize tooltipSize(const TooltipModel &model)
{
    const TooltipRows shown = tooltipRows(model);
    double width = textWidth(strong(), model.head) + 24 + textWidth(themeFont(TextStyle::Caption), model.headNote);
    width = std::max(width, textWidth(themeFont(TextStyle::Caption), model.foot) + 110);
    for (int i = 0; i < shown.count; ++i) {
        const TooltipRow &row = model.rows[shown.first + i];
        width = std::max(
            width, kNameX + textWidth(strong(), row.name.left(120)) + 20 + DigitText(row.value, strong()).width() + (row.bar ? kBar : 0));
    }
    for (const TooltipLink &link : model.links)
        width = std::max(width, kNameX + textWidth(themeFont(TextStyle::Label), link.title.left(60)));
    width = std::max(width, notesWidth(model.notes));
    const double most = model.maxWidth > 0 ? std::max(120, model.maxWidth) : 420;
    const double box = std::ceil(std::clamp(width + 2 * kPad, std::min(200.0, most), most));
    const int height = kHead + rowsHeight(shown) + int(std::ceil(notesHeight(model.notes, box - 2 * kPad)))
        + (model.scale.isEmpty() ? 0 : kScale) + linksHeight(model) + kFoot;
    return {int(box) + 2 * kRing, height + 2 * kRing};
}

QRect placeTooltip(const QSize &size, const TooltipSpot &spot)
{
    const QPoint p = spot.point;
    const QRect area = spot.area;
    const int y = clampInto(p.y() - size.height() / 2, size.height(), area.top(), area.bottom() + 1);
    QRect right(QPoint(p.x() + kDistance, y), size);
    QRect left(QPoint(p.x() - kDistance - size.width(), y), size);
    std::array sides{spot.leftFirst ? left : right, spot.leftFirst ? right : left};
    for (QRect rect : sides) {
        if (rect.left() >= area.left() && rect.right() <= area.right() && evade(rect, spot.avoid, area))
            return rect;
    }
    const int x = clampInto(p.x() - size.width() / 2, size.width(), area.left(), area.right() + 1);
    QRect above(QPoint(x, p.y() - kDistance - size.height()), size);
    QRect below(QPoint(x, p.y() + kDistance), size);
    for (QRect rect : {above, below}) {
        if (area.contains(rect) && !rect.intersects(spot.avoid))
            return rect;
    }
    // Nothing fits: the side with more room, reaching out of the area rather than over the point.
    return p.x() - area.left() > area.right() - p.x() ? left : right;
}

ChartTooltip::ChartTooltip(const Theme *theme, QWidget *window) : QWidget(window), m_theme(theme)
{
    setObjectName(QStringLiteral("chartTooltip"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAttribute(Qt::WA_NoSystemBackground);
    hide();
}

void ChartTooltip::showFor(const TooltipModel &model, const TooltipSpot &spot)
{
    if (m_pinned)
        return;
    m_model = model;
    m_scroll = 0;
    QSize size = tooltipSize(model);
    QRect place = placeTooltip(size, spot);
    if (!spot.area.contains(place)) { // long names give way
        const int room = std::max(spot.point.x() - spot.area.left(), spot.area.right() + 1 - spot.point.x()) - kDistance;
        TooltipModel narrow = model;
        narrow.maxWidth = std::clamp(room, std::min(200, size.width()), size.width()) - 2 * kRing;
        size = QSize(narrow.maxWidth + 2 * kRing, tooltipSize(narrow).height());
        place = placeTooltip(size, spot);
    }
    setGeometry(place);
    setAccessibleName(model.head);
    raise();
    show();
    update();
}

void ChartTooltip::leave()
{
    if (!m_pinned)
        hide();
}

void ChartTooltip::setPinned(bool pinned)
{
    if (m_pinned == pinned)
        return;
    m_pinned = pinned;
    m_link = -1;
    setAttribute(Qt::WA_TransparentForMouseEvents, !pinned);
    setFocusPolicy(pinned ? Qt::StrongFocus : Qt::NoFocus);
    if (pinned) {
        m_focusBefore = window()->focusWidget();
        setFocus(Qt::PopupFocusReason);
    } else {
        if (hasFocus() && m_focusBefore)
            m_focusBefore->setFocus(Qt::PopupFocusReason);
        m_scroll = 0;
        hide();
        emit unpinned();
    }
    update();
}

void ChartTooltip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF all = rect();
    roundedBox(painter, all, m_theme->bg.halo, QColor(), space::radiusSurface + kRing);
    const QRectF box = all.adjusted(kRing, kRing, -kRing, -kRing);
    roundedBox(painter, box, m_theme->bg.raised, m_theme->border.medium, space::radiusSurface);
    const QRectF head(box.left() + kPad, box.top(), box.width() - 2 * kPad, kHead);
    drawLine(painter, head, m_model.head, strong(), m_theme->text.primary);
    if (m_pinned)
        drawIcon(painter, QStringLiteral("close"), m_theme->text.secondary, QPointF(head.right() - 12, head.center().y() - 7), 14);
    else
        drawLine(painter, head, m_model.headNote, themeFont(TextStyle::Caption), m_theme->text.secondary,
                 Qt::AlignRight | Qt::AlignVCenter);
    horizontalLine(painter, box.left() + 1, box.right() - 1, box.top() + kHead, m_theme->border.weak);
    paintRows(painter, box);
    if (!m_model.notes.isEmpty()) {
        const QRectF notes(box.left() + kPad, notesTop(box), box.width() - 2 * kPad, 0);
        if (!m_model.rows.isEmpty())
            horizontalLine(painter, box.left() + 1, box.right() - 1, notes.top(), m_theme->border.weak);
        paintNotes(painter, *m_theme, notes, m_model.notes);
    }
    paintLinks(painter, box);
    paintFoot(painter, box);
}

void ChartTooltip::paintRows(QPainter &painter, const QRectF &box) const
{
    const TooltipRows shown = tooltipRows(m_model, m_scroll);
    qreal y = box.top() + kHead + 4;
    for (int i = 0; i < shown.count; ++i, y += kRow) {
        const TooltipRow &row = m_model.rows[shown.first + i];
        if (row.hot)
            roundedBox(painter, QRectF(box.left() + 5, y, box.width() - 10, kRow), m_theme->bg.hover, QColor(), space::radiusControl);
        const QFont font = row.hot ? strong() : themeFont(TextStyle::Label);
        painter.setPen(Qt::NoPen);
        painter.setBrush(row.color);
        painter.drawRoundedRect(QRectF(box.left() + kPad, y + kRow / 2.0 - 1.5, 12, 3), 1.5, 1.5);
        const qreal value = DigitText(row.value, font).width() + (row.bar ? kBar : 0);
        if (row.bar) {
            painter.drawRoundedRect(QRectF(box.right() - kPad - value, y + 6, std::max(2.0, (kBar - 12) * *row.bar), kRow - 12), 2, 2);
        }
        const QRectF name(box.left() + kPad + kNameX, y, std::max(20.0, box.width() - 2 * kPad - kNameX - value - 12), kRow);
        drawLine(painter, name, oneLine(row.name), font, m_theme->text.primary);
        drawDigits(painter, QRectF(box.left() + kPad, y, box.width() - 2 * kPad, kRow), row.value, font, m_theme->text.primary,
                   Qt::AlignRight | Qt::AlignVCenter);
    }
}

double ChartTooltip::notesTop(const QRectF &box) const
{
    return box.top() + kHead + rowsHeight(tooltipRows(m_model, m_scroll));
}

QRectF ChartTooltip::linkRect(int link) const
{
    const QRectF box = QRectF(rect()).adjusted(kRing, kRing, -kRing, -kRing);
    const double top = box.bottom() - kFoot - (m_model.scale.isEmpty() ? 0 : kScale) - linksHeight(m_model) + 2;
    return QRectF(box.left() + 5, top + link * kRow, box.width() - 10, kRow);
}

void ChartTooltip::paintLinks(QPainter &painter, const QRectF &box) const
{
    if (m_model.links.isEmpty())
        return;
    horizontalLine(painter, box.left() + 1, box.right() - 1, linkRect(0).top() - 2, m_theme->border.weak);
    for (int i = 0; i < m_model.links.size() && i < kMaxLinks; ++i) {
        const QRectF place = linkRect(i);
        if (m_pinned && i == m_link)
            roundedBox(painter, place, m_theme->bg.hover, m_theme->border.focus, space::radiusControl);
        drawIcon(painter, m_model.links[i].copy.isEmpty() ? QStringLiteral("link") : QStringLiteral("copy"), m_theme->text.link,
                 QPointF(box.left() + kPad, place.center().y() - 6), 12);
        drawLine(painter, place.adjusted(kPad + kNameX - 5, 0, -kPad, 0), oneLine(m_model.links[i].title), themeFont(TextStyle::Label),
                 m_theme->text.link);
    }
}

void ChartTooltip::paintScale(QPainter &painter, const QRectF &rect) const
{
    const QRectF bar(rect.left(), rect.top() + 9, rect.width(), 6);
    QLinearGradient gradient(bar.topLeft(), bar.topRight());
    const qsizetype count = m_model.scale.size();
    for (qsizetype i = 0; i < count; ++i)
        gradient.setColorAt(count > 1 ? double(i) / double(count - 1) : 0, m_model.scale[i]);
    painter.fillRect(bar, gradient);
    const qreal x = bar.left() + bar.width() * std::clamp(m_model.scaleMark, 0.0, 1.0);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme->text.primary);
    painter.drawPolygon(QPolygonF({{x - 4, bar.top() - 6}, {x + 4, bar.top() - 6}, {x, bar.top() - 1}}));
}

void ChartTooltip::paintFoot(QPainter &painter, const QRectF &box) const
{
    const TooltipRows shown = tooltipRows(m_model, m_scroll);
    const QRectF foot(box.left() + kPad, box.bottom() - kFoot, box.width() - 2 * kPad, kFoot);
    if (!m_model.scale.isEmpty())
        paintScale(painter, QRectF(foot.left(), foot.top() - kScale, foot.width(), kScale));
    if (shown.count > 0 || !m_model.notes.isEmpty())
        horizontalLine(painter, box.left() + 1, box.right() - 1, foot.top(), m_theme->border.weak);
    QString left = m_model.foot;
    if (const int more = shown.more + m_model.left; more > 0)
        left = left.isEmpty() ? QStringLiteral("+%1").arg(more) : QStringLiteral("+%1 · %2").arg(more).arg(left);
    const QFont font = themeFont(TextStyle::Caption);
    drawLine(painter, foot, left, font, m_theme->text.secondary);
    drawLine(painter, foot, m_pinned ? tr("Esc closes") : tr("Click to pin"), font, m_theme->text.secondary,
             Qt::AlignRight | Qt::AlignVCenter);
}

void ChartTooltip::follow(int link)
{
    const TooltipLink chosen = m_model.links[link];
    if (chosen.copy.isEmpty())
        emit linkActivated(chosen.url);
    else
        QGuiApplication::clipboard()->setText(chosen.copy);
}

void ChartTooltip::mousePressEvent(QMouseEvent *event)
{
    for (int i = 0; i < m_model.links.size() && i < kMaxLinks; ++i) {
        if (linkRect(i).contains(event->position()))
            follow(i);
    }
    setPinned(false);
    event->accept();
}

void ChartTooltip::wheelEvent(QWheelEvent *event)
{
    const TooltipRows now = tooltipRows(m_model, m_scroll);
    const int step = event->angleDelta().y() > 0 ? -1 : 1;
    if (now.first + step >= 0 && now.first + step <= now.more)
        m_scroll += step;
    event->accept();
    update();
}

void ChartTooltip::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        setPinned(false);
    else if (!m_model.links.isEmpty() && (event->key() == Qt::Key_Down || event->key() == Qt::Key_Up))
        m_link = std::clamp(m_link + (event->key() == Qt::Key_Down ? 1 : -1), 0,
                            int(std::min<qsizetype>(m_model.links.size(), kMaxLinks)) - 1);
    else if (m_link >= 0 && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter))
        follow(m_link);
    else
        QWidget::keyPressEvent(event);
    update();
}
