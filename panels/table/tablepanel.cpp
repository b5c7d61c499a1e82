// SPDX-License-Identifier: GPL-3.0-or-later
#include <panels/table/tablepanel.h>

#include <panels/panelwidget.h>

namespace {

class TablePanel : public PanelWidget
{
public:
    using PanelWidget::PanelWidget;
    void setOptions(const Json &) override { }
    void setData(const PanelData &data) override { m_data = data; }
    Frames table() const override { return m_data.frames; }

private:
    PanelData m_data;
};

} // namespace

PanelType tablePanel()
{
    PanelType type;
    type.id = QStringLiteral("table");
    type.name = QT_TRANSLATE_NOOP("Panels", "Table");
    type.description = QT_TRANSLATE_NOOP("Panels", "Rows and columns");
    type.icon = QStringLiteral("table");
    type.asksData = true;
    type.create = [](QWidget *parent) -> PanelWidget * { return new TablePanel(parent); };
    return type;
}
