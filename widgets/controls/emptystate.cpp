// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/controls/emptystate.h>

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QVBoxLayout>
#include <widgets/theme/icons.h>
#include <widgets/theme/style.h>

EmptyState::EmptyState(Size size, QWidget *parent)
    : QWidget(parent)
    , m_size(size)
    , m_icon(new QLabel(this))
    , m_title(new PlainLabel({}, size == Size::Large ? TextStyle::Title : TextStyle::Heading, PlainLabel::Tone::Primary, this))
    , m_text(new PlainLabel({}, size == Size::Large ? TextStyle::Body : TextStyle::Caption, PlainLabel::Tone::Secondary, this))
    , m_buttonRow(new QWidget(this))
    , m_underIcon(new QSpacerItem(0, 0))
    , m_overText(new QSpacerItem(0, 0))
    , m_overButtons(new QSpacerItem(0, 0))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 0, 20, size == Size::Large ? 0 : 10);
    layout->setSpacing(0);
    layout->addStretch(1);
    layout->addWidget(m_icon, 0, Qt::AlignHCenter);
    layout->addItem(m_underIcon);
    layout->addWidget(m_title);
    layout->addItem(m_overText);
    layout->addWidget(m_text);
    layout->addItem(m_overButtons);
    layout->addWidget(m_buttonRow, 0, Qt::AlignHCenter);
    layout->addStretch(1);
    auto *row = new QHBoxLayout(m_buttonRow);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    for (PlainLabel *label : {m_title, m_text}) {
        label->setAlignment(Qt::AlignHCenter | Qt::AlignVCenter);
        label->setWrapped(true);
    }
    m_buttonRow->hide();
}

void EmptyState::setIcon(const QString &name, PlainLabel::Tone tone)
{
    m_iconName = name;
    m_iconTone = tone;
    showIcon();
}

void EmptyState::showIcon()
{
    const int size = m_size == Size::Large ? space::iconEmpty : space::iconLarge;
    m_icon->setPixmap(iconPixmap(m_iconName, toneColor(currentTheme(this), m_iconTone), size, devicePixelRatioF()));
}

void EmptyState::setTitle(const QString &text)
{
    m_title->setText(text);
    setAccessibleName(text);
}

void EmptyState::setText(const QString &text)
{
    m_text->setText(text);
    setAccessibleDescription(text);
    fit();
}

TextButton *EmptyState::addAction(const QString &text, const QString &icon, TextButton::Kind kind)
{
    auto *button = new TextButton(text, kind, icon, m_buttonRow);
    button->setControlSize(m_size == Size::Large ? ControlSize::Large : ControlSize::Small);
    m_buttonRow->layout()->addWidget(button);
    m_actions.append(button);
    m_buttonRow->show();
    fit();
    return button;
}

void EmptyState::clearActions()
{
    qDeleteAll(m_actions);
    m_actions.clear();
    m_buttonRow->hide();
}

void EmptyState::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

// In a low panel the icon goes first, then the reason, then what to do; what happened stays.
void EmptyState::fit()
{
    const bool large = m_size == Size::Large;
    const QMargins margins = layout()->contentsMargins();
    const int inner = width() - margins.left() - margins.right();
    int rest = height() - margins.bottom() - m_title->heightForWidth(inner);
    const auto take = [&rest](QWidget *widget, QSpacerItem *gap, int gapPx, int heightPx) {
        const bool fits = heightPx > 0 && rest >= heightPx + gapPx;
        widget->setVisible(fits);
        gap->changeSize(0, fits ? gapPx : 0, QSizePolicy::Minimum, QSizePolicy::Fixed);
        rest -= fits ? heightPx + gapPx : 0;
        return fits;
    };
    const bool acts = take(m_buttonRow, m_overButtons, large ? 14 : 10, m_actions.isEmpty() ? 0 : m_actions.first()->sizeHint().height());
    const bool explains
        = (acts || m_actions.isEmpty()) && take(m_text, m_overText, 2, m_text->text().isEmpty() ? 0 : m_text->heightForWidth(inner));
    if (explains || m_text->text().isEmpty())
        take(m_icon, m_underIcon, large ? 8 : 6, large ? space::iconEmpty : space::iconLarge);
    else
        m_icon->hide();
    layout()->invalidate();
}

void EmptyState::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::PaletteChange)
        showIcon();
    QWidget::changeEvent(event);
}
