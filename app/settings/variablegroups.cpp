// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/settings/variablegroups.h>

#include <QtCore/QCoreApplication>

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Variables", text);
}

QString nameOf(const LayoutItem &section, bool isFirst)
{
    const QString title = section.title.simplified().isEmpty() ? tr("without a title") : u'“' + section.title.simplified() + u'”';
    if (section.traits.tabs.isEmpty())
        return (isFirst ? tr("Row %1") : tr("row %1")).arg(title);
    return (isFirst ? tr("Tab %1") : tr("tab %1")).arg(title);
}

// Every section with what it is called, which begins with those around it.
void forEach(const Document &document, const std::function<void(const LayoutItem &section, const QString &title)> &visit)
{
    QList<std::pair<int, QString>> around;
    for (const LayoutItem &item : document.dashboard()->layout.children) {
        if (item.kind != LayoutItem::Kind::Row || item.place.isEmpty())
            continue;
        while (!around.isEmpty() && around.last().first >= item.traits.depth)
            around.removeLast();
        QString title = nameOf(item, around.isEmpty());
        if (!around.isEmpty())
            title = around.last().second + u", "_s + title;
        around.append({item.traits.depth, title});
        visit(item, title);
    }
}

bool isAround(const QString &outer, const QString &inner)
{
    return outer.isEmpty() || outer == inner || inner.startsWith(outer + u'/');
}

} // namespace

QList<VariableGroup> variableGroups(const Document &document)
{
    QList<VariableGroup> groups{{{}, tr("Dashboard"), document.dashboard()->variables}};
    forEach(document, [&](const LayoutItem &section, const QString &title) {
        if (!section.traits.variables.isEmpty())
            groups.append({section.place, title, section.traits.variables});
    });
    return groups;
}

QList<Option> variableHolders(const Document &document)
{
    QList<Option> options{{QString(), tr("The whole dashboard")}};
    forEach(document, [&](const LayoutItem &section, const QString &title) { options.append({section.place, title}); });
    return options.size() > 1 ? options : QList<Option>();
}

QList<Variable> variablesSeenFrom(const QList<VariableGroup> &groups, const QString &section)
{
    QList<Variable> seen;
    for (auto group = groups.rbegin(); group != groups.rend(); ++group) { // those around it stand before it
        if (!isAround(group->section, section))
            continue;
        for (const Variable &each : group->variables)
            if (std::none_of(seen.begin(), seen.end(), [&](const Variable &nearer) { return nearer.name == each.name; }))
                seen.append(each);
    }
    return seen;
}

std::optional<VariableValue> valueSeenFrom(const DashboardSession &session, const QString &section, const QString &name)
{
    const VariableState *found = nullptr;
    qsizetype nearest = -1;
    const QList<VariableState> states = section.isEmpty() ? QList<VariableState>() : session.sectionVariables();
    for (const VariableState &state : states)
        if (const QString holder = VariableId::of(state.definition).section;
            state.definition.name == name && isAround(holder, section) && holder.size() > nearest) {
            found = &state;
            nearest = holder.size();
        }
    if (!found)
        return session.variableValue(name);
    QStringList values = found->values;
    const bool isAllValue = found->isAll() && !found->definition.allValue.isEmpty();
    if (isAllValue)
        values = {found->definition.allValue};
    else if (found->isAll()) {
        values.clear();
        for (const VariableOption &option : found->options)
            values.append(option.value);
    }
    VariableValue value;
    value.value = values.size() == 1 ? Json(values.first()) : Json::strings(values);
    value.text = found->texts.join(u" + "_s);
    value.isVerbatim = isAllValue;
    value.multi = found->definition.multi;
    value.includeAll = found->definition.includeAll;
    return value;
}

VariableId VariableId::fromText(const QString &text)
{
    const qsizetype end = text.lastIndexOf(u'\n');
    return end < 0 ? VariableId{{}, text} : VariableId{text.left(end), text.mid(end + 1)};
}

VariableId VariableId::of(const Variable &variable)
{
    const qsizetype end = variable.pointer.lastIndexOf("/spec/variables/"_L1);
    const QString holder = end < 0 ? QString() : variable.pointer.left(end);
    const bool isSection = holder.section(u'/', -2, -2) == "rows"_L1 || holder.section(u'/', -2, -2) == "tabs"_L1;
    return {isSection ? holder : QString(), variable.name};
}
