// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>
#include <app/paneledit.h>
#include <app/query/querycontext.h>
#include <dashboard/session.h>
#include <widgets/controls/optionlist.h>

class DockTabs;
class IconButton;
class JsonEdit;
class PickButton;
class QScrollArea;
class QStackedWidget;
class QueryList;
class TextButton;
class TransformationList;

// The dock below the dashboard while a panel is edited: queries, transformations, JSON. Folds to its tabs.
class QueryDock : public QWidget
{
    Q_OBJECT

public:
    explicit QueryDock(QWidget *parent = nullptr);

    // asksData: false for types without queries: only the JSON remains.
    void setPanel(const PanelPtr &panel, bool asksData);
    void setContext(const QueryContext &context, const QList<Option> &sources);
    void setReports(const QList<TargetReport> &reports);
    void setRaw(const Frames &frames); // what the queries answered, for the transformations to choose from
    void setInterpolation(const std::function<QString(const QString &)> &interpolate);
    JsonEdit &json() { return *m_json; }
    void commit(); // what is typed and not given out yet

    void setOpen(bool open); // false: the tabs alone
    bool isOpen() const { return m_open; }
    void showTab(const QString &id); // "queries", "transformations", "json"
    QString tab() const;
    bool focusQuery(); // the first one's text; false: the panel asks nothing
    QSize minimumSizeHint() const override;

signals:
    void edited(const PanelEdit &edit);
    void sourceChosen(const QString &uid); // "" = the default
    void inspectRequested();
    void runRequested();
    void openChanged(bool open);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void makeTools();
    void showTabs();
    void showTools();
    QScrollArea *scrolled(QWidget *content);
    void openOptions();

    PanelPtr m_panel;
    Frames m_raw;
    bool m_asksData = true;
    bool m_open = true;
    QString m_wanted = QStringLiteral("queries"); // the tab that the person chose; a panel without it shows another
    DockTabs *m_tabs;
    PickButton *m_source;
    TextButton *m_options;
    TextButton *m_inspect;
    TextButton *m_add;
    IconButton *m_fold;
    QStackedWidget *m_pages;
    QueryList *m_queries;
    TransformationList *m_transformations;
    JsonEdit *m_json;
};
