// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <dashboard/document.h>

// What was done, for a person, and the bytes that it changed. Commands with equal, non-empty merge keys in a row become one when they
// come within a second of each other (typing).
struct Command {
    QString text; // "Title", "Move 3 panels"
    QString mergeKey;
    Splices splices; // none: nothing to do
    // What became of the file's form on the way, for the window to say. Not kept by the journal: the text says it too.
    enum class Notice { None, PanelUpgraded, LayoutUpgraded, LibraryUnlinked };
    Notice notice = Notice::None;

    bool isEmpty() const { return splices.isEmpty(); }
    bool operator==(const Command &other) const { return text == other.text && mergeKey == other.mergeKey && splices == other.splices; }
};

// The document and the way back. Undo works past saves; "modified" means that the bytes differ from those last saved.
class EditHistory
{
public:
    explicit EditHistory(Document document) : m_document(std::move(document)), m_savedText(m_document.text()) { }

    const Document &document() const { return m_document; }
    // An empty command changes nothing and is not kept. nowMs: for merging.
    Result<> apply(const Command &command, qint64 nowMs);
    Result<> undo();
    Result<> redo();
    Result<> goTo(qsizetype done); // as many commands done

    bool canUndo() const { return m_done > 0; }
    bool canRedo() const { return m_done < m_commands.size(); }
    QString undoText() const { return canUndo() ? m_commands[m_done - 1].text : QString(); }
    QString redoText() const { return canRedo() ? m_commands[m_done].text : QString(); }
    const QList<Command> &commands() const { return m_commands; } // oldest first; those from done() on were undone
    qsizetype done() const { return m_done; }

    void markSaved(); // also: the next command is one of its own
    const QByteArray &savedText() const { return m_savedText; }
    bool isModified() const { return m_document.text() != m_savedText; }
    void setPath(const QString &path);
    // Takes up commands of an earlier run: the document is what `done` of them made.
    static Result<EditHistory> restored(const Document &saved, const QList<Command> &commands, qsizetype savedAt, qsizetype done);

    static constexpr qsizetype kMostBytes = 64 << 20; // of all splices; the oldest commands go first
    static constexpr qint64 kMergeMs = 1000;

private:
    Result<> step(const Splices &splices, qsizetype done);
    void forgetOldest();

    Document m_document;
    QByteArray m_savedText;
    QList<Command> m_commands;
    qsizetype m_done = 0;
    qsizetype m_bytes = 0;
    qint64 m_lastMs = 0;
    bool m_mergeable = false;
};
