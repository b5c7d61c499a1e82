// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtCore/QString>
#include <array>
#include <datasource/promql/lexer.h>

namespace promql {
namespace {

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

bool isHexDigit(QChar c)
{
    return isDigit(c) || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F');
}

// Digits with single underscores between them; answers where they end.
qsizetype skipDigits(QStringView text, qsizetype at, bool (*accepts)(QChar))
{
    while (at < text.size() && (accepts(text[at]) || (text[at] == u'_' && at > 0 && text[at - 1] != u'_')))
        ++at;
    return at;
}

// The number that `digits` characters of base `base` mean, at `at`; -1 when there are fewer.
int codeAt(QStringView text, qsizetype at, int digits, int base)
{
    if (at + digits > text.size())
        return -1;
    bool ok = false;
    const int code = text.sliced(at, digits).toInt(&ok, base);
    return ok && isHexDigit(text[at]) ? code : -1;
}

struct Escape {
    QString value;
    qsizetype length = 0; // 0: unknown
};

Escape numericEscape(QStringView text, qsizetype at, int skip, int digits, int base, uint most)
{
    const int code = codeAt(text, at + skip, digits, base);
    if (code < 0 || uint(code) > most || QChar::isSurrogate(char32_t(code)))
        return {};
    const char32_t u = char32_t(code);
    return {QString::fromUcs4(&u, 1), skip + digits};
}

// Of what follows a backslash.
Escape escapeAt(QStringView text, qsizetype at, QChar quote)
{
    const QChar c = text[at];
    static constexpr QStringView kNames = u"abfnrtv\\", kMeanings = u"\a\b\f\n\r\t\v\\";
    if (const qsizetype i = kNames.indexOf(c); i >= 0)
        return {QString(kMeanings[i]), 1};
    if (c == quote)
        return {QString(quote), 1};
    if (c == u'x')
        return numericEscape(text, at, 1, 2, 16, 0xff);
    if (c == u'u')
        return numericEscape(text, at, 1, 4, 16, 0x10ffff);
    if (c == u'U')
        return numericEscape(text, at, 1, 8, 16, 0x10ffff);
    return isDigit(c) ? numericEscape(text, at, 0, 3, 8, 0xff) : Escape{};
}

struct Unit {
    QStringView name;
    qint64 ms;
};
constexpr qint64 kDay = 86'400'000;
constexpr std::array kUnits{Unit{u"y", 365 * kDay}, Unit{u"w", 7 * kDay}, Unit{u"d", kDay}, Unit{u"h", 3'600'000},
                            Unit{u"m", 60'000},     Unit{u"s", 1000},     Unit{u"ms", 1}};

// Whole milliseconds; -1 when the text is no duration.
qint64 readDuration(QStringView text)
{
    double sum = 0;
    size_t unit = 0;
    qsizetype at = 0;
    while (at < text.size()) {
        double number = 0;
        const qsizetype from = at;
        for (; at < text.size() && isDigit(text[at]); ++at)
            number = number * 10 + text[at].digitValue();
        const bool isMilli = text.sliced(at).startsWith(u"ms");
        while (unit < kUnits.size() && !(isMilli ? kUnits[unit].name == u"ms" : text.sliced(at).startsWith(kUnits[unit].name)))
            ++unit;
        if (at == from || unit >= kUnits.size())
            return -1;
        sum += number * double(kUnits[unit].ms);
        at += kUnits[unit].name.size();
        ++unit;
    }
    return text.isEmpty() || sum > 9.2e12 ? -1 : qint64(sum); // the server counts nanoseconds in 64 bits
}

} // namespace

bool isNumber(QStringView text)
{
    if (text.compare(u"inf", Qt::CaseInsensitive) == 0 || text.compare(u"nan", Qt::CaseInsensitive) == 0)
        return true;
    if (text.startsWith(u"0x", Qt::CaseInsensitive))
        return text.size() > 2 && skipDigits(text, 2, isHexDigit) == text.size() && text.back() != u'_';
    qsizetype at = skipDigits(text, 0, isDigit);
    const qsizetype whole = at;
    if (at < text.size() && text[at] == u'.')
        at = skipDigits(text, at + 1, isDigit);
    if (at == 0 || (whole == 0 && at == 1))
        return false;
    if (at < text.size() && text[at].toLower() == u'e') {
        ++at;
        if (at < text.size() && (text[at] == u'+' || text[at] == u'-'))
            ++at;
        const qsizetype exponent = at;
        at = skipDigits(text, at, isDigit);
        if (at == exponent)
            return false;
    }
    return at == text.size() && text.back() != u'_';
}

bool isDuration(QStringView text)
{
    return readDuration(text) >= 0;
}

qint64 durationMs(QStringView text)
{
    return readDuration(text);
}

Unquoted unquote(QStringView token)
{
    Unquoted result;
    if (token.isEmpty())
        return result;
    const QChar quote = token.front();
    const qsizetype end = token.size() > 1 && token.back() == quote ? token.size() - 1 : token.size();
    if (quote == u'`')
        return {token.sliced(1, end - 1).toString().remove(u'\r'), {}};
    for (qsizetype i = 1; i < end; ++i) {
        if (token[i] != u'\\') {
            result.value += token[i];
            continue;
        }
        const Escape escape = i + 1 < end ? escapeAt(token.first(end), i + 1, quote) : Escape{};
        if (escape.length == 0) {
            if (result.badEscape.isEmpty())
                result.badEscape = {i, std::min(i + 2, end)};
            result.value += token[i];
            continue;
        }
        result.value += escape.value;
        i += escape.length;
    }
    return result;
}

QString quoted(QStringView value)
{
    QString text(u'"');
    for (const QChar c : value) {
        if (c == u'"' || c == u'\\')
            text += u'\\';
        if (c == u'\n')
            text += QLatin1String("\\n");
        else
            text += c;
    }
    return text + u'"';
}

Keyword keywordOf(QStringView word)
{
    struct Row {
        QStringView name;
        Keyword keyword;
    };
    static constexpr std::array kRows{
        Row{u"by", Keyword::By},
        Row{u"without", Keyword::Without},
        Row{u"on", Keyword::On},
        Row{u"ignoring", Keyword::Ignoring},
        Row{u"group_left", Keyword::GroupLeft},
        Row{u"group_right", Keyword::GroupRight},
        Row{u"bool", Keyword::Bool},
        Row{u"offset", Keyword::Offset},
        Row{u"and", Keyword::And},
        Row{u"or", Keyword::Or},
        Row{u"unless", Keyword::Unless},
        Row{u"atan2", Keyword::Atan2},
    };
    if (word.size() > 12)
        return Keyword::None;
    for (const Row &row : kRows)
        if (word.compare(row.name, Qt::CaseInsensitive) == 0)
            return row.keyword;
    return isAggregation(word) ? Keyword::Aggregation : Keyword::None;
}

bool isAggregation(QStringView word)
{
    static constexpr std::array<QStringView, 14> kNames{u"sum",          u"avg",      u"count",  u"min",        u"max",
                                                        u"group",        u"stddev",   u"stdvar", u"topk",       u"bottomk",
                                                        u"count_values", u"quantile", u"limitk", u"limit_ratio"};
    return std::any_of(kNames.begin(), kNames.end(), [&](QStringView name) { return word.compare(name, Qt::CaseInsensitive) == 0; });
}

} // namespace promql
