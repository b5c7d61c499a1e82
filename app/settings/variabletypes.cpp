// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/settings/variabletypes.h>

#include <QtCore/QCoreApplication>
#include <QtCore/QRegularExpression>
#include <core/duration.h>
#include <dashboard/variableoptions.h>

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Variables", text);
}

std::function<bool(const Json &)> ofTypes(const QStringList &types)
{
    return [types](const Json &variable) { return types.contains(variable[u"type"].toString(u"query"_s)); };
}

using Kind = OptionRow::Kind;

SettingsRow &only(SettingsRow &row, const QStringList &types)
{
    row.row.visible = ofTypes(types);
    return row;
}

void addCommon(SettingsRows &rows)
{
    rows.narrow(u"name"_s, Kind::Text, QT_TRANSLATE_NOOP("Options", "Name")).code = true;
    rows.narrow(u"label"_s, Kind::Text, QT_TRANSLATE_NOOP("Options", "Label"));
    rows.add(u"description"_s, Kind::Text, QT_TRANSLATE_NOOP("Options", "Description"));
    rows.add(u"hide"_s, Kind::Choice, QT_TRANSLATE_NOOP("Options", "Show in the bar"), 0).row.choices
        = {{u"0"_s, QT_TRANSLATE_NOOP("Options", "Label and value")},
           {u"1"_s, QT_TRANSLATE_NOOP("Options", "Value only")},
           {u"2"_s, QT_TRANSLATE_NOOP("Options", "Nothing")},
           {u"3"_s, QT_TRANSLATE_NOOP("Options", "In the controls menu")}};
}

void addInterval(SettingsRows &rows)
{
    SettingsRow &spans
        = only(rows.add(u"query"_s, Kind::Text, QT_TRANSLATE_NOOP("Options", "Spans of time, separated by commas")), {u"interval"_s});
    spans.code = true;
    spans.row.help = QT_TRANSLATE_NOOP("Options", "Such as 1m,10m,1h,1d");
    only(rows.add(u"auto"_s, Kind::Bool, QT_TRANSLATE_NOOP("Options", "Offer “auto”: the range in a number of steps"), false),
         {u"interval"_s});
    const auto whenAuto = [](const Json &variable) { return variable[u"type"].toString() == u"interval" && variable[u"auto"].toBool(); };
    SettingsRow &count = rows.narrow(u"auto_count"_s, Kind::Integer, QT_TRANSLATE_NOOP("Options", "Steps of auto"), 30);
    count.row.visible = whenAuto;
    count.row.min = 1;
    count.row.max = 10'000;
    rows.narrow(u"auto_min"_s, Kind::Text, QT_TRANSLATE_NOOP("Options", "Shortest auto"), u"10s"_s).row.visible = whenAuto;
}

void addValues(SettingsRows &rows)
{
    only(rows.add(u"query"_s, Kind::MultilineText, QT_TRANSLATE_NOOP("Options", "Values, separated by commas")), {u"custom"_s}).row.help
        = QT_TRANSLATE_NOOP("Options", "“text : value” shows a text for a value; a list of JSON objects works, too.");
    only(rows.add(u"query"_s, Kind::Text, QT_TRANSLATE_NOOP("Options", "Text to begin with")), {u"textbox"_s});
    only(rows.add(u"query"_s, Kind::Text, QT_TRANSLATE_NOOP("Options", "Value")), {u"constant"_s});
    // Choices: the types of sources that are here.
    only(rows.add(u"query"_s, Kind::Choice, QT_TRANSLATE_NOOP("Options", "Type of the sources")), {u"datasource"_s});
    addInterval(rows);
    only(rows.narrow(u"enabledValue"_s, Kind::Text, QT_TRANSLATE_NOOP("Options", "Value when on"), u"true"_s), {u"switch"_s});
    only(rows.narrow(u"disabledValue"_s, Kind::Text, QT_TRANSLATE_NOOP("Options", "Value when off"), u"false"_s), {u"switch"_s});
}

void addQuery(SettingsRows &rows)
{
    SettingsRow &regex = only(rows.narrow(u"regex"_s, Kind::Text, QT_TRANSLATE_NOOP("Options", "Regex")), {u"query"_s, u"datasource"_s});
    regex.code = true;
    regex.row.help
        = QT_TRANSLATE_NOOP("Options", "Keeps what matches; the first group, or those named text and value, is what is offered.");
    only(rows.narrow(u"regexApplyTo"_s, Kind::Choice, QT_TRANSLATE_NOOP("Options", "Regex looks at"), u"value"_s), {u"query"_s}).row.choices
        = {{u"value"_s, QT_TRANSLATE_NOOP("Options", "Value")}, {u"text"_s, QT_TRANSLATE_NOOP("Options", "Text")}};
    only(rows.narrow(u"sort"_s, Kind::Choice, QT_TRANSLATE_NOOP("Options", "Order"), 0), {u"query"_s}).row.choices
        = {{u"0"_s, QT_TRANSLATE_NOOP("Options", "As the server answers")},
           {u"1"_s, QT_TRANSLATE_NOOP("Options", "By letter, A to Z")},
           {u"2"_s, QT_TRANSLATE_NOOP("Options", "By letter, Z to A")},
           {u"3"_s, QT_TRANSLATE_NOOP("Options", "By number, rising")},
           {u"4"_s, QT_TRANSLATE_NOOP("Options", "By number, falling")},
           {u"5"_s, QT_TRANSLATE_NOOP("Options", "By letter, case ignored, A to Z")},
           {u"6"_s, QT_TRANSLATE_NOOP("Options", "By letter, case ignored, Z to A")},
           {u"7"_s, QT_TRANSLATE_NOOP("Options", "Natural, rising")},
           {u"8"_s, QT_TRANSLATE_NOOP("Options", "Natural, falling")}};
    only(rows.narrow(u"refresh"_s, Kind::Choice, QT_TRANSLATE_NOOP("Options", "Ask the server"), 0), {u"query"_s}).row.choices
        = {{u"0"_s, QT_TRANSLATE_NOOP("Options", "Only when the file keeps no values")},
           {u"1"_s, QT_TRANSLATE_NOOP("Options", "When the dashboard opens")},
           {u"2"_s, QT_TRANSLATE_NOOP("Options", "When the time range changes")}};
}

void addSelection(SettingsRows &rows)
{
    const QStringList lists{u"query"_s, u"custom"_s, u"datasource"_s};
    rows.group(QT_TRANSLATE_NOOP("Options", "Choosing"));
    only(rows.add(u"multi"_s, Kind::Bool, QT_TRANSLATE_NOOP("Options", "Several values at once"), false), lists);
    only(rows.add(u"includeAll"_s, Kind::Bool, QT_TRANSLATE_NOOP("Options", "Offer All"), false), lists);
    SettingsRow &all = only(rows.add(u"allValue"_s, Kind::Text, QT_TRANSLATE_NOOP("Options", "What All stands for")), lists);
    all.code = true;
    all.row.help = QT_TRANSLATE_NOOP("Options", "Empty: all values as they are. Used as written, such as .*");
    all.row.visible = [test = all.row.visible](const Json &variable) { return test(variable) && variable[u"includeAll"].toBool(); };
    only(rows.add(u"allowCustomValue"_s, Kind::Bool, QT_TRANSLATE_NOOP("Options", "Other values may be typed"), true), lists);
}

void keep(Json &made, const Json &from, const QStringList &keys)
{
    for (const QString &key : keys)
        if (from.contains(key))
            made = made.with(key, from[key]);
}

} // namespace

const QList<VariableType> &variableTypes()
{
    static const QList<VariableType> types{
        {u"query"_s, QT_TRANSLATE_NOOP("Variables", "Query"), QT_TRANSLATE_NOOP("Variables", "Values that a server knows"), u"query"_s},
        {u"custom"_s, QT_TRANSLATE_NOOP("Variables", "Custom"), QT_TRANSLATE_NOOP("Variables", "A list that is written here"), u"menu"_s},
        {u"textbox"_s, QT_TRANSLATE_NOOP("Variables", "Text box"), QT_TRANSLATE_NOOP("Variables", "Typed in the bar"), u"text"_s},
        {u"constant"_s, QT_TRANSLATE_NOOP("Variables", "Constant"), QT_TRANSLATE_NOOP("Variables", "One value, not shown"), u"pin"_s},
        {u"interval"_s, QT_TRANSLATE_NOOP("Variables", "Interval"), QT_TRANSLATE_NOOP("Variables", "Spans of time"), u"clock"_s},
        {u"datasource"_s, QT_TRANSLATE_NOOP("Variables", "Data source"), QT_TRANSLATE_NOOP("Variables", "Which server panels ask"),
         u"source"_s},
        {u"adhoc"_s, QT_TRANSLATE_NOOP("Variables", "Ad hoc filters"), QT_TRANSLATE_NOOP("Variables", "Label filters on every query"),
         u"filter"_s},
        {u"switch"_s, QT_TRANSLATE_NOOP("Variables", "Switch"), QT_TRANSLATE_NOOP("Variables", "One of two values"), u"check"_s},
    };
    return types;
}

QString variableTypeName(const QString &id)
{
    for (const VariableType &type : variableTypes())
        if (type.id == id)
            return tr(type.name);
    return id;
}

Json newVariable(const QString &type, const QString &name, const SourceRef &source, const Json &from)
{
    Json made = Json::object({{u"name"_s, name}, {u"type"_s, type}});
    keep(made, from, {u"label"_s, u"description"_s, u"hide"_s, u"skipUrlSync"_s});
    const Json ref = from[u"datasource"].isNull() ? Json::object({{u"type"_s, source.type}, {u"uid"_s, source.uid}}) : from[u"datasource"];
    const bool asks = type == u"query" || type == u"adhoc";
    if (asks && (!source.uid.isEmpty() || !from[u"datasource"].isNull()))
        made = made.with(u"datasource", ref);
    if (type == u"query")
        made = made.with(u"query", Json::object({{u"query"_s, QString()}, {u"refId"_s, u"PrometheusVariableQueryEditor-VariableQuery"_s}}))
                   .with(u"definition", QString())
                   .with(u"refresh", 1)
                   .with(u"sort", 1);
    else if (type == u"interval")
        made = made.with(u"query", u"1m,10m,30m,1h,6h,12h,1d"_s);
    else if (type == u"datasource")
        made = made.with(u"query", u"prometheus"_s);
    else if (type == u"adhoc")
        made = made.with(u"filters", Json::array());
    else if (type == u"switch")
        made = made.with(u"enabledValue", u"true"_s).with(u"disabledValue", u"false"_s);
    else
        made = made.with(u"query", QString());
    if (type == u"query" || type == u"custom" || type == u"datasource")
        keep(made, from, {u"multi"_s, u"includeAll"_s, u"allValue"_s, u"allowCustomValue"_s});
    if (type == u"query" || type == u"datasource")
        keep(made, from, {u"regex"_s});
    return made;
}

QString freeVariableName(const QString &wanted, const QList<Variable> &all)
{
    const auto taken
        = [&](const QString &name) { return std::any_of(all.begin(), all.end(), [&](const Variable &each) { return each.name == name; }); };
    QString name = wanted;
    for (int i = 2; taken(name); ++i)
        name = wanted + u'_' + QString::number(i);
    return name;
}

const QList<SettingsRow> &variableRows()
{
    static const QList<SettingsRow> rows = [] {
        SettingsRows made;
        addCommon(made);
        addValues(made);
        addQuery(made);
        addSelection(made);
        return made.rows();
    }();
    return rows;
}

QString variableValueProblem(const QString &key, const QString &type, const QString &text)
{
    if (text.isEmpty() || text.contains(u'$'))
        return {};
    if (key == u"regex")
        if (const auto tried = filteredOptions({}, {text, false}); !tried)
            return tried.error().what;
    if (key == u"auto_min" && !intervalToMs(text))
        return tr("A span of time, such as 10s or 5m");
    if (key == u"query" && type == u"interval")
        for (const QString &each : text.split(u',', Qt::SkipEmptyParts))
            if (!intervalToMs(each.trimmed()))
                return tr("“%1” is no span of time; try 30s, 5m or 1h").arg(each.trimmed());
    return {};
}
