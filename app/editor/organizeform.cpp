// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/editor/organizeform.h>

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QVBoxLayout>
#include <app/editor/reordercolumn.h>
#include <widgets/controls/field.h>
#include <widgets/controls/keptfocus.h>
#include <widgets/form/choosebutton.h>

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype kMaxRows = 150;

QString ruleMode(const Json &options)
{
    if (options[u"orderByMode"].toString() != "auto"_L1)
        return u"manual"_s;
    const Json rules = options[u"orderBy"];
    if (rules.size() != 1 || rules.at(0)[u"type"].toString() == "label"_L1)
        return u"rules"_s;
    return rules.at(0)[u"desc"].toBool() ? u"nameDesc"_s : u"name"_s;
}

// A map of names, {} where nothing is left.
Json mapWith(const Json &map, const QString &name, const Json &value)
{
    std::vector<std::pair<QString, Json>> members;
    for (const QString &key : map.keys()) {
        if (key != name)
            members.emplace_back(key, map[key]);
    }
    if (!value.isNull())
        members.emplace_back(name, value);
    return Json::object(members);
}
} // namespace

OrganizeForm::OrganizeForm(const QString &prefix, QWidget *parent)
    : TransformationForm(parent)
    , m_prefix(prefix)
    , m_order(new ChooseButton(this))
    , m_column(new ReorderColumn(2, this))
    , m_note(new PlainLabel({}, TextStyle::Label, PlainLabel::Tone::Secondary, this))
{
    m_order->setObjectName(prefix + u"orderByMode"_s);
    m_order->setAccessibleName(tr("Order of fields"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(space::half);
    layout->addWidget(new FormLine(tr("Order of fields"), {}, m_order, this));
    layout->addWidget(m_column);
    layout->addWidget(m_note);
    connect(m_order, &ChooseButton::chosen, this, &OrganizeForm::chooseOrder);
    connect(m_column, &ReorderColumn::moved, this, &OrganizeForm::moveField);
    rebuild();
}

void OrganizeForm::setOptions(const Json &options)
{
    m_options = options;
    const QString mode = ruleMode(options);
    QList<Option> choices{{u"manual"_s, tr("By hand")}, {u"name"_s, tr("By name, A to Z")}, {u"nameDesc"_s, tr("By name, Z to A")}};
    if (mode == "rules"_L1)
        choices.append({mode, tr("By the rules in the file")});
    m_order->setOptions(choices);
    m_order->setCurrent(mode);
    QStringList shown;
    for (const Row &row : m_rows)
        shown.append(row.name);
    if (shown == ordered().mid(0, kMaxRows))
        fill();
    else
        rebuild();
}

void OrganizeForm::setContext(const FormContext &context)
{
    if (m_names == context.fieldNames)
        return;
    m_names = context.fieldNames;
    rebuild();
}

QStringList OrganizeForm::ordered() const
{
    QStringList names = m_names;
    const Json places = m_options[u"indexByName"];
    if (ruleMode(m_options) != "manual"_L1)
        return names;
    const auto place = [&places](const QString &name) { return places[name].isNumber() ? places[name].toDouble() : 1e300; };
    std::stable_sort(names.begin(), names.end(), [&place](const QString &a, const QString &b) { return place(a) < place(b); });
    return names;
}

void OrganizeForm::rebuild()
{
    const KeptFocus kept(this);
    m_rows.clear();
    m_column->clear();
    const QStringList names = ordered();
    for (const QString &name : names.mid(0, kMaxRows))
        addRow(name);
    m_note->setVisible(names.isEmpty() || names.size() > kMaxRows);
    m_note->setText(names.isEmpty() ? tr("The fields appear here when the queries have answered.")
                                    : tr("%1 more fields are not listed.").arg(names.size() - kMaxRows));
    fill();
}

void OrganizeForm::addRow(const QString &name)
{
    auto *line = new QWidget(m_column);
    const QString prefix = m_prefix + u"field."_s + name;
    auto *grip = new Grip(tr("Move %1").arg(name), line);
    grip->setObjectName(prefix + u".grip"_s);
    Row row{name, new PlainLabel(name, TextStyle::Body, PlainLabel::Tone::Primary, line),
            new IconButton(u"eye"_s, tr("Hide"), TextButton::Kind::Ghost, line), new LineEdit(line)};
    row.label->setFixedWidth(160);
    row.label->setToolTip(plainToolTip(name));
    row.eye->setObjectName(prefix + u".hide"_s);
    row.rename->setObjectName(prefix + u".rename"_s);
    row.rename->setPlaceholderText(tr("Same name"));
    row.rename->setAccessibleName(tr("New name of %1").arg(name));
    row.rename->setMaximumWidth(320);
    auto *layout = new QHBoxLayout(line);
    layout->setContentsMargins({});
    layout->setSpacing(space::half);
    layout->addWidget(grip);
    layout->addWidget(row.eye);
    layout->addWidget(row.label);
    layout->addWidget(row.rename, 2);
    layout->addStretch(1);
    connect(row.eye, &QAbstractButton::clicked, this, [this, name] { hideField(name, !m_options[u"excludeByName"][name].toBool()); });
    connect(row.rename, &QLineEdit::textEdited, this, [this, name](const QString &text) { renameField(name, text); });
    m_column->addRow(line, grip);
    m_rows.append(row);
}

void OrganizeForm::fill()
{
    const bool byHand = ruleMode(m_options) == "manual"_L1;
    for (const Row &row : m_rows) {
        const bool hidden = m_options[u"excludeByName"][row.name].toBool();
        row.eye->setIconName(hidden ? u"eye-off"_s : u"eye"_s);
        row.eye->setToolTipText(hidden ? tr("Show %1").arg(row.name) : tr("Hide %1").arg(row.name));
        row.label->setTone(hidden ? PlainLabel::Tone::Disabled : PlainLabel::Tone::Primary);
        row.rename->setEnabled(!hidden);
        const QString to = m_options[u"renameByName"][row.name].toString();
        if (row.rename->text() != to)
            row.rename->setText(to);
        if (auto *grip = row.label->parentWidget()->findChild<Grip *>())
            grip->setEnabled(byHand);
    }
}

void OrganizeForm::hideField(const QString &name, bool hide)
{
    emit edited(u"excludeByName"_s, mapWith(m_options[u"excludeByName"], name, hide ? Json(true) : Json()),
                hide ? tr("hide %1").arg(name) : tr("show %1").arg(name));
}

void OrganizeForm::renameField(const QString &name, const QString &to)
{
    emit edited(u"renameByName"_s, mapWith(m_options[u"renameByName"], name, to.isEmpty() ? Json() : Json(to)), tr("rename %1").arg(name));
}

void OrganizeForm::moveField(int from, int to)
{
    QStringList names = ordered();
    const QString name = names.value(from);
    names.move(from, to);
    std::vector<std::pair<QString, Json>> places;
    for (qsizetype i = 0; i < names.size(); ++i)
        places.emplace_back(names[i], Json(qint64(i)));
    emit edited(u"indexByName"_s, Json::object(places), tr("move %1").arg(name));
}

void OrganizeForm::chooseOrder(const QString &mode)
{
    if (mode == "manual"_L1)
        return emit edited(u"orderByMode"_s, {}, tr("order of fields"));
    if (mode == "rules"_L1)
        return;
    const Json rule = Json::object({{u"type"_s, Json(u"name"_s)}, {u"desc"_s, Json(mode == "nameDesc"_L1)}});
    emit edited(u"orderBy"_s, Json::array({rule}), tr("order of fields"));
    if (m_options[u"orderByMode"].toString() != "auto"_L1)
        emit edited(u"orderByMode"_s, Json(u"auto"_s), tr("order of fields"));
}
