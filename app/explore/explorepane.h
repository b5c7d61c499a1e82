// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QPointer>
#include <QtWidgets/QWidget>
#include <app/explore/exploremodel.h>
#include <app/explore/queryhistory.h>
#include <app/paneledit.h>
#include <dashboard/dashboardeditor.h>
#include <dashboard/session.h>
#include <widgets/controls/pill.h>

class App;
class ExploreResult;
class PickButton;
class PlainLabel;
class QueryList;
class SegmentedControl;

// Queries and what they answer: one side of Explore. Every change of the queries is a step that can be undone; nothing is written to a
// file.
class ExplorePane : public QWidget
{
    Q_OBJECT

public:
    // view: the time range, shared by the sides.
    ExplorePane(App &app, std::shared_ptr<ViewContext> view, QWidget *parent = nullptr);
    ~ExplorePane() override;

    DashboardSession &session() { return *m_session; }
    const Panel &panel() const { return *m_editor->document().dashboard()->panels.first(); }
    PastQuery asked() const; // as it is now, for the history
    Json toPanel(); // for a dashboard; with what is being typed
    // In place of what is there, as one step; and runs.
    void setQueries(const QList<Json> &targets, const SourceRef &source, const QString &step);
    Json draft() const; // queries of which one is typed and was not run; null: none
    void takeDraft(const Json &draft); // types them; nothing is asked
    void insertMetric(const QString &name);
    QString queryText() const; // of the row that had the focus last, as it is being typed
    void toggleMatcher(const QString &label, const QString &value); // in that row; and runs
    Frames answer() const; // of the graph, or of the table where there is no graph
    void run(); // takes up what is being typed
    void undo();
    void redo();
    void setHead(bool shown); // source and a cross, of several sides
    PickButton &makeSourcePicker(QWidget *parent); // shows and sets the source of this side
    QString sourceUid() const;
    void focusQuery();

signals:
    void changed(); // queries or source
    void typed(); // draft() is another
    void answered(); // answer() is another
    void ran(const PastQuery &query);
    void closeRequested();
    void linkActivated(const QUrl &url);
    void notice(Tint tint, const QString &title, const QString &text);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void makeResults();
    void apply(const PanelEdit &edit);
    void show(); // the document, in the rows and the session
    void showContext();
    void showResults();
    void setStyle(const QString &style);

    App &m_app;
    std::unique_ptr<DashboardEditor> m_editor;
    std::unique_ptr<DashboardSession> m_session;
    QWidget *m_head;
    QueryList *m_queries;
    ExploreResult *m_graph;
    ExploreResult *m_table;
    SegmentedControl *m_style;
    PlainLabel *m_rows;
    QList<QPointer<PickButton>> m_pickers;
};
