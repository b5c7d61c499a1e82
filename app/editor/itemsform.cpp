// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/editor/itemsform.h>

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QVBoxLayout>
#include <widgets/controls/button.h>

using namespace Qt::StringLiterals;

namespace {
OptionRow column(const QString &key, OptionRow::Kind kind, const char *label)
{
    OptionRow row;
    row.key = key;
    row.kind = kind;
    row.label = label;
    return row;
}

ItemsSpec conditions()
{
    const QString value = u"config.options.value"_s;
    OptionRow condition = column(u"config.id"_s, OptionRow::Kind::Choice, QT_TRANSLATE_NOOP("Options", "Condition"));
    condition.choices = {
        {u"greater"_s, QT_TRANSLATE_NOOP("Options", "is more than")}, {u"greaterOrEqual"_s, QT_TRANSLATE_NOOP("Options", "is at least")},
        {u"lower"_s, QT_TRANSLATE_NOOP("Options", "is less than")},   {u"lowerOrEqual"_s, QT_TRANSLATE_NOOP("Options", "is at most")},
        {u"equal"_s, QT_TRANSLATE_NOOP("Options", "equals")},         {u"notEqual"_s, QT_TRANSLATE_NOOP("Options", "differs from")},
        {u"between"_s, QT_TRANSLATE_NOOP("Options", "is between")},   {u"regex"_s, QT_TRANSLATE_NOOP("Options", "matches")},
        {u"substring"_s, QT_TRANSLATE_NOOP("Options", "contains")},   {u"notSubstring"_s, QT_TRANSLATE_NOOP("Options", "does not contain")},
        {u"isNull"_s, QT_TRANSLATE_NOOP("Options", "is empty")},      {u"isNotNull"_s, QT_TRANSLATE_NOOP("Options", "is not empty")}};
    OptionRow single = column(value, OptionRow::Kind::Text, QT_TRANSLATE_NOOP("Options", "Value"));
    single.visible = [](const Json &item) {
        const QString id = item[u"config"][u"id"].toString();
        return id != "between"_L1 && id != "isNull"_L1 && id != "isNotNull"_L1;
    };
    OptionRow from = column(u"config.options.from"_s, OptionRow::Kind::Text, QT_TRANSLATE_NOOP("Options", "From"));
    from.visible = [](const Json &item) { return item[u"config"][u"id"].toString() == "between"_L1; };
    OptionRow to = column(u"config.options.to"_s, OptionRow::Kind::Text, QT_TRANSLATE_NOOP("Options", "To"));
    to.visible = from.visible;
    const Json config = Json::object({{u"id"_s, Json(u"greater"_s)}, {u"options"_s, Json::object({{u"value"_s, Json(0)}})}});
    return {u"filters"_s,
            QT_TRANSLATE_NOOP("ItemsForm", "conditions"),
            ItemsForm::tr("Add condition"),
            Json::object({{u"fieldName"_s, Json(QString())}, {u"config"_s, config}}),
            {column(u"fieldName"_s, OptionRow::Kind::FieldName, QT_TRANSLATE_NOOP("Options", "Field")), condition, single, from, to}};
}

ItemsSpec conversions()
{
    OptionRow type = column(u"destinationType"_s, OptionRow::Kind::Choice, QT_TRANSLATE_NOOP("Options", "Type"));
    type.choices = {{u"number"_s, QT_TRANSLATE_NOOP("Options", "Number")},
                    {u"string"_s, QT_TRANSLATE_NOOP("Options", "Text")},
                    {u"time"_s, QT_TRANSLATE_NOOP("Options", "Time")},
                    {u"boolean"_s, QT_TRANSLATE_NOOP("Options", "True or false")}};
    OptionRow format = column(u"dateFormat"_s, OptionRow::Kind::Text, QT_TRANSLATE_NOOP("Options", "Date format"));
    format.visible = [](const Json &item) { return item[u"destinationType"].toString() == "string"_L1; };
    return {u"conversions"_s,
            QT_TRANSLATE_NOOP("ItemsForm", "conversions"),
            ItemsForm::tr("Add conversion"),
            Json::object({{u"targetField"_s, Json(QString())}, {u"destinationType"_s, Json(u"number"_s)}}),
            {column(u"targetField"_s, OptionRow::Kind::FieldName, QT_TRANSLATE_NOOP("Options", "Field")), type, format}};
}

ItemsSpec mappings()
{
    OptionRow use = column(u"handlerKey"_s, OptionRow::Kind::Choice, QT_TRANSLATE_NOOP("Options", "Used as"));
    use.choices = {{u"field.name"_s, QT_TRANSLATE_NOOP("Options", "Name")}, {u"field.value"_s, QT_TRANSLATE_NOOP("Options", "Value")},
                   {u"unit"_s, QT_TRANSLATE_NOOP("Options", "Unit")},       {u"min"_s, QT_TRANSLATE_NOOP("Options", "Min")},
                   {u"max"_s, QT_TRANSLATE_NOOP("Options", "Max")},         {u"decimals"_s, QT_TRANSLATE_NOOP("Options", "Decimals")},
                   {u"__ignore"_s, QT_TRANSLATE_NOOP("Options", "Ignored")}};
    return {u"mappings"_s,
            QT_TRANSLATE_NOOP("ItemsForm", "mappings"),
            ItemsForm::tr("Add mapping"),
            Json::object({{u"fieldName"_s, Json(QString())}, {u"handlerKey"_s, Json(u"field.value"_s)}}),
            {column(u"fieldName"_s, OptionRow::Kind::FieldName, QT_TRANSLATE_NOOP("Options", "Field")), use}};
}

// A condition over numbers holds a number.
Json numberWhereItIsOne(const Json &item, const Json &value)
{
    const QString id = item[u"config"][u"id"].toString();
    if (!value.isString() || id == "regex"_L1 || id.endsWith("ubstring"_L1))
        return value;
    bool isNumber = false;
    const double number = value.toString().toDouble(&isNumber);
    // "1." is on its way to "1.5".
    return isNumber && Json(number).dump() == value.toString().toUtf8() ? Json(number) : value;
}
} // namespace

std::optional<ItemsSpec> itemsSpec(const QString &transformationId)
{
    if (transformationId == "filterByValue"_L1)
        return conditions();
    if (transformationId == "convertFieldType"_L1)
        return conversions();
    if (transformationId == "rowsToFields"_L1)
        return mappings();
    return {};
}

ItemsForm::ItemsForm(const ItemsSpec &spec, TransformationForm *above, const QString &prefix, QWidget *parent)
    : TransformationForm(parent)
    , m_spec(spec)
    , m_above(above)
    , m_prefix(prefix + spec.key + u'.')
    , m_layout(new QVBoxLayout(this))
    , m_add(new TextButton(spec.add, TextButton::Kind::Ghost, u"add"_s, this))
{
    m_layout->setContentsMargins({});
    m_layout->setSpacing(space::half);
    if (m_above) {
        m_layout->addWidget(m_above);
        connect(m_above, &TransformationForm::edited, this, &TransformationForm::edited);
    }
    m_add->setObjectName(m_prefix + u"add"_s);
    m_layout->addWidget(m_add, 0, Qt::AlignLeft);
    connect(m_add, &QAbstractButton::clicked, this, [this] {
        std::vector<Json> items = m_items;
        items.push_back(m_spec.item);
        tell(std::move(items));
    });
}

void ItemsForm::setOptions(const Json &options)
{
    if (m_above)
        m_above->setOptions(options);
    m_items = options[m_spec.key].items();
    while (m_lines.size() > qsizetype(m_items.size())) {
        QWidget *line = m_lines.takeLast().line;
        line->hide();
        line->setParent(nullptr);
        line->deleteLater();
    }
    while (m_lines.size() < qsizetype(m_items.size()))
        addLine(m_lines.size());
    fill();
}

void ItemsForm::setContext(const FormContext &context)
{
    m_context = context;
    if (m_above)
        m_above->setContext(context);
    for (const Item &item : m_lines) {
        for (OptionControl *control : item.controls)
            control->setContext(context);
    }
}

void ItemsForm::addLine(qsizetype index)
{
    Item item{new QWidget(this), {}};
    auto *layout = new QHBoxLayout(item.line);
    layout->setContentsMargins({});
    layout->setSpacing(space::half);
    const QString prefix = m_prefix + QString::number(index) + u'.';
    for (const OptionRow &row : m_spec.columns) {
        OptionControl *control = OptionControl::make(row, prefix + row.key, item.line);
        control->setContext(m_context);
        control->setMaximumWidth(220);
        layout->addWidget(control, 1);
        item.controls.append(control);
        connect(control, &OptionControl::edited, this, [this, index, row](const Json &value) { change(index, row, value); });
    }
    auto *remove = new IconButton(u"delete"_s, tr("Remove"), TextButton::Kind::Ghost, item.line);
    remove->setObjectName(prefix + u"remove"_s);
    layout->addWidget(remove);
    layout->addStretch(1);
    connect(remove, &QAbstractButton::clicked, this, [this, index] {
        std::vector<Json> items = m_items;
        items.erase(items.begin() + index);
        tell(std::move(items));
    });
    m_lines.append(item);
    m_layout->insertWidget(m_layout->count() - 1, item.line);
}

void ItemsForm::fill()
{
    for (qsizetype i = 0; i < m_lines.size(); ++i) {
        for (qsizetype c = 0; c < m_spec.columns.size(); ++c) {
            const OptionRow &row = m_spec.columns[c];
            const Json &item = m_items[size_t(i)];
            m_lines[i].controls[c]->setValue(item.get(row.key));
            m_lines[i].controls[c]->setVisible(!row.visible || row.visible(item));
        }
    }
}

void ItemsForm::change(qsizetype index, const OptionRow &column, const Json &value)
{
    std::vector<Json> items = m_items;
    Json &item = items[size_t(index)];
    item = value.isNull() ? item.without(column.key) : item.with(column.key, numberWhereItIsOne(item, value));
    tell(std::move(items));
}

void ItemsForm::tell(std::vector<Json> items)
{
    emit edited(m_spec.key, Json::array(std::move(items)), tr(m_spec.what));
}
