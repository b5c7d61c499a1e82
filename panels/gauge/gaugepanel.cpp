// SPDX-License-Identifier: GPL-3.0-or-later
#include <panels/gauge/gaugepanel.h>

#include <panels/panelwidget.h>

namespace {

class GaugePanel : public PanelWidget
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

PanelType gaugePanel()
{
    PanelType type;
    type.id = QStringLiteral("gauge");
    type.name = QT_TRANSLATE_NOOP("Panels", "Gauge");
    type.description = QT_TRANSLATE_NOOP("Panels", "Values on an arc with thresholds");
    type.icon = QStringLiteral("gauge");
    type.asksData = true;
    type.create = [](QWidget *parent) -> PanelWidget * { return new GaugePanel(parent); };
    return type;
}
