// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>
#include <app/sourcemanager.h>

class PlainLabel;
class QListWidget;
class SourceForm;
struct SourceDraft;
class SourceResult;
class TextButton;

// Add, test, edit, remove sources; choose the default. The list at the left, the chosen source's form and test result at the right.
// What is typed and not saved stays with its source while others are looked at.
class SourcesPage : public QWidget
{
    Q_OBJECT

public:
    explicit SourcesPage(SourceManager &manager, QWidget *parent = nullptr);
    ~SourcesPage() override;
    QStringList unsaved(); // names of the sources whose forms hold what is not saved

private:
    QWidget *makeList();
    QWidget *makeDetail();
    QWidget *makeButtons();
    void refreshList();
    void showSource(const QString &uid); // empty: a new one
    void showCurrent();
    void updateButtons();
    void test();
    void save();
    void keepDraft(); // of the source that is shown
    void showDrafts(); // in the list
    void askRemove();
    void removeCurrent();
    void add();

    SourceManager &m_manager;
    QListWidget *m_list;
    PlainLabel *m_title;
    PlainLabel *m_subtitle;
    SourceForm *m_form;
    SourceResult *m_result;
    PlainLabel *m_note;
    TextButton *m_save;
    TextButton *m_test;
    TextButton *m_revert;
    TextButton *m_remove;
    TextButton *m_makeDefault; // for entries that are not configured here
    QHash<QString, SourceDraft> m_drafts; // by uid
    QString m_uid; // of the source that is shown; empty: a new one
    bool m_isAdding = false; // a source that is not saved yet has its line in the list
    Pending m_testing;
};
