// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGui/QTextCursor>
#include <QtGui/QTextDocument>
#include <QtGui/QTextList>
#include <widgets/theme/theme.h>

// Writes formatted text into a document, event by event: what the markdown parser and the HTML reader speak. Takes unbalanced and
// absurdly deep input: what is too deep or too long is written flat or not at all.
class MarkdownBuilder
{
public:
    enum class Span { Strong, Emphasis, Strike, Underline, Code, Link };

    // Block property: depth of the quote the block is in.
    static constexpr int kQuoteDepth = QTextFormat::UserProperty + 1;

    MarkdownBuilder(QTextDocument *document, const Theme &theme);
    ~MarkdownBuilder();

    void startBlock(); // a paragraph; also ends the one before
    void startHeading(int level); // 1..6
    void endHeading();
    void startQuote();
    void endQuote();
    void startList(bool ordered);
    void endList();
    void startItem();
    void startCode();
    void endCode();
    void rule();
    void startTable();
    void endTable();
    void startRow();
    void startCell(bool header, Qt::Alignment alignment);
    void endCell();
    void startSpan(Span span, const QString &href = {});
    void endSpan();
    void text(const QString &text);
    void lineBreak();

    bool isFull() const { return m_length >= kLongest; }
    bool inCode() const { return m_code; }

    static constexpr int kLongest = 100000; // characters of a document
    static constexpr int kDeepest = 12; // lists and quotes

private:
    struct Run {
        QString text;
        QTextCharFormat format;
    };
    struct Cell {
        QList<Run> runs;
        bool header = false;
        Qt::Alignment alignment;
    };
    struct List {
        QTextListFormat format;
        QTextList *list = nullptr;
    };

    void beginBlockIfNeeded();
    QTextBlockFormat blockFormat() const;
    QTextCharFormat charFormat() const;
    QTextCharFormat base() const;
    void insertTable(const QList<QList<Cell>> &rows, int columns);

    const Theme &m_theme;
    QTextCursor m_cursor;
    QList<QTextCharFormat> m_spans;
    int m_ignoredSpans = 0;
    QList<List> m_lists;
    int m_listDepth = 0; // also of the lists that were too deep
    int m_quotes = 0;
    int m_heading = 0;
    bool m_code = false;
    bool m_needsBlock = true;
    bool m_needsMarker = false;
    bool m_first = true;
    std::optional<QList<QList<Cell>>> m_table;
    bool m_inCell = false;
    QString m_heldBreaks; // of code: line ends that may turn out to be the last
    int m_length = 0;
};
