// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/overrideedit.h>

using namespace Qt::StringLiterals;

namespace {

qsizetype propertyIndex(const Json &override, const QString &property)
{
    const std::vector<Json> properties = override[u"properties"].items();
    for (qsizetype i = qsizetype(properties.size()) - 1; i >= 0; --i) {
        if (properties[size_t(i)][u"id"].toString() == property)
            return i;
    }
    return -1;
}

// Overrides that the program writes for itself (a legend click that hides series) are none of the person's.
bool isOf(const Json &override, const QString &fieldName)
{
    const Json matcher = override[u"matcher"];
    return matcher[u"id"].toString() == u"byName" && matcher[u"options"].toString() == fieldName && !override.contains(u"__systemRef");
}

qsizetype indexFor(const std::vector<Json> &overrides, const QString &fieldName, const QString &property)
{
    for (qsizetype i = qsizetype(overrides.size()) - 1; i >= 0; --i) {
        if (isOf(overrides[size_t(i)], fieldName))
            return i;
        if (propertyIndex(overrides[size_t(i)], property) >= 0)
            return -1;
    }
    return -1;
}

} // namespace

std::optional<PanelEdit> overrideEdit(const Json &all, const QString &fieldName, const QString &property, const Json &value,
                                      const QString &text)
{
    const QString list = u"fieldConfig.overrides"_s;
    const std::vector<Json> overrides = all.items();
    const qsizetype at = indexFor(overrides, fieldName, property);
    const QString properties = u"%1.%2.properties"_s.arg(list).arg(at);
    const qsizetype known = at < 0 ? -1 : propertyIndex(overrides[size_t(at)], property);
    if (value.isNull()) {
        if (known < 0)
            return {};
        return overrides[size_t(at)][u"properties"].items().size() > 1 ? PanelEdit::removeItem(properties, known, text)
                                                                       : PanelEdit::removeItem(list, at, text);
    }
    if (known >= 0)
        return PanelEdit::set(u"%1.%2.value"_s.arg(properties).arg(known), value, text);
    const Json item = Json::object({{u"id"_s, Json(property)}, {u"value"_s, value}});
    if (at >= 0)
        return PanelEdit::addItem(properties, qsizetype(overrides[size_t(at)][u"properties"].items().size()), item, text);
    const Json matcher = Json::object({{u"id"_s, Json(u"byName"_s)}, {u"options"_s, Json(fieldName)}});
    return PanelEdit::addItem(list, qsizetype(overrides.size()),
                              Json::object({{u"matcher"_s, matcher}, {u"properties"_s, Json::array({item})}}), text);
}
