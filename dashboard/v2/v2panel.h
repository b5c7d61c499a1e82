// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/json.h>
#include <span>

// What an element of the v2 form says, as a classic panel, and back. Pure: Json -> Json. A member that did not change between two classic
// panels stays as the element has it.

// A member that is the same value in both forms, by its dotted paths.
struct V2Member {
    const char16_t *classic;
    const char16_t *v2;
};
Json withClassicMembers(Json classic, std::span<const V2Member> members, const Json &v2); // those that v2 has
Json withV2Members(Json v2, std::span<const V2Member> members, const Json &before, const Json &after); // those that differ, both classic

// Since v2beta1 the ids of plugins stand in "group"; before, "kind" was the id.
struct V2Dialect {
    bool hasGroups = true;
};
V2Dialect dialectOf(const Json &elements);

Json classicPanelOf(const Json &element); // without a place
// like: the element as it is, null for a new one; before: what it is as a classic panel; after: what it becomes.
Json v2ElementOf(const Json &like, const Json &before, const Json &after, const V2Dialect &dialect);

// The source of a query, of a variable or of an annotation: {"type", "uid"}. One that only a label names is the placeholder of that label.
Json classicSourceOf(const Json &query, const Json &old); // old: the "datasource" beside a query, before v2beta1
Json v2QueryWithSource(Json query, const Json &source); // of the dialect with groups
// Members that differ between before and after are taken over into like, but for those that are named.
Json withChanges(const Json &like, const Json &before, const Json &after, const QStringList &except);

// Each item of a list that changed from before to after as an item of the v2 list: what is equal keeps its item of `like`, the others are
// made anew out of the one that stood there.
template <class Make>
Json v2ListOf(const Json &like, const Json &before, const Json &after, Make make)
{
    const std::vector<Json> old = before.items();
    const std::vector<Json> fresh = after.items();
    std::vector<qsizetype> from(fresh.size(), -1);
    std::vector<bool> used(old.size());
    const auto take = [&](size_t to, size_t which) {
        from[to] = qsizetype(which);
        used[which] = true;
    };
    for (size_t i = 0; i < fresh.size(); ++i)
        for (size_t k = 0; k < old.size() && from[i] < 0; ++k)
            if (const size_t at = (i + k) % old.size(); !used[at] && old[at] == fresh[i])
                take(i, at);
    for (size_t i = 0; i < fresh.size(); ++i)
        if (from[i] < 0 && i < old.size() && !used[i])
            take(i, i);
    std::vector<Json> items;
    for (size_t i = 0; i < fresh.size(); ++i) {
        const Json item = from[i] < 0 ? Json() : like.at(from[i]);
        const Json was = from[i] < 0 ? Json() : old[size_t(from[i])];
        items.push_back(was == fresh[i] ? item : make(item, was, fresh[i]));
    }
    return Json::array(std::move(items));
}
