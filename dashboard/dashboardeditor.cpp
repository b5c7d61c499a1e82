// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/dashboardeditor.h>

#include <QtCore/QCoreApplication>
#include <QtCore/QCryptographicHash>
#include <QtCore/QFileInfo>
#include <dashboard/dashboardplace.h>
#include <dashboard/editsupport.h>
#include <dashboard/settingsediting.h>

using namespace Qt::StringLiterals;

namespace {

constexpr int kSyncMs = 500; // a journal is never older than a second
constexpr int kCheckMs = 150; // editors write in several steps

bool isHashOf(const QByteArray &hash, const QByteArray &text)
{
    return QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex() == hash;
}

} // namespace

DashboardEditor::DashboardEditor(EditHistory history, const EditorSetup &setup) : m_setup(setup), m_history(std::move(history))
{
    m_sync.setSingleShot(true);
    m_sync.setInterval(kSyncMs);
    connect(&m_sync, &QTimer::timeout, this, [this] {
        if (m_journal)
            m_journal->sync();
    });
    m_check.setSingleShot(true);
    m_check.setInterval(kCheckMs);
    connect(&m_check, &QTimer::timeout, this, &DashboardEditor::checkFile);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, &m_check, qOverload<>(&QTimer::start));
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, &m_check, qOverload<>(&QTimer::start));
    m_modified = m_history.isModified();
    watch();
}

DashboardEditor::~DashboardEditor() = default;

Result<std::unique_ptr<DashboardEditor>> DashboardEditor::open(const QString &path, const EditorSetup &setup)
{
    const QString absolute = QFileInfo(path).absoluteFilePath();
    const Result<Document> document = Document::open(absolute);
    if (!document)
        return tl::unexpected<Error>(document.error());
    auto editor = std::unique_ptr<DashboardEditor>(new DashboardEditor(EditHistory(*document), setup));
    if (!setup.journalFolder.isEmpty())
        editor->openJournal(Journal::fileFor(absolute, setup.journalFolder));
    return editor;
}

Result<std::unique_ptr<DashboardEditor>> DashboardEditor::create(const QByteArray &text, const EditorSetup &setup)
{
    const Result<Document> document = Document::fromText(text);
    if (!document)
        return tl::unexpected<Error>(document.error());
    auto editor = std::unique_ptr<DashboardEditor>(new DashboardEditor(EditHistory(*document), setup));
    if (!setup.journalFolder.isEmpty())
        editor->m_journal = Journal::open(Journal::newUntitled(setup.journalFolder));
    editor->startJournal();
    return editor;
}

Result<std::unique_ptr<DashboardEditor>> DashboardEditor::restore(const QString &journalFile, const EditorSetup &setup)
{
    auto journal = Journal::open(journalFile);
    if (!journal)
        return fail(Error::Kind::Io, QCoreApplication::translate("Errors", "another window has this dashboard"), journalFile);
    const Result<Journal::Found> found = Journal::read(journalFile);
    if (!found)
        return tl::unexpected<Error>(found.error());
    const Result<Document> base = Document::fromText(found->baseText);
    if (!base)
        return tl::unexpected<Error>(base.error());
    Result<EditHistory> history = EditHistory::restored(*base, found->commands, 0, found->done);
    if (!history)
        return tl::unexpected<Error>(history.error());
    auto editor = std::unique_ptr<DashboardEditor>(new DashboardEditor(std::move(*history), setup));
    editor->m_recovered = true;
    editor->m_journal = std::move(journal);
    editor->startJournal();
    return editor;
}

// Takes up what the journal holds when it belongs to the text on the disk; one of another text is put aside, never thrown away.
void DashboardEditor::openJournal(const QString &file)
{
    m_journal = Journal::open(file);
    if (!m_journal) {
        m_notice = QCoreApplication::translate(
            "Errors", "Another window of Promontory has this file open: edits made here are not kept if the program ends unexpectedly.");
        return;
    }
    const Result<Journal::Found> found = Journal::read(file);
    if (found && isHashOf(found->baseHash, document().text())) {
        Result<EditHistory> history = EditHistory::restored(document(), found->commands, found->savedAt, found->done);
        if (history) {
            m_history = std::move(*history);
            m_savedAt = found->savedAt;
            m_modified = m_recovered = m_history.isModified();
        }
    } else if (found && found->done != found->savedAt) {
        const QString aside = file + u".%1"_s.arg(m_setup.clock());
        QFile::rename(file, aside);
        m_notice = QCoreApplication::translate(
                       "Errors", "Another program changed this file after edits that were not saved. The edits are kept in %1.")
                       .arg(aside);
    }
    startJournal();
}

void DashboardEditor::startJournal()
{
    if (m_journal)
        m_journal->begin(m_history.savedText(), path().isEmpty(), m_history.commands(), m_savedAt, m_history.done());
}

Result<> DashboardEditor::apply(const Result<Command> &command)
{
    if (!command)
        return tl::unexpected<Error>(command.error());
    if (command->isEmpty())
        return {};
    const qsizetype before = m_history.done();
    if (const Result<> applied = m_history.apply(*command, m_setup.clock()); !applied)
        return applied;
    if (m_journal) {
        if (m_history.done() == before + 1)
            m_journal->add(*command, before);
        else if (m_history.done() == before)
            m_journal->merge(*command);
        else // the oldest commands went: what is not saved stays as one
            m_journal->begin(m_history.savedText(), path().isEmpty(),
                             {*replaceText(*Document::fromText(m_history.savedText()), document().text(), tr("Earlier edits"))}, 0, 1);
        syncSoon();
    }
    told();
    return {};
}

// Not later again with every edit: who types without a pause must lose no more than others.
void DashboardEditor::syncSoon()
{
    if (!m_sync.isActive())
        m_sync.start();
}

Result<> DashboardEditor::moved(const Result<> &result)
{
    if (!result)
        return result;
    if (m_journal) {
        m_journal->move(m_history.done());
        syncSoon();
    }
    told();
    return {};
}

Result<> DashboardEditor::undo()
{
    return m_history.canUndo() ? moved(m_history.undo()) : Result<>();
}

Result<> DashboardEditor::redo()
{
    return m_history.canRedo() ? moved(m_history.redo()) : Result<>();
}

Result<> DashboardEditor::goTo(qsizetype done)
{
    return done == m_history.done() ? Result<>() : moved(m_history.goTo(done));
}

Result<> DashboardEditor::revert()
{
    return apply(replaceText(document(), m_history.savedText(), tr("Revert to the saved file")));
}

void DashboardEditor::told()
{
    emit documentChanged();
    emit historyChanged();
    if (const bool modified = m_history.isModified(); modified != std::exchange(m_modified, modified))
        emit modifiedChanged(modified);
}

Result<> DashboardEditor::save()
{
    return path().isEmpty() ? fail(Error::Kind::Config, QCoreApplication::translate("Errors", "the dashboard has no file yet"))
                            : saveAs(path());
}

Result<> DashboardEditor::saveAs(const QString &to)
{
    const QString absolute = QFileInfo(to).absoluteFilePath();
    const bool elsewhere = absolute != path();
    const QString target = DashboardPlace::of(absolute).file;
    const Result<QByteArray> bytes = document().withPath(absolute).fileBytes(
        elsewhere ? QByteArray() : dashboardBytes(target).value_or(QByteArray()), m_history.savedText());
    if (!bytes)
        return tl::unexpected<Error>(bytes.error());
    if (const Result<> saved = saveFile(target, *bytes); !saved)
        return saved;
    m_history.markSaved();
    m_savedAt = m_history.done();
    m_outside = Outside::Same;
    if (elsewhere) {
        m_history.setPath(absolute);
        if (m_journal)
            m_journal->discard();
        m_journal = m_setup.journalFolder.isEmpty() ? nullptr : Journal::open(Journal::fileFor(absolute, m_setup.journalFolder));
        startJournal();
    } else if (m_journal) {
        m_journal->saved(document().text(), m_savedAt);
        m_journal->sync();
    }
    watch();
    if (std::exchange(m_modified, false))
        emit modifiedChanged(false);
    if (elsewhere)
        emit pathChanged();
    return {};
}

Result<> DashboardEditor::saveCopy(const QString &to) const
{
    const QString absolute = QFileInfo(to).absoluteFilePath();
    const Result<QByteArray> bytes = document().withPath(absolute).fileBytes();
    return bytes ? saveFile(DashboardPlace::of(absolute).file, *bytes) : tl::unexpected<Error>(bytes.error());
}

QString DashboardEditor::file() const
{
    return DashboardPlace::of(path()).file;
}

// The folder too: programs that save by renaming take the watched file away.
void DashboardEditor::watch()
{
    if (!m_watcher.files().isEmpty())
        m_watcher.removePaths(m_watcher.files());
    if (!m_watcher.directories().isEmpty())
        m_watcher.removePaths(m_watcher.directories());
    m_stamp = stampOf(file());
    if (!path().isEmpty())
        m_watcher.addPaths({file(), QFileInfo(file()).path()});
}

void DashboardEditor::checkFile()
{
    if (path().isEmpty())
        return;
    const FileStamp stamp = stampOf(file());
    if (stamp == m_stamp)
        return;
    watch();
    const Outside before = m_outside;
    m_outside = stamp.size < 0 ? Outside::Gone : outsideText() == m_history.savedText() ? Outside::Same : Outside::Changed;
    if (m_outside == Outside::Changed && !m_modified && reload()) {
        emit reloaded();
        return;
    }
    if (m_outside != Outside::Same || before != Outside::Same)
        emit changedOutside();
}

QByteArray DashboardEditor::outsideText() const
{
    if (document().isInYaml()) {
        const Result<Document> now = Document::open(path());
        return now ? now->text() : QByteArray();
    }
    return dashboardBytes(file()).value_or(QByteArray());
}

Result<> DashboardEditor::reload()
{
    const QByteArray text = outsideText();
    const Result<Command> command = replaceText(document(), text, tr("Reload the file"));
    if (!command)
        return tl::unexpected<Error>(command.error());
    if (!command->isEmpty())
        if (const Result<> applied = m_history.apply(*command, m_setup.clock()); !applied)
            return applied;
    m_history.markSaved();
    m_savedAt = m_history.done();
    m_outside = Outside::Same;
    startJournal();
    told();
    return {};
}

Result<Merge> DashboardEditor::mergedWithFile(Prefer prefer) const
{
    Json sides[3];
    const QByteArray texts[3] = {m_history.savedText(), document().text(), outsideText()};
    for (int i = 0; i < 3; ++i) {
        const Result<Json> side = Json::parse(texts[i]);
        if (!side)
            return tl::unexpected<Error>(side.error());
        sides[i] = *side;
    }
    return merged(sides[0], sides[1], sides[2], prefer);
}

Result<QStringList> DashboardEditor::mergeConflicts() const
{
    const Result<Merge> merge = mergedWithFile(Prefer::Mine);
    return merge ? Result<QStringList>(merge->conflicts) : tl::unexpected<Error>(merge.error());
}

Result<> DashboardEditor::merge(Prefer prefer)
{
    const Result<Merge> merge = mergedWithFile(prefer);
    if (!merge)
        return tl::unexpected<Error>(merge.error());
    if (const Result<> loaded = reload(); !loaded)
        return loaded;
    emit changedOutside();
    JsonText text = document().toEdit();
    text.change({}, merge->json);
    return apply(commandOf(text, tr("Put my edits on the file's")));
}

void DashboardEditor::keepMine()
{
    m_outside = Outside::Same;
    emit changedOutside();
}

void DashboardEditor::discard()
{
    if (m_journal)
        m_journal->discard();
    m_journal.reset();
}
