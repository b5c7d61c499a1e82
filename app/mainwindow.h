// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QPointer>
#include <QtWidgets/QWidget>
#include <app/timing.h>
#include <memory>
#include <widgets/controls/pill.h>

class Actions;
class App;
class DashboardEditor;
class DashboardFiles;
class DashboardLinks;
class DashboardOpener;
class DashboardPage;
class DashboardSession;
class ExplorePage;
class ExploreTab;
class HomePage;
class QStackedWidget;
class Palette;
class Rail;
class StatusBar;
class TabStrip;
class ToastStack;

// The window: rail, tabs, the current page, status bar; nothing else.
class MainWindow : public QWidget
{
    Q_OBJECT

public:
    explicit MainWindow(App &app);
    ~MainWindow() override;

    DashboardOpener &opener() const { return *m_opener; }
    DashboardPage *addDashboard(std::unique_ptr<DashboardEditor> editor); // in a tab of its own, in front
    bool showDashboard(const QString &path); // false: no tab has that file
    void fileAction(const QString &id); // of the dashboard in front; see DashboardFiles
    void showHome();
    void showExplore();
    ExploreTab &explore() const { return *m_explore; }
    void addExplore(ExplorePage *page, const struct TabInfo &tab); // see ExploreTab
    bool showParked(const struct TabInfo &tab); // the page as it was when its tab was closed; false: there is none
    void showSources();
    void showDashboards(); // the first open one
    void closeCurrentTab();
    void stepTab(int by); // Home is none of them
    void openLink(const QUrl &file); // with what it takes along: from, to, var-NAME, viewPanel
    void openSample(); // in a window of its own
    void toggleTheme();
    void followDesktop(); // dark or light again as the desktop has it
    void leave(); // what Escape does: the panel seen alone, then kiosk
    Actions &actions() const { return *m_actions; }
    void openPalette(); // or closes it
    void openHelp();
    void openKeys(); // the form of keys
    DashboardPage *currentDashboard() const;
    ExplorePage *currentExplore() const;
    DashboardSession *currentSession() const; // of the page in front; null: it has none
    struct OpenPage {
        QString tab, title, detail, icon;
    };
    QList<OpenPage> openPages() const; // in the order of their tabs
    void showTab(const QString &id);
    void setKiosk(bool kiosk);
    bool isKiosk() const { return m_kiosk; }

signals:
    void firstPainted();

protected:
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    bool focusNextPrevChild(bool next) override;

private:
    void makeRail();
    void makeTabs();
    void makeHome();
    void showTitle(const QString &tab);
    QString tabOf(const QWidget *page) const;
    void removeTab(const QString &id);
    bool askForSources(); // true: a question is open before the window may close
    void toast(Tint tint, const QString &title, const QString &text);
    void keepThumbnail(const DashboardPage &page);
    void addPage(QWidget *page, const struct TabInfo &tab);
    void closeTab(const QString &id);
    void showStatus();
    void tellShown();
    QList<DashboardPage *> unsavedPages() const; // in the order of their tabs

    App &m_app;
    Actions *m_actions;
    Rail *m_rail;
    TabStrip *m_tabs;
    QStackedWidget *m_pages;
    HomePage *m_home;
    StatusBar *m_status;
    ToastStack *m_toasts;
    DashboardFiles *m_files;
    DashboardOpener *m_opener;
    ExploreTab *m_explore;
    DashboardLinks *m_links;
    QHash<QString, QWidget *> m_pageOf; // by tab
    QHash<QString, QWidget *> m_parked; // Explore and Sources when their tabs are closed: what is typed there is not lost
    QPointer<Palette> m_palette;
    int m_nextTab = 0;
    bool m_kiosk = false;
    bool m_dropsSources = false; // what is typed there may go with the window
    bool m_painted = false;
};
