// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QObject>
#include <app/paneledit.h>
#include <dashboard/session.h>

class App;
class DashboardPage;
class EditorHeader;
class OptionsDock;
class QBoxLayout;
class QSplitter;
class QueryDock;

// The panel editor: a header in place of the toolbar, options at the right, queries below; the dashboard stays live between them. Makes
// its docks when it is first opened. Follows the edited panel through every edit of the document, and closes when the panel is gone.
class PanelEditor : public QObject
{
    Q_OBJECT

public:
    // across: dashboard | options; down: dashboard over queries; the header goes to the top of column.
    PanelEditor(DashboardPage &page, App &app, QSplitter *across, QSplitter *down, QBoxLayout *column);

    void open(const QString &instanceId); // another panel than the one that is open: goes over to it
    void close();
    QString panel() const { return m_instanceId; } // empty: closed
    bool isOpen() const { return !m_instanceId.isEmpty(); }
    void focusContent(); // where one begins with a new panel: its query, or the text that it shows
    void commit(); // what is typed and not given out yet
    QStringList unfinished() const; // titles of the panels whose JSON is typed and cannot become an edit
    void openTimePicker();

signals:
    void openChanged(bool open);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void make();
    void connectDocks();
    void follow();
    void show(const PanelInstance &instance);
    void showData(const QString &instanceId);
    void showJson();
    void tellContext();
    void apply(const PanelEdit &edit);
    void changeType(const QString &typeId);
    void applyJson(const QByteArray &json);
    void revert();
    void keepInView();
    void restoreSizes();
    void saveSizes() const;

    DashboardPage &m_page;
    App &m_app;
    QSplitter *m_across;
    QSplitter *m_down;
    QBoxLayout *m_column;
    EditorHeader *m_header = nullptr;
    OptionsDock *m_options = nullptr;
    QueryDock *m_queries = nullptr;
    QString m_instanceId;
    QString m_elementId;
    PanelPtr m_shown;
    QByteArray m_before; // the panel's text when it was opened
    QHash<QString, QByteArray> m_drafts; // JSON that is typed and not valid, by element
    bool m_showsOther = false; // than the JSON field
};
