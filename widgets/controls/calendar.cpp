// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/controls/calendar.h>

#include <QtGui/QPainter>
#include <widgets/controls/button.h>
#include <widgets/theme/style.h>

namespace {
constexpr int kCellWidth = 32;
constexpr int kCellHeight = 28;
constexpr int kHead = 28; // month and arrows
constexpr int kNames = 28; // days of the week
} // namespace

Calendar::Calendar(QWidget *parent)
    : QWidget(parent)
    , m_previous(new IconButton(QStringLiteral("chevron-left"), tr("Previous month"), TextButton::Kind::Ghost, this))
    , m_next(new IconButton(QStringLiteral("chevron-right"), tr("Next month"), TextButton::Kind::Ghost, this))
{
    setObjectName(QStringLiteral("calendar"));
    setAccessibleName(tr("Calendar"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_previous->setObjectName(QStringLiteral("calendar.previous"));
    m_next->setObjectName(QStringLiteral("calendar.next"));
    m_previous->setControlSize(ControlSize::Small);
    m_next->setControlSize(ControlSize::Small);
    m_today = QDate::currentDate();
    setMonth(m_today.year(), m_today.month());
    connect(m_previous, &IconButton::clicked, this, [this] { setMonth(m_month.addMonths(-1).year(), m_month.addMonths(-1).month()); });
    connect(m_next, &IconButton::clicked, this, [this] { setMonth(m_month.addMonths(1).year(), m_month.addMonths(1).month()); });
}

QSize Calendar::sizeHint() const
{
    return QSize(7 * kCellWidth, kHead + kNames + 6 * kCellHeight);
}

void Calendar::setRange(QDate from, QDate to)
{
    m_from = from;
    m_to = to;
    m_cursor = to;
    m_halfChosen = false;
    if (to.isValid())
        setMonth(to.year(), to.month());
    update();
}

void Calendar::setToday(QDate today)
{
    m_today = today;
    update();
}

void Calendar::setMonth(int year, int month)
{
    const QDate first(year, month, 1);
    if (!first.isValid())
        return;
    m_month = first;
    update();
}

void Calendar::setWeekStart(Qt::DayOfWeek day)
{
    m_weekStart = day;
    update();
}

QDate Calendar::firstShown() const
{
    return m_month.addDays(-((m_month.dayOfWeek() - int(m_weekStart) + 7) % 7));
}

QRect Calendar::cellRect(QDate date) const
{
    const qint64 at = firstShown().daysTo(date);
    if (at < 0 || at >= 42)
        return {};
    return QRect(int(at % 7) * kCellWidth, kHead + kNames + int(at / 7) * kCellHeight, kCellWidth, kCellHeight);
}

QDate Calendar::dateAt(const QPoint &pos) const
{
    const int y = pos.y() - kHead - kNames;
    if (y < 0 || y >= 6 * kCellHeight || pos.x() < 0 || pos.x() >= 7 * kCellWidth)
        return {};
    return firstShown().addDays((y / kCellHeight) * 7 + pos.x() / kCellWidth);
}

void Calendar::drawDay(QPainter &p, QDate date) const
{
    const Theme &t = currentTheme(this);
    const QRectF cell = cellRect(date);
    const QDate end = m_halfChosen && m_hover.isValid() ? m_hover : m_to;
    const QDate low = std::min(m_from, end);
    const QDate high = std::max(m_from, end);
    const bool isEnd = date == low || date == high;
    if (m_from.isValid() && date > low && date < high)
        p.fillRect(snapped(p, cell), t.accent.soft);
    // The soft band reaches under the rounded ends.
    if (isEnd && low != high)
        p.fillRect(snapped(p, date == low ? cell.adjusted(kCellWidth / 2, 0, 0, 0) : cell.adjusted(0, 0, -kCellWidth / 2, 0)),
                   t.accent.soft);
    if (isEnd)
        roundedBox(p, cell, t.accent.main, {}, space::radiusControl);
    else if (date == m_hover)
        roundedBox(p, cell.adjusted(1, 1, -1, -1), t.bg.hover, {}, space::radiusControl);
    if (hasFocus() && date == m_cursor)
        roundedBox(p, cell.adjusted(1, 1, -1, -1), {}, t.border.focus, space::radiusControl, 2);
    else if (date == m_today && !isEnd)
        roundedBox(p, cell.adjusted(1, 1, -1, -1), {}, t.border.medium, space::radiusControl);
    const bool weak = date.month() != m_month.month() || date > m_today;
    const QColor color = isEnd ? t.accent.on : weak ? t.text.disabled : t.text.primary;
    drawLine(p, cell, QLocale().toString(date.day()), themeFont(12, isEnd ? 600 : 400), color, Qt::AlignCenter);
}

void Calendar::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    const Theme &t = currentTheme(this);
    const QLocale locale;
    const QString name = locale.standaloneMonthName(m_month.month()) + u' ' + QString::number(m_month.year());
    drawLine(p, QRectF(24, 0, width() - 48, 24), name, themeFont(TextStyle::Heading), t.text.primary, Qt::AlignCenter);
    for (int i = 0; i < 7; ++i) {
        const int day = (int(m_weekStart) - 1 + i) % 7 + 1;
        drawLine(p, QRectF(i * kCellWidth, kHead, kCellWidth, kNames), locale.standaloneDayName(day, QLocale::ShortFormat).left(2),
                 themeFont(TextStyle::Caption), t.text.secondary, Qt::AlignCenter);
    }
    for (int i = 0; i < 42; ++i)
        drawDay(p, firstShown().addDays(i));
}

void Calendar::click(QDate date)
{
    m_cursor = date;
    if (!m_halfChosen) {
        m_from = date;
        m_to = date;
        m_halfChosen = true;
        update();
        return;
    }
    m_halfChosen = false;
    m_to = std::max(m_from, date);
    m_from = std::min(m_from, date);
    update();
    emit rangeChosen(m_from, m_to);
}

void Calendar::mousePressEvent(QMouseEvent *event)
{
    const QDate date = dateAt(event->pos());
    if (event->button() == Qt::LeftButton && date.isValid())
        click(date);
}

void Calendar::mouseMoveEvent(QMouseEvent *event)
{
    m_hover = dateAt(event->pos());
    update();
}

void Calendar::leaveEvent(QEvent *event)
{
    m_hover = {};
    update();
    QWidget::leaveEvent(event);
}

void Calendar::keyPressEvent(QKeyEvent *event)
{
    QDate next = m_cursor.isValid() ? m_cursor : m_today;
    switch (event->key()) {
    case Qt::Key_Left:
        next = next.addDays(-1);
        break;
    case Qt::Key_Right:
        next = next.addDays(1);
        break;
    case Qt::Key_Up:
        next = next.addDays(-7);
        break;
    case Qt::Key_Down:
        next = next.addDays(7);
        break;
    case Qt::Key_PageUp:
        next = next.addMonths(-1);
        break;
    case Qt::Key_PageDown:
        next = next.addMonths(1);
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        return click(next);
    default:
        return QWidget::keyPressEvent(event);
    }
    m_cursor = next;
    if (m_halfChosen)
        m_hover = next;
    setMonth(next.year(), next.month());
}

void Calendar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_previous->setGeometry(0, 0, 24, 24);
    m_next->setGeometry(7 * kCellWidth - 24, 0, 24, 24);
}
