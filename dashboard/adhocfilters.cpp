// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/adhocfilters.h>

using namespace Qt::StringLiterals;

namespace {
QString packed(const QString &part)
{
    return QString(part).replace(u'|', "__gfp__"_L1).replace(u',', "__gfc__"_L1);
}

QString unpacked(const QString &part)
{
    return QString(part).replace("__gfp__"_L1, "|"_L1).replace("__gfc__"_L1, ","_L1);
}

bool isOneOf(const QString &op)
{
    return op == "=|"_L1 || op == "!=|"_L1;
}
} // namespace

QString filterText(const AdHocFilter &filter)
{
    QStringList parts{packed(filter.key), packed(filter.op)};
    for (const QString &value : isOneOf(filter.op) ? filter.values : QStringList{filter.value})
        parts.append(packed(value));
    return parts.join(u'|');
}

std::optional<AdHocFilter> filterFromText(const QString &text)
{
    QStringList parts = text.split(u'|');
    for (QString &part : parts)
        part = unpacked(part);
    if (parts.size() < 3 || parts.first().isEmpty())
        return {};
    AdHocFilter filter{parts[0], parts[1], parts[2]};
    if (isOneOf(filter.op))
        filter.values = parts.mid(2);
    return filter;
}

QList<AdHocFilter> filtersFromJson(const Json &list)
{
    QList<AdHocFilter> filters;
    for (const Json &each : list.items()) {
        AdHocFilter filter{each[u"key"].toString(), each[u"operator"].toString(u"="_s), each[u"value"].toString()};
        if (isOneOf(filter.op))
            filter.values = each[u"values"].isArray() ? each[u"values"].toStrings() : QStringList{filter.value};
        if (!filter.key.isEmpty())
            filters.append(filter);
    }
    return filters;
}

Json filtersToJson(const QList<AdHocFilter> &filters, const Json &old)
{
    std::vector<Json> list;
    for (const AdHocFilter &filter : filters) {
        Json made = Json::object();
        for (const Json &each : old.items())
            if (each[u"key"].toString() == filter.key && each[u"operator"].toString() == filter.op)
                made = each;
        made = made.with(u"key"_s, Json(filter.key)).with(u"operator"_s, Json(filter.op));
        made = made.with(u"value"_s, Json(isOneOf(filter.op) ? filter.values.value(0) : filter.value));
        if (isOneOf(filter.op))
            made = made.with(u"values"_s, Json::strings(filter.values));
        list.push_back(made);
    }
    return Json::array(list);
}
