// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QObject>
#include <core/json.h>

// What was asked in Explore, once, with all its queries.
struct PastQuery {
    QList<Json> targets;
    QString sourceUid;
    QString sourceName;
    qint64 ranMs = 0; // last run
    bool starred = false;

    QString text() const; // the queries, a line each
    bool sameAs(const PastQuery &other) const { return sourceUid == other.sourceUid && text() == other.text(); }
};

// The queries of Explore over all runs of the program, newest first, in a file; asking again what is there brings it to the front. Several
// running programs share the file. Starred ones stay, of others the last 500.
class QueryHistory : public QObject
{
    Q_OBJECT

public:
    explicit QueryHistory(const QString &file = defaultFile(), QObject *parent = nullptr);
    static QString defaultFile(); // below the XDG state folder

    const QList<PastQuery> &entries() const { return m_entries; }
    void add(const PastQuery &query);
    void setStarred(const PastQuery &query, bool starred);
    void remove(const PastQuery &query);

signals:
    void changed();

private:
    void read();
    void write();

    QString m_file;
    QList<PastQuery> m_entries;
};
