// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/home/dashboardscan.h>

#include <QtCore/QCollator>
#include <QtCore/QDir>
#include <core/json.h>

using namespace Qt::StringLiterals;

namespace {

constexpr int kMostLevels = 6, kMostFiles = 5000;
constexpr qint64 kMostBytes = 16 << 20;

struct Scan {
    const std::stop_token &stop;
    int filesLeft = kMostFiles;
};

// The title, or nothing when the file is no dashboard.
std::optional<QString> titleOf(const QFileInfo &info)
{
    QFile file(info.filePath());
    if (info.size() > kMostBytes || !file.open(QIODevice::ReadOnly))
        return {};
    const Result<Json> json = Json::parse(file.readAll());
    if (!json || !json->isObject())
        return {};
    const Json wrapped = (*json)[u"dashboard"].isObject() ? (*json)[u"dashboard"] : *json;
    const Json dashboard = wrapped[u"spec"].isObject() ? wrapped[u"spec"] : wrapped;
    if (!dashboard[u"panels"].isArray() && !dashboard[u"rows"].isArray() && !dashboard[u"elements"].isObject())
        return {};
    const QString title = dashboard[u"title"].toString();
    return title.isEmpty() ? info.completeBaseName() : title;
}

FolderNode scanLevel(const QString &path, int level, Scan &scan)
{
    FolderNode folder{path, QDir(path).dirName(), true, 0, {}};
    for (const QFileInfo &info : QDir(path).entryInfoList(QDir::Dirs | QDir::Files | QDir::NoDotAndDotDot, QDir::NoSort)) {
        if (scan.stop.stop_requested())
            break;
        if (info.isDir()) {
            if (level < kMostLevels && !info.isSymLink())
                if (const FolderNode child = scanLevel(info.filePath(), level + 1, scan); child.dashboards > 0) {
                    folder.dashboards += child.dashboards;
                    folder.children.push_back(child);
                }
        } else if (info.suffix().toLower() == u"json" && scan.filesLeft-- > 0) {
            if (const auto title = titleOf(info)) {
                ++folder.dashboards;
                folder.children.push_back({info.filePath(), *title, false, 0, {}});
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

FolderNode scanFolder(const QString &path, const std::stop_token &stop)
{
    Scan scan{stop};
    return scanLevel(path, 1, scan);
}
