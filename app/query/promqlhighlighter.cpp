// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/query/promqlhighlighter.h>

#include <QtGui/QTextBlock>
#include <QtWidgets/QWidget>
#include <widgets/theme/style.h>

namespace {
constexpr int kMaxText = 50'000; // longer ones stay plain: colours cost more than they tell
}

PromqlHighlighter::PromqlHighlighter(QWidget *themed, QTextDocument *document) : QSyntaxHighlighter(document), m_themed(themed)
{
    connect(document, &QTextDocument::contentsChange, this, [this](int, int removed, int added) {
        if (m_isRunning || (removed == 0 && added == 0))
            return;
        m_isRunning = true;
        read();
        rehighlight();
        m_isRunning = false;
    });
}

void PromqlHighlighter::setParts(Parts parts)
{
    m_split = parts;
    m_isRunning = true;
    read();
    rehighlight();
    m_isRunning = false;
}

void PromqlHighlighter::read()
{
    m_parts = document()->characterCount() > kMaxText ? std::vector<SyntaxPart>() : m_split(document()->toPlainText());
}

void PromqlHighlighter::highlightBlock(const QString &text)
{
    const Theme &theme = currentTheme(m_themed);
    const qsizetype start = currentBlock().position(), end = start + text.size();
    auto part = std::lower_bound(m_parts.begin(), m_parts.end(), start, [](const SyntaxPart &p, qsizetype at) { return p.span.to <= at; });
    for (; part != m_parts.end() && part->span.from < end; ++part) {
        const qsizetype from = std::max(part->span.from, start), to = std::min(part->span.to, end);
        setFormat(int(from - start), int(to - from), syntaxColor(theme, part->role));
    }
}
