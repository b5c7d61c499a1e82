// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QSet>
#include <QtWidgets/QWidget>
#include <app/explore/resultlabels.h>
#include <memory>

class EmptyState;
class MetricIndex;
class OptionModel;
class OptionView;
class PlainLabel;
class SearchField;
class SegmentedControl;

// The labels of what came (with the number of series of each value) or of the metrics that the query names (asked for when a label is
// opened). A click on a label opens it, one on a value says that a matcher is to be added, or removed where it is there already.
class LabelsPage : public QWidget
{
    Q_OBJECT

public:
    explicit LabelsPage(QWidget *parent = nullptr);
    void setResult(const Frames &frames); // range answers, and instant ones as tables
    void setQuery(const QString &text);
    void setIndex(const std::shared_ptr<MetricIndex> &index); // may be null

signals:
    void matcherToggled(const QString &label, const QString &value);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void makeList();
    void activate(const QString &row);
    void show();
    bool ofMetric() const;
    QList<LabelValues> labels() const;
    QList<LabelValues> metricLabels() const;
    void showEmpty(bool empty, qsizetype count);

    std::shared_ptr<MetricIndex> m_index;
    QList<LabelValues> m_result;
    QString m_query;
    QSet<QString> m_open; // labels
    QSet<QString> m_whole; // labels of which all values are shown
    SearchField *m_search;
    SegmentedControl *m_of;
    PlainLabel *m_caption;
    OptionModel *m_model;
    OptionView *m_list;
    EmptyState *m_none;
};
