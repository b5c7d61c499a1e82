// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/panelclipboard.h>

#include <QtCore/QCoreApplication>
#include <dashboard/v2/v2panel.h>

using namespace Qt::StringLiterals;

namespace {

// Open sources ("${DS_MAIN}") of the panel and of its queries as what they stand for here.
Json withSources(Json panel, const InputValues &inputs)
{
    const auto filled = [&](Json holder) {
        const bool isText = holder[u"datasource"].isString();
        const QString written = isText ? holder[u"datasource"].toString() : holder.get(u"datasource.uid"_s).toString();
        const bool isOpen = written.startsWith("${"_L1) && written.endsWith(u'}');
        const QString value = isOpen ? inputs.value(written.mid(2, written.size() - 3)) : QString();
        if (value.isEmpty())
            return holder;
        return holder.with(u"datasource", isText ? Json(value) : holder[u"datasource"].with(u"uid", value));
    };
    panel = filled(panel);
    if (!panel[u"targets"].isArray())
        return panel;
    std::vector<Json> targets = panel[u"targets"].items();
    std::transform(targets.begin(), targets.end(), targets.begin(), filled);
    return panel.with(u"targets", Json::array(targets));
}

// As people cut it out of a file: items of a list with the commas between and after them.
Result<Json> clipboardJson(const QByteArray &text)
{
    const Result<Json> whole = Json::parse(text);
    QByteArray items = text.trimmed();
    if (whole || !items.startsWith('{'))
        return whole;
    while (items.endsWith(',') || items.endsWith(' ') || items.endsWith('\n') || items.endsWith('\r'))
        items.chop(1);
    const Result<Json> list = Json::parse('[' + items + ']');
    return list ? list : whole;
}

std::vector<Json> panelsOf(const Json &clipboard)
{
    const auto elements = [](const Json &all) {
        std::vector<Json> panels;
        for (const QString &name : all.keys())
            panels.push_back(classicPanelOf(all[name]));
        return panels;
    };
    if (clipboard.isArray())
        return clipboard.items();
    if (clipboard[u"kind"].toString() == u"Panel" || clipboard[u"kind"].toString() == u"LibraryPanel")
        return {classicPanelOf(clipboard)};
    for (const QString &path : {u"elements"_s, u"spec.elements"_s, u"dashboard.elements"_s})
        if (clipboard.get(path).isObject())
            return elements(clipboard.get(path));
    for (const QString &path : {u"panels"_s, u"dashboard.panels"_s, u"spec.panels"_s}) {
        if (!clipboard.get(path).isArray() || clipboard[u"type"].isString())
            continue;
        std::vector<Json> panels;
        for (const Json &each : clipboard.get(path).items()) {
            if (each[u"type"].toString() != u"row")
                panels.push_back(each);
            else if (each[u"panels"].isArray())
                for (const Json &inside : each[u"panels"].items())
                    panels.push_back(inside);
        }
        return panels;
    }
    return {clipboard};
}

} // namespace

QByteArray copiedPanels(const Document &document, const QStringList &elementIds, const InputValues &inputs)
{
    std::vector<Json> panels;
    for (const QString &id : elementIds)
        if (const PanelPtr panel = document.dashboard()->panel(id))
            panels.push_back(withSources(panel->raw, inputs));
    return panels.empty() ? QByteArray() : (panels.size() == 1 ? panels.front() : Json::array(panels)).dump(2) + '\n';
}

Result<std::vector<Json>> panelsIn(const QByteArray &clipboard)
{
    const Result<Json> json = clipboardJson(clipboard);
    if (!json)
        return fail(Error::Kind::Parse, QCoreApplication::translate("Errors", "the clipboard holds no panel: %1").arg(json.error().what),
                    json.error().where,
                    QCoreApplication::translate("Errors", "Copy a panel here or in Grafana (Inspect → Panel JSON) first."));
    std::vector<Json> panels = panelsOf(*json);
    if (panels.empty())
        return fail(Error::Kind::Parse, QCoreApplication::translate("Errors", "the clipboard holds no panel"));
    return panels;
}

Result<NewPanels> pastePanels(const Document &document, const QByteArray &clipboard)
{
    Result<std::vector<Json>> panels = panelsIn(clipboard);
    if (!panels)
        return tl::unexpected<Error>(panels.error());
    const auto tr = [](const char *text) { return QCoreApplication::translate("Edit", text); };
    if (panels->size() > 1)
        return addPanels(document, *panels, tr("Paste %1 panels").arg(panels->size()));
    return addPanels(document, {panels->front().without(u"gridPos.x").without(u"gridPos.y")}, tr("Paste panel"));
}
