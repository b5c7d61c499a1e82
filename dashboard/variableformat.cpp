// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/variableformat.h>

#include <QtCore/QRegularExpression>
#include <QtCore/QUrl>
#include <pipeline/momentformat.h>
#include <pipeline/numbertext.h>

using namespace Qt::StringLiterals;

namespace {
QString escapedChars(const QString &value, QLatin1StringView special, const QString &before)
{
    QString out;
    out.reserve(value.size() * 2);
    for (const QChar c : value) {
        if (special.contains(c))
            out += before;
        out += c;
    }
    return out;
}

QString luceneEscape(const QString &value)
{
    bool isNumber = false;
    (void)value.trimmed().toDouble(&isNumber);
    return isNumber ? value : escapedChars(value, "!*+-=<> \t\n\r&|()[]{}^~?:\\/\""_L1, u"\\"_s);
}

QString encoded(const QString &text, const char *keep = "")
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text, keep));
}

QString quotedList(const Json &value, QChar quote, const QString &escaped)
{
    QStringList parts;
    for (const QString &each : valueTexts(value))
        parts.append(quote + QString(each).replace(quote, escaped) + quote);
    return parts.join(u',');
}

QString sqlList(const Json &value)
{
    QStringList parts;
    for (const QString &each : valueTexts(value))
        parts.append(u'\'' + QString(each).replace(u'\'', "''"_L1).replace(u'"', "\\\""_L1) + u'\'');
    return parts.join(u',');
}

QString html(const QString &text)
{
    return QString(text)
        .replace(u'&', "&amp;"_L1)
        .replace(u'<', "&lt;"_L1)
        .replace(u'>', "&gt;"_L1)
        .replace(u'"', "&quot;"_L1)
        .replace(u'\'', "&#39;"_L1);
}

QString glob(const Json &value)
{
    return value.isArray() && value.size() > 1 ? u'{' + valueTexts(value).join(u',') + u'}' : scalarText(value);
}

QString braced(const Json &value)
{
    return value.isArray() ? u'{' + valueTexts(value).join(u',') + u'}' : scalarText(value);
}

QString regex(const Json &value)
{
    if (!value.isArray())
        return escapeRegex(scalarText(value));
    QStringList parts;
    for (const QString &each : valueTexts(value))
        parts.append(escapeRegex(each));
    return parts.size() == 1 ? parts.first() : u'(' + parts.join(u'|') + u')';
}

QString lucene(const Json &value)
{
    if (!value.isArray())
        return luceneEscape(scalarText(value));
    if (value.size() == 0)
        return u"__empty__"_s;
    QStringList parts;
    for (const QString &each : valueTexts(value))
        parts.append(u'"' + luceneEscape(each) + u'"');
    return u'(' + parts.join(" OR "_L1) + u')';
}

QString distributed(const Json &value, const QString &name)
{
    QStringList parts = valueTexts(value);
    for (qsizetype i = 1; i < parts.size(); ++i)
        parts[i].prepend(name + u'=');
    return parts.join(u',');
}

// The leading integer of the text, as JavaScript's parseInt; NaN without one.
double leadingInteger(const QString &source)
{
    const QString text = source.trimmed();
    qsizetype end = text.startsWith(u'-') ? 1 : 0;
    while (end < text.size() && text[end] >= u'0' && text[end] <= u'9')
        ++end;
    bool ok = false;
    const double value = text.left(end).toDouble(&ok);
    return ok ? value : std::nan("");
}

// Without arguments ISO with milliseconds, with an empty one ISO without.
QString date(const Json &value, const std::optional<QString> &pattern, const QTimeZone &zone)
{
    const double ms = value.isNumber() ? value.toDouble() : value.isString() ? leadingInteger(value.toString()) : std::nan("");
    if (std::isnan(ms))
        return u"NaN"_s;
    if (pattern == "ms"_L1)
        return scalarText(value);
    if (pattern == "seconds"_L1)
        return numbertext::shortest(std::floor(ms / 1000 + 0.5));
    if (!pattern || pattern == "iso"_L1)
        return isDate(ms) ? QDateTime::fromMSecsSinceEpoch(qint64(ms), Qt::UTC).toString(Qt::ISODateWithMs) : u"null"_s;
    return formatMoment(ms, pattern->isEmpty() ? u"YYYY-MM-DDTHH:mm:ssZ"_s : *pattern, zone);
}

QString queryParam(const VariableValue &variable, const QString &name)
{
    QStringList values = variable.urlValues.isEmpty() ? valueTexts(variable.value) : variable.urlValues;
    if (values.isEmpty())
        values.append(QString());
    QStringList parts;
    for (const QString &each : values)
        parts.append("var-"_L1 + name + u'=' + encoded(each, "@:$,;"));
    return parts.join(u'&');
}

QString customQueryParam(const Json &value, const QStringList &arguments, const QString &variable)
{
    const QString name = arguments.value(0).isEmpty() ? variable : arguments[0];
    QStringList parts;
    for (const QString &each : valueTexts(value))
        parts.append(encoded(name) + u'=' + encoded(arguments.value(1)) + encoded(each));
    return parts.join(u'&');
}
} // namespace

QString scalarText(const Json &value)
{
    switch (value.type()) {
    case Json::Type::Null:
        return {};
    case Json::Type::String:
        return value.toString();
    case Json::Type::Array:
        return valueTexts(value).join(u',');
    case Json::Type::Object:
        return u"[object Object]"_s;
    default:
        return QString::fromUtf8(value.dump());
    }
}

QStringList valueTexts(const Json &value)
{
    if (!value.isArray())
        return {scalarText(value)};
    QStringList texts;
    for (const Json &item : value.items())
        texts.append(scalarText(item));
    return texts;
}

QString escapeRegex(const QString &value)
{
    return escapedChars(value, "\\^$*+?.()|[]{}/"_L1, u"\\"_s);
}

QString escapePromString(const QString &value, bool specialChars)
{
    // A value that is a whole matcher (job="x") is meant as one.
    static const QRegularExpression matcher(u"^\\w+(=|!=|=~|!~)\".*\"$"_s);
    if (specialChars && matcher.match(value).hasMatch())
        return value;
    QString out = QString(value).replace(u'\\', "\\\\"_L1);
    return specialChars ? out.replace(u'"', "\\\""_L1) : out.replace(u'\'', "\\\\'"_L1);
}

QString escapePromRegex(const QString &value, bool specialChars)
{
    const QString out
        = escapedChars(QString(value).replace(u'\\', "\\\\\\\\"_L1), specialChars ? "$^*{}[]'+?.()|"_L1 : "$^*{}[]+?.()|"_L1, u"\\\\"_s);
    return specialChars ? QString(out).replace(u'"', "\\\\\\\""_L1) : out;
}

QString promQueryValue(const Json &value, bool multi, bool includeAll, bool specialChars)
{
    if (!multi && !includeAll)
        return value.isString() ? escapePromString(value.toString(), specialChars) : scalarText(value);
    if (!value.isArray())
        return value.isString() ? escapePromRegex(value.toString(), specialChars) : scalarText(value);
    QStringList parts;
    for (const Json &each : value.items())
        parts.append(each.isString() ? escapePromRegex(each.toString(), specialChars) : scalarText(each));
    return parts.size() == 1 ? parts.first() : u'(' + parts.join(u'|') + u')';
}

QString formatForPrometheus(const VariableValue &variable)
{
    return variable.isVerbatim ? scalarText(variable.value) : promQueryValue(variable.value, variable.multi, variable.includeAll);
}

QString formatVariable(const VariableValue &variable, const QString &format, const FormatContext &context)
{
    QStringList arguments = format.split(u':');
    const QString id = arguments.takeFirst();
    const Json &value = variable.value;
    if (value.isNull())
        return {};
    if (id == "text"_L1)
        return variable.text;
    if (id == "queryparam"_L1)
        return queryParam(variable, context.name);
    if (id == "percentencode"_L1)
        return encoded(braced(value));
    if (variable.isVerbatim)
        return scalarText(value);
    if (id == "uriencode"_L1)
        return encoded(braced(value), ";,/?:@&=+$#");
    if (id == "regex"_L1)
        return regex(value);
    if (id == "raw"_L1)
        return scalarText(value);
    if (id == "pipe"_L1)
        return valueTexts(value).join(u'|');
    if (id == "csv"_L1)
        return valueTexts(value).join(u',');
    if (id == "join"_L1)
        return valueTexts(value).join(arguments.value(0, u","_s));
    if (id == "json"_L1)
        return value.isArray() ? QString::fromUtf8(value.dump()) : scalarText(value);
    if (id == "lucene"_L1)
        return lucene(value);
    if (id == "distributed"_L1)
        return distributed(value, context.name);
    if (id == "html"_L1)
        return html(valueTexts(value).join(", "_L1));
    if (id == "singlequote"_L1)
        return quotedList(value, u'\'', u"\\'"_s);
    if (id == "doublequote"_L1)
        return quotedList(value, u'"', u"\\\""_s);
    if (id == "sqlstring"_L1)
        return sqlList(value);
    if (id == "date"_L1)
        return date(value, arguments.isEmpty() ? std::nullopt : std::optional(arguments.join(u':')), context.zone);
    if (id == "customqueryparam"_L1)
        return customQueryParam(value, arguments, context.name);
    return glob(value);
}
