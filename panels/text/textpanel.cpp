// SPDX-License-Identifier: GPL-3.0-or-later
#include <panels/text/textpanel.h>

#include <panels/panelwidget.h>
#include <panels/text/textview.h>

namespace {

class TextPanel : public PanelWidget
{
public:
    explicit TextPanel(QWidget *parent)
        : PanelWidget(parent)
        , m_browser(new MarkdownView(this))
        , m_empty(new QLabel(tr("Empty text."), this))
    {
        m_empty->setTextFormat(Qt::PlainText);
        m_empty->setAlignment(Qt::AlignLeft | Qt::AlignTop);
        m_empty->setContentsMargins(14, 8, 14, 8);
        m_empty->setFont(themeFont(TextStyle::Body));
        auto *layout = new QVBoxLayout(this);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->addWidget(m_browser);
        layout->addWidget(m_empty);
        connect(m_browser, &MarkdownView::linkActivated, this, &PanelWidget::linkActivated);
    }

    void setOptions(const Json &json) override
    {
        m_options = textSchema().read(json);
        refresh();
    }

    void setData(const PanelData &) override { }

    void setContext(const PanelContext &context) override
    {
        PanelWidget::setContext(context);
        refresh();
    }

    Frames table() const override
    {
        Frame frame;
        frame.kind = Frame::Kind::Table;
        frame.fields = {Field{tr("Text"), {}, Column::texts({m_browser->toPlainText()}), {}, {}}};
        return {frame};
    }

private:
    void refresh()
    {
        const TextView view = layoutText(m_options, context().interpolate);
        QPalette palette;
        palette.setColor(QPalette::WindowText, context().theme->text.secondary);
        m_empty->setPalette(palette);
        m_empty->setVisible(view.isEmpty);
        m_browser->setVisible(!view.isEmpty);
        if (view == m_view && context().theme == m_theme)
            return;
        m_view = view;
        m_theme = context().theme;
        m_browser->showText(view.text, view.form, *m_theme, view.lineNumbers);
    }

    MarkdownView *m_browser;
    QLabel *m_empty;
    TextOptions m_options;
    TextView m_view;
    const Theme *m_theme = nullptr;
};

} // namespace

PanelType textPanel()
{
    PanelType type;
    type.id = QStringLiteral("text");
    type.name = QT_TRANSLATE_NOOP("Panels", "Text");
    type.description = QT_TRANSLATE_NOOP("Panels", "Markdown, HTML or code");
    type.icon = QStringLiteral("text");
    type.options = textSchema().rows();
    type.asksData = false;
    type.create = [](QWidget *parent) -> PanelWidget * { return new TextPanel(parent); };
    return type;
}
