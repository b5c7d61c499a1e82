// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>
#include <app/library.h>
#include <core/offload.h>

class FolderTree;
class PlainLabel;
class QGridLayout;
class QVBoxLayout;

// Where a person starts: recent and starred dashboards, the sample, new and open; the folders at the right.
class HomePage : public QWidget
{
    Q_OBJECT

public:
    explicit HomePage(Library &library, QWidget *parent = nullptr);
    void setSearchKeys(const QStringList &keys); // key by key; none: there are none
    // Open dashboards with changes that are not saved.
    void setUnsaved(const QStringList &paths);
    // The picture of a dashboard that was just seen, in any size: kept for its cards, and shown on those that are there.
    void keepThumbnail(const QString &path, const QImage &image);
    void setEngineText(const QString &text); // "Local Prometheus: 4 targets"

signals:
    void openRequested(const QString &path);
    void openFileRequested();
    void importRequested();
    void newRequested();
    void sampleRequested();
    void searchRequested();

protected:
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeHead();
    QWidget *makeSearchRow();
    void fill();
    void fillRecent();
    void fillStarred();
    void showSummary();
    class DashboardCard *makeCard(const KnownDashboard &known, int form);
    int cardColumns() const;

    Library &m_library;
    Offload m_thumbnails;
    QStringList m_unsaved;
    QString m_engineText;
    PlainLabel *m_greeting;
    PlainLabel *m_summary;
    QWidget *m_recent;
    QWidget *m_starred;
    QWidget *m_recentEmpty;
    QWidget *m_starredEmpty;
    QWidget *m_page;
    class KeyHints *m_keys;
    FolderTree *m_folders;
    int m_columns = 0;
    bool m_all = false; // all recent ones, not one line of them
};
