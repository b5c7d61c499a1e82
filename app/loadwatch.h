// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QObject>
#include <app/timing.h>
#include <dashboard/session.h>

class DashboardView;

// Says when a dashboard has its first data, and when all panels on the screen are done, with data or without.
class LoadWatch : public QObject
{
    Q_OBJECT

public:
    LoadWatch(DashboardSession &session, DashboardView &view, QObject *parent = nullptr);

    QStringList watched() const; // instances on the screen that ask something
    QList<FailedPanel> failed() const;
    bool isUnreachable() const; // every panel that asks failed on the network

signals:
    void firstData();
    void done();

private:
    void look();
    bool isDone(const QString &id) const;

    DashboardSession &m_session;
    DashboardView &m_view;
    bool m_hasData = false;
    bool m_done = false;
};
