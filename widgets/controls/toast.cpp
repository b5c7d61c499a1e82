// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/controls/toast.h>

#include <QtCore/QTimer>
#include <QtWidgets/QHBoxLayout>
#include <widgets/controls/field.h>
#include <widgets/theme/icons.h>
#include <widgets/theme/paint.h>
#include <widgets/theme/style.h>

namespace {
constexpr int kRing = 3;
constexpr int kWidth = 480;
} // namespace

Toast::Toast(Tint tint, const QString &title, const QString &text, const QString &action, QWidget *parent)
    : QWidget(parent)
    , m_tint(tint)
    , m_title(title)
    , m_timer(new QTimer(this))
{
    setObjectName(QStringLiteral("toast"));
    setAccessibleName(title);
    setAccessibleDescription(text);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(kRing + 16 + 3 + 12 + 18 + 12, kRing + 8, kRing + 8, kRing + 8);
    layout->setSpacing(8);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    auto *heading = new PlainLabel(title, TextStyle::BodyStrong, PlainLabel::Tone::Primary, this);
    heading->setWrapped(true);
    words->addWidget(heading);
    if (!text.isEmpty()) {
        auto *body = new PlainLabel(text, TextStyle::Label, PlainLabel::Tone::Secondary, this);
        body->setWrapped(true);
        words->addWidget(body);
    }
    layout->addLayout(words, 1);
    if (!action.isEmpty()) {
        auto *button = new TextButton(action, TextButton::Kind::Ghost, {}, this);
        button->setObjectName(QStringLiteral("toast.action"));
        layout->addWidget(button);
        connect(button, &TextButton::clicked, this, &Toast::actionTriggered);
        connect(button, &TextButton::clicked, this, &Toast::closed);
    }
    auto *close = new IconButton(QStringLiteral("close"), tr("Close"), TextButton::Kind::Ghost, this);
    close->setObjectName(QStringLiteral("toast.close"));
    layout->addWidget(close);
    connect(close, &IconButton::clicked, this, &Toast::closed);
    m_timer->setSingleShot(true);
    connect(m_timer, &QTimer::timeout, this, &Toast::closed);
    if (tint != Tint::Bad && tint != Tint::Warning)
        m_timer->start(motion::toastStay);
}

void Toast::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    const Theme &t = currentTheme(this);
    const TintColors c = tintColors(t, m_tint);
    roundedBox(p, rect(), t.bg.halo, {}, space::radiusSurface + kRing);
    const QRectF box = QRectF(rect()).adjusted(kRing, kRing, -kRing, -kRing);
    roundedBox(p, box, t.bg.raised, c.border, space::radiusSurface);
    roundedBox(p, QRectF(box.left() + 16, box.center().y() - 12, 3, 24), c.main, {}, 1.5);
    drawIcon(p, tintIcon(m_tint), c.text, QPointF(box.left() + 31, box.center().y() - 9), 18);
}

void Toast::enterEvent(QEnterEvent *event)
{
    m_timer->stop();
    QWidget::enterEvent(event);
}

void Toast::leaveEvent(QEvent *event)
{
    if (m_tint != Tint::Bad && m_tint != Tint::Warning)
        m_timer->start(motion::toastStay);
    QWidget::leaveEvent(event);
}

ToastStack::ToastStack(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("toasts"));
    parent->installEventFilter(this);
    hide();
}

Toast *ToastStack::show(Tint tint, const QString &title, const QString &text, const QString &action)
{
    constexpr qsizetype most = 4;
    while (m_toasts.size() >= most)
        m_toasts.takeFirst()->deleteLater();
    auto *toast = new Toast(tint, title, text, action, this);
    m_toasts.append(toast);
    connect(toast, &Toast::closed, this, [this, toast] {
        m_toasts.removeAll(toast);
        toast->hide();
        toast->deleteLater();
        place();
    });
    toast->QWidget::show();
    place();
    return toast;
}

void ToastStack::setBottomMargin(int px)
{
    m_bottom = px;
    place();
}

bool ToastStack::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parent() && event->type() == QEvent::Resize)
        place();
    return QWidget::eventFilter(watched, event);
}

void ToastStack::place()
{
    const QWidget *host = parentWidget();
    const int width = std::min(kWidth, host->width() - 24);
    int height = 0;
    for (Toast *toast : std::as_const(m_toasts)) {
        const int own = std::max(48 + 2 * kRing, toast->heightForWidth(width));
        toast->setGeometry(0, height, width, own);
        height += own + 4;
    }
    setGeometry(host->width() - width - 12, host->height() - m_bottom - height - 8, width, std::max(1, height));
    setVisible(!m_toasts.isEmpty());
    raise();
}
