// SPDX-License-Identifier: GPL-3.0-or-later
#include <panels/placeholder/placeholderpanel.h>

#include <panels/panelwidget.h>

namespace {

class PlaceholderPanel : public PanelWidget
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

PanelType placeholderPanel()
{
    PanelType type;
    type.id = QStringLiteral("placeholder");
    type.name = QT_TRANSLATE_NOOP("Panels", "Unknown");
    type.description = QT_TRANSLATE_NOOP("Panels", "Stands in for a panel type that is not known");
    type.icon = QStringLiteral("info");
    type.asksData = true;
    type.create = [](QWidget *parent) -> PanelWidget * { return new PlaceholderPanel(parent); };
    return type;
}
