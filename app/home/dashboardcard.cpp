// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/home/dashboardcard.h>

#include <QtCore/QDateTime>
#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtGui/QKeyEvent>
#include <QtGui/QPainterPath>
#include <widgets/controls/button.h>
#include <widgets/controls/pill.h>
#include <widgets/theme/icons.h>
#include <widgets/theme/paint.h>
#include <widgets/theme/style.h>

using namespace Qt::StringLiterals;

namespace {

constexpr int kTextHeight = 60; // of a card, below its picture
constexpr double kPictureRatio = 16 / 9.0;
constexpr int kRowHeight = 68;
constexpr QSize kRowPicture(86, 50);

} // namespace

QString shortPath(const QString &path)
{
    const QString home = QDir::homePath();
    return path == home || path.startsWith(home + u'/') ? u'~' + path.mid(home.size()) : path;
}

QString agoText(qint64 thenMs, qint64 nowMs)
{
    const auto tr = [](const char *text) { return QCoreApplication::translate("Home", text); };
    const qint64 minutes = (nowMs - thenMs) / 60'000;
    if (minutes < 1)
        return tr("now");
    if (minutes < 60)
        return tr("%1 min ago").arg(minutes);
    const QDateTime then = QDateTime::fromMSecsSinceEpoch(thenMs);
    const qint64 days = then.date().daysTo(QDateTime::fromMSecsSinceEpoch(nowMs).date());
    if (days == 0)
        return minutes < 120 ? tr("1 hour ago") : tr("%1 hours ago").arg(minutes / 60);
    if (days == 1)
        return tr("yesterday");
    return days < 7 ? QLocale().dayName(then.date().dayOfWeek()) : QLocale().toString(then.date(), QLocale::ShortFormat);
}

DashboardCard::DashboardCard(const DashboardEntry &entry, Form form, QWidget *parent)
    : QAbstractButton(parent)
    , m_entry(entry)
    , m_form(form)
{
    const bool starred = entry.known.starred;
    setObjectName((form == Form::Card ? u"card:"_s : u"row:"_s) + entry.known.path);
    setAccessibleName(entry.known.title);
    setAccessibleDescription(shortPath(entry.known.path) + u' ' + entry.detail);
    setToolTip(plainToolTip(entry.known.path));
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
    QSizePolicy policy(QSizePolicy::Expanding, form == Form::Card ? QSizePolicy::Preferred : QSizePolicy::Fixed);
    policy.setHeightForWidth(form == Form::Card);
    setSizePolicy(policy);
    m_star = new IconButton(starred ? u"star-filled"_s : u"star"_s, starred ? tr("Remove the star") : tr("Star"), TextButton::Kind::Ghost,
                            this);
    m_star->setObjectName(u"star:"_s + entry.known.path);
    m_star->setControlSize(ControlSize::Small);
    if (starred)
        m_star->setIconColor(currentTheme(this).brand.star);
    connect(m_star, &IconButton::clicked, this, [this, starred] { emit starToggled(!starred); });
}

void DashboardCard::setThumbnail(const QImage &image)
{
    m_entry.thumbnail = image;
    update();
}

QSize DashboardCard::sizeHint() const
{
    return m_form == Form::Card ? QSize(280, heightForWidth(280)) : QSize(280, kRowHeight);
}

int DashboardCard::heightForWidth(int width) const
{
    return int(std::lround(width / kPictureRatio)) + kTextHeight;
}

void DashboardCard::resizeEvent(QResizeEvent *)
{
    const int y = m_form == Form::Card ? height() - kTextHeight + 7 : (height() - m_star->sizeHint().height()) / 2;
    m_star->setGeometry(QRect(QPoint(width() - m_star->sizeHint().width() - 8, y), m_star->sizeHint()));
}

void DashboardCard::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        return click();
    QAbstractButton::keyPressEvent(event);
}

void DashboardCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    m_form == Form::Card ? paintCard(painter) : paintRow(painter);
}

void DashboardCard::paintPicture(QPainter &painter, const QRectF &rect) const
{
    const Theme &theme = currentTheme(this);
    painter.fillRect(rect, theme.bg.window);
    if (m_entry.thumbnail.isNull()) {
        const int size = rect.height() > 80 ? space::iconEmpty : space::icon;
        return drawIcon(painter, u"dashboard"_s, theme.text.disabled, rect.center() - QPointF(size, size) / 2, size);
    }
    // Fills the place; what is too high is cut below, what is too wide at the right.
    const QImage &image = m_entry.thumbnail;
    painter.drawImage(rect, image, QRectF(QPointF(0, 0), rect.size().scaled(image.size(), Qt::KeepAspectRatio)));
}

void DashboardCard::paintCard(QPainter &painter) const
{
    const Theme &theme = currentTheme(this);
    const bool marked = hasFocus() || underMouse();
    QPainterPath clip;
    clip.addRoundedRect(rect(), space::radiusSurface, space::radiusSurface);
    painter.save();
    painter.setClipPath(clip);
    painter.fillRect(rect(), underMouse() ? theme.bg.hover : theme.bg.panel);
    const QRectF picture(0, 0, width(), height() - kTextHeight);
    paintPicture(painter, picture);
    horizontalLine(painter, 0, width(), picture.bottom(), theme.border.weak);
    painter.restore();
    roundedBox(painter, rect(), {},
               hasFocus()   ? theme.border.focus
                   : marked ? theme.border.medium
                            : theme.border.weak,
               space::radiusSurface, hasFocus() ? 2 : 1);

    const qreal y = picture.bottom() + 10;
    qreal right = width() - 38;
    if (m_entry.unsaved) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.accent.main);
        painter.drawEllipse(QPointF(right - 6, y + 9), 3.5, 3.5);
        right -= 18;
    }
    drawLine(painter, QRectF(12, y, right - 12, 20), oneLine(m_entry.known.title), themeFont(TextStyle::BodyStrong), theme.text.primary);
    const QFont font = themeFont(TextStyle::Caption);
    const qreal detail = std::ceil(textWidth(font, m_entry.detail));
    drawLine(painter, QRectF(width() - 12 - detail, y + 22, detail + 1, 16), m_entry.detail, font, theme.text.secondary);
    drawIcon(painter, u"folder"_s, theme.text.secondary, QPointF(12, y + 23), 14);
    drawLine(painter, QRectF(31, y + 22, width() - 55 - detail, 16), shortPath(QFileInfo(m_entry.known.path).path()), font,
             theme.text.secondary, Qt::AlignLeft | Qt::AlignVCenter, Qt::ElideMiddle);
}

void DashboardCard::paintRow(QPainter &painter) const
{
    const Theme &theme = currentTheme(this);
    if (underMouse())
        painter.fillRect(rect(), theme.bg.hover);
    const QRectF picture(15, (height() - kRowPicture.height()) / 2.0, kRowPicture.width(), kRowPicture.height());
    QPainterPath clip;
    clip.addRoundedRect(picture, space::radiusControl, space::radiusControl);
    painter.save();
    painter.setClipPath(clip);
    paintPicture(painter, picture);
    painter.restore();
    roundedBox(painter, picture, {}, theme.border.weak, space::radiusControl);
    if (hasFocus())
        roundedBox(painter, QRectF(rect()).adjusted(2, 2, -2, -2), {}, theme.border.focus, space::radiusControl, 2);

    const qreal x = picture.right() + 14;
    const bool tags = !m_entry.known.tags.isEmpty();
    const qreal width = this->width() - 40 - x;
    drawLine(painter, QRectF(x, 14, width, 20), oneLine(m_entry.known.title), themeFont(TextStyle::BodyStrong), theme.text.primary);
    if (!tags)
        drawLine(painter, QRectF(x, 36, width, 16), shortPath(m_entry.known.path), themeFont(TextStyle::Caption), theme.text.secondary,
                 Qt::AlignLeft | Qt::AlignVCenter, Qt::ElideMiddle);
    qreal at = x;
    for (const QString &tag : m_entry.known.tags) {
        const qreal chip = Chip::widthFor(tag, false, true, 120);
        if (at + chip > x + width)
            break;
        Chip::paint(painter, theme, QRectF(at, 36, chip, 20), tag, false, true, false);
        at += chip + 6;
    }
}
