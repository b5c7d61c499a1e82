// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/variableitems.h>

#include <dashboard/adhocfilters.h>

using namespace Qt::StringLiterals;

namespace {

VariableItem::Kind kindOf(const Variable &variable)
{
    if (variable.type == u"textbox")
        return VariableItem::Kind::Text;
    if (variable.type == u"constant")
        return VariableItem::Kind::Constant;
    if (variable.type == u"adhoc")
        return VariableItem::Kind::Filters;
    return variable.multi || variable.type == u"groupby" ? VariableItem::Kind::Multi : VariableItem::Kind::Select;
}

bool isShown(const Variable &variable)
{
    static const QStringList types{u"query"_s,      u"custom"_s, u"textbox"_s, u"constant"_s, u"interval"_s,
                                   u"datasource"_s, u"switch"_s, u"adhoc"_s,   u"groupby"_s};
    const bool hiddenConstant = variable.type == u"constant";
    return variable.hide != 2 && types.contains(variable.type) && !hiddenConstant;
}

} // namespace

QList<VariableItem> variableItems(const QList<VariableState> &variables)
{
    QList<VariableItem> items;
    for (const VariableState &state : variables) {
        const Variable &variable = state.definition;
        VariableItem item;
        item.name = variable.name;
        item.label = variable.hide == 1 ? QString() : variable.label.isEmpty() ? variable.name : variable.label;
        item.kind = kindOf(variable);
        for (const VariableOption &option : state.options)
            item.options.append({option.text, option.value});
        item.values = state.values;
        item.texts = state.texts;
        for (const QString &text : variable.type == u"adhoc" ? state.values : QStringList())
            if (const std::optional<AdHocFilter> filter = filterFromText(text))
                item.filters.append({filter->key, filter->op, filter->values.isEmpty() ? QStringList{filter->value} : filter->values});
        static const QStringList typed{u"query"_s, u"custom"_s, u"datasource"_s};
        item.allowCustom = variable.allowCustomValue && typed.contains(variable.type);
        item.noneAllowed = variable.type == u"groupby";
        item.offerAll = variable.includeAll;
        item.hidden = !isShown(variable);
        item.inMenu = variable.hide == 3;
        item.loading = state.loading;
        item.error = state.error ? state.error->what : QString();
        item.description = variable.description;
        items.append(item);
    }
    return items;
}
