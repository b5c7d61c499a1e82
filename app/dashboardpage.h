// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>
#include <app/dashboardview.h>
#include <dashboard/dashboardeditor.h>
#include <widgets/controls/statusbar.h>

class App;
class Banner;
class HistoryButtons;
class IconButton;
class KnownDashboards;
class Library;
class PanelEditor;
class PanelEdits;
class ProgressLine;
class ReportBanner;
class SessionTime;
class SettingsHost;
class TextButton;
class Toolbar;
class VariableBar;
class VariableMemory;

// A dashboard in a tab: toolbar, variable bar, panels. Owns the editor and the session; what the editor's document becomes, the session
// shows.
class DashboardPage : public QWidget
{
    Q_OBJECT

public:
    DashboardPage(std::unique_ptr<DashboardEditor> editor, App &app, QWidget *parent = nullptr);
    ~DashboardPage() override;

    DashboardEditor &editor() { return *m_editor; }
    const DashboardEditor &editor() const { return *m_editor; }
    DashboardSession &session() { return *m_session; }
    DashboardView &view() { return *m_view; }
    QString path() const;
    QString title() const;
    QList<StatusItem> status() const; // for the right side of the status bar
    void setKiosk(bool kiosk);
    // Does it, or says in a toast why not. False: nothing was done.
    bool apply(const Result<Command> &command);
    void undo();
    void redo();
    void openAddMenu();
    void openAddMenuAt(const QPoint &global);
    void openGallery();
    void editPanel(const QString &instanceId); // in the panel editor, beside the dashboard
    QString editedPanel() const; // instance id; empty: none
    void closeEditor();
    void takeInputs(); // the workspace was told what stands for the inputs of shared dashboards
    void commitEdits(); // what is typed in the editor and not given out yet
    QStringList unfinished() const; // JSON that is typed and cannot become an edit: of these panels, of the dashboard
    void dropUnfinished(bool drops); // it may go with the page
    PanelEdits &edits() { return *m_edits; }
    SettingsHost &settings() { return *m_settings; }
    ReportBanner &report() { return *m_report; } // for after an import
    void openTimePicker();
    void openRefreshPicker();
    void openHistory();
    void inspect(const QString &instanceId, const QString &tab);

signals:
    void statusChanged();
    void kioskRequested();
    void linkActivated(const QUrl &url); // of the file's own: whatever stands there
    void dashboardRequested(const QUrl &file); // out of the library, with what is taken along in the query
    void titleChanged(); // title, path, or whether there are unsaved edits
    void notice(Tint tint, const QString &title, const QString &text); // for a toast
    void fileActionRequested(const QString &id); // "save", "saveAs", …: see DashboardFiles
    void starToggled();

private:
    void sayUpgraded(const Command &command);
    void sayLeftOut();
    void layOut();
    void makeToolbar();
    void makeEditTools();
    void connectEditor();
    void showHistory();
    void showOutside();
    void openSaveMenu();
    void showVariables();
    void showLinks();
    void followLink(const struct BarLink &link);

    App &m_app;
    std::unique_ptr<DashboardEditor> m_editor;
    std::unique_ptr<DashboardSession> m_session;
    std::unique_ptr<VariableMemory> m_memory; // of the session above
    Library &m_library;
    KnownDashboards *m_known; // for links by tag
    bool m_dropsUnfinished = false;
    bool m_looks = false; // they are looked for, once
    PanelEdits *m_edits;
    PanelEditor *m_panelEditor;
    SettingsHost *m_settings;
    Toolbar *m_toolbar;
    Banner *m_outside;
    ReportBanner *m_report;
    IconButton *m_star;
    TextButton *m_save;
    TextButton *m_saveMore;
    TextButton *m_add;
    SessionTime *m_time;
    IconButton *m_kiosk;
    VariableBar *m_variables;
    ProgressLine *m_progress;
    DashboardView *m_view;
    int m_leftOut = 0; // as said
};
