// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/edithistory.h>

namespace {

qsizetype bytesOf(const Splices &splices)
{
    qsizetype sum = 0;
    for (const Splice &splice : splices)
        sum += splice.oldBytes.size() + splice.newBytes.size();
    return sum;
}

} // namespace

Result<> EditHistory::step(const Splices &splices, qsizetype done)
{
    const Result<Document> next = m_document.edited(splices);
    if (!next)
        return tl::unexpected<Error>(next.error());
    m_document = *next;
    m_done = done;
    return {};
}

Result<> EditHistory::apply(const Command &command, qint64 nowMs)
{
    if (command.isEmpty())
        return {};
    if (const Result<> done = step(command.splices, m_done); !done)
        return done;
    while (m_commands.size() > m_done)
        m_bytes -= bytesOf(m_commands.takeLast().splices);
    const bool merges = m_mergeable && m_done > 0 && !command.mergeKey.isEmpty() && m_commands.last().mergeKey == command.mergeKey
        && nowMs - m_lastMs < kMergeMs;
    if (merges) {
        m_commands.last().splices.append(command.splices);
    } else {
        m_commands.append(command);
        ++m_done;
    }
    m_bytes += bytesOf(command.splices);
    m_lastMs = nowMs;
    m_mergeable = true;
    forgetOldest();
    return {};
}

Result<> EditHistory::undo()
{
    m_mergeable = false;
    return canUndo() ? step(inverse(m_commands[m_done - 1].splices), m_done - 1) : Result<>();
}

Result<> EditHistory::redo()
{
    m_mergeable = false;
    return canRedo() ? step(m_commands[m_done].splices, m_done + 1) : Result<>();
}

Result<> EditHistory::goTo(qsizetype done)
{
    done = std::clamp<qsizetype>(done, 0, m_commands.size());
    Splices splices;
    for (qsizetype i = m_done; i > done; --i)
        splices += inverse(m_commands[i - 1].splices);
    for (qsizetype i = m_done; i < done; ++i)
        splices += m_commands[i].splices;
    m_mergeable = false;
    return step(splices, done);
}

void EditHistory::markSaved()
{
    m_savedText = m_document.text();
    m_mergeable = false;
}

void EditHistory::setPath(const QString &path)
{
    m_document = m_document.withPath(path);
}

void EditHistory::forgetOldest()
{
    while (m_bytes > kMostBytes && m_done > 1) {
        m_bytes -= bytesOf(m_commands.takeFirst().splices);
        --m_done;
    }
}

Result<EditHistory> EditHistory::restored(const Document &saved, const QList<Command> &commands, qsizetype savedAt, qsizetype done)
{
    EditHistory history(saved);
    history.m_commands = commands;
    history.m_done = std::clamp<qsizetype>(savedAt, 0, commands.size());
    for (const Command &command : commands)
        history.m_bytes += bytesOf(command.splices);
    // Both ways are tried, so that a journal of another text is found out here and not at the first undo.
    for (const qsizetype place : {qsizetype(0), commands.size(), done})
        if (const Result<> went = history.goTo(place); !went)
            return tl::unexpected<Error>(went.error());
    return history;
}
