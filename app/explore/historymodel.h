// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QAbstractListModel>
#include <QtWidgets/QListView>
#include <QtWidgets/QStyledItemDelegate>
#include <app/explore/queryhistory.h>

// The history filtered: those whose text or source holds all the words; starred ones only, if so wanted.
class HistoryModel : public QAbstractListModel
{
    Q_OBJECT

public:
    explicit HistoryModel(QueryHistory &history, QObject *parent = nullptr);
    void setFilter(const QString &text);
    void setStarredOnly(bool only);
    const PastQuery *query(const QModelIndex &index) const;

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_shown.size()); }
    QVariant data(const QModelIndex &index, int role) const override;

private:
    void refilter();

    QueryHistory &m_history;
    QString m_filter;
    bool m_starredOnly = false;
    QList<PastQuery> m_shown;
};

// Queries as code of up to three lines, below them when and where they ran, and at the right star, copy, run. Enter runs, S stars,
// Ctrl+C copies, Delete removes.
class HistoryView : public QListView
{
    Q_OBJECT

public:
    explicit HistoryView(HistoryModel *model, QWidget *parent = nullptr);
    enum class Tool { Star, Copy, Run };
    QRect toolRect(const QModelIndex &index, Tool tool) const;

signals:
    void toolUsed(HistoryView::Tool tool, const PastQuery &query);
    void removeRequested(const PastQuery &query);

protected:
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool viewportEvent(QEvent *event) override;

private:
    friend class HistoryDelegate;
    std::optional<Tool> toolAt(const QModelIndex &index, const QPoint &at) const;
    void use(Tool tool, const QModelIndex &index);

    HistoryModel *m_model;
    QPersistentModelIndex m_hot;
    std::optional<Tool> m_hotTool;
};
