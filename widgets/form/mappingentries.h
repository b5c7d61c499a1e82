// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QList>
#include <core/fieldconfig.h>
#include <core/json.h>

// A line of the mappings' editor: what is matched, and what is shown instead. In the file several values share an item.
struct MappingEntry {
    ValueMapping::Kind kind = ValueMapping::Kind::Value;
    QString match; // Value: the text; Regex: the pattern; Special: the name
    Json from; // Range: numbers; null = unbounded
    Json to;
    Json result = Json::object(); // {"text", "color", "index", …}
    int item = -1; // which of the file's items it came from; -1 = new

    bool operator==(const MappingEntry &) const = default;
};

// fieldConfig.defaults.mappings as lines. What is no mapping that is known makes no line.
QList<MappingEntry> mappingEntries(const Json &mappings);
// The list as a file holds it. Items of `before` whose lines are as they were keep every member; neighbouring values share an item as
// before.
Json mappingsOf(const QList<MappingEntry> &entries, const Json &before);
