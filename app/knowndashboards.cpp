// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/knowndashboards.h>

#include <QtCore/QFileInfo>
#include <app/home/dashboardscan.h>
#include <dashboard/dashboardplace.h>

using namespace Qt::StringLiterals;

namespace {

constexpr int kLevelsBeside = 3; // a file may lie in a folder that holds everything

class Finder
{
public:
    void add(const FolderNode &node)
    {
        if (node.isFolder)
            for (const FolderNode &child : node.children)
                add(child);
        else if (!m_seen.contains(node.path)) {
            m_seen.insert(node.path);
            found.append({node.path, node.name, node.tags, 0, false, node.uid});
        }
    }

    QList<KnownDashboard> found;

private:
    QSet<QString> m_seen;
};

} // namespace

KnownDashboards::KnownDashboards(const Library &library, QObject *parent) : QObject(parent), m_library(library), m_all(remembered()) { }

QList<KnownDashboard> KnownDashboards::remembered() const
{
    QList<KnownDashboard> all = m_library.recent();
    for (const KnownDashboard &each : m_library.starred())
        if (!all.contains(each))
            all.append(each);
    return all;
}

QStringList KnownDashboards::folders(const QString &file) const
{
    QStringList folders = m_library.folders();
    if (file.isEmpty())
        return folders;
    const QString beside = QFileInfo(DashboardPlace::of(file).file).path();
    folders.removeAll(beside);
    folders.prepend(beside);
    return folders;
}

void KnownDashboards::cancel()
{
    m_work.cancel();
}

void KnownDashboards::look(const QString &file)
{
    QStringList files;
    for (const KnownDashboard &each : remembered())
        files.append(each.path);
    m_work.start(
        this,
        [files, folders = folders(file), own = m_library.folders()](const std::stop_token &stop) {
            Finder finder;
            for (const QString &path : files)
                for (const FolderNode &node : stop.stop_requested() ? std::vector<FolderNode>() : dashboardsOfFile(path))
                    finder.add(node);
            for (const QString &folder : folders)
                finder.add(own.contains(folder) ? scanFolder(folder, stop) : scanFolder(folder, stop, kLevelsBeside));
            return finder.found;
        },
        [this](QList<KnownDashboard> found) {
            m_all = std::move(found);
            emit looked();
        });
}
