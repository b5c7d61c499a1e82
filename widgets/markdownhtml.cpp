// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/markdownhtml.h>

#include <QtCore/QRegularExpression>

using namespace Qt::StringLiterals;

namespace {

constexpr int kMostOpen = 64;
constexpr int kLongestTag = 8192;

bool isSkipped(const QString &name)
{
    static const QStringList names{u"script"_s, u"style"_s, u"head"_s,     u"title"_s,   u"iframe"_s,
                                   u"object"_s, u"svg"_s,   u"template"_s, u"noscript"_s};
    return names.contains(name);
}

std::optional<MarkdownBuilder::Span> spanOf(const QString &name)
{
    using Span = MarkdownBuilder::Span;
    if (name == u"b"_s || name == u"strong"_s)
        return Span::Strong;
    if (name == u"i"_s || name == u"em"_s)
        return Span::Emphasis;
    if (name == u"s"_s || name == u"del"_s || name == u"strike"_s)
        return Span::Strike;
    if (name == u"u"_s)
        return Span::Underline;
    if (name == u"code"_s || name == u"kbd"_s || name == u"tt"_s)
        return Span::Code;
    if (name == u"a"_s)
        return Span::Link;
    return {};
}

int headingOf(const QString &name)
{
    return name.size() == 2 && name[0] == u'h' && name[1] >= u'1' && name[1] <= u'6' ? name[1].digitValue() : 0;
}

bool isParagraph(const QString &name)
{
    static const QStringList names{u"p"_s,      u"div"_s,  u"section"_s, u"article"_s, u"center"_s, u"header"_s,
                                   u"footer"_s, u"main"_s, u"dl"_s,      u"dt"_s,      u"dd"_s,     u"figure"_s};
    return names.contains(name);
}

QString hrefOf(const QString &attributes)
{
    static const QRegularExpression href(u"\\bhref\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s>]+))"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    const auto match = href.match(attributes);
    return decodeEntities(match.captured(1) + match.captured(2) + match.captured(3));
}

} // namespace

QString decodeEntities(const QString &text)
{
    static const QHash<QString, QString> names{{u"amp"_s, u"&"_s},    {u"lt"_s, u"<"_s},        {u"gt"_s, u">"_s},    {u"quot"_s, u"\""_s},
                                               {u"apos"_s, u"'"_s},   {u"nbsp"_s, u"\u00a0"_s}, {u"mdash"_s, u"—"_s}, {u"ndash"_s, u"–"_s},
                                               {u"hellip"_s, u"…"_s}, {u"copy"_s, u"©"_s},      {u"deg"_s, u"°"_s},   {u"rarr"_s, u"→"_s}};
    static const QRegularExpression entity(u"&(#[xX]?[0-9a-fA-F]{1,7}|[a-zA-Z]{2,8});"_s);
    QString out;
    qsizetype at = 0;
    for (auto matches = entity.globalMatch(text); matches.hasNext();) {
        const auto match = matches.next();
        const QString name = match.captured(1);
        QString with = names.value(name, match.captured());
        if (name.startsWith(u'#')) {
            const bool hex = name.size() > 1 && name[1].toLower() == u'x';
            const uint code = name.mid(hex ? 2 : 1).toUInt(nullptr, hex ? 16 : 10);
            const bool printable = code >= 32 && code <= 0x10FFFF && !(code >= 0xD800 && code <= 0xDFFF);
            with = printable ? QString::fromUcs4(reinterpret_cast<const char32_t *>(&code), 1) : QString();
        }
        out += text.mid(at, match.capturedStart() - at) + with;
        at = match.capturedEnd();
    }
    return out + text.mid(at);
}

void MarkdownHtml::feed(const QString &html)
{
    for (const QChar c : html) {
        if (m_inTag) {
            const bool comment = m_tag.startsWith(u"!--"_s);
            const bool ends = c == u'>' && (!comment || m_tag.endsWith(u"--"_s));
            if (ends) {
                m_inTag = false;
                readTag(std::exchange(m_tag, {}));
            } else if (m_tag.size() < kLongestTag) {
                m_tag += c;
            } else if (comment) {
                m_tag = u"!--"_s + m_tag.right(2);
                m_tag += c;
            }
        } else if (c == u'<') {
            flushText();
            m_inTag = true;
        } else {
            m_text += c;
        }
    }
    if (!m_inTag)
        flushText();
}

void MarkdownHtml::finish()
{
    flushText();
    while (!m_open.isEmpty())
        closeTop();
}

void MarkdownHtml::flushText()
{
    QString text = decodeEntities(std::exchange(m_text, {}));
    if (!m_skipUntil.isEmpty() || text.isEmpty())
        return;
    if (m_builder.inCode()) {
        m_builder.text(text.replace(u'\n', QChar(QChar::LineSeparator)));
        return;
    }
    QString folded;
    for (const QChar c : text) { // white space is one space, none at the start of a block
        const bool space = c == u' ' || c == u'\n' || c == u'\t' || c == u'\r';
        if (!space || !m_afterSpace)
            folded += space ? u' ' : c;
        m_afterSpace = space;
    }
    m_builder.text(folded);
}

void MarkdownHtml::readTag(const QString &tag)
{
    static const QRegularExpression form(u"^(/?)\\s*([a-zA-Z][a-zA-Z0-9]*)(.*)$"_s, QRegularExpression::DotMatchesEverythingOption);
    const auto match = form.match(tag);
    if (!match.hasMatch())
        return;
    const QString name = match.captured(2).toLower();
    const bool closing = !match.captured(1).isEmpty();
    if (!m_skipUntil.isEmpty()) {
        if (closing && name == m_skipUntil)
            m_skipUntil.clear();
        return;
    }
    if (closing)
        close(name);
    else if (isSkipped(name) && !match.captured(3).endsWith(u'/'))
        m_skipUntil = name;
    else
        open(name, match.captured(3));
}

void MarkdownHtml::open(const QString &name, const QString &attributes)
{
    if (name == u"br"_s) {
        m_builder.lineBreak();
        m_afterSpace = true;
        return;
    }
    if (name == u"hr"_s) {
        m_builder.rule();
        return;
    }
    if (name == u"li"_s && m_open.contains(name) && m_open.lastIndexOf(name) > m_open.lastIndexOf(u"ul"_s)
        && m_open.lastIndexOf(name) > m_open.lastIndexOf(u"ol"_s))
        close(name);
    if (m_open.size() >= kMostOpen)
        return;
    const auto span = spanOf(name);
    if (span)
        m_builder.startSpan(*span, *span == MarkdownBuilder::Span::Link ? hrefOf(attributes) : QString());
    else if (const int level = headingOf(name))
        m_builder.startHeading(level);
    else if (name == u"ul"_s || name == u"ol"_s)
        m_builder.startList(name == u"ol"_s);
    else if (name == u"li"_s)
        m_builder.startItem();
    else if (name == u"blockquote"_s)
        m_builder.startQuote();
    else if (name == u"pre"_s)
        m_builder.startCode();
    else if (name == u"table"_s)
        m_builder.startTable();
    else if (name == u"tr"_s)
        m_builder.startRow();
    else if (name == u"td"_s || name == u"th"_s)
        m_builder.startCell(name == u"th"_s, Qt::AlignLeft);
    else if (isParagraph(name))
        m_builder.startBlock();
    else
        return; // unknown: its text only
    if (!span)
        m_afterSpace = true;
    m_open.append(name);
}

void MarkdownHtml::close(const QString &name)
{
    if (!m_open.contains(name))
        return;
    while (m_open.last() != name)
        closeTop();
    closeTop();
}

void MarkdownHtml::closeTop()
{
    const QString name = m_open.takeLast();
    if (spanOf(name)) {
        m_builder.endSpan();
        return;
    }
    m_afterSpace = true;
    if (headingOf(name))
        m_builder.endHeading();
    else if (name == u"ul"_s || name == u"ol"_s)
        m_builder.endList();
    else if (name == u"blockquote"_s)
        m_builder.endQuote();
    else if (name == u"pre"_s)
        m_builder.endCode();
    else if (name == u"table"_s)
        m_builder.endTable();
    else if (name == u"td"_s || name == u"th"_s)
        m_builder.endCell();
    else
        m_builder.startBlock();
}
