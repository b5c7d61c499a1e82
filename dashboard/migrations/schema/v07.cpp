// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/migrations/schema/steps.h>

using namespace Qt::StringLiterals;

Json v07Dashboard(const Json &dashboard, const MigrationContext &)
{
    const Json nav = dashboard[u"nav"].at(0);
    return nav.isObject() ? Draft(dashboard).set(u"timepicker"_s, nav).remove(u"nav").json() : dashboard;
}

// Queries without a name get the next free letter.
Json v07Panel(const Json &panel, const MigrationContext &)
{
    if (!panel[u"targets"].isArray())
        return panel;
    QSet<QString> used;
    bool missing = false;
    for (const Json &target : panel[u"targets"].items()) {
        used.insert(target[u"refId"].toString());
        missing |= target.isObject() && !isTruthy(target[u"refId"]);
    }
    if (!missing)
        return panel;
    int next = 0;
    const auto letter = [&] {
        QString id;
        do
            id = next < 26 ? QString(QChar(u'A' + ushort(next))) : u"Q%1"_s.arg(next);
        while (++next, used.contains(id));
        return id;
    };
    return Draft(panel)
        .set(u"targets"_s,
             mappedItems(panel[u"targets"],
                         [&](const Json &target) {
                             return target.isObject() && !isTruthy(target[u"refId"]) ? target.with(u"refId", letter()) : target;
                         }))
        .json();
}
