// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/duration.h>
#include <dashboard/variablekinds.h>
#include <dashboard/variableset.h>

using namespace Qt::StringLiterals;

QList<VariableOption> VariableSet::sourceOptions(const Variable &variable) const
{
    QList<VariableOption> options;
    const QString type = variableQueryText(variable.query);
    for (const SourceEntry &entry : m_sources.entries()) {
        if (!type.isEmpty() && entry.type != type)
            continue;
        VariableOption option;
        option.text = entry.name;
        option.value = entry.uid;
        options.append(option);
    }
    const auto filtered = filteredOptions(options, {interpolated(variable.regex), true});
    return filtered ? *filtered : options;
}

// As addresses carry them.
VariableValue VariableSet::everything(const ScopedVars &scope) const
{
    QStringList parts;
    for (const State &state : m_states) {
        const QString &name = state.definition.name;
        const auto each = scope.contains(name) ? std::optional(scope[name]) : value(name);
        if (each && !state.definition.skipUrlSync)
            parts.append(formatVariable(*each, u"queryparam"_s, {name}));
    }
    VariableValue all;
    all.text = parts.join(u'&');
    all.value = Json(all.text);
    all.isVerbatim = true;
    return all;
}

std::optional<VariableValue> VariableSet::value(const QString &name, const ScopedVars &scope) const
{
    if (name.startsWith("__auto_interval_"_L1))
        return value(name.mid(16));
    const int index = indexOf(name);
    if (index < 0 && name == "__all_variables"_L1)
        return everything(scope);
    if (index < 0)
        return m_outer ? m_outer(name) : m_globals ? m_globals(name) : std::nullopt;
    const State &state = m_states[index];
    const Variable &variable = state.definition;
    VariableValue out;
    if (isFilters(variable)) {
        out.urlValues = state.selection.values;
        out.value = Json(QString()); // they stand in the queries themselves
        return out;
    }
    out.multi = variable.multi;
    out.includeAll = variable.includeAll;
    out.text = state.selection.texts.join(" + "_L1);
    const QStringList &values = state.selection.values;
    if (values.contains(allVariableValue())) {
        out.urlValues = QStringList{allVariableValue()};
        out.isVerbatim = !variable.allValue.isEmpty();
        QStringList all;
        for (const VariableOption &option : state.options)
            all.append(option.value);
        // A variable may not stand in its own allValue: the globals alone end the recursion.
        out.value = out.isVerbatim
            ? Json(interpolateText(variable.allValue, [&](const QString &other) { return other == name ? std::nullopt : value(other); }))
            : Json::strings(all);
        return out;
    }
    if (variable.type == "interval"_L1 && isAuto(values.value(0))) {
        const auto nice = calculateInterval(m_range.spanMs(), variable.autoCount, variable.autoMin);
        out.urlValues = values;
        out.text = nice ? nice->text : u"1m"_s;
        out.value = Json(out.text);
        return out;
    }
    if (variable.type == "constant"_L1 && m_globals) {
        // An input of a shared dashboard, nothing else: a constant is taken as it is written.
        const auto input = [&](const QString &other) { return other.startsWith("__"_L1) ? std::nullopt : m_globals(other); };
        out.text = interpolateText(values.value(0), input);
        out.value = Json(out.text);
        return out;
    }
    out.value = variable.multi || offersLabels(variable) ? Json::strings(values) : Json(values.value(0));
    out.texts = state.selection.texts;
    std::vector<Json> properties;
    for (const QString &each : values) {
        const auto isIt = [&each](const VariableOption &option) { return option.value == each; };
        const auto option = std::find_if(state.options.begin(), state.options.end(), isIt);
        properties.push_back(option == state.options.end() ? Json() : option->properties);
    }
    const bool hasProperties = std::any_of(properties.begin(), properties.end(), [](const Json &each) { return each.isObject(); });
    if (hasProperties)
        out.properties = out.value.isArray() ? Json::array(properties) : properties.front();
    return out;
}
