// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/markdownbuilder.h>

#include <QtCore/QUrl>
#include <QtGui/QTextTable>
#include <widgets/theme/paint.h>

namespace {

constexpr int kMostSpans = 32;
constexpr int kMostRows = 300;
constexpr int kMostColumns = 30;
constexpr int kHeadingPx[] = {20, 16, 14, 13, 13, 13};

bool isWebLink(const QUrl &url)
{
    return url.isValid() && !url.host().isEmpty() && (url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https"));
}

} // namespace

MarkdownBuilder::MarkdownBuilder(QTextDocument *document, const Theme &theme) : m_theme(theme), m_cursor(document)
{
    m_cursor.beginEditBlock();
}

MarkdownBuilder::~MarkdownBuilder()
{
    m_cursor.endEditBlock();
}

void MarkdownBuilder::startBlock()
{
    m_needsBlock = true;
}

void MarkdownBuilder::startHeading(int level)
{
    m_heading = std::clamp(level, 1, 6);
    m_needsBlock = true;
}

void MarkdownBuilder::endHeading()
{
    m_heading = 0;
    m_needsBlock = true;
}

void MarkdownBuilder::startQuote()
{
    ++m_quotes;
    m_needsBlock = true;
}

void MarkdownBuilder::endQuote()
{
    m_quotes = std::max(0, m_quotes - 1);
    m_needsBlock = true;
}

void MarkdownBuilder::startList(bool ordered)
{
    m_needsBlock = true;
    ++m_listDepth;
    if (m_lists.size() >= kDeepest)
        return;
    List list;
    list.format.setStyle(ordered ? QTextListFormat::ListDecimal : QTextListFormat::ListDisc);
    list.format.setIndent(int(m_lists.size()) + 1);
    m_lists.append(list);
}

void MarkdownBuilder::endList()
{
    m_needsBlock = true;
    if (m_listDepth > 0 && m_listDepth-- == m_lists.size())
        m_lists.removeLast();
    m_needsMarker = false;
}

void MarkdownBuilder::startItem()
{
    m_needsBlock = true;
    m_needsMarker = !m_lists.isEmpty();
}

void MarkdownBuilder::startCode()
{
    m_code = true;
    m_needsBlock = true;
}

void MarkdownBuilder::endCode()
{
    m_code = false;
    m_heldBreaks.clear();
    m_needsBlock = true;
}

void MarkdownBuilder::rule()
{
    m_needsBlock = true;
    beginBlockIfNeeded();
    QTextBlockFormat format = m_cursor.blockFormat();
    format.setProperty(QTextFormat::BlockTrailingHorizontalRulerWidth, QTextLength(QTextLength::PercentageLength, 100));
    m_cursor.setBlockFormat(format);
    m_needsBlock = true;
}

void MarkdownBuilder::startTable()
{
    if (!m_table)
        m_table.emplace();
}

void MarkdownBuilder::startRow()
{
    m_inCell = false; // a row may begin inside a cell that nobody closed
    if (m_table && m_table->size() < kMostRows)
        m_table->append(QList<Cell>());
}

void MarkdownBuilder::startCell(bool header, Qt::Alignment alignment)
{
    m_inCell = false;
    if (!m_table || m_table->isEmpty() || m_table->last().size() >= kMostColumns)
        return;
    m_table->last().append(Cell{{}, header, alignment});
    m_inCell = true;
}

void MarkdownBuilder::endCell()
{
    m_inCell = false;
}

void MarkdownBuilder::endTable()
{
    if (!m_table)
        return;
    const QList<QList<Cell>> rows = *std::exchange(m_table, std::nullopt);
    m_inCell = false;
    qsizetype columns = 0;
    for (const QList<Cell> &row : rows)
        columns = std::max(columns, row.size());
    if (columns > 0)
        insertTable(rows, int(columns));
    m_needsBlock = true;
}

void MarkdownBuilder::insertTable(const QList<QList<Cell>> &rows, int columns)
{
    QTextTableFormat format;
    format.setBorder(1);
    format.setBorderCollapse(true);
    format.setBorderBrush(m_theme.border.medium);
    format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
    format.setCellPadding(4);
    format.setTopMargin(m_first ? 0 : 4);
    format.setBottomMargin(8);
    if (!m_first)
        m_cursor.movePosition(QTextCursor::End);
    QTextTable *table = m_cursor.insertTable(int(rows.size()), columns, format);
    for (int r = 0; r < rows.size(); ++r) {
        for (int c = 0; c < rows[r].size(); ++c) {
            const Cell &cell = rows[r][c];
            QTextCursor at = table->cellAt(r, c).firstCursorPosition();
            QTextBlockFormat block;
            block.setAlignment(cell.alignment);
            at.setBlockFormat(block);
            for (const Run &run : cell.runs) {
                QTextCharFormat text = run.format;
                if (cell.header)
                    text.setFontWeight(QFont::DemiBold);
                at.insertText(run.text, text);
            }
        }
    }
    m_cursor.movePosition(QTextCursor::End);
    m_first = false;
}

void MarkdownBuilder::startSpan(Span span, const QString &href)
{
    if (m_spans.size() >= kMostSpans) {
        ++m_ignoredSpans;
        return;
    }
    QTextCharFormat format = m_spans.isEmpty() ? QTextCharFormat() : m_spans.last();
    switch (span) {
    case Span::Strong:
        format.setFontWeight(QFont::DemiBold);
        break;
    case Span::Emphasis:
        format.setFontItalic(true);
        break;
    case Span::Strike:
        format.setFontStrikeOut(true);
        break;
    case Span::Underline:
        format.setFontUnderline(true);
        break;
    case Span::Code:
        format.setFontFamilies(themeFont(TextStyle::Code).families());
        format.setProperty(QTextFormat::FontPixelSize, 12);
        format.setBackground(m_theme.bg.hover);
        break;
    case Span::Link:
        if (const QUrl url(href.trimmed()); isWebLink(url)) {
            format.setAnchor(true);
            format.setAnchorHref(url.toString(QUrl::FullyEncoded));
            format.setToolTip(plainToolTip(url.toDisplayString().left(500)));
            format.setForeground(m_theme.text.link);
        }
        break;
    }
    m_spans.append(format);
}

void MarkdownBuilder::endSpan()
{
    if (m_ignoredSpans > 0)
        --m_ignoredSpans;
    else if (!m_spans.isEmpty())
        m_spans.removeLast();
}

void MarkdownBuilder::lineBreak()
{
    if (!m_needsBlock || m_inCell)
        text(QString(QChar::LineSeparator));
}

void MarkdownBuilder::text(const QString &text)
{
    QString part = m_heldBreaks + text.left(kLongest - m_length);
    m_heldBreaks.clear();
    while (m_code && part.endsWith(QChar(QChar::LineSeparator))) {
        m_heldBreaks += QChar(QChar::LineSeparator);
        part.chop(1);
    }
    if (part.isEmpty())
        return;
    m_length += int(part.size());
    if (m_table) {
        if (m_inCell)
            m_table->last().last().runs.append({part, charFormat()});
        return;
    }
    beginBlockIfNeeded();
    m_cursor.insertText(part, charFormat());
}

void MarkdownBuilder::beginBlockIfNeeded()
{
    if (!m_needsBlock)
        return;
    m_needsBlock = false;
    if (m_first) {
        QTextBlockFormat format = blockFormat();
        format.setTopMargin(0);
        m_cursor.setBlockFormat(format);
        m_cursor.setBlockCharFormat(base());
    } else {
        m_cursor.insertBlock(blockFormat(), base());
    }
    m_first = false;
    if (!m_needsMarker)
        return;
    m_needsMarker = false;
    List &list = m_lists.last();
    if (list.list)
        list.list->add(m_cursor.block());
    else
        list.list = m_cursor.createList(list.format);
}

QTextBlockFormat MarkdownBuilder::blockFormat() const
{
    QTextBlockFormat format;
    const int depth = int(m_lists.size());
    const int quotes = std::min(m_quotes, kDeepest);
    format.setBottomMargin(depth > 0 ? 2 : 8);
    if (m_heading > 0)
        format.setTopMargin(m_heading < 3 ? 10 : 6);
    if (m_heading > 0)
        format.setHeadingLevel(m_heading);
    format.setLeftMargin(quotes * 14);
    if (quotes > 0)
        format.setProperty(kQuoteDepth, quotes);
    if (depth > 0 && !m_needsMarker)
        format.setIndent(depth);
    format.setLineHeight(m_code ? 18 : m_heading > 0 ? 24 : 20, QTextBlockFormat::MinimumHeight);
    if (m_code) {
        format.setBackground(m_theme.bg.hover);
        format.setNonBreakableLines(false);
    }
    return format;
}

QTextCharFormat MarkdownBuilder::base() const
{
    QTextCharFormat format;
    format.setForeground(m_quotes > 0 ? m_theme.text.secondary : m_theme.text.primary);
    format.setProperty(QTextFormat::FontPixelSize, m_code ? 12 : m_heading > 0 ? kHeadingPx[m_heading - 1] : 13);
    if (m_heading > 0)
        format.setFontWeight(QFont::DemiBold);
    if (m_code)
        format.setFontFamilies(themeFont(TextStyle::Code).families());
    return format;
}

QTextCharFormat MarkdownBuilder::charFormat() const
{
    QTextCharFormat format = base();
    if (!m_spans.isEmpty())
        format.merge(m_spans.last());
    return format;
}
