// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>
#include <app/explore/queryhistory.h>

class DockTabs;
class EmptyState;
class IconButton;
class LabelsPage;
class HistoryModel;
class HistoryView;
class MetricIndex;
class OptionModel;
class OptionView;
class PlainLabel;
class QStackedWidget;
class SearchField;

// Beside Explore: what ran before, the metrics of the source, the labels of what is asked.
class ExploreDock : public QWidget
{
    Q_OBJECT

public:
    explicit ExploreDock(QueryHistory &history, QWidget *parent = nullptr);
    void setIndex(const std::shared_ptr<MetricIndex> &index); // of the source in use; may be null
    void showTab(const QString &tab); // "history", "metrics", "labels"
    bool showsLabels() const;
    LabelsPage &labels() const { return *m_labels; }

signals:
    void runRequested(const PastQuery &query);
    void metricChosen(const QString &name);
    void labelsWanted(); // they are looked at from now on
    void closeRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void makeTabs();
    QWidget *makeHistory();
    QWidget *makeMetrics();
    void showEmpty();
    void showMetrics();

    QueryHistory &m_history;
    std::shared_ptr<MetricIndex> m_index;
    DockTabs *m_tabs;
    QStackedWidget *m_pages;
    SearchField *m_search;
    IconButton *m_starred;
    HistoryModel *m_model;
    HistoryView *m_list;
    EmptyState *m_noHistory;
    SearchField *m_metricSearch;
    PlainLabel *m_metricCount;
    OptionModel *m_metrics;
    OptionView *m_metricList;
    LabelsPage *m_labels;
};
