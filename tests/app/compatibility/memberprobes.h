// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <app/annotationitems.h>
#include <app/barlinks.h>
#include <app/variableitems.h>
#include <tests/dashboard/sessionworld.h>

// A member of the format, and a dashboard in which it makes a difference: to what is asked, what is laid out, what the bar offers.
struct MemberProbe {
    QString scope;
    QString key;
    QByteArray with; // put in the place of @
    QByteArray without; // … against this; "" mostly
    QByteArray board; // with an @

    QString word() const { return scope + u' ' + key; }
    QByteArray text(bool set) const { return QByteArray(board).replace('@', set ? with : without); }
};

namespace probes {

inline QString dumped(const QStringList &texts)
{
    return texts.join(u'|');
}

inline QStringList ofPanels(const World &world)
{
    const DashboardSession &session = *world.session;
    QStringList lines;
    for (const RowInstance &row : session.rows())
        lines << u"row %1 %2 %3 %4 %5"_s.arg(row.id, session.rowTitle(row)).arg(row.collapsed).arg(row.rect.y).arg(row.panelCount);
    for (const PanelInstance &each : session.instances()) {
        lines << u"panel %1 %2 %3 %4 %5 %6"_s.arg(each.id, each.panel->type)
                     .arg(each.rect.x)
                     .arg(each.rect.y)
                     .arg(each.rect.w)
                     .arg(each.rect.h);
        lines << session.interpolate(each.panel->title, each.id) << session.interpolate(each.panel->description, each.id)
              << session.timeInfo(each.id) << QString::number(each.panel->transparent) << QString::fromUtf8(each.panel->options.dump());
        for (const PanelLink &link : each.panel->links)
            lines << session.interpolate(link.title, each.id) + session.interpolate(link.url, each.id, u"queryparam"_s);
        for (const AnnotationLayer &layer : session.annotationsOf(each.id))
            for (const AnnotationEvent &event : layer.events)
                lines << u"%1 %2 %3 %4 %5"_s.arg(layer.name, layer.color, event.title, event.text, event.tags.join(u','))
                        + QString::number(event.fromMs);
        for (const Frame &frame : session.data(each.id).frames)
            for (const Field &field : frame.fields)
                lines << frame.refId + u' ' + field.state.displayName + u' ' + field.config.unit + u' '
                        + QString::number(field.values.size());
    }
    return lines;
}

inline QStringList ofBar(const World &world)
{
    QStringList lines;
    for (const VariableItem &item : variableItems(world.session->variables()) + annotationItems(world.session->annotations())) {
        lines << item.name + u' ' + item.label + u' ' + QString::number(int(item.kind)) + u' ' + QString::number(item.hidden)
                + QString::number(item.inMenu) + QString::number(item.offerAll) + item.description;
        for (const auto &option : item.options)
            lines << option.text + u'=' + option.value;
        lines << dumped(item.values) << dumped(item.texts);
    }
    const KnownDashboard known{QStringLiteral(SOURCE_DIR "/tests/data/dashboards/service.json"), u"Service"_s, {u"web"_s}, 0, false};
    for (const BarLink &link : barLinks(*world.session, {}, {known})) {
        lines << link.text + u' ' + link.url.toString() + u' ' + link.icon + u' ' + link.toolTip + QString::number(link.inMenu);
        for (const BarLink &item : link.items)
            lines << item.text + u' ' + item.url.toString();
    }
    return lines;
}

// All that a person would see of the dashboard, and all that its source was asked.
inline QString observed(const QByteArray &text)
{
    World world(text);
    world.settle();
    const DashboardSession &session = *world.session;
    QStringList lines{session.dashboard().title,
                      session.rawRange().from,
                      session.rawRange().to,
                      session.refreshInterval(),
                      QString::fromUtf8(session.zone().id()),
                      QString::number(session.range().fromMs)};
    for (const FakeSource::Query &query : world.source->queries)
        lines << query.request.refId
              << u"%1 %2 %3 %4 %5 %6"_s.arg(query.request.text)
                     .arg(int(query.request.kind))
                     .arg(query.request.range.fromMs)
                     .arg(query.request.range.toMs)
                     .arg(query.request.stepMs)
                     .arg(int(query.request.format));
    for (const FakeSource::Values &query : world.source->valueQueries)
        lines << query.request.label + query.request.selector;
    lines += ofPanels(world) + ofBar(world);
    for (const VariableState &variable : session.variables()) { // … and what comes of typing
        world.session->setVariable(variable.definition.name, {u"typed"_s});
        QCoreApplication::processEvents();
        lines << dumped(session.variable(variable.definition.name)->values);
    }
    return lines.join(u'\n');
}

inline void addAnnotations(QList<MemberProbe> &list)
{
    const QByteArray board = R"({"schemaVersion":39,"time":{"from":"now-1h","to":"now"},"annotations":{"list":[{@}]},
"panels":[{"id":1,"type":"timeseries","gridPos":{"x":0,"y":0,"w":12,"h":8},"targets":[{"refId":"A","expr":"q"}]}]})";
    const QByteArray base = R"("name":"n","enable":true,"expr":"e[$__interval]")";
    const auto add = [&](const char *key, const QByteArray &with, const QByteArray &without = {}) {
        list.append({u"annotation"_s, QString::fromLatin1(key), with.startsWith(',') ? base + with : with,
                     without.isEmpty() ? base : without, board});
    };
    add("name", R"("name":"other","enable":true,"expr":"e[$__interval]")");
    add("enable", base, R"("name":"n","enable":false,"expr":"e[$__interval]")");
    add("hide", R"(,"hide":true)");
    add("placement", R"(,"placement":"inControlsMenu")");
    add("iconColor", R"(,"iconColor":"red")");
    add("datasource", R"(,"datasource":{"type":"loki","uid":"l"})");
    add("expr", R"("name":"n","enable":true,"expr":"f")");
    add("step", R"(,"step":"10m")");
    add("target.expr", R"(,"target":{"expr":"t"})");
    add("target.interval", R"(,"target":{"interval":"10m"})");
    add("titleFormat", R"(,"titleFormat":"of {{job}}")");
    add("textFormat", R"(,"textFormat":"of {{job}}")");
    add("tagKeys", R"(,"tagKeys":"job")");
    add("useValueForTime", R"(,"useValueForTime":true)");
    add("filter.ids", R"(,"filter":{"ids":[2]})");
    add("filter.exclude", R"(,"filter":{"ids":[2],"exclude":true})", base + R"(,"filter":{"ids":[2]})");
    add("builtIn", R"(,"builtIn":1)");
    list.append({u"dashboard"_s, u"annotations.list"_s, base, R"("name":"n")", board});
}

inline QList<MemberProbe> all()
{
    const QByteArray panel = R"({"schemaVersion":39,"time":{"from":"now-1h","to":"now"},"templating":{"list":[
{"name":"v","type":"custom","query":"a,b","multi":true,"current":{"text":["a","b"],"value":["a","b"]}}]},
"panels":[{"id":1,"type":"timeseries","gridPos":{"x":0,"y":0,"w":12,"h":8},"targets":[{"refId":"A","expr":"q[$__interval]","legendFormat":"{{job}}"}]@}]})";
    const QByteArray bare = R"({"schemaVersion":39,"panels":[{"id":1@}]})";
    const QByteArray target = R"({"schemaVersion":39,"time":{"from":"now-1h","to":"now"},
"panels":[{"id":1,"type":"timeseries","gridPos":{"x":0,"y":0,"w":12,"h":8},"targets":[{"expr":"q[$__interval]"@}]}]})";
    const QByteArray variable
        = R"j({"schemaVersion":39,"templating":{"list":[{"name":"endpoint","type":"query","query":"label_values(up, endpoint)",
"refresh":1@}]},"panels":[{"id":1,"type":"timeseries","targets":[{"expr":"q{e=~'$endpoint'}"}]}]})j";
    const QByteArray list
        = R"({"schemaVersion":39,"templating":{"list":[@]},"panels":[{"id":1,"type":"timeseries","targets":[{"expr":"q{e=~'$v'}"}]}]})";
    const QByteArray interval
        = R"({"schemaVersion":39,"time":{"from":"now-1h","to":"now"},"templating":{"list":[{"name":"v","type":"interval","query":"1m,10m",
"current":{"text":"auto","value":"$__auto_interval_v"}@}]},"panels":[{"id":1,"type":"timeseries","targets":[{"expr":"q[$v]"}]}]})";
    const QByteArray board = R"({"schemaVersion":39@,"panels":[{"id":1,"type":"timeseries","targets":[{"expr":"q"}]}]})";
    const QByteArray link = R"({"schemaVersion":39,"links":[{"type":"link","title":"t","url":"http://x/y"@}],"templating":{"list":[
{"name":"v","type":"custom","query":"a,b"}]},"panels":[]})";
    const QByteArray tagged = R"({"schemaVersion":39,"links":[{"type":"dashboards","title":"t","tags":["web"]@}],"panels":[]})";
    const QByteArray fields
        = R"({"schemaVersion":39,"panels":[{"id":1,"type":"timeseries","targets":[{"refId":"A","expr":"q","legendFormat":"{{job}}"}],
"fieldConfig":{"defaults":{"unit":"s"},"overrides":[{"matcher":@,"properties":[{"id":"unit","value":"bytes"}]}]}}]})";
    const QByteArray steps
        = R"({"schemaVersion":39,"panels":[{"id":1,"type":"timeseries","targets":[{"refId":"A","expr":"q","legendFormat":"{{job}}"}],
"transformations":[{"id":"organize"@}]}]})";
    const QByteArray renames = R"(,"options":{"renameByName":{"a":"z"}})";

    QList<MemberProbe> list_;
    const auto add = [&](const char *scope, const QByteArray &base, std::initializer_list<std::pair<const char *, const char *>> members) {
        for (const auto &[key, with] : members)
            list_.append({QString::fromLatin1(scope), QString::fromLatin1(key), with, {}, base});
    };
    add("panel", panel,
        {{"title", R"(,"title":"T $v")"},
         {"description", R"(,"description":"D")"},
         {"transparent", R"(,"transparent":true)"},
         {"datasource", R"(,"datasource":{"type":"loki","uid":"l"})"},
         {"interval", R"(,"interval":"10m")"},
         {"maxDataPoints", R"(,"maxDataPoints":5)"},
         {"timeFrom", R"(,"timeFrom":"3h")"},
         {"timeShift", R"(,"timeShift":"1d")"},
         {"hideTimeOverride", R"(,"timeShift":"1d","hideTimeOverride":true)"},
         {"options", R"(,"options":{"legend":{"displayMode":"table"}})"},
         {"fieldConfig", R"(,"fieldConfig":{"defaults":{"unit":"bytes"}})"},
         {"transformations", R"(,"transformations":[{"id":"organize","options":{"excludeByName":{"Time":true}}}])"},
         {"links", R"(,"links":[{"title":"L","url":"http://x/$v"}])"},
         {"repeat", R"(,"repeat":"v")"},
         {"repeatDirection", R"(,"repeat":"v","repeatDirection":"v")"},
         {"maxPerRow", R"(,"repeat":"v","maxPerRow":1)"}});
    add("panel", bare,
        {{"type", R"(,"type":"stat")"},
         {"gridPos", R"(,"gridPos":{"x":6,"y":0,"w":3,"h":3})"},
         {"targets", R"(,"type":"stat","targets":[{"expr":"up"}])"},
         {"collapsed", R"(,"type":"row","collapsed":true)"},
         {"panels", R"(,"type":"row","collapsed":true,"panels":[{"id":2,"type":"stat"}])"}});
    for (MemberProbe &probe : list_) {
        if (probe.key == "hideTimeOverride"_L1)
            probe.without = R"(,"timeShift":"1d")";
        if (probe.key == "repeatDirection"_L1 || probe.key == "maxPerRow"_L1)
            probe.without = R"(,"repeat":"v")";
        if (probe.key == "collapsed"_L1)
            probe.without = R"(,"type":"row")";
        if (probe.key == "panels"_L1)
            probe.without = R"(,"type":"row","collapsed":true)";
    }
    add("target", target,
        {{"refId", R"(,"refId":"Q","legendFormat":"")"},
         {"hide", R"(,"hide":true)"},
         {"datasource", R"(,"datasource":{"type":"loki","uid":"l"})"},
         {"legendFormat", R"(,"legendFormat":"of {{job}}")"},
         {"interval", R"(,"interval":"10m")"},
         {"intervalFactor", R"(,"intervalFactor":5)"},
         {"format", R"(,"format":"table")"},
         {"instant", R"(,"instant":true)"},
         {"range", R"(,"instant":true,"range":true)"},
         {"exemplar", R"(,"exemplar":true)"}});
    list_.last().without = {};
    add("targetFormat", target, {{"table", R"(,"format":"table")"}, {"heatmap", R"(,"format":"heatmap")"}});
    list_.append({u"target"_s, u"expr"_s, R"("expr":"up")", R"("hide":false)", R"({"panels":[{"id":1,"type":"stat","targets":[{@}]}]})"});
    list_.append({u"target"_s, u"query"_s, R"("query":"up")", R"("hide":false)", R"({"panels":[{"id":1,"type":"stat","targets":[{@}]}]})"});
    add("variable", variable,
        {{"label", R"(,"label":"L")"},
         {"description", R"(,"description":"D")"},
         {"hide", R"(,"hide":2)"},
         {"multi", R"(,"multi":true)"},
         {"includeAll", R"(,"includeAll":true)"},
         {"allValue", R"(,"includeAll":true,"current":{"value":"$__all"},"allValue":"x.*")"},
         {"regex", R"(,"regex":"/b/")"},
         {"sort", R"(,"sort":2)"},
         {"current", R"(,"current":{"text":"/b","value":"/b"})"},
         {"datasource", R"(,"datasource":{"type":"prometheus","uid":"nobody"},"query":"")"}});
    for (MemberProbe &probe : list_)
        if (probe.key == "allValue"_L1)
            probe.without = R"(,"includeAll":true,"current":{"value":"$__all"})";
    const auto listed = [&](const char *scope, const char *key, const char *with, const char *without) {
        list_.append({QString::fromLatin1(scope), QString::fromLatin1(key), with, without, list});
    };
    listed("variable", "name", R"({"name":"v","type":"custom","query":"a"})", R"({"name":"w","type":"custom","query":"a"})");
    listed("variable", "type", R"({"name":"v","type":"custom","query":"a,b"})", R"({"name":"v","type":"textbox","query":"a,b"})");
    listed("variable", "query", R"({"name":"v","type":"custom","query":"a"})", R"({"name":"v","type":"custom"})");
    listed("variable", "options", R"({"name":"v","type":"query","refresh":0,"options":[{"text":"o","value":"o"}]})",
           R"({"name":"v","type":"query","refresh":0})");
    listed("variable", "refresh", R"j({"name":"v","type":"query","query":"metrics(a)","refresh":1,"options":[{"text":"o","value":"o"}]})j",
           R"j({"name":"v","type":"query","query":"metrics(a)","refresh":0,"options":[{"text":"o","value":"o"}]})j");
    listed("variableType", "switch", R"({"name":"v","type":"switch","current":{"text":"true","value":"true"}})", "");
    listed("variableType", "query", R"j({"name":"v","type":"query","query":"metrics(a)","refresh":1})j", "");
    for (const char *type : {"custom", "textbox", "constant"})
        list_.append(
            {u"variableType"_s, QString::fromLatin1(type), QByteArray(R"({"name":"v","type":")") + type + R"(","query":"a"})", {}, list});
    listed("variableType", "interval", R"({"name":"v","type":"interval","query":"1m,5m"})", "");
    listed("variableType", "datasource", R"({"name":"v","type":"datasource","query":"prometheus"})", "");
    add("variable", interval,
        {{"auto", R"(,"auto":true)"}, {"auto_count", R"(,"auto":true,"auto_count":4)"}, {"auto_min", R"(,"auto":true,"auto_min":"20m")"}});
    for (MemberProbe &probe : list_)
        if (probe.key.startsWith("auto_"_L1))
            probe.without = R"(,"auto":true)";
    add("dashboard", board,
        {{"title", R"(,"title":"T")"},
         {"time.from", R"(,"time":{"from":"now-2d","to":"now"})"},
         {"time.to", R"(,"time":{"from":"now-6h","to":"now-1h"})"},
         {"timezone", R"(,"time":{"from":"now/d","to":"now"},"timezone":"Asia/Tokyo")"},
         {"weekStart", R"(,"time":{"from":"now/w","to":"now"},"weekStart":"saturday")"},
         {"fiscalYearStartMonth", R"(,"time":{"from":"now/fy","to":"now"},"fiscalYearStartMonth":5)"},
         {"refresh", R"(,"refresh":"30s")"},
         {"timepicker.nowDelay", R"(,"timepicker":{"nowDelay":"10m"})"},
         {"templating.list", R"(,"templating":{"list":[{"name":"v","type":"custom","query":"a"}]})"},
         {"links", R"(,"links":[{"type":"link","title":"t","url":"http://x/y"}])"}});
    for (MemberProbe &probe : list_) {
        if (probe.key == "timezone"_L1)
            probe.without = R"(,"time":{"from":"now/d","to":"now"})";
        if (probe.key == "weekStart"_L1)
            probe.without = R"(,"time":{"from":"now/w","to":"now"})";
        if (probe.key == "fiscalYearStartMonth"_L1)
            probe.without = R"(,"time":{"from":"now/fy","to":"now"})";
    }
    list_.append({u"dashboard"_s, u"panels"_s, R"("panels":[{"id":1,"type":"stat"}])", R"("title":"x")", "{@}"});
    list_.append({u"dashboard"_s, u"rows"_s, R"("rows":[{"panels":[{"id":1,"type":"stat","span":6}]}])", R"("panels":[])", "{@}"});
    const QByteArray elements = R"(,"__elements":{"u":{"model":{"type":"stat","title":"of the library"}}})";
    list_.append(
        {u"dashboard"_s, u"__elements"_s, elements, {}, R"({"schemaVersion":39@,"panels":[{"id":1,"libraryPanel":{"uid":"u"}}]})"});
    list_.append({u"panel"_s,
                  u"libraryPanel"_s,
                  R"(,"libraryPanel":{"uid":"u"})",
                  {},
                  R"({"schemaVersion":39)" + elements + R"(,"panels":[{"id":1@}]})"});
    add("link", link,
        {{"title", R"(,"title":"other")"},
         {"url", R"(,"url":"http://x/z")"},
         {"icon", R"(,"icon":"doc")"},
         {"tooltip", R"(,"tooltip":"tip")"},
         {"includeVars", R"(,"includeVars":true)"},
         {"keepTime", R"(,"keepTime":true)"},
         {"placement", R"(,"placement":"inControlsMenu")"},
         {"type", R"(,"type":"dashboards")"}});
    add("link", tagged, {{"tags", R"(,"tags":["other"])"}, {"asDropdown", R"(,"asDropdown":true)"}});
    addAnnotations(list_);
    const auto matched = [&](const char *id, const char *options) {
        list_.append({u"matcher"_s, QString::fromLatin1(id), QByteArray(R"({"id":")") + id + R"(","options":)" + options + '}',
                      R"({"id":"neverMatch"})", fields});
    };
    matched("byName", R"("a")");
    matched("byNames", R"({"names":["a"]})");
    matched("byRegexp", R"("/^a/")");
    matched("byRegexpOrNames", R"({"names":["a"]})");
    matched("byType", R"("number")");
    matched("byFrameRefID", R"("A")");
    matched("byValue", R"({"reducer":"max","op":"gte","value":1})");
    matched("numeric", "null");
    matched("time", "null");
    matched("first", "null");
    matched("firstTimeField", "null");
    matched("anyMatch", R"([{"id":"byName","options":"a"}])");
    matched("allMatch", R"([{"id":"byName","options":"a"}])");
    matched("invertMatch", R"({"id":"byName","options":"b"})");
    matched("alwaysMatch", "null");
    list_.append({u"matcher"_s, u"neverMatch"_s, R"({"id":"neverMatch"})", R"({"id":"alwaysMatch"})", fields});
    for (const char *key : {"matcher.id", "matcher.options", "properties"})
        list_.append(
            {u"override"_s, QString::fromLatin1(key), R"({"id":"byName","options":"a"})", R"({"id":"byName","options":"b"})", fields});
    for (const char *key : {"id", "options"})
        list_.append({u"step"_s, QString::fromLatin1(key), renames, {}, steps});
    list_.append({u"step"_s, u"disabled"_s, renames + R"(,"disabled":true)", renames, steps});
    list_.append({u"step"_s, u"filter"_s, renames + R"(,"filter":{"id":"byRefId","options":"B"})", renames, steps});
    return list_;
}

} // namespace probes
