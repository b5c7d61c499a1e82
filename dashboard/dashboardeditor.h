// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QFileSystemWatcher>
#include <QtCore/QObject>
#include <QtCore/QTimer>
#include <core/clock.h>
#include <dashboard/edithistory.h>
#include <dashboard/journal.h>
#include <dashboard/merging.h>
#include <dashboard/savefile.h>

struct EditorSetup {
    QString journalFolder = Journal::folder(); // empty: no journal
    Clock clock = systemClock();
};

// One dashboard that is edited: its document and history, its journal, its file. The page gives the session what documentChanged()
// says. GUI thread.
class DashboardEditor : public QObject
{
    Q_OBJECT

public:
    // Reads the file, and takes up what its journal holds of edits that were not saved.
    static Result<std::unique_ptr<DashboardEditor>> open(const QString &path, const EditorSetup &setup = {});
    // A document of its own that has no file yet.
    static Result<std::unique_ptr<DashboardEditor>> create(const QByteArray &text, const EditorSetup &setup = {});
    static Result<std::unique_ptr<DashboardEditor>> restore(const QString &journalFile, const EditorSetup &setup = {});
    ~DashboardEditor() override;

    const Document &document() const { return m_history.document(); }
    const EditHistory &history() const { return m_history; }
    QString path() const { return document().path(); } // empty: never saved
    bool isModified() const { return m_modified; }
    bool isRecovered() const { return m_recovered; } // began with edits of an earlier run that were not saved
    QString notice() const { return m_notice; } // for the person, about the journal; empty = none

    Result<> apply(const Result<Command> &command); // an error of the edit passes through
    Result<> undo();
    Result<> redo();
    Result<> goTo(qsizetype done);
    Result<> revert(); // to what is saved; can be undone

    Result<> save();
    Result<> saveAs(const QString &path); // the document's path from then on
    Result<> saveCopy(const QString &path) const;

    // When another program changed the file:
    enum class Outside { Same, Changed, Gone };
    Outside outside() const { return m_outside; }
    QByteArray outsideText() const; // what is on the disk now
    Result<> reload(); // takes it, as a command that can be undone
    void keepMine(); // the next save writes over it
    // Edits that are not saved, put on what the file holds now. Two commands: undo once and the file as it is stands here, twice and
    // all is as before. Where both changed a value, `prefer` has it.
    Result<> merge(Prefer prefer);
    Result<QStringList> mergeConflicts() const; // JSON pointers of what both changed

    void discard(); // the edits that are not saved are not wanted: the journal goes
    void checkFile(); // now, instead of when the watcher says so

signals:
    void documentChanged();
    void modifiedChanged(bool modified);
    void historyChanged(); // commands, or where we are among them
    void pathChanged();
    void changedOutside(); // see outside(); not when it was reloaded by itself
    void reloaded(); // the file changed, nothing was unsaved, and it was taken

private:
    DashboardEditor(EditHistory history, const EditorSetup &setup);
    void openJournal(const QString &file);
    QString file() const; // on the disk; empty: never saved
    void startJournal();
    void syncSoon();
    void watch();
    void told();
    Result<> moved(const Result<> &result);
    Result<Merge> mergedWithFile(Prefer prefer) const;

    EditorSetup m_setup;
    EditHistory m_history;
    std::unique_ptr<Journal> m_journal;
    QTimer m_sync;
    QTimer m_check;
    QFileSystemWatcher m_watcher;
    FileStamp m_stamp;
    qsizetype m_savedAt = 0;
    Outside m_outside = Outside::Same;
    QString m_notice;
    bool m_modified = false;
    bool m_recovered = false;
};
