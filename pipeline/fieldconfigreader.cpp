// SPDX-License-Identifier: GPL-3.0-or-later
#include <pipeline/fieldpipeline.h>

#include <QtCore/QCoreApplication>
#include <cmath>
#include <limits>
#include <pipeline/fieldproperty.h>

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype kMaxMappings = 2000;

class Reader
{
public:
    explicit Reader(QList<OptionProblem> *problems) : m_problems(problems) { }

    void problem(const QString &key, const QString &why) const
    {
        if (m_problems)
            m_problems->append({key, why});
    }

    QString text(const Json &json, const QString &key) const
    {
        if (!json.isNull() && !json.isString())
            problem(key, QCoreApplication::translate("Errors", "not a text"));
        return json.toString();
    }

    // Numbers, and texts that are numbers: hand-written files quote them.
    std::optional<double> number(const Json &json, const QString &key) const
    {
        bool ok = json.isNumber();
        double value = json.toDouble();
        if (json.isString())
            value = json.toString().trimmed().toDouble(&ok);
        if (ok && !std::isnan(value))
            return value;
        if (!json.isNull() && !(json.isString() && json.toString().isEmpty()))
            problem(key, QCoreApplication::translate("Errors", "not a number"));
        return {};
    }

    std::optional<int> decimals(const Json &json, const QString &key) const
    {
        const std::optional<double> value = number(json, key);
        return value ? std::optional<int>(int(std::clamp(std::trunc(*value), -1.0, 100.0))) : std::nullopt;
    }

    std::optional<bool> boolean(const Json &json, const QString &key) const
    {
        if (json.isBool())
            return json.toBool();
        if (!json.isNull())
            problem(key, QCoreApplication::translate("Errors", "not true or false"));
        return {};
    }

    FieldColor color(const Json &json) const;
    Thresholds thresholds(const Json &json) const;
    QList<ValueMapping> mappings(const Json &json) const;
    QList<DataLink> links(const Json &json) const;

private:
    void readMapping(const Json &json, QList<ValueMapping> &out) const;
    void readOldMapping(const Json &json, QList<ValueMapping> &out) const;

    QList<OptionProblem> *m_problems;
};

FieldColor Reader::color(const Json &json) const
{
    FieldColor out;
    if (!json.isObject()) {
        if (!json.isNull())
            problem(u"color"_s, QCoreApplication::translate("Errors", "not an object"));
        return out;
    }
    out.mode = text(json[u"mode"], u"color.mode"_s);
    out.fixedColor = text(json[u"fixedColor"], u"color.fixedColor"_s);
    const QString seriesBy = text(json[u"seriesBy"], u"color.seriesBy"_s);
    if (!seriesBy.isEmpty())
        out.seriesBy = seriesBy;
    return out;
}

Thresholds Reader::thresholds(const Json &json) const
{
    Thresholds out;
    const QString mode = text(json[u"mode"], u"thresholds.mode"_s);
    if (mode == "percentage"_L1)
        out.mode = Thresholds::Mode::Percentage;
    else if (!mode.isEmpty() && mode != "absolute"_L1)
        problem(u"thresholds.mode"_s, QCoreApplication::translate("Errors", "unknown choice %1").arg(mode));
    const std::vector<Json> steps = json[u"steps"].items();
    for (const Json &step : steps) {
        if (!out.steps.isEmpty() && !step.contains(u"value"))
            continue; // it is never reached
        Threshold threshold;
        threshold.color = text(step[u"color"], u"thresholds.steps.color"_s);
        const std::optional<double> value = number(step[u"value"], u"thresholds.steps.value"_s);
        threshold.value = out.steps.isEmpty() ? -std::numeric_limits<double>::infinity() : value.value_or(0);
        out.steps.append(threshold);
    }
    return out;
}

ValueMapping withResult(ValueMapping mapping, const Json &result)
{
    const Json text = result[u"text"];
    if (text.isString() || text.isNumber() || text.isBool())
        mapping.text = text.isString() ? text.toString() : QString::fromUtf8(text.dump());
    mapping.color = result[u"color"].toString();
    mapping.icon = result[u"icon"].toString();
    mapping.index = int(std::clamp<qint64>(result[u"index"].toInt(), 0, 1'000'000));
    return mapping;
}

// The types 1 and 2 of files before version 8: {"type": 1, "value": "0", "text": "down"}, {"type": 2, "from", "to", "text"}.
void Reader::readOldMapping(const Json &json, QList<ValueMapping> &out) const
{
    ValueMapping mapping;
    if (const double type = json[u"type"].toDouble(1); type != 1 && type != 2)
        problem(u"mappings.type"_s, QCoreApplication::translate("Errors", "unknown choice %1").arg(type));
    if (json[u"type"].toInt() == 2) {
        mapping.kind = ValueMapping::Kind::Range;
        mapping.from = number(json[u"from"], u"mappings.from"_s);
        mapping.to = number(json[u"to"], u"mappings.to"_s);
    } else {
        const Json value = json[u"value"];
        mapping.match = value.isString() ? value.toString() : QString::fromUtf8(value.dump());
        if (value.isNull() || mapping.match == "null"_L1) {
            mapping.kind = ValueMapping::Kind::Special;
            mapping.special = ValueMapping::Special::Null;
        }
    }
    out.append(withResult(mapping, json));
}

void Reader::readMapping(const Json &json, QList<ValueMapping> &out) const
{
    const QString type = json[u"type"].toString();
    const Json options = json[u"options"];
    ValueMapping mapping;
    if (json[u"type"].isNumber() || (type.isEmpty() && json.contains(u"op")))
        return readOldMapping(json, out);
    if (type == "value"_L1) {
        for (const QString &key : options.keys()) {
            if (!options[key].isObject())
                problem(u"mappings.options"_s, QCoreApplication::translate("Errors", "not an object"));
            mapping.match = key;
            out.append(withResult(mapping, options[key]));
        }
        return;
    }
    if (type == "range"_L1) {
        mapping.kind = ValueMapping::Kind::Range;
        mapping.from = number(options[u"from"], u"mappings.from"_s);
        mapping.to = number(options[u"to"], u"mappings.to"_s);
    } else if (type == "regex"_L1) {
        mapping.kind = ValueMapping::Kind::Regex;
        mapping.match = text(options[u"pattern"], u"mappings.pattern"_s);
    } else if (type == "special"_L1) {
        static const QStringList names{u"true"_s, u"false"_s, u"null"_s, u"nan"_s, u"null+nan"_s, u"empty"_s};
        const qsizetype index = names.indexOf(options[u"match"].toString());
        if (index < 0)
            return problem(u"mappings.match"_s, u"unknown choice"_s);
        mapping.kind = ValueMapping::Kind::Special;
        mapping.special = ValueMapping::Special(index);
    } else {
        return problem(u"mappings.type"_s, QCoreApplication::translate("Errors", "unknown choice %1").arg(type));
    }
    out.append(withResult(mapping, options[u"result"]));
}

QList<ValueMapping> Reader::mappings(const Json &json) const
{
    QList<ValueMapping> out;
    if (!json.isNull() && !json.isArray())
        problem(u"mappings"_s, QCoreApplication::translate("Errors", "not a list"));
    for (const Json &item : json.items()) {
        if (out.size() >= kMaxMappings) {
            problem(u"mappings"_s, QCoreApplication::translate("Errors", "more than %1").arg(kMaxMappings));
            break;
        }
        if (item.isObject())
            readMapping(item, out);
        else
            problem(u"mappings"_s, QCoreApplication::translate("Errors", "not an object"));
    }
    return out;
}

QList<DataLink> Reader::links(const Json &json) const
{
    QList<DataLink> out;
    for (const Json &item : json.items()) {
        if (item.isObject())
            out.append({item[u"title"].toString(), item[u"url"].toString(), item[u"targetBlank"].toBool(), item[u"oneClick"].toBool()});
    }
    return out;
}
} // namespace

bool setFieldProperty(FieldConfig &config, const QString &id, const Json &value, QList<OptionProblem> *problems)
{
    const Reader reader(problems);
    using Set = void (*)(FieldConfig &, const Json &, const Reader &, const QString &);
    static const QHash<QString, Set> setters{
        {u"displayName"_s, [](auto &c, const Json &v, const Reader &r, const QString &k) { c.displayName = r.text(v, k); }},
        {u"displayNameFromDS"_s, [](auto &c, const Json &v, const Reader &r, const QString &k) { c.displayNameFromDS = r.text(v, k); }},
        {u"description"_s, [](auto &c, const Json &v, const Reader &r, const QString &k) { c.description = r.text(v, k); }},
        {u"unit"_s, [](auto &c, const Json &v, const Reader &r, const QString &k) { c.unit = r.text(v, k); }},
        {u"decimals"_s, [](auto &c, const Json &v, const Reader &r, const QString &k) { c.decimals = r.decimals(v, k); }},
        {u"min"_s, [](auto &c, const Json &v, const Reader &r, const QString &k) { c.min = r.number(v, k); }},
        {u"max"_s, [](auto &c, const Json &v, const Reader &r, const QString &k) { c.max = r.number(v, k); }},
        {u"fieldMinMax"_s,
         [](auto &c, const Json &v, const Reader &r, const QString &k) { c.fieldMinMax = r.boolean(v, k).value_or(false); }},
        {u"noValue"_s, [](auto &c, const Json &v, const Reader &r, const QString &k) { c.noValue = r.text(v, k); }},
        {u"nullValueMode"_s, [](auto &c, const Json &v, const Reader &r, const QString &k) { c.nullValueMode = r.text(v, k); }},
        {u"filterable"_s, [](auto &c, const Json &v, const Reader &r, const QString &k) { c.filterable = r.boolean(v, k); }},
        {u"color"_s, [](auto &c, const Json &v, const Reader &r, const QString &) { c.color = r.color(v); }},
        {u"mappings"_s, [](auto &c, const Json &v, const Reader &r, const QString &) { c.mappings = r.mappings(v); }},
        {u"links"_s, [](auto &c, const Json &v, const Reader &r, const QString &) { c.links = r.links(v); }},
        {u"thresholds"_s,
         [](auto &c, const Json &v, const Reader &r, const QString &) {
             c.thresholds = v.isObject() ? std::optional<Thresholds>(r.thresholds(v)) : std::nullopt;
         }},
    };
    if (id.startsWith("custom."_L1)) {
        const QStringView path = QStringView(id).mid(7);
        config.custom = value.isNull() ? config.custom.without(path) : config.custom.with(path, value);
        return true;
    }
    const Set set = setters.value(id);
    if (set)
        set(config, value, reader, id);
    return set != nullptr;
}

FieldConfig readFieldConfig(const Json &json, QList<OptionProblem> *problems)
{
    FieldConfig config;
    if (!json.isNull() && !json.isObject() && problems)
        problems->append({QString(), QCoreApplication::translate("Errors", "not an object")});
    for (const QString &key : json.keys()) {
        if (key == "custom"_L1)
            config.custom = json[key].isObject() ? json[key] : Json();
        else
            setFieldProperty(config, key, json[key], problems);
    }
    return config;
}

FieldConfigSource readFieldConfigSource(const Json &fieldConfig, const Json &typeDefaults, QList<OptionProblem> *problems)
{
    Json merged = typeDefaults.isObject() ? typeDefaults : Json::object();
    const Json own = fieldConfig[u"defaults"];
    for (const QString &key : own.keys()) {
        if (key == "custom"_L1)
            continue;
        std::vector<std::pair<QString, Json>> members;
        for (const QString &name : merged.keys()) {
            if (name != key)
                members.emplace_back(name, merged[name]);
        }
        members.emplace_back(key, own[key]);
        merged = Json::object(members);
    }
    const Json custom = own[u"custom"];
    for (const QString &key : custom.keys())
        merged = merged.with(u"custom."_s + key, custom[key]);
    FieldConfigSource source;
    source.defaults = readFieldConfig(merged, problems);
    source.overrides = fieldConfig[u"overrides"];
    if (!source.overrides.isNull() && !source.overrides.isArray() && problems)
        problems->append({u"overrides"_s, QCoreApplication::translate("Errors", "not a list")});
    return source;
}
