// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QObject>
#include <QtGui/QImage>
#include <core/json.h>

// A dashboard file that the program has seen.
struct KnownDashboard {
    QString path; // absolute
    QString title;
    QStringList tags;
    qint64 openedMs = 0; // last time, Unix ms
    bool starred = false;
    QString uid = {}; // as its file says it; not remembered

    bool operator==(const KnownDashboard &) const = default;
};

// What the program remembers between starts about dashboards: recent ones, stars, folders, thumbnails. One JSON file; what another
// instance wrote meanwhile is read before each change. Never written into a dashboard.
class Library : public QObject
{
    Q_OBJECT

public:
    explicit Library(const QString &file = defaultFile(), QObject *parent = nullptr);
    static QString defaultFile(); // below the XDG configuration folder

    QList<KnownDashboard> recent() const; // newest first, at most 50
    QList<KnownDashboard> starred() const; // by title
    bool isStarred(const QString &path) const;
    QStringList folders() const;

    void opened(const QString &path, const QString &title, const QStringList &tags, qint64 nowMs);
    void setStarred(const QString &path, const QString &title, bool starred);
    void forget(const QString &path); // from the recent ones; a star stays
    void addFolder(const QString &path);
    void removeFolder(const QString &path);

    static QString thumbnailFile(const QString &path);
    static QImage thumbnail(const QString &path); // null: none yet
    static void saveThumbnail(const QString &path, const QImage &image);

signals:
    void changed();

private:
    void read();
    void write();
    KnownDashboard &entry(const QString &path, const QString &title);

    QString m_file;
    QList<KnownDashboard> m_known;
    QStringList m_folders;
};
