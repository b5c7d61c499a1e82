// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <widgets/markdownbuilder.h>

// Reads a safe subset of HTML: paragraphs, headings, lists, quotes, code, tables, bold, italic, links. Everything else is left out but for
// its text; scripts, styles and the like are left out with their content. Nothing is fetched, no attribute but href is read.
class MarkdownHtml
{
public:
    explicit MarkdownHtml(MarkdownBuilder &builder) : m_builder(builder) { }

    // May come in pieces; a tag may span them.
    void feed(const QString &html);
    void finish();
    // Inside an element whose content is left out.
    bool isSkipping() const { return !m_skipUntil.isEmpty(); }

private:
    void flushText();
    void readTag(const QString &tag);
    void open(const QString &name, const QString &attributes);
    void close(const QString &name);
    void closeTop();

    MarkdownBuilder &m_builder;
    QStringList m_open; // elements, outermost first
    QString m_text;
    QString m_tag; // inside '<': what was read of it
    QString m_skipUntil; // name of the element whose content is left out
    bool m_inTag = false;
    bool m_afterSpace = true;
};

// &amp; &#39; &#x27; … ; an unknown one stays as it is.
QString decodeEntities(const QString &text);
