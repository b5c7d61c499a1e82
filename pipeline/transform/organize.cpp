// SPDX-License-Identifier: GPL-3.0-or-later
#include <pipeline/transform/filterframes.h>

#include <pipeline/fieldpipeline.h>
#include <pipeline/transform/catalogue.h>
#include <pipeline/transform/cells.h>

using namespace Qt::StringLiterals;

namespace {
enum class OrderMode { Manual, Auto };

struct OrderOptions {
    Json indexByName; // {name: place}
    OrderMode mode = OrderMode::Manual;
    Json orderBy; // Auto: [{type: "name"|"label", name, desc}]
};

struct OrganizeOptions : OrderOptions {
    Json excludeByName; // {name: true}
    Json includeByName;
    Json renameByName; // {name: shown}
};

QStringList namesThatAreTrue(const Json &map)
{
    QStringList names;
    const QStringList keys = map.keys();
    const std::vector<Json> values = map.items();
    for (qsizetype i = 0; i < keys.size(); ++i) {
        if (values[size_t(i)].toBool())
            names.append(keys[i]);
    }
    return names;
}

// Looked up for each field of each series: a JSON object is searched from its beginning.
QHash<QString, Json> hashed(const Json &map)
{
    QHash<QString, Json> out;
    const QStringList keys = map.keys();
    const std::vector<Json> values = map.items();
    for (qsizetype i = 0; i < keys.size(); ++i)
        out.insert(keys[i], values[size_t(i)]);
    return out;
}

void orderManually(Frame &frame, const Frames &all, const QHash<QString, Json> &places)
{
    if (places.isEmpty())
        return;
    std::vector<std::pair<double, qsizetype>> order;
    for (qsizetype i = 0; i < frame.fields.size(); ++i) {
        const Json place = places.value(fieldDisplayName(frame.fields[i], frame, all));
        order.emplace_back(place.isNumber() ? place.toDouble() : HUGE_VAL, i);
    }
    std::stable_sort(order.begin(), order.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    QList<Field> fields;
    for (const auto &each : order)
        fields.append(frame.fields[each.second]);
    frame.fields = std::move(fields);
}

// By labels or names in turn; the first time field stays in front.
void orderByRules(Frame &frame, const Frames &all, const Json &rules)
{
    struct Item {
        Field field;
        QString name;
        bool leads = false;
    };
    const std::vector<Json> list = rules.items();
    QList<Item> items;
    bool hasTime = false;
    for (const Field &field : frame.fields) {
        items.append({field, fieldDisplayName(field, frame, all), field.isTime() && !hasTime});
        hasTime = hasTime || field.isTime();
    }
    const auto less = [&list](const Item &a, const Item &b) {
        if (a.leads || b.leads)
            return a.leads && !b.leads;
        for (const Json &rule : list) {
            const bool byLabel = rule[u"type"].toString() == "label"_L1;
            const QString label = rule[u"name"].toString();
            const int order = byLabel ? cells::compareNaturally(a.field.labels.value(label), b.field.labels.value(label))
                                      : cells::compareNaturally(a.name, b.name);
            if (order != 0)
                return (order < 0) != rule[u"desc"].toBool();
        }
        return false;
    };
    std::stable_sort(items.begin(), items.end(), less);
    for (qsizetype i = 0; i < items.size(); ++i)
        frame.fields[i] = items[i].field;
}

Frames ordered(const OrderOptions &options, const Frames &frames)
{
    Frames out = frames;
    const QHash<QString, Json> places = hashed(options.indexByName);
    for (Frame &frame : out) {
        if (options.mode == OrderMode::Manual)
            orderManually(frame, frames, places);
        else
            orderByRules(frame, frames, options.orderBy);
    }
    return out;
}

Frames order(const OrderOptions &options, const Frames &frames, TransformRun &)
{
    return ordered(options, frames);
}

Frames renamed(const Json &map, const Frames &frames)
{
    const QHash<QString, Json> names = hashed(map);
    if (names.isEmpty())
        return frames;
    Frames out = frames;
    for (qsizetype f = 0; f < frames.size(); ++f) {
        for (qsizetype i = 0; i < frames[f].fields.size(); ++i) {
            const QString to = names.value(fieldDisplayName(frames[f].fields[i], frames[f], {})).toString();
            if (!to.isEmpty())
                out[f].fields[i].config.displayName = to;
        }
    }
    return out;
}

Frames organize(const OrganizeOptions &options, const Frames &frames, TransformRun &)
{
    const QStringList included = namesThatAreTrue(options.includeByName);
    const QStringList excluded = namesThatAreTrue(options.excludeByName);
    const Frames kept = filterByMatchers(frames, included.isEmpty() ? FieldMatcher() : namesMatcher(included),
                                         excluded.isEmpty() ? FieldMatcher() : namesMatcher(excluded));
    return renamed(options.renameByName, ordered(options, kept));
}

template <class Options>
void addOrderRows(OptionSchema<Options> &schema)
{
    schema.json(u"indexByName"_s, &Options::indexByName, QT_TRANSLATE_NOOP("Options", "Order"));
    schema.choice(u"orderByMode"_s, &Options::mode, QT_TRANSLATE_NOOP("Options", "Order of fields"),
                  {{OrderMode::Manual, "manual", QT_TRANSLATE_NOOP("Options", "By hand")},
                   {OrderMode::Auto, "auto", QT_TRANSLATE_NOOP("Options", "By rules")}});
    schema.json(u"orderBy"_s, &Options::orderBy, QT_TRANSLATE_NOOP("Options", "Rules"));
}
} // namespace

Transformation organizeTransformation()
{
    OptionSchema<OrganizeOptions> schema;
    addOrderRows(schema);
    schema.json(u"excludeByName"_s, &OrganizeOptions::excludeByName, QT_TRANSLATE_NOOP("Options", "Hidden"));
    schema.json(u"includeByName"_s, &OrganizeOptions::includeByName, QT_TRANSLATE_NOOP("Options", "Only these"));
    schema.json(u"renameByName"_s, &OrganizeOptions::renameByName, QT_TRANSLATE_NOOP("Options", "Names"));
    return makeTransformation<OrganizeOptions>(u"organize"_s, QT_TRANSLATE_NOOP("Transformations", "Organize fields"),
                                               QT_TRANSLATE_NOOP("Transformations", "Renames, hides and reorders fields"), schema,
                                               organize);
}

Transformation orderTransformation()
{
    OptionSchema<OrderOptions> schema;
    addOrderRows(schema);
    return makeTransformation<OrderOptions>(u"order"_s, QT_TRANSLATE_NOOP("Transformations", "Order fields"),
                                            QT_TRANSLATE_NOOP("Transformations", "Puts fields in another order"), schema, order);
}
