// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QPointer>
#include <QtCore/QTimer>
#include <app/knowndashboards.h>

class ExternalLinks;
class MainWindow;
class QuestionSheet;

// What an address inside a dashboard server names: "/d/UID/slug", "/dashboard/db/SLUG" of old.
struct DashboardName {
    QString uid;
    QString slug; // where there is no uid

    bool isOf(const KnownDashboard &dashboard) const;
    bool operator==(const DashboardName &) const = default;
};
std::optional<DashboardName> dashboardName(const QUrl &url); // nothing: it names none

// Follows the links of dashboards: to other dashboards that are files here, with the range and the values of the address; all else goes
// to ExternalLinks. A search that takes longer than a moment is said, and may be ended.
class DashboardLinks : public QObject
{
    Q_OBJECT

public:
    DashboardLinks(const Library &library, ExternalLinks &external, MainWindow &window);
    void follow(const QUrl &url, const QString &file); // the file that it stands in, or empty

private:
    void open();
    void sayLooking();
    void sayUnknown();

    ExternalLinks &m_external;
    MainWindow &m_window;
    KnownDashboards m_known;
    QUrl m_url; // that is looked for
    QString m_file;
    QTimer m_moment;
    QPointer<QuestionSheet> m_looking;
};
