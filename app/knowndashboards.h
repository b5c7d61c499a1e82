// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <app/library.h>
#include <core/offload.h>

// The dashboards that a link can lead to: opened before, starred, below Home's folders, and beside a file. Files are read by a worker when
// someone asks.
class KnownDashboards : public QObject
{
    Q_OBJECT

public:
    explicit KnownDashboards(const Library &library, QObject *parent = nullptr);

    const QList<KnownDashboard> &all() const { return m_all; } // each path once; before the first look what the library remembers
    QStringList folders(const QString &file) const; // where look() looks
    void look(const QString &file); // the one at hand, or empty; looked() follows
    void cancel(); // what look() began; no looked()

signals:
    void looked();

private:
    QList<KnownDashboard> remembered() const;

    const Library &m_library;
    QList<KnownDashboard> m_all;
    Offload m_work;
};
