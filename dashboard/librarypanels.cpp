// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/librarypanels.h>

using namespace Qt::StringLiterals;

bool isLibraryStub(const Json &panel)
{
    return panel[u"libraryPanel"].isObject() && (panel[u"type"].toString().isEmpty() || panel[u"type"] == Json(u"library-panel-ref"_s));
}

Json libraryPanelFor(const Json &stub, const Json &elements)
{
    Json model = elements[stub[u"libraryPanel"][u"uid"].toString()][u"model"];
    if (!model.isObject() || isLibraryStub(model))
        return {};
    for (const char16_t *key : {u"id", u"gridPos", u"repeat", u"repeatDirection", u"maxPerRow"})
        model = stub.contains(key) ? model.with(key, stub[key]) : model.without(key);
    if (!stub[u"title"].toString().isEmpty())
        model = model.with(u"title", stub[u"title"]);
    return model.without(u"libraryPanel");
}

QString libraryPanelName(const Json &stub)
{
    const Json reference = stub[u"libraryPanel"];
    return reference[u"name"].toString().isEmpty() ? reference[u"uid"].toString() : reference[u"name"].toString();
}

Json libraryElement(const Json &panel)
{
    const Json model = panel.without(u"id").without(u"gridPos").without(u"libraryPanel");
    return Json::object(
        {{u"name"_s, libraryPanelName(panel)}, {u"uid"_s, panel[u"libraryPanel"][u"uid"]}, {u"kind"_s, 1}, {u"model"_s, model}});
}
