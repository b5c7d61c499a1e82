// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/controls/segmentedcontrol.h>

#include <QtWidgets/QHBoxLayout>

SegmentedControl::SegmentedControl(QWidget *parent, ControlSize size) : QWidget(parent), m_size(size)
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setFocusPolicy(Qt::TabFocus);
    setProperty("focusRing", true);
}

void SegmentedControl::setSegments(const QList<Segment> &segments)
{
    qDeleteAll(m_buttons);
    m_buttons.clear();
    m_segments = segments;
    for (qsizetype i = 0; i < segments.size(); ++i) {
        const Segment &segment = segments[i];
        auto *button = new TextButton(segment.text, TextButton::Kind::Secondary, segment.icon, this);
        button->setObjectName(QStringLiteral("segment.") + segment.value);
        button->setControlSize(m_size);
        button->setFocusPolicy(Qt::NoFocus);
        button->setToolTip(plainToolTip(segment.toolTip));
        const bool first = i == 0;
        const bool last = i + 1 == segments.size();
        button->setCorners(first && last ? Corners::All : first ? Corners::Left : last ? Corners::Right : Corners::None);
        connect(button, &TextButton::clicked, this, [this, value = segment.value] { choose(value); });
        layout()->addWidget(button);
        m_buttons.append(button);
    }
    setStretched(m_stretched);
    showCurrent();
}

void SegmentedControl::setCurrent(const QString &value)
{
    m_current = value;
    showCurrent();
}

// Stretched: equal parts, as long as each word has room in one.
void SegmentedControl::setStretched(bool stretched)
{
    m_stretched = stretched;
    setSizePolicy(stretched ? QSizePolicy::Expanding : QSizePolicy::Fixed, QSizePolicy::Fixed);
    for (TextButton *button : m_buttons) {
        button->setSizePolicy(stretched ? QSizePolicy::Preferred : QSizePolicy::Fixed, QSizePolicy::Fixed);
        button->setMinimumWidth(stretched ? 1 : 0); // narrow places cut words rather than the row
    }
}

void SegmentedControl::keyPressEvent(QKeyEvent *event)
{
    const int step = event->key() == Qt::Key_Left || event->key() == Qt::Key_Up ? -1
        : event->key() == Qt::Key_Right || event->key() == Qt::Key_Down         ? 1
                                                                                : 0;
    if (step == 0 || m_segments.isEmpty())
        return QWidget::keyPressEvent(event);
    qsizetype at = 0;
    for (qsizetype i = 0; i < m_segments.size(); ++i) {
        if (m_segments[i].value == m_current)
            at = i;
    }
    choose(m_segments[std::clamp<qsizetype>(at + step, 0, m_segments.size() - 1)].value);
}

void SegmentedControl::choose(const QString &value)
{
    if (value == m_current)
        return;
    setCurrent(value);
    emit currentChanged(value);
}

void SegmentedControl::showCurrent()
{
    for (qsizetype i = 0; i < m_buttons.size(); ++i)
        m_buttons[i]->setActive(m_segments[i].value == m_current);
}
