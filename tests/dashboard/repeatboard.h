// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>

// Dashboards in which something repeats.

// A variable "region" of eu, us.1, ap (multi, with All), another "zone" of a and b, and these panels.
inline QByteArray board(const QByteArray &panels, const QByteArray &selected = R"(["eu","us.1"])")
{
    return R"({"schemaVersion":41,"time":{"from":"now-1h","to":"now"},"templating":{"list":[
{"name":"region","type":"custom","multi":true,"includeAll":true,"query":"Europe : eu,us.1,ap","current":{"value":)"
        + selected + R"(}},
{"name":"zone","type":"custom","multi":true,"query":"a,b","current":{"value":["a","b"]}},
{"name":"fixed","type":"constant","query":"c"}]},"panels":[)"
        + panels + "]}";
}

inline QByteArray panel(int id, const QByteArray &members, const QByteArray &place = R"("x":0,"y":0,"w":6,"h":4)")
{
    return R"({"id":)" + QByteArray::number(id) + R"(,"type":"timeseries","title":"in $region","gridPos":{)" + place
        + R"(},"targets":[{"refId":"A","expr":"q)" + QByteArray::number(id) + R"({r=~\"$region\"}"}])" + members + "}";
}

inline QByteArray row(int id, int y, const QByteArray &members)
{
    return R"({"id":)" + QByteArray::number(id) + R"(,"type":"row","title":"Row $region","gridPos":{"x":0,"y":)" + QByteArray::number(y)
        + R"(,"w":24,"h":1})" + members + "}";
}

inline QByteArray podVariable()
{
    return R"({"name":"pod","type":"query","multi":true,"includeAll":true,"refresh":2,"query":"label_values(up, pod) ",
"current":{"value":"$__all"}})";
}
