// SPDX-License-Identifier: GPL-3.0-or-later
#include <pipeline/fieldpipeline.h>

#include <cmath>
#include <pipeline/fieldmatcher.h>
#include <pipeline/fieldproperty.h>
#include <pipeline/fieldtemplate.h>
#include <pipeline/reduce.h>

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype kMaxOverrides = 1000;

struct Rule {
    FieldMatcher matches;
    QList<std::pair<QString, Json>> properties;
};

QList<Rule> readRules(const Json &overrides)
{
    QList<Rule> rules;
    for (const Json &item : overrides.items()) {
        if (rules.size() >= kMaxOverrides)
            break;
        if (item[u"matcher"][u"scope"].toString(u"series"_s) != "series"_L1)
            continue; // of tables in cells, of annotations
        Rule rule{fieldMatcher(item[u"matcher"]), {}};
        for (const Json &property : item[u"properties"].items())
            rule.properties.append({property[u"id"].toString(), property[u"value"]});
        rules.append(std::move(rule));
    }
    return rules;
}

// What the field brought along, as a transformation sets it, stands before what the panel says of all fields.
FieldConfig overlaid(const FieldConfig &own, FieldConfig config)
{
    config.displayNameFromDS = own.displayNameFromDS;
    if (!own.displayName.isEmpty())
        config.displayName = own.displayName;
    if (!own.description.isEmpty())
        config.description = own.description;
    if (!own.unit.isEmpty())
        config.unit = own.unit;
    config.decimals = own.decimals ? own.decimals : config.decimals;
    config.min = own.min ? own.min : config.min;
    config.max = own.max ? own.max : config.max;
    if (!own.noValue.isEmpty())
        config.noValue = own.noValue;
    if (!own.mappings.isEmpty())
        config.mappings = own.mappings;
    config.thresholds = own.thresholds ? own.thresholds : config.thresholds;
    if (!own.color.mode.isEmpty())
        config.color = own.color;
    config.links = own.links + config.links;
    config.filterable = own.filterable ? own.filterable : config.filterable;
    return config;
}

// What ${__series.name} stands for: a frame without a name is called by its one field.
QString seriesName(const Frame &frame, qsizetype index)
{
    if (!frame.name.isEmpty())
        return frame.name;
    const Field *only = nullptr;
    int fields = 0;
    for (const Field &field : frame.fields) {
        if (!field.isTime() && ++fields == 1)
            only = &field;
    }
    if (fields == 1)
        return fieldDisplayName(*only, frame, {});
    return u"Series (%1)"_s.arg(frame.refId.isEmpty() ? QString::number(index) : frame.refId);
}

void validate(FieldConfig &config)
{
    if (config.color.mode.isEmpty() && config.thresholds)
        config.color.mode = u"thresholds"_s;
    if (config.min && config.max && *config.min > *config.max)
        std::swap(config.min, config.max);
}

struct Range {
    std::optional<double> min;
    std::optional<double> max;

    void include(const Field &field)
    {
        const double least = reduceToNumber(field.values, u"min"_s);
        const double most = reduceToNumber(field.values, u"max"_s);
        if (std::isnan(least) || std::isnan(most))
            return;
        min = min ? std::min(*min, least) : least;
        max = max ? std::max(*max, most) : most;
    }
};

void setRanges(Frames &frames)
{
    std::optional<Range> global;
    const auto whole = [&frames, &global] {
        if (!global) {
            global.emplace();
            for (const Frame &frame : frames) {
                for (const Field &field : frame.fields) {
                    if (field.isNumeric())
                        global->include(field);
                }
            }
        }
        return *global;
    };
    for (Frame &frame : frames) {
        for (Field &field : frame.fields) {
            if (!field.isNumeric())
                continue;
            Range range{field.config.min, field.config.max};
            if (range.min && range.max)
                global = global ? global : range; // it stands for those after it, as they are found
            else if (field.config.fieldMinMax)
                range.include(field);
            else
                range = whole();
            field.state.rangeMin = field.config.min ? *field.config.min : range.min.value_or(0);
            field.state.rangeMax = field.config.max ? *field.config.max : range.max.value_or(100);
        }
    }
}

void configure(Field &field, qsizetype index, const Frames &all, const FieldConfigSource &source, const QList<Rule> &rules,
               const Interpolate &interpolate)
{
    const Frame &frame = all[index];
    const QString before = fieldDisplayName(field, frame, all);
    const auto expand = [&](QString &name) {
        name = expandFieldTemplate(name, field, before, seriesName(frame, index));
        if (interpolate && !name.isEmpty())
            name = interpolate(name, field);
    };
    FieldConfig config = overlaid(field.config, source.defaults);
    if (field.config.displayName.isEmpty())
        expand(config.displayName);
    // Matchers know the name that the defaults give, but where this is made of the one before.
    const bool isOfBefore = source.defaults.displayName.contains("__field.displayName"_L1);
    field.state.displayName = config.displayName.isEmpty() || isOfBefore ? before : config.displayName;
    for (const Rule &rule : rules) {
        if (!rule.matches(field, frame, all))
            continue;
        for (const auto &[id, value] : rule.properties) {
            setFieldProperty(config, id, value);
            if (id == "displayName"_L1)
                expand(config.displayName);
        }
    }
    validate(config);
    field.config = std::move(config);
}
} // namespace

Frames applyFieldConfig(Frames frames, const FieldConfigSource &source, const Interpolate &interpolate)
{
    const QList<Rule> rules = readRules(source.overrides);
    const Frames found = frames;
    int seriesIndex = 0;
    for (qsizetype f = 0; f < frames.size(); ++f) {
        for (qsizetype i = 0; i < frames[f].fields.size(); ++i) {
            Field field = found[f].fields[i];
            configure(field, f, found, source, rules, interpolate);
            field.state.seriesIndex = seriesIndex;
            if (!field.isTime())
                ++seriesIndex;
            frames[f].fields[i] = std::move(field);
        }
    }
    const Frames configured = frames;
    for (qsizetype f = 0; f < frames.size(); ++f) {
        for (qsizetype i = 0; i < frames[f].fields.size(); ++i)
            frames[f].fields[i].state.displayName = fieldDisplayName(configured[f].fields[i], configured[f], configured);
    }
    setRanges(frames);
    return frames;
}
