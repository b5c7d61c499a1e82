// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/settings/filterlist.h>

#include <QtWidgets/QHBoxLayout>
#include <widgets/controls/field.h>
#include <widgets/form/choosebutton.h>

using namespace Qt::StringLiterals;

namespace {
bool isOneOf(const QString &op)
{
    return op == "=|"_L1 || op == "!=|"_L1;
}

QString valueText(const Json &filter)
{
    const QStringList values = filter[u"values"].toStrings();
    return isOneOf(filter[u"operator"].toString()) && !values.isEmpty() ? values.join(u", "_s) : filter[u"value"].toString();
}

Json replaced(const Json &filters, qsizetype at, const Json &filter)
{
    std::vector<Json> items = filters.items();
    items[size_t(at)] = filter;
    return Json::array(std::move(items));
}
} // namespace

FilterList::FilterList(QWidget *parent) : QWidget(parent), m_rows(new QVBoxLayout)
{
    auto *add = new TextButton(tr("Add filter"), TextButton::Kind::Secondary, u"add"_s);
    add->setObjectName(u"filters.add"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(space::unit);
    layout->addWidget(new PlainLabel(tr("Filters"), TextStyle::LabelStrong));
    m_rows->setSpacing(space::unit);
    layout->addLayout(m_rows);
    layout->addWidget(add, 0, Qt::AlignLeft);
    connect(add, &TextButton::clicked, this, [this] {
        m_filters = m_filters.appended(Json::object({{u"key"_s, QString()}, {u"operator"_s, u"="_s}, {u"value"_s, QString()}}));
        rebuild(); // told once it says something
        if (auto *key = findChild<QWidget *>(u"filters.%1.key"_s.arg(m_filters.size() - 1)))
            key->setFocus(Qt::OtherFocusReason);
    });
}

void FilterList::setFilters(const Json &filters)
{
    const Json array = filters.isArray() ? filters : Json::array();
    if (array == m_filters)
        return;
    m_filters = array;
    rebuild();
}

void FilterList::replace(qsizetype at, const Json &filter)
{
    if (m_filters.at(at) == filter)
        return;
    m_filters = replaced(m_filters, at, filter);
    if (!filter[u"key"].toString().isEmpty())
        emit edited(m_filters, tr("Filter"));
}

// Several values stand in one line, with commas between them; the first is the one that older readers see.
void FilterList::setValue(qsizetype at, const QString &text)
{
    const Json filter = m_filters.at(at);
    QStringList values;
    if (isOneOf(filter[u"operator"].toString()))
        for (const QString &value : text.split(u','))
            if (!value.trimmed().isEmpty())
                values.append(value.trimmed());
    replace(at,
            values.isEmpty() ? filter.without(u"values").with(u"value", text)
                             : filter.with(u"value", values.first()).with(u"values", Json::strings(values)));
}

void FilterList::setOperator(qsizetype at, const QString &op)
{
    const Json filter = m_filters.at(at);
    if (filter[u"operator"].toString() == op)
        return;
    const QString text = valueText(filter);
    m_filters = replaced(m_filters, at, filter.with(u"operator", op));
    setValue(at, text);
    findChild<LineEdit *>(u"filters.%1.value"_s.arg(at))->setPlaceholderText(isOneOf(op) ? tr("Values, with commas") : tr("Value"));
}

void FilterList::addRow(qsizetype at)
{
    const Json filter = m_filters.at(at);
    auto *key = new LineEdit;
    auto *op = new ChooseButton;
    auto *value = new LineEdit;
    auto *remove = new IconButton(u"delete"_s, tr("Remove this filter"));
    const QString name = u"filters.%1."_s.arg(at);
    key->setObjectName(name + u"key"_s);
    op->setObjectName(name + u"operator"_s);
    value->setObjectName(name + u"value"_s);
    remove->setObjectName(name + u"remove"_s);
    key->setAccessibleName(tr("Label"));
    key->setPlaceholderText(tr("Label"));
    op->setAccessibleName(tr("Operator"));
    value->setAccessibleName(tr("Value"));
    value->setPlaceholderText(isOneOf(filter[u"operator"].toString()) ? tr("Values, with commas") : tr("Value"));
    op->setOptions(
        {{u"="_s, u"="_s}, {u"!="_s, u"!="_s}, {u"=|"_s, tr("in")}, {u"!=|"_s, tr("not in")}, {u"=~"_s, u"=~"_s}, {u"!~"_s, u"!~"_s}});
    op->setFixedWidth(72);
    key->setText(filter[u"key"].toString());
    op->setCurrent(filter[u"operator"].toString(u"="_s));
    value->setText(valueText(filter));
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins({});
    layout->setSpacing(space::unit);
    layout->addWidget(key, 1);
    layout->addWidget(op);
    layout->addWidget(value, 1);
    layout->addWidget(remove);
    m_rows->addWidget(row);
    connect(key, &QLineEdit::editingFinished, this, [this, at, key] { replace(at, m_filters.at(at).with(u"key", key->text().trimmed())); });
    connect(value, &QLineEdit::editingFinished, this, [this, at, value] { setValue(at, value->text()); });
    connect(op, &ChooseButton::chosen, this, [this, at](const QString &text) { setOperator(at, text); });
    connect(remove, &IconButton::clicked, this, [this, at] {
        std::vector<Json> items = m_filters.items();
        const bool said = !items[size_t(at)][u"key"].toString().isEmpty();
        items.erase(items.begin() + at);
        m_filters = Json::array(items);
        rebuild();
        if (said)
            emit edited(m_filters, tr("Remove a filter"));
    });
}

void FilterList::rebuild()
{
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        item->widget()->hide();
        for (QWidget *part : item->widget()->findChildren<QWidget *>())
            part->setObjectName({});
        item->widget()->deleteLater();
        delete item;
    }
    for (qsizetype at = 0; at < m_filters.size(); ++at)
        addRow(at);
}
