// SPDX-License-Identifier: GPL-3.0-or-later
#include <datasource/promql/placeholders.h>

namespace promql {
namespace {

bool isWordCharacter(QChar c)
{
    const char16_t u = c.unicode();
    return (u >= u'a' && u <= u'z') || (u >= u'A' && u <= u'Z') || (u >= u'0' && u <= u'9') || u == u'_';
}

qsizetype wordEnd(QStringView text, qsizetype at)
{
    while (at < text.size() && isWordCharacter(text[at]))
        ++at;
    return at;
}

qsizetype bracedLength(QStringView text, qsizetype at)
{
    const qsizetype name = wordEnd(text, at + 2);
    if (name == at + 2 || name >= text.size())
        return 0;
    if (text[name] == u'}')
        return name + 1 - at;
    if (text[name] != u'.' && text[name] != u':')
        return 0;
    const qsizetype limit = std::min(text.size(), name + 200); // or a long text of "${a:" would cost its square
    for (qsizetype i = name + 1; i < limit && text[i] != u'\n'; ++i)
        if (text[i] == u'}')
            return i > name + 1 ? i + 1 - at : 0;
    return 0;
}

qsizetype bracketedLength(QStringView text, qsizetype at)
{
    qsizetype end = wordEnd(text, at + 2);
    if (end == at + 2)
        return 0;
    if (end < text.size() && text[end] == u':') {
        const qsizetype format = wordEnd(text, end + 1);
        if (format == end + 1)
            return 0;
        end = format;
    }
    return text.sliced(end).startsWith(u"]]") ? end + 2 - at : 0;
}

} // namespace

qsizetype placeholderLength(QStringView text, qsizetype at)
{
    if (at + 1 >= text.size())
        return 0;
    if (text[at] == u'$') {
        if (text[at + 1] == u'{')
            return bracedLength(text, at);
        const qsizetype end = wordEnd(text, at + 1);
        return end > at + 1 ? end - at : 0;
    }
    return text[at] == u'[' && text[at + 1] == u'[' ? bracketedLength(text, at) : 0;
}

std::vector<Span> placeholdersIn(QStringView text, Span span)
{
    std::vector<Span> found;
    const QStringView part = text.first(span.to);
    for (qsizetype at = span.from; at < span.to;) {
        const qsizetype length = placeholderLength(part, at);
        if (length > 0)
            found.push_back({at, at + length});
        at += std::max<qsizetype>(1, length);
    }
    return found;
}

bool hasPlaceholder(QStringView text)
{
    return !placeholdersIn(text, {0, text.size()}).empty();
}

} // namespace promql
