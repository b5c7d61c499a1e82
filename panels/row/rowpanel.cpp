// SPDX-License-Identifier: GPL-3.0-or-later
#include <panels/row/rowpanel.h>

#include <panels/panelwidget.h>

namespace {

// The grid draws a row's head; in the panel itself there is nothing to show.
class RowPanel : public PanelWidget
{
public:
    using PanelWidget::PanelWidget;
    void setOptions(const Json &) override { }
    void setData(const PanelData &) override { }
    Frames table() const override { return {}; }
};

} // namespace

PanelType rowPanel()
{
    PanelType type;
    type.id = QStringLiteral("row");
    type.name = QT_TRANSLATE_NOOP("Panels", "Row");
    type.description = QT_TRANSLATE_NOOP("Panels", "A heading that folds the panels below it");
    type.icon = QStringLiteral("row");
    type.asksData = false;
    type.create = [](QWidget *parent) -> PanelWidget * { return new RowPanel(parent); };
    return type;
}
