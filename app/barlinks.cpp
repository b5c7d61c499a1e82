// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/barlinks.h>

#include <QtCore/QFileInfo>
#include <QtCore/QUrlQuery>
#include <dashboard/dashboardplace.h>

using namespace Qt::StringLiterals;

namespace {

QString iconOf(const QString &name)
{
    static const QHash<QString, QString> icons{{u"dashboard"_s, u"dashboard"_s}, {u"question"_s, u"info"_s}, {u"info"_s, u"info"_s},
                                               {u"bolt"_s, u"alert"_s},          {u"doc"_s, u"file"_s},      {u"cloud"_s, u"export"_s}};
    return icons.value(name, u"link"_s);
}

QUrl withContext(QUrl url, const PanelLink &link, const DashboardSession &session)
{
    QUrlQuery query(url);
    if (link.keepTime) {
        query.addQueryItem(u"from"_s, QString::fromLatin1(QUrl::toPercentEncoding(session.rawRange().from)));
        query.addQueryItem(u"to"_s, QString::fromLatin1(QUrl::toPercentEncoding(session.rawRange().to)));
    }
    if (link.includeVars)
        for (const VariableState &state : session.variables())
            for (const QString &value : state.definition.skipUrlSync ? QStringList() : state.values)
                query.addQueryItem(u"var-"_s + state.definition.name, QString::fromLatin1(QUrl::toPercentEncoding(value)));
    if (!query.isEmpty())
        url.setQuery(query);
    return url;
}

bool hasTags(const KnownDashboard &dashboard, const QStringList &tags)
{
    return std::all_of(tags.begin(), tags.end(), [&](const QString &tag) { return dashboard.tags.contains(tag); });
}

QList<BarLink> dashboardLinks(const PanelLink &link, const DashboardSession &session, const QString &path,
                              const QList<KnownDashboard> &known)
{
    QList<BarLink> found;
    for (const KnownDashboard &dashboard : known) {
        if (dashboard.path == path || !hasTags(dashboard, link.tags) || !QFileInfo::exists(DashboardPlace::of(dashboard.path).file))
            continue;
        BarLink made;
        made.text = dashboard.title;
        made.icon = u"dashboard"_s;
        made.url = withContext(QUrl::fromLocalFile(dashboard.path), link, session);
        made.toolTip = dashboard.path;
        made.isFile = true;
        made.inMenu = link.inControlsMenu;
        found.append(made);
    }
    std::sort(found.begin(), found.end(), [](const BarLink &a, const BarLink &b) { return a.text.localeAwareCompare(b.text) < 0; });
    return found;
}

} // namespace

QList<BarLink> barLinks(const DashboardSession &session, const QString &path, const QList<KnownDashboard> &known)
{
    QList<BarLink> links;
    for (const PanelLink &link : session.dashboard().links) {
        BarLink made;
        made.text = session.interpolateLink(link.title, false);
        made.inMenu = link.inControlsMenu;
        if (link.type != u"dashboards") {
            made.icon = iconOf(link.icon);
            made.url = withContext(QUrl(session.interpolateLink(link.url, true).trimmed()), link, session);
            made.toolTip = session.interpolate(link.tooltip);
            links.append(made);
            continue;
        }
        const QList<BarLink> found = dashboardLinks(link, session, path, known);
        if (!link.asDropdown) {
            links += found;
            continue;
        }
        made.icon = u"dashboard"_s;
        made.text = made.text.isEmpty() ? link.tags.join(u", "_s) : made.text;
        made.items = found;
        made.isMenu = true;
        links.append(made);
    }
    return links;
}

void takeAlong(const QUrl &url, DashboardSession &session)
{
    const QUrlQuery query(url);
    const QString from = query.queryItemValue(u"from"_s, QUrl::FullyDecoded);
    const QString to = query.queryItemValue(u"to"_s, QUrl::FullyDecoded);
    if (!from.isEmpty() || !to.isEmpty())
        session.setTimeRange({from.isEmpty() ? session.rawRange().from : from, to.isEmpty() ? session.rawRange().to : to});
    QMap<QString, QStringList> values;
    for (const auto &[key, value] : query.queryItems(QUrl::FullyDecoded))
        if (key.startsWith("var-"_L1))
            values[key.mid(4)].append(value);
    for (auto it = values.begin(); it != values.end(); ++it)
        if (session.variable(it.key()))
            session.setVariable(it.key(), it.value());
}

QUrl linkToPanel(const QString &path, const DashboardSession &session, const QString &instanceId)
{
    QUrlQuery query;
    query.addQueryItem(u"viewPanel"_s, QString::fromLatin1(QUrl::toPercentEncoding(instanceId)));
    QUrl url = QUrl::fromLocalFile(path);
    url.setQuery(query);
    PanelLink all;
    all.keepTime = true;
    all.includeVars = true;
    return withContext(url, all, session);
}

QString panelOfLink(const QUrl &url, const DashboardSession &session)
{
    const QString wanted = QUrlQuery(url).queryItemValue(u"viewPanel"_s, QUrl::FullyDecoded);
    if (wanted.isEmpty())
        return {};
    const QString named = u"panel-"_s + wanted; // as older addresses have it
    for (const PanelInstance &instance : session.instances())
        if (instance.id == wanted || instance.elementId == wanted || instance.elementId == named)
            return instance.id;
    return {};
}
