// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/merging.h>

#include <QtCore/QHash>
#include <QtCore/QSet>
#include <core/jsonscan.h>
#include <optional>

using namespace Qt::StringLiterals;

namespace {

using Slot = std::optional<Json>; // nothing: no such member or item

class Merger
{
public:
    explicit Merger(Prefer prefer) : m_prefer(prefer) { }
    QStringList conflicts;

    Slot value(const Slot &base, const Slot &mine, const Slot &theirs, const QString &pointer)
    {
        if (mine == theirs || mine == base)
            return theirs;
        if (theirs == base)
            return mine;
        if (mine && theirs && mine->isObject() && theirs->isObject() && (!base || base->isObject()))
            return object(base.value_or(Json::object()), *mine, *theirs, pointer);
        if (mine && theirs && mine->isArray() && theirs->isArray() && (!base || base->isArray()))
            if (const std::optional<Json> list = items(base.value_or(Json::array()), *mine, *theirs, pointer))
                return list;
        conflicts.append(pointer);
        return m_prefer == Prefer::Mine ? mine : theirs;
    }

private:
    // The order of theirs; what mine has added follows.
    Json object(const Json &base, const Json &mine, const Json &theirs, const QString &pointer)
    {
        std::vector<std::pair<QString, Json>> members;
        const auto take = [&](const QString &key) {
            if (const Slot kept
                = value(memberOf(base, key), memberOf(mine, key), memberOf(theirs, key), pointer + u'/' + pointerEscaped(key)))
                members.emplace_back(key, *kept);
        };
        for (const QString &key : theirs.keys())
            take(key);
        for (const QString &key : mine.keys())
            if (!theirs.contains(key))
                take(key);
        return Json::object(members);
    }

    std::optional<Json> items(const Json &base, const Json &mine, const Json &theirs, const QString &pointer)
    {
        const QString key = identity({base, mine, theirs});
        if (key.isEmpty())
            return std::nullopt;
        const QHash<QString, Json> before = byIdentity(base, key), here = byIdentity(mine, key), there = byIdentity(theirs, key);
        QHash<QString, qsizetype> places;
        for (qsizetype i = 0; i < mine.size(); ++i)
            places.insert(named(mine.at(i), key), i);
        QSet<QString> done;
        QHash<QString, Json> kept;
        const auto take = [&](const QString &name) {
            const QString at = pointer + u'/' + QString::number(places.value(name, mine.size()));
            if (const Slot item = value(found(before, name), found(here, name), found(there, name), at))
                kept.insert(name, *item);
            done.insert(name);
        };
        const QStringList order = merging(namesOf(base, key), namesOf(mine, key), namesOf(theirs, key));
        for (const QString &name : order)
            take(name);
        std::vector<Json> list;
        for (const QString &name : order)
            if (kept.contains(name))
                list.push_back(kept.value(name));
        return Json::array(std::move(list));
    }

    // Of theirs, or of mine where theirs has left the order alone; what the other side added comes after what it follows there.
    static QStringList merging(const QStringList &base, const QStringList &mine, const QStringList &theirs)
    {
        const auto common = [](const QStringList &list, const QStringList &other) {
            QStringList both;
            for (const QString &name : list)
                if (other.contains(name))
                    both.append(name);
            return both;
        };
        const bool theirsMoved = common(theirs, base) != common(base, theirs);
        QStringList order = theirsMoved ? theirs : mine;
        const QStringList &rest = theirsMoved ? mine : theirs;
        for (qsizetype i = 0; i < rest.size(); ++i)
            if (!order.contains(rest[i]))
                order.insert(i == 0 ? 0 : order.indexOf(rest[i - 1]) + 1, rest[i]);
        return order;
    }

    static Slot memberOf(const Json &object, const QString &key) { return object.contains(key) ? Slot(object[key]) : Slot(); }
    static Slot found(const QHash<QString, Json> &items, const QString &name)
    {
        const auto at = items.find(name);
        return at == items.end() ? Slot() : Slot(*at);
    }
    static QString named(const Json &item, const QString &key)
    {
        const Json name = item[key];
        return name.isString() || name.isNumber() ? QString::fromUtf8(name.dump()) : QString();
    }
    static QStringList namesOf(const Json &list, const QString &key)
    {
        QStringList names;
        for (const Json &item : list.items())
            names.append(named(item, key));
        return names;
    }
    static QHash<QString, Json> byIdentity(const Json &list, const QString &key)
    {
        QHash<QString, Json> items;
        for (const Json &item : list.items())
            items.insert(named(item, key), item);
        return items;
    }

    // The key that tells the items of every list apart; empty: there is none.
    static QString identity(const std::vector<Json> &lists)
    {
        for (const QString &key : {u"id"_s, u"name"_s, u"refId"_s, u"uid"_s}) {
            const bool tells = std::all_of(lists.begin(), lists.end(), [&key](const Json &list) {
                const QStringList names = namesOf(list, key);
                return !names.contains(QString()) && QSet<QString>(names.begin(), names.end()).size() == names.size();
            });
            if (tells)
                return key;
        }
        return {};
    }

    Prefer m_prefer;
};

} // namespace

Merge merged(const Json &base, const Json &mine, const Json &theirs, Prefer prefer)
{
    Merger merger(prefer);
    const Json json = merger.value(base, mine, theirs, {}).value_or(theirs);
    return {json, merger.conflicts};
}
