// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/compatibility/migrationprobe.h>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMostBytes = 24 << 10; // of a panel

Json removed(const Json &json, const QStringList &path, qsizetype at = 0)
{
    if (at >= path.size())
        return json;
    std::vector<Json> values = json.items();
    if (json.isArray()) {
        const qsizetype index = path[at].toInt();
        if (index >= qsizetype(values.size()))
            return json;
        if (at + 1 == path.size())
            values.erase(values.begin() + index);
        else
            values[size_t(index)] = removed(values[size_t(index)], path, at + 1);
        return Json::array(std::move(values));
    }
    if (!json.isObject())
        return json;
    std::vector<std::pair<QString, Json>> members;
    const QStringList keys = json.keys();
    for (qsizetype i = 0; i < keys.size(); ++i) {
        if (keys[i] != path[at])
            members.emplace_back(keys[i], values[size_t(i)]);
        else if (at + 1 < path.size())
            members.emplace_back(keys[i], removed(values[size_t(i)], path, at + 1));
    }
    return Json::object(members);
}

// What a panel shows, as its reader left it.
Json meaning(const Panel &panel)
{
    std::vector<Json> targets;
    for (const Target &target : panel.targets)
        targets.push_back(target.raw);
    std::vector<Json> links;
    for (const PanelLink &link : panel.links)
        links.push_back(Json::strings({link.title, link.url}));
    return Json::object({{u"type"_s, panel.type},
                         {u"options"_s, panel.options},
                         {u"fieldConfig"_s, panel.fieldConfig},
                         {u"transformations"_s, panel.transformations},
                         {u"targets"_s, Json::array(targets)},
                         {u"links"_s, Json::array(links)},
                         {u"datasource"_s, Json::strings({panel.datasource.type, panel.datasource.uid})},
                         {u"repeat"_s, Json::strings({panel.repeat, QString::number(panel.maxPerRow)})}});
}

} // namespace

PanelPtr MigrationProbe::read(const Json &panel) const
{
    const Json board = Json::object({{u"schemaVersion"_s, m_schemaVersion}, {u"panels"_s, Json::array({panel})}});
    const Result<Document> document = Document::fromText(board.dump());
    return document && !document->dashboard()->panels.isEmpty() ? document->dashboard()->panels.first() : nullptr;
}

bool MigrationProbe::isRead(const Json &panel, const QStringList &path)
{
    const qsizetype bytes = path.isEmpty() ? 0 : panel.dump().size();
    if (bytes == 0 || bytes > kMostBytes || bytes > m_bytesLeft)
        return false;
    m_bytesLeft -= bytes;
    const PanelPtr with = read(panel);
    const PanelPtr without = read(removed(panel, path));
    if (!with || !without)
        return false;
    // The member itself stays where it is in what is read: it is no difference.
    return removed(meaning(*with), path) != removed(meaning(*without), path);
}
