// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/editor/groupbyform.h>

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QVBoxLayout>
#include <widgets/controls/field.h>
#include <widgets/form/choosebutton.h>

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype kMaxRows = 100;
} // namespace

GroupByForm::GroupByForm(const QString &prefix, QWidget *parent)
    : TransformationForm(parent)
    , m_prefix(prefix)
    , m_layout(new QVBoxLayout(this))
    , m_note(new PlainLabel({}, TextStyle::Label, PlainLabel::Tone::Secondary, this))
{
    m_layout->setContentsMargins({});
    m_layout->setSpacing(space::half);
    m_layout->addWidget(m_note);
    rebuild();
}

void GroupByForm::setOptions(const Json &options)
{
    m_options = options;
    rebuild();
}

void GroupByForm::setContext(const FormContext &context)
{
    m_names = context.fieldNames;
    rebuild();
}

// The fields that there are, then those that only the file names.
void GroupByForm::rebuild()
{
    QStringList names = m_names;
    for (const QString &name : m_options[u"fields"].keys()) {
        if (!names.contains(name))
            names.append(name);
    }
    names = names.mid(0, kMaxRows);
    // Rows of fields that stay are kept: somebody may be choosing in one.
    QList<Row> before = std::exchange(m_rows, {});
    for (const QString &name : std::as_const(names)) {
        const auto known = std::find_if(before.begin(), before.end(), [&](const Row &row) { return row.name == name; });
        if (known == before.end()) {
            addRow(name);
        } else {
            m_rows.append(*known);
            before.erase(known);
        }
        if (QWidget *line = m_rows.last().line; m_layout->indexOf(line) != int(m_rows.size()) - 1)
            m_layout->insertWidget(int(m_rows.size()) - 1, line);
    }
    for (const Row &row : std::as_const(before)) {
        row.line->hide();
        row.line->deleteLater();
    }
    m_note->setVisible(names.isEmpty());
    m_note->setText(tr("The fields appear here when the queries have answered."));
    fill();
}

void GroupByForm::addRow(const QString &name)
{
    auto *control = new QWidget(this);
    auto *layout = new QHBoxLayout(control);
    layout->setContentsMargins({});
    layout->setSpacing(space::unit);
    OptionRow reducersRow;
    reducersRow.kind = OptionRow::Kind::Reducers;
    reducersRow.label = QT_TRANSLATE_NOOP("Options", "Calculations");
    const QString prefix = m_prefix + u"field."_s + name;
    Row row{name, nullptr, new ChooseButton(control), OptionControl::make(reducersRow, prefix + u".calculations"_s, control)};
    row.operation->setObjectName(prefix + u".operation"_s);
    row.operation->setAccessibleName(tr("What to do with %1").arg(name));
    row.operation->setOptions({{QString(), tr("Leave out")}, {u"groupby"_s, tr("Group by")}, {u"aggregate"_s, tr("Calculate")}});
    row.operation->setFixedWidth(120);
    layout->addWidget(row.operation);
    layout->addWidget(row.calculations, 1);
    layout->addStretch(0);
    row.line = new FormLine(name, name, control, this);
    m_layout->insertWidget(m_layout->count() - 1, row.line);
    connect(row.operation, &ChooseButton::chosen, this, [this, name](const QString &operation) { choose(name, operation); });
    connect(row.calculations, &OptionControl::edited, this, [this, name](const Json &value) { calculate(name, value); });
    m_rows.append(row);
}

void GroupByForm::fill()
{
    for (const Row &row : m_rows) {
        const Json field = m_options[u"fields"][row.name];
        row.operation->setCurrent(field[u"operation"].toString());
        row.calculations->setValue(field[u"aggregations"]);
        row.calculations->setVisible(field[u"operation"].toString() == "aggregate"_L1);
    }
}

void GroupByForm::choose(const QString &name, const QString &operation)
{
    if (operation.isEmpty())
        return tell(name, {});
    const Json calculations = m_options[u"fields"][name][u"aggregations"];
    tell(name,
         Json::object({{u"aggregations"_s, calculations.isArray() ? calculations : Json::array()}, {u"operation"_s, Json(operation)}}));
}

void GroupByForm::calculate(const QString &name, const Json &calculations)
{
    tell(name, m_options[u"fields"][name].with(u"aggregations", calculations.isNull() ? Json::array() : calculations));
}

void GroupByForm::tell(const QString &name, const Json &value)
{
    std::vector<std::pair<QString, Json>> members;
    bool was = false;
    for (const QString &key : m_options[u"fields"].keys()) {
        was = was || key == name;
        if (key != name || !value.isNull())
            members.emplace_back(key, key == name ? value : m_options[u"fields"][key]);
    }
    if (!was && !value.isNull())
        members.emplace_back(name, value);
    emit edited(u"fields"_s, Json::object(members), name);
}
