// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/controls/toggle.h>

#include <QtWidgets/QStyle>
#include <QtWidgets/QStyleOptionButton>
#include <widgets/theme/paint.h>
#include <widgets/theme/style.h>

Switch::Switch(const QString &text, QWidget *parent) : QAbstractButton(parent)
{
    setText(text);
    setCheckable(true);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize Switch::sizeHint() const
{
    const int label = text().isEmpty() ? 0 : 8 + int(std::ceil(textWidth(themeFont(TextStyle::Body), text())));
    return QSize(28 + label, 24);
}

void Switch::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    const Theme &t = currentTheme(this);
    const bool on = isChecked();
    const bool hover = underMouse() && isEnabled();
    const QRectF box(0, (height() - 16) / 2.0, 28, 16);
    const QColor border = !isEnabled() ? t.border.medium
        : on                           ? (hover ? t.accent.hover : t.accent.main)
        : hover                        ? t.text.secondary
                                       : t.border.strong;
    const QColor fill = !isEnabled() ? t.bg.hover : on ? border : t.bg.input;
    const QColor knob = !isEnabled() ? t.text.disabled : on ? t.accent.on : t.text.secondary;
    roundedBox(p, box, fill, border, 8);
    roundedBox(p, QRectF(box.x() + (on ? 15 : 3), box.y() + 3, 10, 10), knob, {}, 5);
    if (!text().isEmpty())
        drawLine(p, QRectF(36, 0, width() - 36, height()), text(), themeFont(TextStyle::Body),
                 isEnabled() ? t.text.primary : t.text.disabled);
}

CheckBox::CheckBox(const QString &text, const QString &note, QWidget *parent) : QCheckBox(text, parent), m_note(note)
{
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
}

QSize CheckBox::sizeHint() const
{
    QSize size = QCheckBox::sizeHint();
    if (!m_note.isEmpty())
        size.rwidth() += 8 + int(std::ceil(textWidth(themeFont(TextStyle::Caption), m_note)));
    return size;
}

void CheckBox::paintEvent(QPaintEvent *event)
{
    QCheckBox::paintEvent(event);
    if (m_note.isEmpty())
        return;
    QPainter p(this);
    const int x = QCheckBox::sizeHint().width() + 8;
    drawLine(p, QRectF(x, 0, width() - x, height()), m_note, themeFont(TextStyle::Caption), currentTheme(this).text.secondary);
}
