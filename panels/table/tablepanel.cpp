// SPDX-License-Identifier: GPL-3.0-or-later
#include <panels/table/tablepanel.h>

#include <panels/singlevalue.h>
#include <panels/table/frametable.h>

namespace {

class TablePanel : public PanelWidget
{
public:
    explicit TablePanel(QWidget *parent) : PanelWidget(parent), m_table(new FrameTable(this))
    {
        auto *layout = new QVBoxLayout(this);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->addWidget(m_table);
        connect(m_table, &FrameTable::linkActivated, this, &PanelWidget::linkActivated);
        connect(m_table, &FrameTable::columnResized, this, [this](const QString &column, int widthPx) {
            if (PanelWidget::context().editable)
                emit overrideEdited(column, QStringLiteral("custom.width"), Json(widthPx));
        });
    }

    void setOptions(const Json &json) override { m_table->setOptions(tableSchema().read(json)); }

    void setData(const PanelData &data) override
    {
        m_frames = data.frames;
        m_table->setFrames(data.frames);
    }

    void setContext(const PanelContext &context) override
    {
        PanelWidget::setContext(context);
        m_table->setContext(context);
    }

    Frames table() const override { return m_frames; }

private:
    FrameTable *m_table;
    Frames m_frames;
};

double suggestTable(const PanelData &data)
{
    for (const Frame &frame : data.frames) {
        if (frame.kind == Frame::Kind::Table)
            return 0.8;
    }
    return data.frames.isEmpty() ? 0 : 0.2;
}

} // namespace

PanelType tablePanel()
{
    PanelType type;
    type.id = QStringLiteral("table");
    type.name = QT_TRANSLATE_NOOP("Panels", "Table");
    type.description = QT_TRANSLATE_NOOP("Panels", "Rows that a click sorts");
    type.icon = QStringLiteral("table");
    type.options = tableSchema().rows();
    type.fieldOptions = tableFieldSchema().rows();
    type.fieldDefaults = singleValueFieldDefaults();
    type.create = [](QWidget *parent) -> PanelWidget * { return new TablePanel(parent); };
    type.suggest = suggestTable;
    return type;
}
