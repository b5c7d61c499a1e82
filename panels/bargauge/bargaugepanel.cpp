// SPDX-License-Identifier: GPL-3.0-or-later
#include <panels/bargauge/bargaugepanel.h>

#include <panels/panelwidget.h>

namespace {

class BarGaugePanel : public PanelWidget
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

PanelType bargaugePanel()
{
    PanelType type;
    type.id = QStringLiteral("bargauge");
    type.name = QT_TRANSLATE_NOOP("Panels", "Bar gauge");
    type.description = QT_TRANSLATE_NOOP("Panels", "Values as bars with thresholds");
    type.icon = QStringLiteral("bargauge");
    type.asksData = true;
    type.create = [](QWidget *parent) -> PanelWidget * { return new BarGaugePanel(parent); };
    return type;
}
