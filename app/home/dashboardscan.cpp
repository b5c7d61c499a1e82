// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/home/dashboardscan.h>

#include <QtCore/QCollator>
#include <QtCore/QDir>
#include <dashboard/dashboardplace.h>
#include <dashboard/document.h>

using namespace Qt::StringLiterals;

namespace {

constexpr int kMostFiles = 5000;
constexpr qint64 kMostBytes = 16 << 20;

struct Scan {
    const std::stop_token &stop;
    int levels;
    int filesLeft = kMostFiles;
};

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.size() <= kMostBytes && file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

std::optional<FolderNode> nodeOf(const Json &json, const QString &path)
{
    const Json wrapped = json[u"dashboard"].isObject() ? json[u"dashboard"] : json;
    const Json dashboard = wrapped[u"spec"].isObject() ? wrapped[u"spec"] : wrapped;
    if (!dashboard[u"panels"].isArray() && !dashboard[u"rows"].isArray() && !dashboard[u"elements"].isObject())
        return {};
    FolderNode node;
    node.path = path;
    node.name = dashboard[u"title"].toString();
    if (node.name.isEmpty())
        node.name = QFileInfo(path).completeBaseName();
    node.uid = dashboard[u"uid"].toString(wrapped[u"metadata"][u"name"].toString());
    node.tags = dashboard[u"tags"].toStrings();
    return node;
}

// Most YAML below a folder is something else, and is not read as YAML.
std::vector<FolderNode> nodesOfYaml(const QString &path)
{
    std::vector<FolderNode> nodes;
    const QByteArray text = bytesOf(DashboardPlace::of(path).file);
    if (!text.contains("\"panels\"") && !text.contains("\"rows\"") && !text.contains("\"elements\""))
        return nodes;
    for (const QString &each : dashboardsIn(path).value_or(QStringList()))
        if (const Result<Document> document = Document::open(each))
            if (const auto node = nodeOf(document->valueAt({}), each))
                nodes.push_back(*node);
    return nodes;
}

FolderNode scanLevel(const QString &path, int level, Scan &scan)
{
    static const QStringList suffixes{u"json"_s, u"yaml"_s, u"yml"_s};
    FolderNode folder{path, QDir(path).dirName(), true, 0, {}};
    for (const QFileInfo &info : QDir(path).entryInfoList(QDir::Dirs | QDir::Files | QDir::NoDotAndDotDot, QDir::NoSort)) {
        if (scan.stop.stop_requested())
            break;
        if (info.isDir()) {
            if (level < scan.levels && !info.isSymLink())
                if (const FolderNode child = scanLevel(info.filePath(), level + 1, scan); child.dashboards > 0) {
                    folder.dashboards += child.dashboards;
                    folder.children.push_back(child);
                }
        } else if (suffixes.contains(info.suffix().toLower()) && scan.filesLeft-- > 0) {
            for (const FolderNode &node : dashboardsOfFile(info.filePath())) {
                ++folder.dashboards;
                folder.children.push_back(node);
            }
        }
    }
    QCollator collator;
    collator.setNumericMode(true);
    std::sort(folder.children.begin(), folder.children.end(), [&](const FolderNode &a, const FolderNode &b) {
        return a.isFolder != b.isFolder ? a.isFolder : collator.compare(a.name, b.name) < 0;
    });
    return folder;
}

} // namespace

std::vector<FolderNode> dashboardsOfFile(const QString &path)
{
    if (isYamlName(DashboardPlace::of(path).file))
        return nodesOfYaml(path);
    const Result<Json> json = Json::parse(bytesOf(path));
    const auto node = json ? nodeOf(*json, path) : std::nullopt;
    return node ? std::vector{*node} : std::vector<FolderNode>();
}

FolderNode scanFolder(const QString &path, const std::stop_token &stop, int levels)
{
    Scan scan{stop, levels};
    return scanLevel(path, 1, scan);
}
