// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/controls/toolbar.h>

#include <QtGui/QPainter>
#include <QtWidgets/QHBoxLayout>
#include <widgets/controls/linktext.h>
#include <widgets/theme/style.h>

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

void Toolbar::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    const Theme &t = currentTheme(this);
    p.fillRect(rect(), t.bg.toolbar);
    if (m_line)
        horizontalLine(p, 0, width(), height() - 1, t.border.weak);
}
