// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QTimer>
#include <QtWidgets/QWidget>
#include <app/explore/exploredrafts.h>
#include <app/explore/explorepane.h>
#include <widgets/controls/statusbar.h>

class App;
class ExploreDock;
class IconButton;
class ProgressLine;
class TextButton;
class QSplitter;
class TimeControls;
class Toolbar;

// Asking without a dashboard: one or two sides that share the time range, the history of what was asked, the metrics there are.
class ExplorePage : public QWidget
{
    Q_OBJECT

public:
    explicit ExplorePage(App &app, QWidget *parent = nullptr);
    ~ExplorePage() override;

    ExplorePane &pane() const { return *m_active; } // the side that had the focus last
    QList<ExplorePane *> panes() const { return m_panes; }
    void open(const QList<Json> &targets, const SourceRef &source, const std::optional<RawTimeRange> &range, const QString &step);
    void run();
    void split(); // or back to one side
    void showDock(bool shown);
    void toggleDock(); // by the person
    void openAddMenu(); // of dashboards that the active side can go to
    void chooseInterval();
    void openTimePicker();
    void setShown(bool shown); // in front of a window that is shown; else nothing refreshes
    QList<StatusItem> status() const;

signals:
    void addRequested(QWidget *anchor); // of the active side to a dashboard
    void statusChanged();
    void refreshed(int queries);
    void linkActivated(const QUrl &url);
    void notice(Tint tint, const QString &title, const QString &text);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void makeToolbar();
    void makeRun();
    void addPane();
    void closePane(ExplorePane *pane);
    void setActive(ExplorePane *pane);
    void showPanes();
    void showTime();
    void showLoading();
    void showLabels();
    void takeDrafts();
    void keepDrafts();

    App &m_app;
    std::shared_ptr<ViewContext> m_view;
    Toolbar *m_toolbar;
    QWidget *m_source; // the picker of a single side
    IconButton *m_history;
    TextButton *m_split;
    TextButton *m_add;
    TimeControls *m_time;
    TextButton *m_run;
    TextButton *m_every;
    ProgressLine *m_progress;
    QSplitter *m_sides;
    ExploreDock *m_dock;
    QList<ExplorePane *> m_panes;
    ExplorePane *m_active = nullptr;
    QString m_interval;
    ExploreDrafts m_drafts;
    QTimer m_keep; // of the drafts
    bool m_dockChosen = false; // the person opened or closed the dock
    bool m_shown = true;
};
