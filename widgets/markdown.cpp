// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/markdown.h>

#include <QtGui/QAbstractTextDocumentLayout>
#include <QtGui/QTextBlock>
#include <QtWidgets/QScrollBar>
#include <md4c.h>
#include <widgets/markdownhtml.h>
#include <widgets/theme/paint.h>
#include <widgets/theme/style.h>

namespace {

constexpr qsizetype kLongestSource = 200000;
constexpr int kMargin = 12;

struct Reader {
    MarkdownBuilder &builder;
    MarkdownHtml html;
};

Reader &readerOf(void *data)
{
    return *static_cast<Reader *>(data);
}

QString fromUtf8(const MD_CHAR *text, MD_SIZE size)
{
    return QString::fromUtf8(text, qsizetype(size));
}

Qt::Alignment alignmentOf(void *detail)
{
    switch (static_cast<MD_BLOCK_TD_DETAIL *>(detail)->align) {
    case MD_ALIGN_CENTER:
        return Qt::AlignHCenter;
    case MD_ALIGN_RIGHT:
        return Qt::AlignRight;
    default:
        return Qt::AlignLeft;
    }
}

int enterBlock(MD_BLOCKTYPE type, void *detail, void *data)
{
    MarkdownBuilder &to = readerOf(data).builder;
    switch (type) {
    case MD_BLOCK_H:
        to.startHeading(int(static_cast<MD_BLOCK_H_DETAIL *>(detail)->level));
        break;
    case MD_BLOCK_QUOTE:
        to.startQuote();
        break;
    case MD_BLOCK_UL:
    case MD_BLOCK_OL:
        to.startList(type == MD_BLOCK_OL);
        break;
    case MD_BLOCK_LI:
        to.startItem();
        break;
    case MD_BLOCK_CODE:
        to.startCode();
        break;
    case MD_BLOCK_HR:
        to.rule();
        break;
    case MD_BLOCK_TABLE:
        to.startTable();
        break;
    case MD_BLOCK_TR:
        to.startRow();
        break;
    case MD_BLOCK_TH:
    case MD_BLOCK_TD:
        to.startCell(type == MD_BLOCK_TH, alignmentOf(detail));
        break;
    case MD_BLOCK_P:
        to.startBlock();
        break;
    default:
        break;
    }
    return to.isFull();
}

int leaveBlock(MD_BLOCKTYPE type, void *, void *data)
{
    Reader &reader = readerOf(data);
    MarkdownBuilder &to = reader.builder;
    switch (type) {
    case MD_BLOCK_H:
        to.endHeading();
        break;
    case MD_BLOCK_QUOTE:
        to.endQuote();
        break;
    case MD_BLOCK_UL:
    case MD_BLOCK_OL:
        to.endList();
        break;
    case MD_BLOCK_CODE:
        to.endCode();
        break;
    case MD_BLOCK_TABLE:
        to.endTable();
        break;
    case MD_BLOCK_TH:
    case MD_BLOCK_TD:
        to.endCell();
        break;
    case MD_BLOCK_LI:
    case MD_BLOCK_P:
        to.startBlock();
        break;
    default:
        break;
    }
    return 0;
}

int enterSpan(MD_SPANTYPE type, void *detail, void *data)
{
    using Span = MarkdownBuilder::Span;
    MarkdownBuilder &to = readerOf(data).builder;
    switch (type) {
    case MD_SPAN_STRONG:
        to.startSpan(Span::Strong);
        break;
    case MD_SPAN_DEL:
        to.startSpan(Span::Strike);
        break;
    case MD_SPAN_U:
        to.startSpan(Span::Underline);
        break;
    case MD_SPAN_CODE:
        to.startSpan(Span::Code);
        break;
    case MD_SPAN_A: {
        const MD_ATTRIBUTE &href = static_cast<MD_SPAN_A_DETAIL *>(detail)->href;
        to.startSpan(Span::Link, decodeEntities(fromUtf8(href.text, href.size)));
        break;
    }
    default: // of a picture there is its text
        to.startSpan(Span::Emphasis);
        break;
    }
    return 0;
}

int leaveSpan(MD_SPANTYPE, void *, void *data)
{
    readerOf(data).builder.endSpan();
    return 0;
}

int onText(MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size, void *data)
{
    Reader &reader = readerOf(data);
    if (reader.html.isSkipping() && type != MD_TEXT_HTML)
        return 0;
    switch (type) {
    case MD_TEXT_BR:
        reader.builder.lineBreak();
        break;
    case MD_TEXT_SOFTBR:
        reader.builder.text(QStringLiteral(" "));
        break;
    case MD_TEXT_ENTITY:
        reader.builder.text(decodeEntities(fromUtf8(text, size)));
        break;
    case MD_TEXT_HTML:
        reader.html.feed(fromUtf8(text, size));
        break;
    case MD_TEXT_NULLCHAR:
        reader.builder.text(QString(QChar::ReplacementCharacter));
        break;
    default: {
        QString part = fromUtf8(text, size);
        if (reader.builder.inCode())
            part.replace(u'\n', QChar(QChar::LineSeparator));
        reader.builder.text(part);
        break;
    }
    }
    return reader.builder.isFull();
}

} // namespace

void buildMarkdown(const QString &text, MarkdownBuilder &builder)
{
    MD_PARSER parser{};
    parser.flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_PERMISSIVEURLAUTOLINKS;
    parser.enter_block = enterBlock;
    parser.leave_block = leaveBlock;
    parser.enter_span = enterSpan;
    parser.leave_span = leaveSpan;
    parser.text = onText;
    Reader reader{builder, MarkdownHtml(builder)};
    const QByteArray utf8 = text.toUtf8();
    md_parse(utf8.constData(), MD_SIZE(utf8.size()), &parser, &reader);
    reader.html.finish();
}

MarkdownView::MarkdownView(QWidget *parent) : QTextBrowser(parent)
{
    setOpenLinks(false);
    setOpenExternalLinks(false);
    setUndoRedoEnabled(false);
    setFrameShape(QFrame::NoFrame);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    viewport()->setAutoFillBackground(false);
    connect(this, &QTextBrowser::anchorClicked, this, &MarkdownView::linkActivated);
}

QVariant MarkdownView::loadResource(int, const QUrl &)
{
    return {};
}

void MarkdownView::showText(const QString &source, Form form, const Theme &theme, bool lineNumbers)
{
    m_theme = &theme;
    m_numberWidth = 0;
    const int scrolled = verticalScrollBar()->value();
    const int across = horizontalScrollBar()->value();
    QPalette palette = themePalette(theme);
    palette.setColor(QPalette::Base, Qt::transparent);
    setPalette(palette);
    document()->clear();
    document()->setDefaultFont(themeFont(TextStyle::Body));
    document()->setDocumentMargin(kMargin);
    document()->setIndentWidth(20);
    const QString text = source.left(kLongestSource);
    setLineWrapMode(form == Form::Code ? QTextEdit::NoWrap : QTextEdit::WidgetWidth);
    m_cut = text.size() < source.size();
    if (form == Form::Code) {
        showCode(text, lineNumbers);
    } else {
        MarkdownBuilder builder(document(), theme);
        if (form == Form::Markdown) {
            buildMarkdown(text, builder);
        } else {
            MarkdownHtml html(builder);
            html.feed(text);
            html.finish();
        }
        m_cut = m_cut || builder.isFull();
    }
    if (m_cut) {
        QTextCursor end(document());
        end.movePosition(QTextCursor::End);
        QTextCharFormat weak;
        weak.setForeground(theme.text.secondary);
        end.insertBlock(QTextBlockFormat(), weak);
        end.insertText(tr("… The text is longer than what is shown."), weak);
    }
    // The text cursor went along to the end, and QTextEdit scrolls to it when first shown.
    setTextCursor(QTextCursor(document()));
    verticalScrollBar()->setValue(scrolled);
    horizontalScrollBar()->setValue(across);
}

void MarkdownView::showCode(const QString &text, bool lineNumbers)
{
    const QString shown = text.left(MarkdownBuilder::kLongest);
    m_cut = m_cut || shown.size() < text.size();
    QFont font = themeFont(TextStyle::Code);
    font.setPixelSize(12);
    document()->setDefaultFont(font);
    QTextCursor cursor(document());
    QTextCharFormat format;
    format.setForeground(m_theme->text.primary);
    QTextBlockFormat block;
    if (lineNumbers) {
        m_numberWidth = textWidth(font, QString::number(shown.count(u'\n') + 1)) + 14;
        block.setLeftMargin(m_numberWidth);
    }
    block.setLineHeight(18, QTextBlockFormat::MinimumHeight);
    cursor.setBlockFormat(block);
    cursor.insertText(shown, format);
}

void MarkdownView::paintLineNumber(QPainter &painter, const QTextBlock &block, const QRectF &at) const
{
    const QRectF cell(kMargin - horizontalScrollBar()->value(), at.top(), m_numberWidth - 14, 18);
    drawLine(painter, cell, QString::number(block.blockNumber() + 1), document()->defaultFont(), m_theme->text.secondary,
             Qt::AlignRight | Qt::AlignVCenter);
}

void MarkdownView::paintEvent(QPaintEvent *event)
{
    {
        QPainter painter(viewport());
        const double scrolled = verticalScrollBar()->value();
        for (QTextBlock block = cursorForPosition(QPoint(0, 0)).block(); block.isValid(); block = block.next()) {
            const QRectF at = document()->documentLayout()->blockBoundingRect(block).translated(0, -scrolled);
            if (at.top() > viewport()->height())
                break;
            for (int depth = 0; depth < block.blockFormat().intProperty(MarkdownBuilder::kQuoteDepth); ++depth)
                painter.fillRect(QRectF(kMargin + depth * 14, at.top(), 2, at.height()), m_theme->border.medium);
            if (m_numberWidth > 0)
                paintLineNumber(painter, block, at);
        }
    }
    QTextBrowser::paintEvent(event);
}
