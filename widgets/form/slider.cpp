// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/form/slider.h>

#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>
#include <algorithm>
#include <cmath>
#include <widgets/theme/paint.h>
#include <widgets/theme/style.h>

namespace {
constexpr double kKnob = 12;
}

Slider::Slider(QWidget *parent) : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setProperty("focusRing", true);
}

void Slider::setRange(double min, double max, double step)
{
    m_min = min;
    m_max = std::max(max, min);
    m_step = step;
    update();
}

void Slider::setValue(double value)
{
    m_value = std::clamp(value, m_min, m_max);
    setAccessibleDescription(QString::number(m_value));
    update();
}

QSize Slider::sizeHint() const
{
    return QSize(90, space::controlSmall);
}

QSize Slider::minimumSizeHint() const
{
    return QSize(40, space::controlSmall);
}

void Slider::take(double value)
{
    // Steps are counted from the lower end; the rounding takes away the tail of 0.1 + 0.2.
    const double stepped = m_min + std::round((value - m_min) / m_step) * m_step;
    const double next = std::clamp(std::round(stepped * 1e6) / 1e6, m_min, m_max);
    if (next == m_value)
        return;
    setValue(next);
    emit moved(next);
}

void Slider::takeAt(double x)
{
    take(m_min + (m_max - m_min) * std::clamp((x - kKnob / 2) / std::max(1.0, width() - kKnob), 0.0, 1.0));
}

void Slider::mousePressEvent(QMouseEvent *event)
{
    takeAt(event->position().x());
}

void Slider::mouseMoveEvent(QMouseEvent *event)
{
    if (event->buttons() & Qt::LeftButton)
        takeAt(event->position().x());
}

void Slider::keyPressEvent(QKeyEvent *event)
{
    const double page = std::max(m_step, (m_max - m_min) / 10);
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Down:
        return take(m_value - m_step);
    case Qt::Key_Right:
    case Qt::Key_Up:
        return take(m_value + m_step);
    case Qt::Key_PageDown:
        return take(m_value - page);
    case Qt::Key_PageUp:
        return take(m_value + page);
    case Qt::Key_Home:
        return take(m_min);
    case Qt::Key_End:
        return take(m_max);
    default:
        QWidget::keyPressEvent(event);
    }
}

void Slider::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = currentTheme(this);
    const double middle = height() / 2.0, span = width() - kKnob;
    const double x = kKnob / 2 + (m_max > m_min ? (m_value - m_min) / (m_max - m_min) : 0) * span;
    roundedBox(painter, QRectF(kKnob / 2 - 2, middle - 2, span + 4, 4), theme.bg.track, {}, 2);
    if (isEnabled() && x > kKnob / 2)
        roundedBox(painter, QRectF(kKnob / 2 - 2, middle - 2, x - kKnob / 2 + 2, 4), theme.accent.main, {}, 2);
    roundedBox(painter, QRectF(x - kKnob / 2, middle - kKnob / 2, kKnob, kKnob), isEnabled() ? theme.text.primary : theme.text.disabled, {},
               kKnob / 2);
}
