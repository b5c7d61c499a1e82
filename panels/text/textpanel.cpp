// SPDX-License-Identifier: GPL-3.0-or-later
#include <panels/text/textpanel.h>

#include <panels/panelwidget.h>

namespace {

class TextPanel : public PanelWidget
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

PanelType textPanel()
{
    PanelType type;
    type.id = QStringLiteral("text");
    type.name = QT_TRANSLATE_NOOP("Panels", "Text");
    type.description = QT_TRANSLATE_NOOP("Panels", "Markdown, HTML or code");
    type.icon = QStringLiteral("text");
    type.asksData = false;
    type.create = [](QWidget *parent) -> PanelWidget * { return new TextPanel(parent); };
    return type;
}
