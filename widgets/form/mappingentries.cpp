// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/form/mappingentries.h>

#include <widgets/form/optionparts.h>

using namespace Qt::StringLiterals;

namespace {

using Kind = ValueMapping::Kind;

// The numbered types of old files: {"type": 1, "value": "0", "text": "down"}, {"type": 2, "from", "to", "text"}.
MappingEntry oldEntry(const Json &json)
{
    MappingEntry entry;
    entry.kind = json[u"type"].toInt() == 2 ? Kind::Range : Kind::Value;
    entry.match = json[u"value"].isString() ? json[u"value"].toString() : QString::fromUtf8(json[u"value"].dump());
    if (entry.kind == Kind::Value && (json[u"value"].isNull() || entry.match == "null"_L1)) {
        entry.kind = Kind::Special;
        entry.match = u"null"_s;
    }
    const auto number = [](const Json &value) { return value.isString() ? Json(value.toString().toDouble()) : value; };
    entry.from = number(json[u"from"]);
    entry.to = number(json[u"to"]);
    for (const QString &member : {u"text"_s, u"color"_s, u"index"_s})
        if (json.contains(member))
            entry.result = entry.result.with(member, json[member]);
    return entry;
}

QList<MappingEntry> entriesOf(const Json &json, int item)
{
    const QString type = json[u"type"].toString();
    const Json options = json[u"options"];
    QList<MappingEntry> list;
    if (json[u"type"].isNumber() || (type.isEmpty() && json.contains(u"op"))) {
        list.append(oldEntry(json));
    } else if (type == "value"_L1) {
        for (const QString &key : options.keys())
            list.append({Kind::Value, key, {}, {}, options[key].isObject() ? options[key] : Json::object()});
    } else {
        MappingEntry entry;
        entry.kind = type == "range"_L1 ? Kind::Range : type == "regex"_L1 ? Kind::Regex : Kind::Special;
        entry.match = options[type == "regex"_L1 ? u"pattern" : u"match"].toString();
        entry.from = options[u"from"];
        entry.to = options[u"to"];
        if (options[u"result"].isObject())
            entry.result = options[u"result"];
        if (type == "range"_L1 || type == "regex"_L1 || type == "special"_L1)
            list.append(entry);
    }
    for (MappingEntry &entry : list)
        entry.item = item;
    return list;
}

Json itemOf(const MappingEntry &entry)
{
    if (entry.kind == Kind::Value)
        return Json::object({{u"options"_s, Json::object({{entry.match, entry.result}})}, {u"type"_s, Json(u"value"_s)}});
    Json options = Json::object();
    if (entry.kind == Kind::Range)
        options = Json::object({{u"from"_s, entry.from}, {u"to"_s, entry.to}});
    else
        options = Json::object({{entry.kind == Kind::Regex ? u"pattern"_s : u"match"_s, Json(entry.match)}});
    const QString type = entry.kind == Kind::Range ? u"range"_s : entry.kind == Kind::Regex ? u"regex"_s : u"special"_s;
    return Json::object({{u"options"_s, options.with(u"result", entry.result)}, {u"type"_s, Json(type)}});
}

// A changed item keeps the members that are none of ours.
Json mergedItem(const Json &before, const QList<MappingEntry> &group)
{
    Json item = itemOf(group.first());
    for (const MappingEntry &entry : group.mid(1))
        item = item.with(u"options", withMember(item[u"options"], entry.match, entry.result));
    if (before[u"type"] != item[u"type"])
        return item;
    Json merged = before;
    Json options = item[u"options"];
    if (group.first().kind != Kind::Value)
        for (const QString &key : before[u"options"].keys())
            if (!options.contains(key))
                options = withMember(options, key, before[u"options"][key]);
    return merged.with(u"options", options);
}

} // namespace

QList<MappingEntry> mappingEntries(const Json &mappings)
{
    QList<MappingEntry> all;
    const std::vector<Json> items = mappings.items();
    for (size_t i = 0; i < items.size(); ++i)
        all += entriesOf(items[i], int(i));
    return all;
}

Json mappingsOf(const QList<MappingEntry> &entries, const Json &before)
{
    std::vector<Json> out;
    for (qsizetype i = 0; i < entries.size();) {
        QList<MappingEntry> group{entries[i++]};
        QStringList keys{group.first().match};
        // New values go into the item before them; values of one item stay together.
        while (group.first().kind == Kind::Value && i < entries.size() && entries[i].kind == Kind::Value
               && (entries[i].item == group.first().item || entries[i].item < 0) && !keys.contains(entries[i].match)) {
            keys.append(entries[i].match);
            group.append(entries[i++]);
        }
        const int item = group.first().item;
        const Json old = item < 0 ? Json() : before.at(item);
        out.push_back(item >= 0 && entriesOf(old, item) == group ? old : mergedItem(old, group));
    }
    return Json::array(out);
}
