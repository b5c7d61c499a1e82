// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/theme/focusring.h>

#include <QtGui/QFocusEvent>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QFocusFrame>

FocusRing::FocusRing(QObject *parent) : QObject(parent) { }

bool FocusRing::wants(const QWidget *widget)
{
    return qobject_cast<const QAbstractButton *>(widget) || widget->property("focusRing").toBool();
}

bool FocusRing::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::FocusIn: {
        auto *widget = qobject_cast<QWidget *>(watched);
        const Qt::FocusReason reason = static_cast<QFocusEvent *>(event)->reason();
        const bool byKeyboard = reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason || reason == Qt::ShortcutFocusReason;
        if (widget && byKeyboard && wants(widget))
            show(widget);
        break;
    }
    case QEvent::FocusOut:
        if (m_frame && watched == m_frame->widget())
            hide();
        break;
    case QEvent::MouseButtonPress:
        if (m_frame)
            hide();
        break;
    default:
        break;
    }
    return false;
}

void FocusRing::show(QWidget *widget)
{
    hide();
    m_frame = new QFocusFrame(widget->parentWidget());
    m_frame->setWidget(widget);
}

void FocusRing::hide()
{
    if (m_frame) {
        m_frame->setWidget(nullptr); // it listens no more: who had the focus may be taken out of its window
        m_frame->deleteLater();
    }
    m_frame = nullptr;
}
