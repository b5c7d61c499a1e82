// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/library.h>

#include <QtCore/QCryptographicHash>
#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QSaveFile>
#include <QtCore/QStandardPaths>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMostRecent = 50;
constexpr qint64 kMostBytes = 8 << 20;

Json toJson(const KnownDashboard &each)
{
    return Json::object({{u"path"_s, each.path},
                         {u"title"_s, each.title},
                         {u"tags"_s, Json::strings(each.tags)},
                         {u"opened"_s, each.openedMs},
                         {u"starred"_s, each.starred}});
}

KnownDashboard fromJson(const Json &json)
{
    return {json[u"path"].toString(), json[u"title"].toString(), json[u"tags"].toStrings(),
            json[u"opened"].toInt(),  json[u"starred"].toBool(), {}};
}

} // namespace

Library::Library(const QString &file, QObject *parent) : QObject(parent), m_file(file)
{
    read();
}

QString Library::defaultFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) + "/library.json"_L1;
}

QList<KnownDashboard> Library::recent() const
{
    QList<KnownDashboard> list;
    for (const KnownDashboard &each : m_known)
        if (each.openedMs > 0)
            list.append(each);
    std::stable_sort(list.begin(), list.end(), [](const auto &a, const auto &b) { return a.openedMs > b.openedMs; });
    return list.mid(0, kMostRecent);
}

QList<KnownDashboard> Library::starred() const
{
    QList<KnownDashboard> list;
    for (const KnownDashboard &each : m_known)
        if (each.starred)
            list.append(each);
    std::stable_sort(list.begin(), list.end(), [](const auto &a, const auto &b) { return a.title.localeAwareCompare(b.title) < 0; });
    return list;
}

bool Library::isStarred(const QString &path) const
{
    return std::any_of(m_known.begin(), m_known.end(), [&](const KnownDashboard &each) { return each.path == path && each.starred; });
}

QStringList Library::folders() const
{
    return m_folders;
}

KnownDashboard &Library::entry(const QString &path, const QString &title)
{
    read();
    for (KnownDashboard &each : m_known)
        if (each.path == path)
            return each;
    return m_known.emplaceBack(KnownDashboard{path, title, {}, 0, false, {}});
}

void Library::opened(const QString &path, const QString &title, const QStringList &tags, qint64 nowMs)
{
    KnownDashboard &known = entry(path, title);
    known.title = title;
    known.tags = tags;
    known.openedMs = nowMs;
    write();
}

void Library::setStarred(const QString &path, const QString &title, bool starred)
{
    entry(path, title).starred = starred;
    write();
}

void Library::forget(const QString &path)
{
    entry(path, {}).openedMs = 0;
    write();
}

void Library::addFolder(const QString &path)
{
    read();
    const QString absolute = QDir(path).absolutePath();
    if (!m_folders.contains(absolute))
        m_folders.append(absolute);
    write();
}

void Library::removeFolder(const QString &path)
{
    read();
    m_folders.removeAll(QDir(path).absolutePath());
    write();
}

// An unreadable file leaves what is known as it is.
void Library::read()
{
    QFile file(m_file);
    if (!file.open(QIODevice::ReadOnly))
        return;
    const Result<Json> json = Json::parse(file.read(kMostBytes));
    if (!json)
        return;
    m_known.clear();
    for (const Json &item : (*json)[u"dashboards"].items())
        if (const KnownDashboard each = fromJson(item); !each.path.isEmpty())
            m_known.append(each);
    m_folders = (*json)[u"folders"].toStrings();
}

void Library::write()
{
    m_known.removeIf([](const KnownDashboard &each) { return !each.starred && each.openedMs == 0; });
    const QList<KnownDashboard> kept = recent();
    if (kept.size() == kMostRecent)
        m_known.removeIf([&](const KnownDashboard &each) { return !each.starred && each.openedMs < kept.last().openedMs; });
    std::vector<Json> items;
    for (const KnownDashboard &each : std::as_const(m_known))
        items.push_back(toJson(each));
    QDir().mkpath(QFileInfo(m_file).path());
    QSaveFile file(m_file);
    const QByteArray text
        = Json::object({{u"version"_s, 1}, {u"folders"_s, Json::strings(m_folders)}, {u"dashboards"_s, Json::array(items)}}).dump(2) + '\n';
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit())
        qWarning("%s: %s", qPrintable(m_file), qPrintable(file.errorString()));
    emit changed();
}

QString Library::thumbnailFile(const QString &path)
{
    const QByteArray name = QCryptographicHash::hash(path.toUtf8(), QCryptographicHash::Sha1).toHex();
    return QStandardPaths::writableLocation(QStandardPaths::CacheLocation) + "/thumbnails/"_L1 + QLatin1String(name) + ".png"_L1;
}

QImage Library::thumbnail(const QString &path)
{
    return QImage(thumbnailFile(path));
}

void Library::saveThumbnail(const QString &path, const QImage &image)
{
    const QString name = thumbnailFile(path);
    QDir().mkpath(QFileInfo(name).path());
    QSaveFile file(name);
    if (file.open(QIODevice::WriteOnly) && image.save(&file, "PNG"))
        file.commit();
}
