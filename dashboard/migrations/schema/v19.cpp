// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/migrations/schema/steps.h>

using namespace Qt::StringLiterals;

namespace {

QString slug(const QString &title)
{
    QString out;
    for (const QChar c : title.toLower())
        out += c.isLetterOrNumber() || c == u'_' ? c : c == u' ' || c == u'-' ? u'-' : QChar();
    return out.remove(QChar());
}

Json linkAddress(const Json &old)
{
    if (!old.isObject()
        || (old.contains(u"url") && !old.contains(u"type") && !old.contains(u"params") && !old.contains(u"keepTime")
            && !old.contains(u"includeVars")))
        return old;
    const QString title = old[u"dashboard"].toString();
    const QString uri = old[u"dashUri"].toString();
    QString url = old[u"url"].toString();
    if (url.isEmpty())
        url = !title.isEmpty() ? "dashboard/db/"_L1 + slug(title) : !uri.isEmpty() ? "dashboard/"_L1 + uri : u"/"_s;
    QStringList query;
    if (isTruthy(old[u"keepTime"]))
        query.append(u"$__url_time_range"_s);
    if (isTruthy(old[u"includeVars"]))
        query.append(u"$__all_variables"_s);
    if (isTruthy(old[u"params"]))
        query.append(old[u"params"].toString());
    for (const QString &part : std::as_const(query))
        url += (url.contains(u'?') ? u"&"_s : u"?"_s) + part;
    Draft draft;
    draft.set(u"url"_s, url).setUnlessNull(u"title"_s, old[u"title"]).setUnlessNull(u"targetBlank"_s, old[u"targetBlank"]);
    return draft.json();
}

} // namespace

// Links of a panel -> addresses.
Json v19Panel(const Json &panel, const MigrationContext &)
{
    return panel[u"links"].isArray() ? Draft(panel).set(u"links"_s, mappedItems(panel[u"links"], linkAddress)).json() : panel;
}
