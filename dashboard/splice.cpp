// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/document.h>

using namespace Qt::StringLiterals;

Result<QByteArray> applied(QByteArray text, const Splices &splices)
{
    for (const Splice &splice : splices) {
        const bool fits = splice.offset >= 0 && splice.offset + splice.oldBytes.size() <= text.size();
        if (!fits || QByteArrayView(text).sliced(splice.offset, splice.oldBytes.size()) != splice.oldBytes)
            return fail(Error::Kind::Config, u"the text to change is not there any more"_s, u"byte %1"_s.arg(splice.offset));
        text.replace(splice.offset, splice.oldBytes.size(), splice.newBytes);
    }
    return text;
}

Splices inverse(const Splices &splices)
{
    Splices back;
    for (auto it = splices.rbegin(); it != splices.rend(); ++it)
        back.append({it->offset, it->newBytes, it->oldBytes});
    return back;
}

Result<> History::apply(const Command &command)
{
    const Result<Document> next = m_document.edited(command.splices);
    if (!next)
        return tl::unexpected<Error>(next.error());
    m_commands.resize(m_done);
    const bool merges
        = m_done > 0 && !command.mergeKey.isEmpty() && m_commands.last().mergeKey == command.mergeKey && m_document.text() != m_savedText;
    if (merges) {
        m_commands.last().splices.append(command.splices);
    } else {
        m_commands.append(command);
        ++m_done;
    }
    m_document = *next;
    return {};
}

Result<> History::undo()
{
    if (!canUndo())
        return {};
    const Result<Document> before = m_document.edited(inverse(m_commands[m_done - 1].splices));
    if (!before)
        return tl::unexpected<Error>(before.error());
    m_document = *before;
    --m_done;
    return {};
}

Result<> History::redo()
{
    if (!canRedo())
        return {};
    const Result<Document> next = m_document.edited(m_commands[m_done].splices);
    if (!next)
        return tl::unexpected<Error>(next.error());
    m_document = *next;
    ++m_done;
    return {};
}
