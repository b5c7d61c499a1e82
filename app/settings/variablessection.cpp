// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/settings/variablessection.h>

#include <QtWidgets/QVBoxLayout>
#include <app/dashboardpage.h>
#include <app/query/metricindex.h>
#include <app/query/metricindexes.h>
#include <app/settings/filterlist.h>
#include <app/settings/settingsform.h>
#include <app/settings/variablepane.h>
#include <app/settings/variablequeryform.h>
#include <app/settings/variablesources.h>
#include <app/settings/variabletypes.h>
#include <dashboard/interpolate.h>
#include <dashboard/settingsediting.h>
#include <dashboard/variablequery.h>
#include <dashboard/variableuses.h>
#include <widgets/controls/emptystate.h>
#include <widgets/controls/menu.h>
#include <widgets/controls/questionsheet.h>
#include <widgets/form/choosebutton.h>

using namespace Qt::StringLiterals;

namespace {

constexpr int kPreviewAfterMs = 350; // of the last key

// Panels, rows and links: what a person looks for.
QStringList placesOf(const QList<VariableUse> &uses)
{
    QStringList places;
    for (const VariableUse &use : uses)
        if (use.kind != VariableUse::Kind::Variable)
            places.append(use.count > 1 ? u"%1 (%2)"_s.arg(use.name, QString::number(use.count)) : use.name);
    return places;
}

bool offersValues(const QString &type)
{
    static const QStringList types{u"query"_s, u"custom"_s, u"interval"_s, u"datasource"_s, u"switch"_s};
    return types.contains(type);
}

} // namespace

VariablesSection::VariablesSection(DashboardPage &page, SourceRegistry &sources, MetricIndexes &indexes, QWidget *parent)
    : SectionFrame(u"variables"_s, tr("Add"), parent)
    , m_page(page)
    , m_sources(sources)
    , m_indexes(indexes)
    , m_preview(sources, [this](const QString &name) { return valueSeenFrom(m_page.session(), m_id.section, name); })
    , m_type(new ChooseButton)
    , m_holder(new ChooseButton)
    , m_common(new SettingsForm(u"variable"_s))
    , m_query(new VariableQueryForm)
    , m_rest(new SettingsForm(u"variable"_s))
    , m_filters(new FilterList)
    , m_pane(new VariablePane)
{
    list()->setAccessibleName(tr("Variables"));
    setContent(makeForm(), m_pane);
    addButton()->setArrow(true);
    emptyState()->setIcon(u"variable"_s);
    emptyState()->setTitle(tr("No variables yet"));
    emptyState()->setText(tr("A variable is a choice in the bar above the panels: $name in a query stands for what is chosen."));
    auto *first = emptyState()->addAction(tr("Add a query variable"), u"add"_s, TextButton::Kind::Primary);
    first->setObjectName(u"variables.addFirst"_s);
    connect(first, &TextButton::clicked, this, [this] { add(u"query"_s); });
    m_previewSoon.setSingleShot(true);
    m_previewSoon.setInterval(kPreviewAfterMs);
    connectForm();
}

QWidget *VariablesSection::makeForm()
{
    m_typeField = new FormField(tr("Type"), m_type);
    m_type->setObjectName(u"variable.type"_s);
    m_holderField = new FormField(tr("Holds in"), m_holder);
    m_holder->setObjectName(u"variable.holder"_s);
    QList<Option> types;
    for (const VariableType &type : variableTypes())
        types.append({type.id, variableTypeName(type.id), QCoreApplication::translate("Variables", type.what), type.icon});
    m_type->setOptions(types);
    auto *sourceType = new ChooseControl(u"variable.sourceType"_s, tr("Type of the sources"), tr("“%1”"));
    QStringList known{u"prometheus"_s};
    for (const SourceEntry &entry : m_sources.entries())
        known.append(entry.type);
    known.removeDuplicates();
    QList<Option> sourceTypes;
    for (const QString &type : std::as_const(known))
        sourceTypes.append({type, type == u"prometheus" ? tr("Prometheus") : type});
    sourceType->setOptions(sourceTypes);
    QList<SettingsRow> common, rest;
    for (const SettingsRow &row : variableRows())
        (row.row.visible ? rest : common).append(row);
    m_common->setRows(common);
    m_rest->setRows(rest, {{u"query"_s, sourceType}});
    auto *form = new QWidget;
    auto *layout = new QVBoxLayout(form);
    layout->setContentsMargins({});
    layout->setSpacing(space::window);
    for (QWidget *part : std::initializer_list<QWidget *>{m_typeField, m_holderField, m_common, m_query, m_filters, m_rest})
        layout->addWidget(part);
    return form;
}

void VariablesSection::connectForm()
{
    const auto check = [this](const QString &key, const Json &value) { return problemOf(key, value); };
    for (SettingsForm *form : {m_common, m_rest}) {
        form->setCheck(check);
        connect(form, &SettingsForm::edited, this, &VariablesSection::edit);
        connect(form, &SettingsForm::drafted, &m_previewSoon, qOverload<>(&QTimer::start));
    }
    connect(m_query, &VariableQueryForm::drafted, &m_previewSoon, qOverload<>(&QTimer::start));
    connect(m_query, &VariableQueryForm::queryFinished, this, [this](const VariableQueryParts &parts) {
        if (const Variable *variable = current())
            m_page.apply(setVariableValues(m_page.editor().document(), m_id.name, queryChanges(*variable, parts),
                                           tr("Query of variable %1").arg(m_id.name), m_id.section));
    });
    connect(m_query, &VariableQueryForm::sourceChosen, this, &VariablesSection::setSource);
    connect(m_filters, &FilterList::edited, this, [this](const Json &filters, const QString &text) { edit(u"filters"_s, filters, text); });
    connect(m_type, &ChooseButton::chosen, this, &VariablesSection::changeType);
    connect(m_holder, &ChooseButton::chosen, this, &VariablesSection::changeHolder);
    connect(&m_previewSoon, &QTimer::timeout, this, &VariablesSection::showPreview);
    connect(&m_preview, &VariablePreview::changed, this, [this] {
        const Variable *variable = current();
        m_pane->showValues(variable && offersValues(variable->type) ? m_preview.state() : nullptr);
    });
    connect(m_pane, &VariablePane::variableActivated, this, [this](const QString &name) {
        for (const Variable &each : seen())
            if (each.name == name)
                return choose(VariableId::of(each).text());
    });
    connect(&m_page.session(), &DashboardSession::variablesChanged, this, [this] {
        if (isVisible())
            m_previewSoon.start();
    });
    connect(addButton(), &TextButton::clicked, this, &VariablesSection::openAddMenu);
    connect(list(), &SettingsList::chosen, this, &VariablesSection::choose);
    connect(list(), &SettingsList::moveRequested, this, &VariablesSection::move);
    connect(list(), &SettingsList::removeRequested, this, &VariablesSection::askRemove);
    connect(list(), &SettingsList::duplicateRequested, this, &VariablesSection::duplicate);
    connect(this, &SectionFrame::removeRequested, this, [this] { askRemove(m_id.text()); });
    connect(this, &SectionFrame::duplicateRequested, this, [this] { duplicate(m_id.text()); });
}

QList<Variable> VariablesSection::seen() const
{
    return variablesSeenFrom(m_groups, m_id.section);
}

const Variable *VariablesSection::current() const
{
    for (const VariableGroup &group : m_groups)
        for (const Variable &each : group.variables)
            if (group.section == m_id.section && each.name == m_id.name)
                return &each;
    return nullptr;
}

void VariablesSection::choose(const QString &id)
{
    if (id != m_id.text())
        finishTyping();
    m_id = VariableId::fromText(id);
    showDocument();
}

void VariablesSection::finishTyping()
{
    m_query->finishTyping();
    m_common->finishTyping();
    m_rest->finishTyping();
}

void VariablesSection::showDocument()
{
    m_groups = variableGroups(m_page.editor().document());
    const QList<SettingsList::Entry> entries = listed();
    if (!current()) { // removed or renamed by undo: the one in its place
        qsizetype at = std::clamp<qsizetype>(list()->currentRow(), 0, std::max<qsizetype>(0, entries.size() - 1));
        for (qsizetype i = at; i >= 0 && i < entries.size() && entries[at].isHeading; --i)
            at = i;
        for (; at < entries.size() && entries[at].isHeading;)
            ++at;
        m_id = VariableId::fromText(entries.value(at).id);
    }
    showList(entries);
    showCurrent();
}

void VariablesSection::showCurrent()
{
    const Variable *variable = current();
    if (!variable)
        return setHead({}, {});
    setHead(u'$' + variable->name,
            variable->description.isEmpty() ? tr("%1 variable").arg(variableTypeName(variable->type)) : variable->description);
    m_type->setCurrent(variable->type);
    const QList<Option> holders = variableHolders(m_page.editor().document());
    m_holder->setOptions(holders);
    m_holder->setCurrent(m_id.section);
    m_holderField->setVisible(!holders.isEmpty());
    // Absent members count as the reader takes them, so that what depends on them shows.
    const Json json = variable->raw.with(u"type", variable->type).with(u"hide", variable->hide);
    m_common->setJson(json.with(u"name", variable->name), m_id.text());
    Json rest = json;
    if (variable->type == u"query")
        rest = rest.with(u"refresh", int(variable->refresh)).with(u"sort", variable->sort);
    m_rest->setJson(rest, m_id.text());
    m_query->show(*variable, variableSources(*variable, seen(), m_sources));
    tellCompletion(*variable);
    m_filters->setFilters(variable->raw[u"filters"]);
    showTypeParts();
    showRelations();
    showPreview();
}

// Of the source that is asked, which another variable may choose.
void VariablesSection::tellCompletion(const Variable &variable)
{
    SourceRef asked = variable.datasource;
    asked.uid = interpolateText(
        asked.uid, [this](const QString &name) { return valueSeenFrom(m_page.session(), m_id.section, name); }, u"raw"_s,
        m_page.session().zone());
    QStringList others;
    for (const Variable &each : seen())
        if (each.name != variable.name)
            others.append(each.name);
    m_query->setCompletion(variable.type == u"query" ? m_indexes.of(m_sources.find(asked).entry.uid) : nullptr, others);
}

void VariablesSection::showTypeParts()
{
    const QString type = current()->type;
    const bool known = variableTypeName(type) != type;
    m_query->setVisible(type == u"query" || type == u"adhoc");
    m_query->setQueryVisible(type == u"query");
    m_filters->setVisible(type == u"adhoc");
    m_typeField->setHelp(
        known ? type == u"adhoc" ? tr("These filters go into every query to that source. The bar offers them for choosing.") : QString()
              : tr("Promontory does not know this type. It keeps it as it is; the JSON section shows all of it."));
}

void VariablesSection::showRelations()
{
    const Variable &variable = *current();
    VariablePane::Relations relations;
    const QList<Variable> all = seen();
    relations.dependsOn = dependenciesOf(variable, all);
    relations.usedBy = dependentsOf(variable.name, all);
    relations.circle = circleOf(variable.name, all);
    relations.places = placesOf(usesIn(m_page.editor().document(), variable.name, m_id.section));
    m_pane->showRelations(relations);
}

Variable VariablesSection::draft() const
{
    const Variable &stored = *current();
    Json json = m_rest->draft();
    if (stored.type == u"query")
        for (const auto &[path, value] : queryChanges(stored, m_query->parts()))
            json = value.isNull() ? json.without(path) : json.with(path, value);
    QList<ModelProblem> problems;
    return readVariable(json, stored.pointer, problems);
}

void VariablesSection::showPreview()
{
    const Variable *variable = current();
    if (!variable || !isVisible())
        return;
    if (!offersValues(variable->type))
        return m_pane->showValues(nullptr);
    m_preview.show(draft(), m_page.session().range());
}

QString VariablesSection::problemOf(const QString &key, const Json &value) const
{
    const Variable *variable = current();
    if (!variable)
        return {};
    if (key == u"name")
        return value.toString() == m_id.name ? QString() : variableNameProblem(m_page.editor().document(), value.toString(), m_id.section);
    return value.isString() ? variableValueProblem(key, variable->type, value.toString()) : QString();
}

void VariablesSection::edit(const QString &key, const Json &value, const QString &label)
{
    const Variable *variable = current();
    if (!variable)
        return;
    const Document &document = m_page.editor().document();
    if (key == u"name") {
        const VariableId before = std::exchange(m_id, {m_id.section, value.toString()});
        if (!m_page.apply(renameVariable(document, before.name, value.toString(), before.section)))
            choose(before.text());
        return;
    }
    MemberChanges changes{{key, value}};
    // A text box opens with its current value where the file has one.
    if (key == u"query" && variable->type == u"textbox" && !variable->currentValues.isEmpty())
        changes += MemberChanges{{u"current.text"_s, value.isNull() ? Json(QString()) : value},
                                 {u"current.value"_s, value.isNull() ? Json(QString()) : value}};
    m_page.apply(setVariableValues(document, m_id.name, changes, tr("%1 of variable %2").arg(label, m_id.name), m_id.section));
}

void VariablesSection::setSource(const QString &uid)
{
    Json source;
    if (!uid.isEmpty()) {
        const SourceEntry entry = m_sources.find({{}, uid}).entry;
        const QString before = current() ? current()->datasource.type : QString();
        const QString type = entry.uid == uid ? entry.type : before.isEmpty() ? u"prometheus"_s : before;
        source = Json::object({{u"type"_s, type}, {u"uid"_s, uid}});
    }
    m_page.apply(setVariableValues(m_page.editor().document(), m_id.name, {{u"datasource"_s, source}},
                                   tr("Data source of variable %1").arg(m_id.name), m_id.section));
}

void VariablesSection::changeType(const QString &type)
{
    const Variable *variable = current();
    if (!variable || type == variable->type)
        return;
    m_page.apply(replaceVariable(m_page.editor().document(), m_id.name, newVariable(type, m_id.name, variable->datasource, variable->raw),
                                 tr("Type of variable %1: %2").arg(m_id.name, variableTypeName(type)), m_id.section));
}

void VariablesSection::changeHolder(const QString &section)
{
    finishTyping();
    if (!current() || section == m_id.section)
        return;
    const VariableId before = std::exchange(m_id, {section, m_id.name});
    if (!m_page.apply(moveVariableInto(m_page.editor().document(), before.name, before.section, section)))
        choose(before.text());
}
