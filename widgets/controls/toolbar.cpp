// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/controls/toolbar.h>

#include <QtGui/QPainter>
#include <QtWidgets/QHBoxLayout>
#include <widgets/controls/button.h>
#include <widgets/controls/linktext.h>
#include <widgets/theme/style.h>

namespace {
constexpr int kTitleRoom = 200; // px that the title may have before buttons give up their texts
constexpr int kLeastTitle = 48;
} // namespace

Toolbar::Toolbar(const QString &title, QWidget *parent)
    : QWidget(parent)
    , m_title(new PlainLabel(title, TextStyle::Title, PlainLabel::Tone::Primary, this))
{
    setObjectName(QStringLiteral("toolbar"));
    setFixedHeight(space::toolbar);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 0, 12, 0);
    layout->setSpacing(8);
    m_title->setObjectName(QStringLiteral("toolbar.title"));
    m_title->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    layout->addWidget(m_title, 1000);
    m_left = new QHBoxLayout;
    m_left->setSpacing(4);
    layout->addLayout(m_left);
    layout->addStretch(1);
    m_right = new QHBoxLayout;
    m_right->setSpacing(8);
    layout->addLayout(m_right);
}

void Toolbar::setTitle(const QString &title)
{
    m_title->setText(title);
}

void Toolbar::addLeft(QWidget *widget)
{
    m_left->addWidget(widget);
}

void Toolbar::addRight(QWidget *widget)
{
    m_right->addWidget(widget);
}

void Toolbar::addSeparator()
{
    auto *line = new Separator(Qt::Vertical, this, true);
    line->setFixedHeight(20);
    m_right->addSpacing(2);
    m_right->addWidget(line);
    m_right->addSpacing(2);
}

void Toolbar::setLineBelow(bool line)
{
    m_line = line;
    update();
}

QList<TextButton *> Toolbar::buttons() const
{
    QList<TextButton *> found;
    for (int i = 0; i < m_right->count(); ++i) {
        QWidget *widget = m_right->itemAt(i)->widget();
        if (auto *button = qobject_cast<TextButton *>(widget))
            found.append(button);
        else if (widget)
            found += widget->findChildren<TextButton *>();
    }
    found.removeIf([this](const TextButton *button) { return !button->isVisibleTo(this); });
    return found;
}

int Toolbar::widthWith(bool compact, int titleRoom) const
{
    const int title = m_title->sizeHint().width();
    int width = layout()->sizeHint().width() - title + std::min(title, titleRoom);
    for (const TextButton *button : buttons())
        width += button->widthFor(compact) - button->sizeHint().width();
    return width;
}

QSize Toolbar::minimumSizeHint() const
{
    return {widthWith(true, kLeastTitle), height()};
}

void Toolbar::fit()
{
    const bool compact = widthWith(false, kTitleRoom) > width();
    for (TextButton *button : buttons())
        button->setCompact(compact);
}

bool Toolbar::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest)
        fit();
    return QWidget::event(event);
}

void Toolbar::resizeEvent(QResizeEvent *event)
{
    fit();
    QWidget::resizeEvent(event);
}

void Toolbar::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    const Theme &t = currentTheme(this);
    p.fillRect(rect(), t.bg.toolbar);
    if (m_line)
        horizontalLine(p, 0, width(), height() - 1, t.border.weak);
}
