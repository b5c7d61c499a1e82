// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/sourcekind.h>

using namespace Qt::StringLiterals;

namespace {

// Files before version 33 name a source by its name, which says nothing of its kind: the members do.
QString kindByMembers(const Json &target)
{
    if (target[u"expr"].isString() && !target[u"expr"].toString().isEmpty())
        return {};
    if (target.contains(u"scenarioId"))
        return u"testdata"_s;
    if (target.contains(u"rawSql"))
        return u"sql"_s;
    if (target.contains(u"bucketAggs"))
        return u"elasticsearch"_s;
    if (target.contains(u"measurement") || target[u"rawQuery"].isBool())
        return u"influxdb"_s;
    if (!target[u"target"].toString().isEmpty())
        return u"graphite"_s;
    return target[u"query"].isObject() ? u"other"_s : QString();
}

QString shownName(const QString &type)
{
    const qsizetype dash = type.startsWith("grafana-"_L1) && type.endsWith("-datasource"_L1) ? 8 : 0;
    return dash > 0 ? type.mid(dash).chopped(11) : type;
}

} // namespace

bool speaksPromql(const QString &type)
{
    return type.contains("prometheus"_L1) || type.startsWith("victoriametrics-"_L1);
}

QString foreignKind(const Json &target, const SourceRef &panelSource)
{
    if (!target.isObject())
        return {};
    const Json written = target[u"datasource"];
    QString type = written[u"type"].toString();
    QString uid = written.isString() ? written.toString() : written[u"uid"].toString();
    const bool own = !uid.isEmpty() || (!type.isEmpty() && type != "datasource"_L1);
    if (!own) {
        type = panelSource.type;
        uid = panelSource.uid;
    }
    if (uid == "-- Dashboard --"_L1)
        return u"-- Dashboard --"_s;
    if (uid == "-- Grafana --"_L1 || uid == "grafana"_L1)
        return u"-- Grafana --"_s;
    if (uid == "__expr__"_L1 || type == "__expr__"_L1)
        return u"__expr__"_s;
    if (type.isEmpty() || type == "datasource"_L1 || type == "mixed"_L1)
        return kindByMembers(target);
    return speaksPromql(type) ? QString() : shownName(type);
}

QString foreignQueryText(const Json &target)
{
    for (const char16_t *key : {u"expr", u"rawSql", u"query", u"expression", u"target", u"stringInput", u"scenarioId", u"queryType"})
        if (const QString text = target[key].toString(); !text.trimmed().isEmpty())
            return text;
    return QString::fromUtf8(target.without(u"datasource").without(u"refId").without(u"hide").dump());
}

QStringList queryTexts(const Panel &panel)
{
    QStringList texts;
    for (const Target &target : panel.targets)
        if (!target.hide)
            texts.append(foreignQueryText(target.raw));
    return texts;
}

ForeignPanel foreignPanel(const Panel &panel)
{
    ForeignPanel found;
    for (const Target &target : panel.targets) {
        const QString kind = foreignKind(target.raw, panel.datasource);
        if (target.hide)
            continue;
        if (kind.isEmpty())
            return {};
        if (!found.kinds.contains(kind))
            found.kinds.append(kind);
    }
    found.texts = found.kinds.isEmpty() ? QStringList() : queryTexts(panel);
    return found;
}
