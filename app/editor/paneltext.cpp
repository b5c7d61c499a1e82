// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/editor/paneltext.h>

#include <core/jsonformat.h>

namespace {

constexpr qsizetype kReadableLine = 100; // characters; longer ones are broken

// The white space before the closing brace, if every line begins with it.
QByteArray commonIndent(const QByteArray &text)
{
    const qsizetype last = text.lastIndexOf('\n') + 1;
    qsizetype end = last;
    while (end < text.size() && (text[end] == ' ' || text[end] == '\t'))
        ++end;
    const QByteArray indent = text.mid(last, end - last);
    for (qsizetype line = text.indexOf('\n') + 1; line > 0; line = text.indexOf('\n', line) + 1)
        if (text.mid(line, indent.size()) != indent)
            return {};
    return indent;
}

} // namespace

PanelText::PanelText(const QByteArray &inFile) : m_shown(inFile)
{
    if (!inFile.contains('\n')) {
        m_oneLine = inFile.size() > kReadableLine;
        if (m_oneLine)
            m_shown = jsonIndented(inFile);
        return;
    }
    m_indent = commonIndent(inFile);
    if (!m_indent.isEmpty())
        m_shown.replace('\n' + m_indent, "\n");
}

QByteArray PanelText::stored(const QByteArray &edited) const
{
    QByteArray text = edited.trimmed();
    if (m_oneLine)
        return jsonIndented(text, -1);
    if (!m_indent.isEmpty())
        text.replace("\n", '\n' + m_indent);
    return text;
}
