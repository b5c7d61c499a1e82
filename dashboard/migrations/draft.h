// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/json.h>
#include <optional>

// An object that is being changed: its members keep their order, new ones come last. Cheap where Json::with would copy the tree each time.
class Draft
{
public:
    Draft() = default;
    explicit Draft(const Json &object);

    Json operator[](QStringView key) const; // null: no such member
    bool contains(QStringView key) const;
    Draft &set(const QString &key, const Json &value);
    Draft &setUnlessNull(const QString &key, const Json &value); // null: nothing happens
    Draft &remove(QStringView key);
    Draft &rename(QStringView from, const QString &to); // to the value's new key; nothing there: nothing happens
    bool isEmpty() const { return m_members.empty(); }
    Json json() const;

private:
    std::vector<std::pair<QString, Json>> m_members;
};

// A number, or a text that is one: old files hold both.
std::optional<double> numberOf(const Json &value);
Json numberJson(const Json &value); // as a number, else null
bool isTruthy(const Json &value); // as JavaScript sees it
// Each item through a function; null leaves it out. What is no list stays as it is.
template <class Function>
Json mappedItems(const Json &list, Function function)
{
    if (!list.isArray())
        return list;
    std::vector<Json> items;
    for (const Json &item : list.items())
        if (Json mapped = function(item); !mapped.isNull())
            items.push_back(std::move(mapped));
    return Json::array(std::move(items));
}
