// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QAbstractListModel>
#include <QtWidgets/QListView>
#include <app/query/completion.h>
#include <widgets/controls/pill.h>
#include <widgets/controls/popup.h>

class PeekView;
class PlainLabel;

class CompletionModel : public QAbstractListModel
{
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;
    void setItems(const QList<CompletionItem> &items);
    const QList<CompletionItem> &items() const { return m_items; }
    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_items.size()); }
    QVariant data(const QModelIndex &index, int role) const override;

private:
    QList<CompletionItem> m_items;
};

// The offers at the cursor of a query: a list, and what the current one is. Never takes the focus: the field passes it the keys.
class CompletionPopup : public Popup
{
    Q_OBJECT

public:
    explicit CompletionPopup(QWidget *parent);

    void setItems(const QList<CompletionItem> &items, bool keepsCurrent = false);
    void showAt(const QRect &cursor); // global; under it, above where there is no room
    bool takesKey(const QKeyEvent *event) const;
    void pressKey(const QKeyEvent *event); // one that takesKey
    const CompletionItem *current() const;
    void setPeek(const MetricPeek *peek); // of the current row, a metric; null: not here yet

signals:
    void currentChanged(); // another row, or other rows
    void chosen(const CompletionItem &item);

private:
    void layOut();
    void showHelp();
    int listWidth() const;
    int sideHeight() const;
    void fit();

    CompletionModel *m_model;
    QListView *m_list;
    QWidget *m_side;
    Pill *m_type;
    PlainLabel *m_series;
    PlainLabel *m_signature;
    PlainLabel *m_help;
    PeekView *m_peek;
};
