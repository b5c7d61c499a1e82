// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/editor/gallerycard.h>

#include <QtCore/QCoreApplication>
#include <QtGui/QPainter>
#include <widgets/theme/icons.h>
#include <widgets/theme/paint.h>
#include <widgets/theme/style.h>

using namespace Qt::StringLiterals;

namespace {
constexpr int kPicture = 104;
constexpr int kWords = 46;
constexpr int kMargin = 6;
} // namespace

GalleryCard::GalleryCard(const PanelType &type, QWidget *parent)
    : GalleryCard(type.id, type.icon, QCoreApplication::translate("Panels", type.name),
                  QCoreApplication::translate("Panels", type.description), parent)
{
    m_picture = type.create(this);
    m_picture->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_picture->setFocusPolicy(Qt::NoFocus);
    for (QWidget *each : m_picture->findChildren<QWidget *>())
        each->setFocusPolicy(Qt::NoFocus);
}

GalleryCard::GalleryCard(const QString &id, const QString &icon, const QString &name, const QString &description, QWidget *parent)
    : QAbstractButton(parent)
    , m_id(id)
    , m_icon(icon)
    , m_description(description)
{
    setObjectName(u"gallery."_s + id);
    setText(name);
    setAccessibleName(name);
    setAccessibleDescription(description);
    setToolTip(plainToolTip(description));
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::ClickFocus); // the sheet walks among them
}

bool GalleryCard::matches(const QString &words) const
{
    for (const QString &word : words.split(u' ', Qt::SkipEmptyParts))
        if (!text().contains(word, Qt::CaseInsensitive) && !m_description.contains(word, Qt::CaseInsensitive)
            && !m_id.contains(word, Qt::CaseInsensitive))
            return false;
    return true;
}

void GalleryCard::setData(const PanelData &data, const Json &options, const PanelContext &context)
{
    if (!m_picture)
        return;
    m_picture->setContext(context);
    m_picture->setOptions(options);
    m_picture->setData(data);
    setMessage({});
}

void GalleryCard::setMessage(const QString &text)
{
    m_message = text;
    if (m_picture)
        m_picture->setVisible(text.isEmpty());
    update();
}

void GalleryCard::setChosen(bool chosen)
{
    m_chosen = chosen;
    update();
}

QSize GalleryCard::sizeHint() const
{
    return QSize(206, kMargin + kPicture + kWords + 2);
}

QRect GalleryCard::pictureRect() const
{
    return QRect(kMargin, kMargin, width() - 2 * kMargin, height() - kWords - kMargin - 2);
}

void GalleryCard::resizeEvent(QResizeEvent *event)
{
    QAbstractButton::resizeEvent(event);
    if (m_picture)
        m_picture->setGeometry(pictureRect().adjusted(2, 2, -2, -2));
}

bool GalleryCard::event(QEvent *event)
{
    if (event->type() == QEvent::Enter || event->type() == QEvent::Leave)
        update();
    return QAbstractButton::event(event);
}

void GalleryCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &theme = currentTheme(this);
    const QColor ground = m_chosen ? theme.bg.selected : underMouse() ? theme.bg.hover : theme.bg.panel;
    const QColor border = m_chosen ? theme.accent.main : theme.border.weak;
    roundedBox(painter, rect(), ground, m_picture || m_chosen ? border : QColor(), space::radiusSurface, m_chosen ? 2 : 1);
    if (!m_picture && !m_chosen) {
        painter.setPen(QPen(theme.border.medium, 1, Qt::DashLine));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), space::radiusSurface, space::radiusSurface);
    }
    const QRect picture = pictureRect();
    if (m_picture)
        roundedBox(painter, picture, theme.bg.panel, {}, space::radiusControl);
    const QColor iconColor = m_chosen ? theme.accent.text : theme.text.secondary;
    if (!m_message.isEmpty() || !m_picture) {
        const bool said = !m_message.isEmpty();
        drawIcon(painter, m_icon, isEnabled() ? iconColor : theme.text.disabled,
                 QPointF(picture.center().x() - 11.5, picture.center().y() - (said ? 22 : 11.5)), space::iconLarge);
        drawLine(painter, QRectF(picture.adjusted(8, picture.height() / 2 + 4, -8, 0)), m_message, themeFont(TextStyle::Caption),
                 theme.text.secondary, Qt::AlignHCenter | Qt::AlignTop);
    }
    const int top = picture.bottom() + 6;
    drawIcon(painter, m_icon, iconColor, QPointF(10, top + 2), space::iconSmall);
    drawLine(painter, QRectF(32, top, width() - 42, 20), text(), themeFont(TextStyle::Heading),
             isEnabled() ? theme.text.primary : theme.text.disabled);
    drawLine(painter, QRectF(10, top + 20, width() - 20, 16), m_description, themeFont(TextStyle::Caption),
             isEnabled() ? theme.text.secondary : theme.text.disabled);
}
