// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/controls/popup.h>

#include <QtGui/QGuiApplication>
#include <QtGui/QScreen>
#include <QtWidgets/QLabel>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QVBoxLayout>
#include <widgets/controls/button.h>
#include <widgets/controls/field.h>
#include <widgets/theme/icons.h>
#include <widgets/theme/paint.h>
#include <widgets/theme/style.h>

namespace {

QRegion roundedRegion(const QRect &rect, int radius)
{
    QPainterPath path;
    path.addRoundedRect(rect, radius, radius);
    return QRegion(path.toFillPolygon().toPolygon());
}

} // namespace

int Popup::ringWidth()
{
    return 3;
}

Popup::Popup(QWidget *parent)
    : QFrame(parent, Qt::Popup | Qt::FramelessWindowHint | Qt::NoDropShadowWindowHint)
    , m_layout(new QVBoxLayout(this))
{
    setAttribute(Qt::WA_TranslucentBackground);
    setAttribute(Qt::WA_WindowPropagation); // palette and font of the opener
    m_layout->setSpacing(0);
    setPadding(4);
}

void Popup::setPadding(int px)
{
    const int margin = ringWidth() + 1 + px;
    m_layout->setContentsMargins(margin, margin, margin, margin);
}

void Popup::popupUnder(QWidget *anchor, Align align)
{
    ensurePolished();
    adjustSize();
    const QRect at(anchor->mapToGlobal(QPoint(0, 0)), anchor->size());
    const QScreen *screen = anchor->screen();
    const QRect free = screen ? screen->availableGeometry() : QRect(0, 0, 4096, 4096);
    const int ring = ringWidth();
    int x = at.left() - ring;
    if (align == Align::Right)
        x = at.right() + 1 - width() + ring;
    else if (align == Align::Center)
        x = at.center().x() - width() / 2;
    int y = at.bottom() + 1 + 4 - ring;
    if (y + height() > free.bottom() && at.top() - 4 + ring - height() >= free.top())
        y = at.top() - 4 + ring - height();
    showAt({x, y}, free);
}

void Popup::popupAt(const QPoint &global)
{
    ensurePolished();
    adjustSize();
    const QScreen *screen = QGuiApplication::screenAt(global);
    showAt(global - QPoint(ringWidth(), ringWidth()), screen ? screen->availableGeometry() : QRect(0, 0, 4096, 4096));
}

void Popup::showAt(QPoint topLeft, const QRect &free)
{
    topLeft.setX(std::clamp(topLeft.x(), free.left(), std::max(free.left(), free.right() + 1 - width())));
    topLeft.setY(std::clamp(topLeft.y(), free.top(), std::max(free.top(), free.bottom() + 1 - height())));
    move(topLeft);
    show();
}

void Popup::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    const Theme &t = currentTheme(this);
    const int ring = ringWidth();
    if (!mask().isEmpty())
        p.fillRect(rect(), t.border.medium); // the mask's corners are not smooth; what shows beyond the box is border, not black
    if (ring > 0)
        roundedBox(p, rect(), t.bg.halo, {}, space::radiusSurface + ring);
    roundedBox(p, QRectF(rect()).adjusted(ring, ring, -ring, -ring), t.bg.raised, t.border.medium, space::radiusSurface);
}

void Popup::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QFrame::keyPressEvent(event);
}

void Popup::hideEvent(QHideEvent *event)
{
    QFrame::hideEvent(event);
    if (!event->spontaneous())
        emit closed();
}

// X11 may have no compositor, and then translucent pixels are black: there only the box itself is shown.
void Popup::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    if (QGuiApplication::platformName() == QLatin1String("xcb")) {
        const int ring = ringWidth();
        setMask(roundedRegion(rect().adjusted(ring, ring, -ring, -ring), space::radiusSurface));
    }
}

MessagePopup::MessagePopup(const QString &icon, const QColor &iconColor, const QString &title, const QString &text, QWidget *parent)
    : Popup(parent)
{
    setObjectName(QStringLiteral("messagePopup"));
    setPadding(12);
    setAccessibleName(title);
    auto *row = new QHBoxLayout;
    row->setSpacing(10);
    if (!icon.isEmpty()) {
        auto *mark = new QLabel(this);
        mark->setPixmap(iconPixmap(icon, iconColor, 16, devicePixelRatioF()));
        row->addWidget(mark, 0, Qt::AlignTop);
    }
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    if (!title.isEmpty()) {
        auto *heading = new PlainLabel(title, TextStyle::Heading, PlainLabel::Tone::Primary, this);
        heading->setWrapped(true);
        words->addWidget(heading);
    }
    auto *body = new QLabel(text.left(20000), this);
    body->setObjectName(QStringLiteral("messagePopup.text"));
    body->setTextFormat(Qt::PlainText);
    body->setWordWrap(true);
    body->setFont(themeFont(TextStyle::Label));
    body->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    const int natural = body->fontMetrics().boundingRect(QRect(0, 0, 380, 100000), Qt::TextWordWrap, body->text()).width();
    body->setFixedWidth(std::clamp(natural + 4, 160, 380));
    if (body->heightForWidth(body->width()) > 320) {
        auto *scroll = new QScrollArea(this);
        scroll->setFrameShape(QFrame::NoFrame);
        scroll->setWidget(body);
        scroll->viewport()->setAutoFillBackground(false);
        body->setAutoFillBackground(false);
        scroll->setFixedSize(body->width() + space::scrollBar, 320);
        words->addWidget(scroll);
    } else {
        words->addWidget(body);
    }
    row->addLayout(words, 1);
    contentLayout()->addLayout(row);
}
