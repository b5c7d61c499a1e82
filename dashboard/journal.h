// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QFile>
#include <QtCore/QLockFile>
#include <dashboard/edithistory.h>
#include <memory>

// What was done to one document, on the disk: so that edits survive a crash and undo survives a restart. A file of records below the XDG
// state folder (0700), one JSON object a line with a checksum in front: the text that it begins with (its hash; the text itself for a
// document that was never saved), commands, moves in the history, saves. A torn last line is left out. One process writes a journal;
// another one that opens the same file gets none.
class Journal
{
public:
    // What a journal holds of earlier: commands, and where among them the person was.
    struct Found {
        QByteArray baseText; // only of a document that was never saved
        QByteArray baseHash; // of the text at `savedAt`
        QList<Command> commands;
        qsizetype savedAt = 0; // that many were done when the file was last saved
        qsizetype done = 0;
    };

    static QString folder(); // XDG_STATE_HOME/promontory/journal
    static QString fileFor(const QString &documentPath, const QString &folder);
    static QString newUntitled(const QString &folder); // a name that is free
    static QStringList untitled(const QString &folder); // journals of documents that were never saved and that nobody has open
    static Result<Found> read(const QString &file);

    // Null: another process has it.
    static std::unique_ptr<Journal> open(const QString &file);
    ~Journal();
    QString file() const { return m_file.fileName(); }

    // Starts anew with what is kept. text: of the document as saved (or as first made); untitled: it is kept whole.
    void begin(const QByteArray &text, bool untitled, const QList<Command> &commands = {}, qsizetype savedAt = 0, qsizetype done = 0);
    void add(const Command &command, qsizetype done); // done: how many are done before it; merged: it joins the last one
    void merge(const Command &command);
    void move(qsizetype done);
    void saved(const QByteArray &text, qsizetype done);
    void sync(); // to the disk; call at the latest a second after a record
    void discard(); // the file goes

private:
    explicit Journal(const QString &file);
    void write(const Json &record);

    QFile m_file;
    std::unique_ptr<QLockFile> m_lock;
    bool m_dirty = false;
};
