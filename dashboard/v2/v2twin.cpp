// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/v2/v2twin.h>

#include <QtCore/QCoreApplication>
#include <dashboard/editsupport.h>
#include <dashboard/migrations/draft.h>
#include <dashboard/v2/v2layout.h>
#include <dashboard/v2/v2panel.h>
#include <dashboard/v2/v2settings.h>

using namespace Qt::StringLiterals;

namespace {

Json panelJson(const Document &document, const LayoutItem &item)
{
    const PanelPtr panel = document.dashboard()->panel(item.id);
    return panel ? Draft(panel->raw).set(u"id"_s, panel->id).set(u"gridPos"_s, toJson(panel->gridPos)).json() : Json();
}

Json rowJson(const Document &document, const LayoutItem &row)
{
    std::vector<Json> children;
    for (const LayoutItem &child : row.children)
        if (row.collapsed)
            children.push_back(panelJson(document, child));
    Draft json;
    json.set(u"id"_s, row.id.mid(4).toInt()).set(u"type"_s, u"row"_s).set(u"title"_s, row.title).set(u"collapsed"_s, row.collapsed);
    json.set(u"gridPos"_s, toJson(GridRect{0, row.rect.y, 24, 1})).set(u"panels"_s, Json::array(std::move(children)));
    if (!row.repeat.isEmpty())
        json.set(u"repeat"_s, row.repeat);
    return json.json();
}

// Panels of a twin by element id, without what the layout says.
QHash<QString, Json> panelsOf(const Document &twin)
{
    QHash<QString, Json> panels;
    for (const PanelPtr &panel : twin.dashboard()->panels) {
        Draft json(twin.valueAt(panel->pointer));
        for (const char16_t *key : {u"gridPos", u"repeat", u"repeatDirection", u"maxPerRow"})
            json.remove(key);
        panels.insert(panel->elementId(), json.json());
    }
    return panels;
}

QString nameIn(const QString &pointer)
{
    return pointer.section(u'/', -1).replace("~1"_L1, "/"_L1).replace("~0"_L1, "~"_L1);
}

QString freeName(const QString &wanted, const Json &elements)
{
    QString name = wanted;
    for (int i = 2; elements.contains(name); ++i)
        name = wanted + u'-' + QString::number(i);
    return name;
}

bool refersTo(const Json &layout, const QString &name)
{
    const Json spec = layout[u"spec"];
    for (const Json &item : spec[u"items"].items())
        if (item[u"spec"][u"element"][u"name"].toString() == name)
            return true;
    for (const char16_t *list : {u"rows", u"tabs"})
        for (const Json &section : spec[list].items())
            if (refersTo(section[u"spec"][u"layout"], name))
                return true;
    return false;
}

class Elements
{
public:
    Elements(const Document &document, const Json &elements) : m_all(elements), m_dialect(dialectOf(elements))
    {
        for (const PanelPtr &panel : document.dashboard()->panels)
            m_names.insert(panel->elementId(), nameIn(panel->pointer));
    }

    const QHash<QString, QString> &names() const { return m_names; }
    Json json() const { return m_all.json(); }

    Result<> change(const QString &id, const Json &before, const Json &after)
    {
        if (before == after)
            return {};
        if (before.isNull())
            m_names.insert(id, freeName(id, m_all.json()));
        const QString name = m_names[id];
        const Json like = m_all[name];
        if (like[u"kind"] == Json(u"LibraryPanel"_s) && withChanges({}, before, after, {u"title"_s}).size() > 0)
            return fail(
                Error::Kind::Unsupported,
                QCoreApplication::translate("Errors", "this is a library panel: all but its title and place is kept in Grafana's library"));
        m_all.set(name, v2ElementOf(like, before, after, m_dialect));
        return {};
    }

    void remove(const QString &id, const Json &layout)
    {
        if (!refersTo(layout, m_names[id]))
            m_all.remove(m_names[id]);
    }

private:
    Draft m_all;
    V2Dialect m_dialect;
    QHash<QString, QString> m_names; // by element id
};

} // namespace

bool isV2(const Document &document)
{
    return document.index().find(document.text(), document.root() + "/elements"_L1) >= 0;
}

Result<Document> classicTwin(const Document &document)
{
    std::vector<Json> panels;
    for (const LayoutItem &item : document.dashboard()->layout.children) {
        if (item.kind != LayoutItem::Kind::Row) {
            panels.push_back(panelJson(document, item));
            continue;
        }
        panels.push_back(rowJson(document, item));
        for (const LayoutItem &child : item.children)
            if (!item.collapsed)
                panels.push_back(panelJson(document, child));
    }
    const Json settings = classicSettingsOf(document.valueAt(document.root()));
    return Document::fromText(Draft(settings).set(u"panels"_s, Json::array(std::move(panels))).json().dump(), document.path());
}

Result<Document> sectionTwin(const Document &document, const QString &section)
{
    if (document.index().find(document.text(), section + "/spec"_L1) < 0)
        return fail(Error::Kind::Config, QCoreApplication::translate("Errors", "there is no such row or tab any more"), section);
    const Json variables = document.valueAt(section + "/spec/variables"_L1);
    const Json settings = classicSettingsOf(Json::object({{u"variables"_s, variables}}));
    return Document::fromText(Draft(settings).set(u"panels"_s, Json::array()).json().dump(), document.path());
}

Result<Splices> splicesFromSectionTwin(const Document &document, const QString &section, const Document &before, const Document &after)
{
    JsonText text = document.toEdit();
    const Json variables = document.valueAt(section + "/spec/variables"_L1);
    const Json settings = v2SettingsOf(Json::object({{u"variables"_s, variables}}), before.valueAt({}), after.valueAt({}));
    text.change(section + "/spec/variables"_L1, settings[u"variables"]);
    if (text.error())
        return tl::unexpected<Error>(*text.error());
    return text.splices();
}

Json annotationJson(const Document &document, const QString &pointer)
{
    if (!isV2(document))
        return document.valueAt(pointer);
    return classicSettingsOf(document.valueAt(document.root()))[u"annotations"][u"list"].at(pointer.section(u'/', -1).toLongLong());
}

Result<Splices> splicesFromTwin(const Document &document, const Document &before, const Document &after)
{
    const Json spec = document.valueAt(document.root());
    Elements elements(document, spec[u"elements"]);
    const QHash<QString, Json> was = panelsOf(before), is = panelsOf(after);
    for (const PanelPtr &panel : after.dashboard()->panels)
        if (const Result<> done = elements.change(panel->elementId(), was.value(panel->elementId()), is[panel->elementId()]); !done)
            return tl::unexpected<Error>(done.error());
    const Result<Json> layout = v2LayoutOf(document, before, after, elements.names());
    if (!layout)
        return tl::unexpected<Error>(layout.error());
    for (const PanelPtr &panel : before.dashboard()->panels)
        if (!is.contains(panel->elementId()))
            elements.remove(panel->elementId(), *layout);
    JsonText text = document.toEdit();
    const Json settings = v2SettingsOf(spec, before.valueAt({}), after.valueAt({}));
    for (const QString &key : spec.keys())
        if (!settings.contains(key))
            text.remove(document.root() + u'/' + pointerEscaped(key));
    for (const QString &key : settings.keys())
        if (key != "elements"_L1 && key != "layout"_L1)
            text.change(document.root() + u'/' + pointerEscaped(key), settings[key]);
    text.change(document.root() + "/elements"_L1, elements.json());
    text.change(document.root() + "/layout"_L1, *layout);
    if (text.error())
        return tl::unexpected<Error>(*text.error());
    return text.splices();
}
