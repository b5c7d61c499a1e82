// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QObject>
#include <datasource/datasource.h>
#include <map>

// How a dashboard names a source: {"type","uid"}, a plain name, or nothing.
struct SourceRef {
    QString type;
    QString uid; // also a name, "$variable" or "${DS_…}" as written; empty = the default

    bool operator==(const SourceRef &) const = default;
};

struct SourceEntry {
    QString uid;
    QString name;
    QString type = QStringLiteral("prometheus");
    std::shared_ptr<DataSource> source;
};

// The sources that are configured now. Owned by App; sessions look up in it and listen.
class SourceRegistry : public QObject
{
    Q_OBJECT

public:
    explicit SourceRegistry(QObject *parent = nullptr);

    void set(const SourceEntry &entry); // adds or replaces by uid
    void remove(const QString &uid);
    void setDefault(const QString &uid);
    QString defaultUid() const { return m_defaultUid; }
    QList<SourceEntry> entries() const; // in the order they were added

    struct Found {
        SourceEntry entry; // entry.source is null when there is no source at all
        bool isFallback = false; // the ref named something that is not here; the default stands in
    };
    // uid first, then name, then the default when the ref is empty or names only a type. The ref is interpolated already.
    Found find(const SourceRef &ref) const;

signals:
    void changed(const QString &uid); // added, replaced, removed or made the default

private:
    QList<SourceEntry> m_entries;
    QString m_defaultUid;
};
