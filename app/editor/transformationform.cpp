// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/editor/transformationform.h>

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QVBoxLayout>
#include <app/editor/groupbyform.h>
#include <app/editor/organizeform.h>
#include <app/editor/sortbyform.h>
#include <widgets/controls/field.h>
#include <widgets/form/choosebutton.h>

using namespace Qt::StringLiterals;

namespace {
constexpr int kLabelWidth = 132;
constexpr int kControlWidth = 420;

QString optionText(const char *text)
{
    return *text ? QCoreApplication::translate("Options", text) : QString();
}

// Several names of fields, out of those that there are.
class FieldNamesControl : public OptionControl
{
public:
    FieldNamesControl(const OptionRow &row, const QString &name, QWidget *parent) : OptionControl(parent), m_button(new ChooseButton(this))
    {
        m_button->setObjectName(name);
        m_button->setAccessibleName(optionText(row.label));
        m_button->setPlaceholder(tr("none"));
        m_button->setMultiple(true);
        setInner(m_button);
        connect(m_button, &ChooseButton::severalChosen, this,
                [this](const QStringList &values) { tell(values.isEmpty() ? Json() : Json::strings(values)); });
    }
    void setContext(const FormContext &context) override
    {
        QList<Option> options;
        for (const QString &field : context.fieldNames)
            options.append({field, field});
        m_button->setOptions(options);
    }

protected:
    void show(const Json &value) override { m_button->setSeveral(value.toStrings()); }

private:
    ChooseButton *m_button;
};

// Rows of the schema under each other; what only a file can say is left to the file.
class RowsForm : public TransformationForm
{
public:
    RowsForm(const QList<OptionRow> &rows, const QString &prefix, QWidget *parent) : TransformationForm(parent)
    {
        auto *layout = new QVBoxLayout(this);
        layout->setContentsMargins({});
        layout->setSpacing(space::half);
        for (const OptionRow &row : rows) {
            if (row.kind == OptionRow::Kind::Json)
                continue;
            const QString name = prefix + row.key;
            OptionControl *control
                = row.kind == OptionRow::Kind::Texts ? new FieldNamesControl(row, name, this) : OptionControl::make(row, name, this);
            auto *line = new FormLine(optionText(row.label), optionText(row.help), control, this);
            layout->addWidget(line);
            m_lines.append({row, control, line});
            connect(control, &OptionControl::edited, this,
                    [this, row](const Json &value) { emit edited(row.key, value, optionText(row.label)); });
        }
        if (m_lines.isEmpty())
            layout->addWidget(new PlainLabel(tr("There is nothing to choose here."), TextStyle::Body, PlainLabel::Tone::Secondary, this));
    }

    void setOptions(const Json &options) override
    {
        for (const Line &line : m_lines) {
            line.control->setValue(options.get(line.row.key));
            line.widget->setVisible(!line.row.visible || line.row.visible(options));
        }
    }
    void setContext(const FormContext &context) override
    {
        for (const Line &line : m_lines)
            line.control->setContext(context);
    }

private:
    struct Line {
        OptionRow row;
        OptionControl *control;
        FormLine *widget;
    };
    QList<Line> m_lines;
};
} // namespace

FormLine::FormLine(const QString &label, const QString &help, QWidget *control, QWidget *parent) : QWidget(parent)
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(space::unit);
    auto *text = new PlainLabel(label, TextStyle::Body, PlainLabel::Tone::Secondary, this);
    text->setFixedWidth(kLabelWidth);
    layout->addWidget(text);
    layout->addWidget(control, 3);
    layout->addStretch(1);
    control->setMaximumWidth(kControlWidth);
    if (!help.isEmpty()) {
        text->setToolTip(plainToolTip(help));
        control->setToolTip(plainToolTip(help));
    }
}

TransformationForm *TransformationForm::make(const Transformation &transformation, const QString &prefix, QWidget *parent)
{
    if (transformation.id == "organize"_L1)
        return new OrganizeForm(prefix, parent);
    if (transformation.id == "groupBy"_L1)
        return new GroupByForm(prefix, parent);
    if (transformation.id == "sortBy"_L1)
        return new SortByForm(prefix, parent);
    return new RowsForm(transformation.rows, prefix, parent);
}
