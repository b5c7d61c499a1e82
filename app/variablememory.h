// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QTimer>
#include <functional>

class DashboardSession;

// What the variables of a dashboard file offered last time: shown at once when the file opens again, until its source has answered. One
// file a dashboard below the XDG cache folder, never the dashboard's own.
class VariableMemory : public QObject
{
    Q_OBJECT

public:
    // Offers what is known to the session, and keeps what it learns. `path` says the file of now; empty: nothing is kept.
    VariableMemory(DashboardSession &session, std::function<QString()> path, QObject *parent = nullptr);
    ~VariableMemory() override;

    static QString fileFor(const QString &path);
    static constexpr int kMostOptions = 1000; // of each variable
    static constexpr int kMostFiles = 200; // the oldest go

private:
    void recall();
    void keep();

    DashboardSession &m_session;
    std::function<QString()> m_path;
    QTimer m_keep;
};
