// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/upgrading.h>

#include <QtCore/QCoreApplication>
#include <QtCore/QMap>
#include <dashboard/editsupport.h>
#include <dashboard/migrations/legacyrows.h>
#include <dashboard/v2/v2newer.h>
#include <dashboard/v2/v2twin.h>

using namespace Qt::StringLiterals;

namespace {

// Members by name: where a key lies says nothing.
Json sorted(const Json &value)
{
    if (value.isArray())
        return mappedItems(value, [](const Json &item) { return item.isNull() ? Json(u"null"_s) : sorted(item); });
    if (!value.isObject())
        return value;
    QMap<QString, Json> members;
    for (const QString &key : value.keys())
        members.insert(key, sorted(value[key]));
    std::vector<std::pair<QString, Json>> list;
    for (auto each = members.cbegin(); each != members.cend(); ++each)
        list.emplace_back(each.key(), each.value());
    return Json::object(list);
}

// The panel of today's form with the edit made in it.
Json meant(const Json &panel, const std::function<void(JsonText &, const QString &)> &edit)
{
    const QByteArray text = panel.dump();
    Result<JsonIndex> index = JsonIndex::scan(text);
    if (!index)
        return {};
    JsonText json(text, std::make_shared<const JsonIndex>(std::move(*index)));
    edit(json, {});
    return json.error() ? Json() : Json::parse(json.text()).value_or(Json());
}

Json readBack(const Document &document, const Splices &splices, const QString &pointer)
{
    const Result<Document> edited = document.edited(splices);
    if (!edited)
        return {};
    for (const PanelPtr &panel : edited->dashboard()->panels)
        if (panel->pointer == pointer)
            return panel->raw;
    return {};
}

QMap<QString, int> idsOf(const Document &document)
{
    QMap<QString, int> ids;
    for (const PanelPtr &panel : document.dashboard()->panels)
        ids.insert(panel->pointer, panel->id);
    for (const LayoutItem &item : document.dashboard()->layout.children)
        if (item.kind == LayoutItem::Kind::Row)
            ids.insert(item.pointer, item.id.mid(4).toInt());
    return ids;
}

// Moves the panels of the rows, one by one, with their bytes.
class GridForm
{
public:
    explicit GridForm(const Document &document)
        : m_document(document)
        , m_json(document.toEdit())
        , m_panels(document.root() + "/panels"_L1)
        , m_rows(document.root() + "/rows"_L1)
        , m_ids(idsOf(document))
    {
    }

    Result<Splices> run()
    {
        const Json rows = m_document.valueAt(m_rows);
        QList<ModelProblem> problems;
        const LegacyRows layout = LegacyRows::of(rows, {0, m_rows, &problems});
        if (m_json.sizeOf(m_panels) < 0)
            m_json.set(m_panels, Json::array());
        for (qsizetype i = 0; i < layout.rows.size(); ++i)
            if (!layout.rows[i].isLeftOut)
                row(i, layout.rows[i], rows.at(i), layout.hasHeaders);
        m_json.remove(m_rows);
        if (m_json.error())
            return tl::unexpected<Error>(*m_json.error());
        return m_json.splices();
    }

private:
    void row(qsizetype index, const LegacyRows::Row &row, const Json &json, bool hasHeader)
    {
        const QString at = m_rows + u'/' + QString::number(index);
        QString into = m_panels;
        if (hasHeader) {
            const qsizetype place = m_json.sizeOf(m_panels);
            m_json.insert(m_panels, place, rowHeader(json, row.y, m_ids.value(at)));
            if (row.isCollapsed)
                into = u"%1/%2/panels"_s.arg(m_panels).arg(place);
        }
        qsizetype first = 0; // what is no panel stays, and goes with the rows
        for (qsizetype k = 0; k < row.panels.size(); ++k) {
            if (!json[u"panels"].at(k).isObject()) {
                ++first;
                continue;
            }
            const qsizetype place = m_json.sizeOf(into);
            m_json.transfer(u"%1/panels/%2"_s.arg(at).arg(first), into, place);
            panel(u"%1/%2"_s.arg(into).arg(place), json[u"panels"].at(k), row.panels[k], m_ids.value(u"%1/panels/%2"_s.arg(at).arg(k)));
        }
    }

    void panel(const QString &at, const Json &old, const GridRect &rect, int id)
    {
        setGridPos(m_json, at, rect);
        const Json placed = placedPanel(old, rect);
        if (!placed[u"minSpan"].isNull())
            m_json.set(at + "/minSpan"_L1, placed[u"minSpan"]);
        m_json.remove(at + "/span"_L1);
        if (id > 0 && old[u"id"].toInt() != id)
            m_json.set(at + "/id"_L1, id);
    }

    const Document &m_document;
    JsonText m_json;
    QString m_panels;
    QString m_rows;
    QMap<QString, int> m_ids;
};

} // namespace

QString upgradedText(const QString &text, bool ofLayout)
{
    return (ofLayout ? QCoreApplication::translate("Edit", "%1 (rows became a grid)")
                     : QCoreApplication::translate("Edit", "%1 (panel upgraded)"))
        .arg(text);
}

bool hasLegacyRows(const Document &document)
{
    return document.valueAt(document.root() + "/rows"_L1).isArray() && document.valueAt(document.root() + "/panels"_L1).size() == 0;
}

Result<Splices> gridForm(const Document &document)
{
    return GridForm(document).run();
}

Result<Command> upgradeDashboard(const Document &document)
{
    if (isV2(document))
        return splicesToGroups(document).map([](const Splices &splices) {
            Command command;
            command.splices = splices;
            command.text = QCoreApplication::translate("Edit", "Upgrade");
            return command;
        });
    Document grid = document;
    Splices splices;
    if (hasLegacyRows(document)) {
        const Result<Splices> made = gridForm(document);
        const Result<Document> edited = made ? document.edited(*made) : tl::unexpected<Error>(made.error());
        if (!edited)
            return tl::unexpected<Error>(edited.error());
        grid = *edited;
        splices = *made;
    }
    const Json before = grid.valueAt(grid.root());
    QList<ModelProblem> problems;
    const Json after = migratedDashboard(before, {schemaVersionOf(before), grid.root(), &problems});
    JsonText json = grid.toEdit();
    for (const QString &key : before.keys())
        if (!after.contains(key))
            json.remove(grid.root() + u'/' + pointerEscaped(key));
    for (const QString &key : after.keys())
        json.change(grid.root() + u'/' + pointerEscaped(key), after[key]);
    return commandOf(json, QCoreApplication::translate("Edit", "Upgrade")).map([&](Command command) {
        command.splices = splices + command.splices;
        return command;
    });
}

Result<Command> editPanelForm(const Document &document, const Panel &panel, const QString &text, const QString &mergeKey,
                              const std::function<void(JsonText &, const QString &)> &edit)
{
    JsonText json = document.toEdit();
    edit(json, panel.pointer);
    const Result<Command> plain = commandOf(json, text, mergeKey);
    if (!panel.isMigrated || !plain)
        return plain;
    const Json wanted = meant(panel.raw, edit);
    if (!wanted.isObject() || sorted(wanted) == sorted(readBack(document, plain->splices, panel.pointer)))
        return plain;
    JsonText upgraded = document.toEdit();
    const Json before = upgraded.valueAt(panel.pointer);
    const Json today
        = hasLegacyRows(document) ? Draft(panel.raw).remove(u"gridPos").setUnlessNull(u"span"_s, before[u"span"]).json() : panel.raw;
    upgraded.change(panel.pointer, today);
    edit(upgraded, panel.pointer);
    return commandOf(upgraded, panel.isOfLibrary ? text : upgradedText(text, false)).map([&](Command command) {
        command.notice = panel.isOfLibrary ? Command::Notice::LibraryUnlinked : Command::Notice::PanelUpgraded;
        command.mergeKey.clear(); // what follows has a text of its own
        return command;
    });
}
