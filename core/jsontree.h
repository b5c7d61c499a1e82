// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>
#include <string_view>
#include <unordered_map>

// nlohmann looks through all members before it adds one to an ordered object; these two take a time in proportion to the members, also
// with 100,000 of them in one object. Of equal keys the first place and the last value count.

// Adds to an object. Nothing else may add to it or take from it meanwhile.
class MemberAdder
{
public:
    void add(nlohmann::ordered_json &object, std::string &&key, nlohmann::ordered_json &&value);

private:
    std::unordered_map<std::string, size_t> m_places; // only when there are many
};

// Throws nlohmann's parse_error and out_of_range.
nlohmann::ordered_json parseJsonTree(std::string_view text);
