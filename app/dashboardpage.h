// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>
#include <app/dashboardview.h>
#include <widgets/controls/statusbar.h>

class App;
class IconButton;
class ProgressLine;
class RefreshPicker;
class TimeControls;
class Toolbar;
class VariableBar;

// A dashboard in a tab: toolbar, variable bar, panels. Owns the session.
class DashboardPage : public QWidget
{
    Q_OBJECT

public:
    DashboardPage(const Document &document, App &app, QWidget *parent = nullptr);
    ~DashboardPage() override;

    DashboardSession &session() { return *m_session; }
    DashboardView &view() { return *m_view; }
    QString path() const;
    QString title() const;
    QList<StatusItem> status() const; // for the right side of the status bar
    void setKiosk(bool kiosk);
    void openTimePicker();
    void inspect(const QString &instanceId, const QString &tab);

signals:
    void statusChanged();
    void kioskRequested();
    void linkActivated(const QUrl &url);

private:
    void makeToolbar();
    Result<qint64> readTime(const QString &text, bool roundUp, const QTimeZone &zone) const;
    void connectTime();
    void showTime();
    void showVariables();
    void showLinks();
    void followLink(const struct BarLink &link);

    std::unique_ptr<DashboardSession> m_session;
    Toolbar *m_toolbar;
    TimeControls *m_time;
    RefreshPicker *m_refresh;
    IconButton *m_kiosk;
    VariableBar *m_variables;
    ProgressLine *m_progress;
    DashboardView *m_view;
};
