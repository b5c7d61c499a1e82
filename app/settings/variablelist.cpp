// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/settings/variablessection.h>

#include <app/dashboardpage.h>
#include <app/settings/settingsform.h>
#include <app/settings/variabletypes.h>
#include <dashboard/settingsediting.h>
#include <dashboard/variablequery.h>
#include <dashboard/variableuses.h>
#include <widgets/controls/menu.h>
#include <widgets/controls/questionsheet.h>

using namespace Qt::StringLiterals;

// The part of the section that is about the list: what it shows, and edits of it.

QList<SettingsList::Entry> VariablesSection::listed() const
{
    QList<SettingsList::Entry> entries;
    const Document &document = m_page.editor().document();
    const QList<VariableState> ofSections = m_page.session().sectionVariables();
    for (const VariableGroup &group : m_groups) {
        if (m_groups.size() > 1 && !group.variables.isEmpty())
            entries.append({u"heading "_s + group.section, group.title, {}, {}, false, true});
        const QList<Variable> seen = variablesSeenFrom(m_groups, group.section);
        for (const Variable &variable : group.variables) {
            SettingsList::Entry entry;
            entry.id = VariableId{group.section, variable.name}.text();
            entry.title = u'$' + variable.name;
            const QString query = variableQueryText(variable.query);
            entry.detail = query.isEmpty() ? variableTypeName(variable.type) : variableTypeName(variable.type) + u" · "_s + query;
            const int uses = usesOfVariable(document, variable.name, group.section);
            entry.count = uses == 0 ? tr("not used") : uses == 1 ? tr("1 use") : tr("%1 uses").arg(uses);
            bool hasFailed = !circleOf(variable.name, seen).isEmpty();
            if (const VariableState *state = m_page.session().variable(variable.name); state && group.section.isEmpty())
                hasFailed = hasFailed || state->error;
            for (const VariableState &state : ofSections)
                hasFailed = hasFailed || (state.definition.pointer == variable.pointer && state.error);
            entry.bad = hasFailed;
            entries.append(entry);
        }
    }
    return entries;
}

void VariablesSection::showList(const QList<SettingsList::Entry> &entries)
{
    list()->setEntries(entries, m_id.text());
    const auto count = std::count_if(entries.begin(), entries.end(), [](const SettingsList::Entry &entry) { return !entry.isHeading; });
    setCountText(count == 1 ? tr("1 variable") : tr("%1 variables").arg(count));
}

void VariablesSection::openAddMenu()
{
    auto *menu = new Menu(this);
    menu->setObjectName(u"variablesAddMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const VariableType &type : variableTypes())
        connect(menu->add(u"variables.add."_s + type.id, type.icon, variableTypeName(type.id)), &QAction::triggered, this,
                [this, id = type.id] { add(id); });
    menu->popup(addButton()->mapToGlobal(QPoint(0, addButton()->height() + 4)));
}

void VariablesSection::add(const QString &type)
{
    finishTyping();
    const QString name = freeVariableName(type == u"query" ? u"variable"_s : type, seen());
    const SourceEntry source = m_sources.find({}).entry;
    const VariableId before = std::exchange(m_id, {m_id.section, name});
    if (!m_page.apply(addVariable(m_page.editor().document(), newVariable(type, name, {source.type, source.uid}), -1, m_id.section))) {
        m_id = before;
        return showDocument();
    }
    if (auto *edit = m_common->findChild<LineEdit *>(u"variable:name"_s)) {
        edit->setFocus(Qt::OtherFocusReason);
        edit->selectAll();
    }
}

void VariablesSection::duplicate(const QString &id)
{
    finishTyping();
    const VariableId from = VariableId::fromText(id);
    for (const Variable &each : groupOf(from.section).variables) {
        if (each.name != from.name)
            continue;
        const QString copy = freeVariableName(from.name, variablesSeenFrom(m_groups, from.section));
        const VariableId before = std::exchange(m_id, {from.section, copy});
        const qsizetype place = each.pointer.section(u'/', -1).toLongLong() + 1;
        if (!m_page.apply(addVariable(m_page.editor().document(), each.raw.with(u"name", copy), place, from.section)))
            choose(before.text());
        return;
    }
}

void VariablesSection::askRemove(const QString &id)
{
    const auto [section, name] = VariableId::fromText(id);
    QStringList places;
    for (const VariableUse &use : usesIn(m_page.editor().document(), name, section))
        if (use.kind != VariableUse::Kind::Variable || use.name != name)
            places.append(use.kind == VariableUse::Kind::Variable ? tr("variable %1").arg(use.name) : use.name);
    if (places.isEmpty())
        return remove(id);
    constexpr qsizetype kMost = 6;
    QString where = places.mid(0, kMost).join(u", "_s);
    if (places.size() > kMost)
        where = tr("%1 and %2 more").arg(where, QString::number(places.size() - kMost));
    auto *question = new QuestionSheet(this, tr("Remove the variable %1?").arg(name),
                                       tr("It is used in: %1. There $%2 stays as it is written and stands for nothing.").arg(where, name));
    question->setObjectName(u"removeVariable"_s);
    question->addAnswer(u"cancel"_s, tr("Keep"));
    question->addAnswer(u"remove"_s, tr("Remove"), TextButton::Kind::Primary)->setDanger(true);
    connect(question, &QuestionSheet::answered, this, [this, id](const QString &answer) {
        if (answer == u"remove")
            remove(id);
    });
    question->open();
}

void VariablesSection::remove(const QString &id)
{
    const auto [section, name] = VariableId::fromText(id);
    m_page.apply(removeVariable(m_page.editor().document(), name, section));
}

// Among those of its own group; the field says in which that is.
void VariablesSection::move(int from, int to)
{
    finishTyping();
    const VariableId id = VariableId::fromText(list()->entries().value(from).id);
    int first = from;
    while (first > 0 && VariableId::fromText(list()->entries()[first - 1].id).section == id.section
           && !list()->entries()[first - 1].isHeading)
        --first;
    const int last = first + int(groupOf(id.section).variables.size()) - 1;
    m_page.apply(moveVariable(m_page.editor().document(), id.name, std::clamp(to, first, last) - first, id.section));
}

VariableGroup VariablesSection::groupOf(const QString &section) const
{
    for (const VariableGroup &group : m_groups)
        if (group.section == section)
            return group;
    return {};
}
