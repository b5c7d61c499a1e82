// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/editor/overridebox.h>

#include <QtWidgets/QVBoxLayout>
#include <app/editor/matchercontrol.h>
#include <widgets/controls/field.h>
#include <widgets/controls/keptfocus.h>
#include <widgets/controls/optionlist.h>

using namespace Qt::StringLiterals;

namespace {

constexpr int kLabel = 96;

const OverrideProperty *findProperty(const QList<OverrideProperty> &properties, const QString &id)
{
    for (const OverrideProperty &each : properties)
        if (each.id == id)
            return &each;
    return nullptr;
}

// A list is called as its group is: "Steps" alone says nothing here.
QString labelFor(const OptionRow &row)
{
    using Kind = OptionRow::Kind;
    const bool isList = row.kind == Kind::Thresholds || row.kind == Kind::Mappings || row.kind == Kind::DataLinks;
    return isList && row.group && *row.group ? optionText(row.group) : optionLabel(row);
}

QString labelFor(const OverrideProperty &property)
{
    QStringList labels;
    for (const OptionRow &row : property.rows)
        labels.append(labelFor(row));
    return labels.join(u" · "_s);
}

// "fill" of "custom.lineStyle.fill" in the property "custom.lineStyle".
QString memberOf(const OptionRow &row, const QString &id)
{
    return row.key.size() > id.size() ? row.key.mid(id.size() + 1) : QString();
}

Json freshValue(const OverrideProperty &property)
{
    Json value;
    for (const OptionRow &row : property.rows) {
        const QString member = memberOf(row, property.id);
        if (!row.defaultValue.isNull())
            value = member.isEmpty() ? row.defaultValue : (value.isObject() ? value : Json::object()).with(member, row.defaultValue);
    }
    return value;
}

} // namespace

OverrideBox::OverrideBox(qsizetype index, const QList<OverrideProperty> *properties, QWidget *parent)
    : ItemBox(parent)
    , m_index(index)
    , m_properties(properties)
    , m_matcher(new MatcherControl(u"override:%1"_s.arg(index), this))
    , m_menu(new ItemMenuButton(u"override:%1.menu"_s.arg(index), tr("Override %1").arg(index + 1), this))
    , m_add(addButton(tr("Add option"), u"override:%1.add"_s.arg(index), this))
{
    setObjectName(u"override:%1"_s.arg(index));
    auto *head = new QHBoxLayout;
    head->setSpacing(space::half);
    head->addWidget(m_matcher, 1);
    head->addWidget(m_menu, 0, Qt::AlignTop);
    m_add->setArrow(true);
    contentLayout()->addLayout(head);
    contentLayout()->addWidget(m_add, 0, Qt::AlignLeft);
    setFocusProxy(m_matcher);
    connect(m_matcher, &OptionControl::edited, this,
            [this](const Json &matcher) { emit edited(PanelEdit::set(path() + ".matcher"_L1, matcher, historyText(tr("fields")))); });
    connect(m_menu, &ItemMenuButton::moveRequested, this, [this](int by) {
        emit edited(PanelEdit::moveItem(u"fieldConfig.overrides"_s, m_index, m_index + by, tr("Move override")));
        focusOn(u"override:%1.menu"_s.arg(m_index + by));
    });
    connect(m_menu, &ItemMenuButton::removeRequested, this,
            [this] { emit edited(PanelEdit::removeItem(u"fieldConfig.overrides"_s, m_index, tr("Remove override"))); });
    connect(m_add, &QAbstractButton::clicked, this, &OverrideBox::openAddList);
}

QString OverrideBox::labelOf(const QList<OverrideProperty> &properties, const QString &id)
{
    const OverrideProperty *found = findProperty(properties, id);
    return found ? labelFor(*found) : id;
}

QString OverrideBox::historyText(const QString &what) const
{
    return tr("Override: %1").arg(what);
}

QStringList OverrideBox::ids() const
{
    QStringList ids;
    for (const Json &property : m_override[u"properties"].items())
        ids.append(property[u"id"].toString());
    return ids;
}

void OverrideBox::show(const Json &override, qsizetype count)
{
    m_override = override;
    m_menu->setPlace(m_index, count);
    m_matcher->setValue(override[u"matcher"]);
    if (!m_rows || ids() != m_shownIds)
        rebuild();
    const std::vector<Json> properties = override[u"properties"].items();
    for (const Part &part : std::as_const(m_parts)) {
        const Json value = properties[size_t(part.property)][u"value"];
        part.control->setValue(part.member.isEmpty() ? value : value.get(part.member));
    }
}

void OverrideBox::setContext(const FormContext &context)
{
    m_context = context;
    m_matcher->setContext(context);
    for (const Part &part : std::as_const(m_parts))
        part.control->setContext(context);
}

void OverrideBox::rebuild()
{
    const KeptFocus kept(this, m_add);
    retire(m_rows);
    m_parts.clear();
    m_labels.clear();
    m_shownIds = ids();
    m_rows = new QWidget(this);
    auto *layout = new QVBoxLayout(m_rows);
    layout->setContentsMargins(0, 4, 0, 0);
    layout->setSpacing(6);
    for (qsizetype i = 0; i < m_shownIds.size(); ++i)
        layout->addWidget(propertyRow(i, m_shownIds[i]));
    contentLayout()->insertWidget(1, m_rows);
    m_rows->setVisible(!m_shownIds.isEmpty());
}

QWidget *OverrideBox::propertyRow(qsizetype index, const QString &id)
{
    OverrideProperty property;
    if (const OverrideProperty *known = findProperty(*m_properties, id)) {
        property = *known;
    } else {
        m_labels.append(id.toUtf8());
        OptionRow raw;
        raw.key = id;
        raw.kind = OptionRow::Kind::Json;
        raw.label = m_labels.last().constData();
        property = {id, {raw}};
    }
    auto *box = new QWidget(m_rows);
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins({});
    column->setSpacing(space::half);
    ItemMenuButton *menu = propertyMenu(index, labelFor(property), box);
    for (qsizetype i = 0; i < property.rows.size(); ++i) {
        const OptionRow &row = std::as_const(property.rows)[i];
        auto *line = new QHBoxLayout;
        line->setSpacing(space::half);
        auto *label = new PlainLabel(labelFor(row), TextStyle::Label, PlainLabel::Tone::Secondary, box);
        label->setWrapped(true);
        label->setToolTip(plainToolTip(optionText(row.help)));
        OptionControl *control = addPart(row, index, memberOf(row, property.id), box);
        const bool wide = OptionControl::isWide(row.kind);
        if (!wide)
            label->setFixedWidth(kLabel);
        line->addWidget(label, wide ? 1 : 0);
        if (!wide)
            line->addWidget(control, 1);
        if (i == 0)
            line->addWidget(menu, 0, Qt::AlignTop);
        else
            line->addSpacing(space::controlSmall + space::half);
        column->addLayout(line);
        if (wide)
            column->addWidget(control);
    }
    return box;
}

OptionControl *OverrideBox::addPart(const OptionRow &row, qsizetype property, const QString &member, QWidget *owner)
{
    QString name = u"option:%1.properties.%2"_s.arg(path()).arg(property);
    if (!member.isEmpty())
        name += u'.' + member;
    OptionControl *control = OptionControl::make(row, name, owner);
    control->setContext(m_context);
    m_parts.append({control, property, member});
    connect(control, &OptionControl::edited, this, [this, property, member](const Json &to) { setPart(property, member, to); });
    return control;
}

ItemMenuButton *OverrideBox::propertyMenu(qsizetype index, const QString &label, QWidget *owner)
{
    const QString list = path() + ".properties"_L1;
    auto *menu = new ItemMenuButton(u"override:%1.property:%2.menu"_s.arg(m_index).arg(index), label, owner);
    menu->setPlace(index, m_shownIds.size());
    connect(menu, &ItemMenuButton::moveRequested, this, [this, list, index, label](int by) {
        emit edited(PanelEdit::moveItem(list, index, index + by, historyText(tr("move %1").arg(label))));
        focusOn(u"override:%1.property:%2.menu"_s.arg(m_index).arg(index + by));
    });
    connect(menu, &ItemMenuButton::removeRequested, this,
            [this, list, index, label] { emit edited(PanelEdit::removeItem(list, index, historyText(tr("remove %1").arg(label)))); });
    return menu;
}

void OverrideBox::setPart(qsizetype property, const QString &member, const Json &to)
{
    const Json before = m_override[u"properties"].at(property);
    const QString place = u"%1.properties.%2.value"_s.arg(path()).arg(property);
    const QString text = historyText(labelOf(*m_properties, before[u"id"].toString()));
    const Json object = before[u"value"].isObject() ? before[u"value"] : Json::object();
    const Json next = member.isEmpty() ? to : to.isNull() ? object.without(member) : object.with(member, to);
    emit edited(next.isNull() ? PanelEdit::remove(place, text) : PanelEdit::set(place, next, text));
}

// Of this box or of one beside it.
void OverrideBox::focusOn(const QString &name)
{
    if (auto *found = parentWidget()->findChild<QWidget *>(name))
        found->setFocus(Qt::OtherFocusReason);
}

void OverrideBox::openAddList()
{
    QList<Option> options;
    for (const OverrideProperty &property : *m_properties)
        if (!m_shownIds.contains(property.id)) {
            const QString label = labelFor(property), group = optionText(property.rows.first().group);
            options.append({property.id, label, group == label ? QString() : group});
        }
    auto *popup = new OptionPopup(m_add);
    popup->setAttribute(Qt::WA_DeleteOnClose);
    popup->setMinimumListWidth(260);
    popup->setOptions(options, {});
    connect(popup, &OptionPopup::chosen, this, &OverrideBox::addProperty, Qt::QueuedConnection);
    popup->popupUnder(m_add);
}

void OverrideBox::addProperty(const QString &id)
{
    const OverrideProperty *property = findProperty(*m_properties, id);
    if (!property)
        return;
    Json made = Json::object({{u"id"_s, Json(id)}});
    if (const Json value = freshValue(*property); !value.isNull())
        made = made.with(u"value", value);
    const qsizetype index = m_shownIds.size();
    emit edited(PanelEdit::addItem(path() + ".properties"_L1, index, made, historyText(tr("add %1").arg(labelFor(*property)))));
    for (const Part &part : std::as_const(m_parts))
        if (part.property == index)
            return part.control->setFocus(Qt::TabFocusReason);
}
