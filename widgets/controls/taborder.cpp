// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/controls/taborder.h>

#include <QtWidgets/QScrollArea>

void chainTabs(const QList<QWidget *> &widgets)
{
    QWidget *before = nullptr;
    for (QWidget *each : widgets) {
        if (!each || each->focusPolicy() == Qt::NoFocus || each->focusProxy())
            continue;
        if (before && before->window() == each->window())
            QWidget::setTabOrder(before, each);
        before = each;
    }
}

bool focusNextTabStop(QWidget &window, bool next)
{
    QWidget *from = window.focusWidget() ? window.focusWidget() : &window;
    const auto after = [next](const QWidget *each) { return next ? each->nextInFocusChain() : each->previousInFocusChain(); };
    for (QWidget *each = after(from); each != from; each = after(each)) {
        const bool takes = (each->focusPolicy() & Qt::TabFocus) && !each->focusProxy() && each->isEnabled();
        if (!takes || each == &window || each->window() != &window || !each->isVisibleTo(&window))
            continue;
        each->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
        for (QWidget *parent = each->parentWidget(); parent; parent = parent->parentWidget())
            if (auto *scroll = qobject_cast<QScrollArea *>(parent))
                scroll->ensureWidgetVisible(each, 0, 24);
        return true;
    }
    return false;
}
