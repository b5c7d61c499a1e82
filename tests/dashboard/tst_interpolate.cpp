// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/duration.h>
#include <dashboard/interpolate.h>
#include <dashboard/querystep.h>
#include <dashboard/variableoptions.h>
#include <dashboard/variablequery.h>
#include <pipeline/momentformat.h>
#include <tests/support/goldens.h>
#include <tests/support/testmain.h>

using namespace Qt::StringLiterals;

namespace {
// A variable of the golden table as interpolation sees it.
VariableValue fromGolden(const Json &definition, const TimeRange &range, const VariableLookup &lookup)
{
    VariableValue variable;
    variable.value = definition[u"value"];
    variable.text = valueTexts(definition.contains(u"text") ? definition[u"text"] : variable.value).join(" + "_L1);
    variable.multi = definition[u"multi"].toBool() || definition[u"isMulti"].toBool();
    variable.includeAll = definition[u"includeAll"].toBool();
    if (scalarText(variable.value) == "$__auto"_L1) {
        variable.urlValues = QStringList{u"$__auto"_s};
        variable.text
            = calculateInterval(range.spanMs(), int(definition[u"autoStepCount"].toInt()), definition[u"autoMinInterval"].toString())->text;
        variable.value = Json(variable.text);
    } else if (scalarText(variable.value) == allVariableValue()) {
        variable.urlValues = QStringList{allVariableValue()};
        variable.text = u"All"_s;
        const QString allValue = definition[u"allValue"].toString();
        variable.isVerbatim = !allValue.isEmpty();
        std::vector<Json> all;
        for (const Json &option : definition[u"options"].items())
            all.push_back(option.isArray() ? option.at(1) : option[u"value"]);
        variable.value = variable.isVerbatim ? Json(interpolateText(allValue, lookup)) : Json::array(all);
    }
    std::vector<Json> properties;
    for (const Json &option : definition[u"options"].items()) {
        if (option.isObject() && option[u"value"] == variable.value)
            variable.properties = option[u"properties"];
        if (variable.value.isArray() && valueTexts(variable.value).contains(scalarText(option[u"value"]))
            && option[u"properties"].isObject())
            properties.push_back(option[u"properties"]);
    }
    if (!properties.empty())
        variable.properties = Json::array(properties);
    if (variable.value.isArray() && variable.text != "All"_L1)
        variable.texts = valueTexts(definition[u"text"]);
    return variable;
}

struct World {
    QMap<QString, VariableValue> variables;

    World()
    {
        QFile file(goldens::folder() + "/interpolate_vars.json"_L1);
        if (!file.open(QIODevice::ReadOnly))
            return;
        const Json json = *Json::parse(file.readAll());
        const TimeRange range{1773446400000, 1773468000000};
        const auto lookup = [this](const QString &name) { return find(name); };
        for (const QString &account : {u"__user"_s, u"__org"_s})
            variables.insert(account, *accountVariable(account));
        for (const Json &each : json[u"variables"].items())
            variables.insert(each[u"name"].toString(), fromGolden(each, range, lookup));
        variables.insert(u"__from"_s, plainVariable(range.fromMs));
        variables.insert(u"__to"_s, plainVariable(range.toMs));
        variables[u"__from"_s].text = formatMoment(double(range.fromMs), u"YYYY-MM-DD HH:mm:ss"_s, QTimeZone("Europe/Berlin"));
        variables[u"__to"_s].text = formatMoment(double(range.toMs), u"YYYY-MM-DD HH:mm:ss"_s, QTimeZone("Europe/Berlin"));
        variables.insert(u"__timezone"_s, plainVariable(u"Europe/Berlin"_s));
        QStringList address;
        for (const Json &each : json[u"variables"].items())
            if (const QString name = each[u"name"].toString(); each[u"kind"].toString() != "const"_L1)
                address.append(formatVariable(variables[name], u"queryparam"_s, {name}));
        variables.insert(u"__all_variables"_s, plainVariable(address.join(u'&')));
        variables.insert(u"__url_time_range"_s,
                         plainVariable(u"from=2026-03-14T00:00:00.000Z&to=2026-03-14T06:00:00.000Z&timezone=Europe%2FBerlin"_s));
    }

    std::optional<VariableValue> find(const QString &name) const
    {
        const auto it = variables.find(name);
        return it == variables.end() ? std::nullopt : std::optional(*it);
    }
};

QString pairsText(const QList<VariableOption> &options)
{
    std::vector<Json> pairs;
    for (const VariableOption &option : options)
        pairs.push_back(Json::array({Json(option.text), Json(option.value)}));
    return QString::fromUtf8(Json::array(pairs).dump());
}

QList<VariableOption> itemsOf(const Json &items)
{
    QList<VariableOption> options;
    for (const Json &item : items.items()) {
        VariableOption option;
        option.value = scalarText(!item.isObject()              ? (item.isArray() ? item.at(1) : item)
                                      : item.contains(u"value") ? item[u"value"]
                                                                : item[u"text"]);
        option.text = item.isObject() && item.contains(u"text") ? scalarText(item[u"text"])
            : item.isArray()                                    ? scalarText(item.at(0))
                                                                : option.value;
        options.append(option);
    }
    return options;
}

// A selection as the golden table writes it: lists for multi, All as it was, plain texts where nothing is offered.
QString selectionText(const Selection &selection, const Json &input)
{
    const bool isAll = selection.values == QStringList{allVariableValue()};
    const bool wasAll = isAll && valueTexts(input[u"value"]).contains(allVariableValue());
    const bool nothing = isAll && input[u"newOptions"].size() == 0;
    const bool list = !nothing && (wasAll ? input[u"value"].isArray() : input[u"isMulti"].toBool());
    const Json values = list ? Json::strings(selection.values) : Json(selection.values.value(0));
    const Json texts = list && !wasAll ? Json::strings(selection.texts) : Json(selection.texts.value(0));
    return QString::fromUtf8(Json::object({{u"value"_s, values}, {u"text"_s, texts}}).dump());
}

QString variablesResult(const QString &group, const Json &input)
{
    if (group.startsWith("custom"_L1))
        return pairsText(customOptions(input[u"query"].toString()));
    if (group == "query_regex"_L1) {
        const auto options
            = filteredOptions(itemsOf(input[u"items"]), {input[u"regex"].toString(), input[u"applyTo"].toString() == "text"_L1});
        return options ? pairsText(*options) : u"ERR"_s;
    }
    if (group == "sort"_L1) {
        QStringList texts;
        for (const VariableOption &option : sortedOptions(itemsOf(input[u"items"]), int(input[u"sort"].toInt())))
            texts.append(option.text);
        return QString::fromUtf8(Json::strings(texts).dump());
    }
    if (group == "revalidate"_L1) {
        const SelectionRules rules{input[u"isMulti"].toBool(), input[u"includeAll"].toBool(), input[u"defaultToAll"].toBool()};
        return selectionText(revalidated({valueTexts(input[u"value"]), valueTexts(input[u"text"])}, itemsOf(input[u"newOptions"]), rules),
                             input);
    }
    return calculateInterval(input[u"range_s"].toInt() * 1000, int(input[u"auto_count"].toInt()), input[u"auto_min"].toString())->text;
}

} // namespace

class TstInterpolate : public QObject
{
    Q_OBJECT

private slots:
    void golden_interpolate()
    {
        const World world;
        const int failed = goldens::runTsv(u"interpolate"_s, [&](const goldens::Row &row) -> QString {
            ScopedVars scoped;
            if (row[u"group"_s] == "scoped"_L1) {
                const Json json = *Json::parse(row[u"variable_json"_s].toUtf8());
                for (const QString &name : json.keys()) {
                    scoped[name].value = json[name][u"value"];
                    scoped[name].text = json[name][u"text"].toString();
                }
            }
            const auto lookup = [&](const QString &name) {
                const auto it = scoped.find(name);
                return it == scoped.end() ? world.find(name) : std::optional(*it);
            };
            const QString format = row[u"default_format"_s];
            const bool special = format.endsWith("+specialChars"_L1);
            const VariablePrinter prometheus = [&](const VariableValue &variable, const QString &) {
                return special || variable.isVerbatim ? formatForPrometheus(variable)
                                                      : promQueryValue(variable.value, variable.multi, variable.includeAll, false);
            };
            const QString got = format.startsWith("prometheus"_L1)
                ? interpolateText(row[u"template"_s], lookup, prometheus, QTimeZone::utc())
                : interpolateText(row[u"template"_s], lookup, QString(), QTimeZone::utc());
            return got == row[u"output"_s] ? QString() : u'[' + got + u']';
        });
        QCOMPARE(failed, 0);
    }

    // What Grafana answers to formats and members of values that the golden table has not.
    void formats_data()
    {
        QTest::addColumn<QString>("variable"); // {value, texts, properties, verbatim}
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("result");
        const QString quotes = u"{\"value\":\"a\\\"b'c\"}"_s;
        const QString list = u"{\"value\":[\"-3\",\"x\",\"2\"],\"texts\":[\"three\",\"X\",\"two\"],"
                             "\"properties\":[{\"id\":\"i.1\",\"n\":{\"v\":[7,8]}},{\"id\":\"i2\"},{}]}"_s;
        const QString one
            = u"{\"value\":\"b\",\"properties\":{\"a.b\":\"dotted\",\"n\":[{\"x\":\"deep\"}],\"none\":null,\"o\":{\"k\":1}}}"_s;
        const QString time = u"{\"value\":\"1700000000500\"}"_s;
        const auto row = [](const char *name, const QString &variable, const QString &text, const QString &result) {
            QTest::newRow(name) << variable << text << result;
        };
        row("both quotes of SQL", quotes, u"${v:sqlstring}"_s, u"'a\\\"b''c'"_s);
        row("numbers need no escape", list, u"${v:lucene}"_s, u"(\"-3\" OR \"x\" OR \"2\")"_s);
        row("name and prefix", list, u"${v:customqueryparam:a b:p=:more}"_s, u"a%20b=p%3D-3&a%20b=p%3Dx&a%20b=p%3D2"_s);
        row("one separator", list, u"${v:join:;:x}"_s, u"-3;x;2"_s);
        row("colons do not separate", list, u"${v:join::}"_s, u"-3x2"_s);
        row("an item and its text", list, u"${v.1} ${v.0} ${v.2:text}"_s, u"x -3 two"_s);
        row("of each item's properties", list, u"${v.id} ${v.id:pipe} ${v.n.v[1]:csv}"_s, u"{i.1,i2,} i.1|i2| 8,,"_s);
        row("brackets", one, u"${v[\"a.b\"]} ${v['a.b']} ${v.n[0].x} ${v.n.0.x:regex}"_s, u"dotted dotted deep deep"_s);
        row("nothing prints nothing", one, u"[${v.none}${v.none:json}${v.none:singlequote}${v.nope:queryparam}]"_s, u"[]"_s);
        row("objects", one, u"${v.o:json}"_s, u"[object Object]"_s);
        row("seconds of ISO", time, u"${v:date:}"_s, u"2023-11-14T22:13:20+00:00"_s);
        row("blanks before a time", u"{\"value\":\" 1700000000000\"}"_s, u"${v:date:YYYY}"_s, u"2023"_s);
        row("no date", u"{\"value\":\"9e99\"}"_s, u"${v:date:YYYY} ${v:date:ms}"_s, u"1970 9e99"_s);
        row("far beyond dates", u"{\"value\":9e99}"_s, u"${v:date:YYYY} ${v:date}"_s, u"Invalid date null"_s);
        row("members of a finished expression", u"{\"value\":\".*\",\"verbatim\":true}"_s, u"${v.x} ${v.0:csv}"_s, u".* .*"_s);
    }
    void formats()
    {
        QFETCH(QString, variable);
        QFETCH(QString, text);
        QFETCH(QString, result);
        const Json json = *Json::parse(variable.toUtf8());
        VariableValue value;
        value.value = json[u"value"];
        value.texts = json[u"texts"].toStrings();
        value.properties = json[u"properties"];
        value.isVerbatim = json[u"verbatim"].toBool();
        const auto lookup = [&value](const QString &) { return std::optional(value); };
        QCOMPARE(interpolateText(text, lookup, QString(), QTimeZone::utc()), result);
    }

    void allWhereNothingIsOffered()
    {
        const Selection one{{u"a"_s}, {u"a"_s}};
        QCOMPARE(revalidated(one, {}, {true, true, false}).values, QStringList{allVariableValue()});
        QCOMPARE(revalidated(one, {}, {false, true, false}).values, QStringList{allVariableValue()});
        QCOMPARE(revalidated(one, {}, {true, false, false}).values, QStringList());
    }

    void naturalOrderKeepsTies()
    {
        QList<VariableOption> options;
        for (const QString &text : {u"aB"_s, u"é"_s, u"Ab"_s, u"E"_s, u"x10"_s, u"X9"_s}) {
            options.append(VariableOption());
            options.last().text = text;
        }
        QStringList texts;
        for (const VariableOption &option : sortedOptions(options, 7))
            texts.append(option.text);
        QCOMPARE(texts, (QStringList{u"aB"_s, u"Ab"_s, u"E"_s, u"é"_s, u"X9"_s, u"x10"_s}));
    }

    void valuesOfAQueryHaveNoExponent()
    {
        Frame frame;
        frame.fields = {{u"Time"_s, {}, Column::times({1000}), {}, {}}, {u"Value"_s, {{u"a"_s, u"b"_s}}, Column::numbers({1e6}), {}, {}}};
        QCOMPARE(queryResultTexts({frame}), QStringList{u"{a=\"b\"} 1000000 1000"_s});
    }

    void labelsOfAnyName()
    {
        const VariableQuery query = parseVariableQuery(u"label_values({ }, my.label )"_s, {});
        QCOMPARE(query.values.label, u"my.label"_s);
        QCOMPARE(query.values.selector, QString());
    }

    void numbersInAListNeedNoEscape()
    {
        QCOMPARE(promQueryValue(Json::array({Json(1), Json(2.5), Json(u"a.b"_s)}), true, false), u"(1|2.5|a\\\\.b)"_s);
    }

    void nobodyIsLoggedIn()
    {
        const auto text
            = [](const QString &source) { return interpolateText(source, [](const QString &name) { return accountVariable(name); }); };
        QCOMPARE(text(u"[${__user.login}${__user}${__org.name}$__org]"_s), u"[]"_s);
        QCOMPARE(text(u"${__users}"_s), u"${__users}"_s);
    }

    void golden_prom_step()
    {
        const int failed = goldens::runTsv(u"prom_step"_s, [](const goldens::Row &row) -> QString {
            StepRules rules;
            rules.range = {row[u"from_ms"_s].toLongLong(), row[u"to_ms"_s].toLongLong()};
            rules.maxDataPoints = row[u"max_data_points"_s].toInt();
            rules.panelInterval = row[u"panel_min_interval"_s];
            rules.targetInterval = row[u"target_min_step"_s];
            rules.scrapeInterval = row[u"ds_scrape_interval"_s];
            rules.intervalFactor = row[u"interval_factor"_s].toInt();
            rules.utcOffsetSec = row[u"utc_offset_sec"_s].toInt();
            const Result<QueryStep> step = queryStep(rules);
            if (!step)
                return row[u"step_ms"_s] == "ERR "_L1 + step.error().what ? QString() : step.error().what;
            const ScopedVars vars = step->variables();
            const auto text = [&](const QString &name) { return vars[name].text; };
            const QStringList got{QString::number(step->intervalMs),
                                  QString::number(step->stepMs),
                                  QString::number(step->aligned.fromMs),
                                  QString::number(step->aligned.toMs),
                                  text(u"__interval"_s),
                                  text(u"__rate_interval"_s),
                                  text(u"__rate_interval_ms"_s),
                                  text(u"__range"_s),
                                  text(u"__range_ms"_s)};
            const QStringList wanted{row[u"frontend_interval_ms"_s], row[u"step_ms"_s],     row[u"aligned_start_ms"_s],
                                     row[u"aligned_end_ms"_s],       row[u"$__interval"_s], row[u"$__rate_interval"_s],
                                     row[u"$__rate_interval_ms"_s],  row[u"$__range"_s],    row[u"$__range_ms"_s]};
            return got == wanted ? QString() : u'[' + got.join(u' ') + u']';
        });
        QCOMPARE(failed, 0);
    }

    void golden_variables()
    {
        const int failed = goldens::runTsv(u"variables"_s, [](const goldens::Row &row) -> QString {
            const Json input = *Json::parse(row[u"input_json"_s].toUtf8());
            const QString got = variablesResult(row[u"group"_s], input);
            if (row[u"output"_s] == "ERR"_L1 || row[u"group"_s] == "interval_auto"_L1)
                return got == row[u"output"_s] ? QString() : u'[' + got + u']';
            const Result<Json> made = Json::parse(got.toUtf8());
            const Result<Json> wanted = Json::parse(row[u"output"_s].toUtf8());
            return made && wanted && *made == *wanted ? QString() : u'[' + got + u']';
        });
        QCOMPARE(failed, 0);
    }

    void golden_prom_variable_query()
    {
        const TimeRange range{1773446400123, 1773468000789};
        const int failed = goldens::runTsv(u"prom_variable_query"_s, [&](const goldens::Row &row) -> QString {
            // "query -> string" says what the server answered; nothing is noted of the request then.
            const QString text = Json::parse(row[u"query_json"_s].toUtf8())->toString();
            const VariableQuery query = parseVariableQuery(text.section(" -> "_L1, 0, 0), range);
            if (row[u"requests_json"_s].isEmpty())
                return queryResultTexts({}).isEmpty() && query.kind == VariableQuery::Kind::Query ? QString() : u"no query"_s;
            const Json wanted = Json::parse(row[u"requests_json"_s].toUtf8())->at(0);
            const QString kind = wanted.at(0).toString();
            QString got;
            if (query.kind == VariableQuery::Kind::Query)
                got = "GET /api/v1/query "_L1 + query.query.text;
            else if (query.kind == VariableQuery::Kind::Nothing)
                got = QString();
            else if (query.values.kind == ValuesRequest::Kind::LabelNames)
                got = u"labels"_s;
            else if (query.values.kind == ValuesRequest::Kind::Series)
                got = "GET /api/v1/series "_L1 + query.values.selector;
            else
                got = "label_values "_L1 + query.values.label + u' ' + query.values.selector;
            QString expected = kind;
            if (kind == "GET"_L1)
                expected += u' ' + wanted.at(1).toString() + u' '
                    + (wanted.at(2).contains(u"query") ? wanted.at(2)[u"query"] : wanted.at(2)[u"match[]"]).toString();
            else if (kind == "label_values"_L1)
                expected += u' ' + wanted.at(1).toString() + u' ' + wanted.at(2).toString();
            return got == expected ? QString() : u'[' + got + u']';
        });
        QCOMPARE(failed, 0);
    }
};

ADD_TEST(TstInterpolate)
#include "tst_interpolate.moc"
