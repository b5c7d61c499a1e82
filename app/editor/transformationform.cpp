// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/editor/transformationform.h>

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QVBoxLayout>
#include <app/editor/groupbyform.h>
#include <app/editor/itemsform.h>
#include <app/editor/organizeform.h>
#include <app/editor/sortbyform.h>
#include <pipeline/reduce.h>
#include <widgets/controls/field.h>
#include <widgets/form/choosebutton.h>

using namespace Qt::StringLiterals;

namespace {
constexpr int kLabelWidth = 132;
constexpr int kControlWidth = 420;

// Several names of fields, out of those that there are.
class FieldNamesControl : public OptionControl
{
public:
    FieldNamesControl(const OptionRow &row, const QString &name, QWidget *parent) : OptionControl(parent), m_button(new ChooseButton(this))
    {
        m_button->setObjectName(name);
        m_button->setAccessibleName(optionText(row.label));
        m_button->setPlaceholder(row.key == "reduce.include"_L1 ? tr("all numbers") : tr("none"));
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

// One calculation out of all.
class ReducerControl : public OptionControl
{
public:
    ReducerControl(const OptionRow &row, const QString &name, QWidget *parent)
        : OptionControl(parent)
        , m_row(row)
        , m_button(new ChooseButton(this))
    {
        m_button->setObjectName(name);
        m_button->setAccessibleName(optionText(row.label));
        QList<Option> options;
        for (const ReducerInfo &info : reducers())
            options.append({info.id, info.name});
        m_button->setOptions(options);
        setInner(m_button);
        connect(m_button, &ChooseButton::chosen, this, [this](const QString &value) { tell(value); });
    }

protected:
    void show(const Json &value) override { m_button->setCurrent(value.toString(m_row.defaultValue.toString())); }

private:
    OptionRow m_row;
    ChooseButton *m_button;
};

// A side of a binary calculation: a field, or a number.
class SideControl : public OptionControl
{
public:
    SideControl(const OptionRow &row, const QString &name, QWidget *parent) : OptionControl(parent), m_button(new ChooseButton(this))
    {
        m_button->setObjectName(name);
        m_button->setAccessibleName(optionText(row.label));
        m_button->setPlaceholder(tr("a field or a number"));
        m_button->setCustom(tr("The number %1"));
        setInner(m_button);
        connect(m_button, &ChooseButton::chosen, this, [this](const QString &value) {
            const bool isField = std::any_of(m_button->options().begin(), m_button->options().end(),
                                             [&value](const Option &option) { return option.value == value; });
            const Json matcher = Json::object({{u"id"_s, Json(u"byName"_s)}, {u"options"_s, Json(value)}});
            tell(Json::object({isField ? std::pair(u"matcher"_s, matcher) : std::pair(u"fixed"_s, Json(value))}));
        });
    }
    void setContext(const FormContext &context) override
    {
        QList<Option> options;
        for (const QString &field : context.fieldNames)
            options.append({field, field});
        m_button->setOptions(options);
    }

protected:
    void show(const Json &value) override
    {
        const QString field = value[u"matcher"][u"options"].toString();
        const Json fixed = value.isObject() ? value[u"fixed"] : value;
        const QString text = fixed.isString() || fixed.isNull() ? fixed.toString() : QString::fromUtf8(fixed.dump());
        m_button->setCurrent(field.isEmpty() ? text : field);
    }

private:
    ChooseButton *m_button;
};

OptionControl *controlFor(const OptionRow &row, const QString &name, QWidget *parent)
{
    if (row.key == "binary.left"_L1 || row.key == "binary.right"_L1)
        return new SideControl(row, name, parent);
    if (row.key == "reduce.reducer"_L1)
        return new ReducerControl(row, name, parent);
    const bool isFields = row.kind == OptionRow::Kind::Texts && row.key != "keepLabels"_L1;
    return isFields ? new FieldNamesControl(row, name, parent) : OptionControl::make(row, name, parent);
}

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
            OptionControl *control = controlFor(row, name, this);
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
            const Json value = options.get(line.row.key);
            const bool isList = line.row.kind == OptionRow::Kind::Reducers; // shows what holds where the file says nothing
            line.control->setValue(value.isNull() && isList ? line.row.defaultValue : value);
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
    if (const std::optional<ItemsSpec> spec = itemsSpec(transformation.id)) {
        const auto isJson = [](const OptionRow &row) { return row.kind == OptionRow::Kind::Json; };
        const bool only = std::all_of(transformation.rows.begin(), transformation.rows.end(), isJson);
        return new ItemsForm(*spec, only ? nullptr : new RowsForm(transformation.rows, prefix, parent), prefix, parent);
    }
    return new RowsForm(transformation.rows, prefix, parent);
}
