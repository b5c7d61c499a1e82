// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>
#include <app/home/dashboardscan.h>
#include <core/offload.h>
#include <map>

class FolderTreeModel;
class Library;
class QTreeView;
class SearchField;

// The folders that the person added, with the dashboards in them; read behind, again when the page is shown.
class FolderTree : public QWidget
{
    Q_OBJECT

public:
    explicit FolderTree(Library &library, QWidget *parent = nullptr);
    int dashboards() const; // in all folders
    const std::vector<FolderNode> &roots() const { return m_roots; }

public slots:
    void scan();

signals:
    void openRequested(const QString &path);
    void scanned();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void chooseFolder();
    void openMenu(const QPoint &at);
    void fill();

    Library &m_library;
    std::vector<FolderNode> m_roots;
    FolderTreeModel *m_model;
    QTreeView *m_view;
    SearchField *m_search;
    QWidget *m_empty;
    Offload m_work;
};
