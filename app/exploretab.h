// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QPointer>
#include <app/explore/explorepage.h>

class App;
class DashboardPage;
class MainWindow;

// Explore in a window: its one tab (closed and opened again it is as it was), panels that come from dashboards, panels that go to them.
class ExploreTab : public QObject
{
    Q_OBJECT

public:
    ExploreTab(App &app, MainWindow &window);
    static const QString id; // of the tab
    void show();
    void openPanel(DashboardPage &from, const QString &instanceId); // its queries, with the values of its variables

private:
    void openAddMenu(QWidget *anchor);
    void addTo(const QString &tab);

    App &m_app;
    MainWindow &m_window;
    QPointer<ExplorePage> m_page;
};
