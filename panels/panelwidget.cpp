// SPDX-License-Identifier: GPL-3.0-or-later
#include <panels/panelwidget.h>

PanelWidget::PanelWidget(QWidget *parent) : QWidget(parent) { }

void PanelWidget::setContext(const PanelContext &context)
{
    m_context = context;
    update();
}

void PanelWidget::setSharedCursor(std::optional<double>) { }
