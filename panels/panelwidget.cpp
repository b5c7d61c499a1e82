// SPDX-License-Identifier: GPL-3.0-or-later
#include <panels/panelwidget.h>

bool holdsValues(const Frames &frames)
{
    for (const Frame &frame : frames)
        for (const Field &field : frame.fields)
            for (qsizetype row = 0; row < field.values.size() && !field.isTime(); ++row)
                if (!field.values.isNull(row))
                    return true;
    return false;
}

PanelWidget::PanelWidget(QWidget *parent) : QWidget(parent) { }

void PanelWidget::setContext(const PanelContext &context)
{
    m_context = context;
    update();
}

bool PanelWidget::hasMarks() const
{
    return holdsValues(table());
}

void PanelWidget::setSharedCursor(std::optional<double>) { }

void PanelWidget::setAnnotations(const AnnotationLayers &) { }
