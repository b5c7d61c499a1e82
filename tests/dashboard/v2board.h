// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <dashboard/document.h>

// Dashboards in the v2 form for tests, written with ' for ".

inline QByteArray v2Text(QByteArray text)
{
    return text.replace('\'', '"');
}

inline QByteArray v2Panel(int id, const QByteArray &type, const QByteArray &title, const QByteArray &queries = {})
{
    return v2Text("{ 'kind': 'Panel', 'spec': { 'id': " + QByteArray::number(id) + ", 'title': '" + title
                  + "', 'data': { 'kind': 'QueryGroup', 'spec': { 'queries': [" + queries
                  + "], 'transformations': [], 'queryOptions': {} } },\n      'vizConfig': { 'kind': 'VizConfig', 'group': '" + type
                  + "', 'version': '12.0', 'spec': { 'options': { 'x': 1.50 }, 'fieldConfig': { 'defaults': {}, 'overrides': [] } } } } }");
}

inline QByteArray v2Query(const QByteArray &refId, const QByteArray &expr, const QByteArray &source = "main")
{
    return v2Text("{ 'kind': 'PanelQuery', 'spec': { 'refId': '" + refId
                  + "', 'hidden': false, 'query': { 'kind': 'DataQuery', 'group': 'prometheus', 'version': 'v0', 'datasource': { 'name': '"
                  + source + "' }, 'spec': { 'expr': '" + expr + "' } } } }");
}

inline QByteArray v2Item(const QByteArray &name, int x, int y, int w, int h, const QByteArray &more = {})
{
    return v2Text("{ 'kind': 'GridLayoutItem', 'spec': { 'x': " + QByteArray::number(x) + ", 'y': " + QByteArray::number(y)
                  + ", 'width': " + QByteArray::number(w) + ", 'height': " + QByteArray::number(h)
                  + ", 'element': { 'kind': 'ElementReference', 'name': '" + name + "' }" + more + " } }");
}

inline QByteArray v2AutoItem(const QByteArray &name, const QByteArray &more = {})
{
    return v2Text("{ 'kind': 'AutoGridLayoutItem', 'spec': { 'element': { 'kind': 'ElementReference', 'name': '" + name + "' }" + more
                  + " } }");
}

inline QByteArray v2Layout(const QByteArray &kind, const QByteArray &items, const QByteArray &more = {})
{
    return v2Text("{ 'kind': '" + kind + "', 'spec': { " + more + "'items': [\n      " + items + " ] } }");
}

inline QByteArray v2Row(const QByteArray &title, const QByteArray &layout, const QByteArray &more = {})
{
    return v2Text("{ 'kind': 'RowsLayoutRow', 'spec': { 'title': '" + title + "', 'collapse': false, " + more + "'layout': " + layout
                  + " } }");
}

inline QByteArray v2Rows(const QByteArray &rows)
{
    return v2Text("{ 'kind': 'RowsLayout', 'spec': { 'rows': [\n    " + rows + " ] } }");
}

inline QByteArray v2Tab(const QByteArray &title, const QByteArray &layout, const QByteArray &more = {})
{
    return v2Text("{ 'kind': 'TabsLayoutTab', 'spec': { 'title': '" + title + "', " + more + "'layout': " + layout + " } }");
}

inline QByteArray v2Tabs(const QByteArrayList &tabs)
{
    return v2Text("{ 'kind': 'TabsLayout', 'spec': { 'tabs': [\n    " + tabs.join(",\n    ") + " ] } }");
}

inline QByteArray v2Board(const QByteArray &elements, const QByteArray &layout, const QByteArray &more = {})
{
    return v2Text(
        "{\n  'apiVersion': 'dashboard.grafana.app/v2',\n  'kind': 'Dashboard',\n  'metadata': { 'name': 'b' },\n  'spec': {\n    "
        "'title': 'B',\n    'tags': [ 'a' ],\n    'timeSettings': { 'from': 'now-2h', 'to': 'now', 'autoRefresh': '1m' },\n    "
        + more + "'elements': {\n    " + elements + "\n    },\n    'layout': " + layout + "\n  }\n}\n");
}

// Titles of rows and tabs: "Outer{One Two} Last".
inline QString v2Shape(const Json &layout)
{
    QStringList rows;
    for (const char16_t *list : {u"rows", u"tabs"})
        for (const Json &row : layout[u"spec"][list].items()) {
            const QString inside = v2Shape(row[u"spec"][u"layout"]);
            rows.append(row[u"spec"][u"title"].toString() + (inside.isEmpty() ? QString() : u'{' + inside + u'}'));
        }
    return rows.join(u' ');
}
