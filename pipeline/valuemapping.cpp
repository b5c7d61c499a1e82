// SPDX-License-Identifier: GPL-3.0-or-later
#include <pipeline/valuemapping.h>

#include <cmath>
#include <core/column.h>
#include <pipeline/numbertext.h>

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype kMaxPattern = 2000;

// The number at the head of a text.
double leadingNumber(const QString &text)
{
    static const QRegularExpression number(u"^\\s*[+-]?(Infinity|(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?)"_s);
    const QRegularExpressionMatch match = number.match(text.left(kMaxRegexSubject));
    if (!match.hasMatch())
        return std::nan("");
    const QString found = match.captured().trimmed();
    if (found.endsWith("Infinity"_L1))
        return found.startsWith(u'-') ? -HUGE_VAL : HUGE_VAL;
    return found.toDouble();
}

bool inRange(const ValueMapping &mapping, const MappedInput &value)
{
    const double number = value.kind == MappedInput::Kind::Number ? value.number : leadingNumber(value.text);
    return !std::isnan(number) && !(mapping.from && number < *mapping.from) && !(mapping.to && number > *mapping.to);
}

bool isSpecial(ValueMapping::Special special, const MappedInput &value)
{
    using Kind = MappedInput::Kind;
    const bool isNaN = value.kind == Kind::Number && std::isnan(value.number);
    switch (special) {
    case ValueMapping::Special::Null:
        return value.kind == Kind::Null;
    case ValueMapping::Special::NaN:
        return isNaN;
    case ValueMapping::Special::NullAndNaN:
        return value.kind == Kind::Null || isNaN;
    case ValueMapping::Special::True:
        return value.text == "true"_L1;
    case ValueMapping::Special::False:
        return value.text == "false"_L1;
    case ValueMapping::Special::Empty:
        return value.kind == Kind::Text && value.text.isEmpty();
    }
    return false;
}

// $1, $2, $& in the text of the result; what is around the match stays.
QString expanded(const QString &form, const QRegularExpressionMatch &match)
{
    QString out;
    for (qsizetype i = 0; i < form.size(); ++i) {
        const QChar next = i + 1 < form.size() ? form[i + 1] : QChar();
        if (form[i] == u'$' && next == u'&') {
            out += match.captured();
            ++i;
        } else if (form[i] == u'$' && next == u'$') {
            out += u'$';
            ++i;
        } else if (form[i] == u'$' && next >= u'1' && next <= u'9' && next.digitValue() <= match.regularExpression().captureCount()) {
            out += match.captured(next.digitValue());
            ++i;
        } else {
            out += form[i];
        }
    }
    return out;
}

std::optional<ValueMapping> byRegex(const ValueMapping &mapping, const QString &text)
{
    if (text.size() > kMaxRegexSubject)
        return {};
    const QRegularExpression regex = regexFromText(mapping.match);
    if (!regex.isValid())
        return {};
    const QRegularExpressionMatch match = regex.match(text);
    if (!match.hasMatch())
        return {};
    ValueMapping out = mapping;
    if (mapping.text)
        out.text = text.left(match.capturedStart()) + expanded(*mapping.text, match) + text.mid(match.capturedEnd());
    return out;
}
} // namespace

MappedInput MappedInput::ofNumber(double value)
{
    return Column::isMissing(value) ? MappedInput{} : MappedInput{Kind::Number, value, numbertext::shortest(value)};
}

MappedInput MappedInput::ofText(const QString &value)
{
    return value.isNull() ? MappedInput{} : MappedInput{Kind::Text, 0, value};
}

MappedInput MappedInput::ofBool(bool value)
{
    return {Kind::Bool, value ? 1.0 : 0.0, value ? u"true"_s : u"false"_s};
}

QRegularExpression regexFromText(const QString &text)
{
    const qsizetype end = text.lastIndexOf(u'/');
    if (text.size() > kMaxPattern || !text.startsWith(u'/') || end <= 0)
        return QRegularExpression(text.size() > kMaxPattern ? u"(?!)"_s : u'^' + text + u'$');
    QRegularExpression::PatternOptions options;
    const QString flags = text.mid(end + 1);
    if (flags.contains(u'i'))
        options |= QRegularExpression::CaseInsensitiveOption;
    if (flags.contains(u'm'))
        options |= QRegularExpression::MultilineOption;
    if (flags.contains(u's'))
        options |= QRegularExpression::DotMatchesEverythingOption;
    return QRegularExpression(text.mid(1, end - 1), options);
}

bool regexMatches(const QRegularExpression &regex, const QString &subject)
{
    return regex.isValid() && subject.size() <= kMaxRegexSubject && regex.match(subject).hasMatch();
}

std::optional<ValueMapping> findMapping(const QList<ValueMapping> &mappings, const MappedInput &value)
{
    for (const ValueMapping &mapping : mappings) {
        if (mapping.kind == ValueMapping::Kind::Special) {
            if (isSpecial(mapping.special, value))
                return mapping;
            continue;
        }
        if (value.kind == MappedInput::Kind::Null)
            continue;
        if (mapping.kind == ValueMapping::Kind::Value && mapping.match == value.text)
            return mapping;
        if (mapping.kind == ValueMapping::Kind::Range && inRange(mapping, value))
            return mapping;
        if (mapping.kind == ValueMapping::Kind::Regex && value.kind == MappedInput::Kind::Text) {
            if (std::optional<ValueMapping> found = byRegex(mapping, value.text))
                return found;
        }
    }
    return {};
}
