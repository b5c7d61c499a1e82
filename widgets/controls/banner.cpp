// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/controls/banner.h>

#include <QtWidgets/QHBoxLayout>
#include <widgets/controls/field.h>
#include <widgets/theme/icons.h>
#include <widgets/theme/style.h>

namespace {
constexpr int kHeight = 40;
}

Banner::Banner(Tint tint, QWidget *parent) : QWidget(parent), m_tint(tint), m_layout(new QHBoxLayout(this))
{
    setMinimumHeight(kHeight);
    m_text = new PlainLabel({}, TextStyle::Body, PlainLabel::Tone::Primary, this);
    m_layout->setContentsMargins(space::window + space::iconSmall + space::unit, 0, space::window, 0);
    m_layout->setSpacing(space::unit);
    m_layout->addWidget(m_text, 1);
}

void Banner::setText(const QString &text)
{
    m_text->setText(text);
    setAccessibleName(text);
}

TextButton *Banner::addAction(const QString &id, const QString &text, TextButton::Kind kind)
{
    auto *button = new TextButton(text, kind, {}, this);
    button->setObjectName(objectName() + u'.' + id);
    button->setControlSize(ControlSize::Small);
    connect(button, &TextButton::clicked, this, [this, id] { emit chosen(id); });
    m_layout->addWidget(button);
    return button;
}

void Banner::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = currentTheme(this);
    const TintColors colors = tintColors(theme, m_tint);
    painter.fillRect(rect(), theme.bg.panel);
    painter.fillRect(rect(), colors.soft);
    horizontalLine(painter, 0, width(), height() - hairWidth(painter), colors.border);
    drawIcon(painter, tintIcon(m_tint), colors.text, QPointF(space::window, (height() - space::iconSmall) / 2.0), space::iconSmall);
}
