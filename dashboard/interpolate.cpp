// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/interpolate.h>

#include <QtCore/QRegularExpression>
#include <QtCore/QUrl>

using namespace Qt::StringLiterals;

namespace {
const QRegularExpression &references()
{
    static const QRegularExpression pattern(
        u"\\$(\\w+)|\\[\\[(\\w+?)(?::(\\w+))?\\]\\]|"
        "\\$\\{(\\w+)((?:\\.[^:^{}\\[\\]]+|\\[\"[^\"]*\"\\]|\\['[^']*'\\]|\\[[^\\]\"']*\\])*)(?::([^}]+))?\\}"_s);
    return pattern;
}

struct Reference {
    QString name;
    QString field;
    QString format;
};

Reference referenceOf(const QRegularExpressionMatch &match)
{
    const QString bare = match.captured(1);
    const QString square = match.captured(2);
    return {!bare.isEmpty()         ? bare
                : !square.isEmpty() ? square
                                    : match.captured(4),
            match.captured(5).startsWith(u'.') ? match.captured(5).mid(1) : match.captured(5),
            square.isEmpty() ? match.captured(6) : match.captured(3)};
}

// The keys of a.b[0]["c.d"].
QStringList keysOf(const QString &path)
{
    static const QRegularExpression part(u"\\[\"([^\"]*)\"\\]|\\['([^']*)'\\]|\\[([^\\]]*)\\]|([^.\\[\\]]+)"_s);
    QStringList keys;
    for (auto it = part.globalMatch(path); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        keys.append(match.captured(match.lastCapturedIndex()));
    }
    return keys;
}

Json memberAt(const Json &from, const QString &path)
{
    Json value = from;
    for (const QString &key : keysOf(path))
        value = value[key];
    return value;
}

// ${x.field}: of a list an item, or what each one's properties hold; a member of the option's properties, or of an object.
VariableValue memberOf(const VariableValue &variable, const QString &path)
{
    if (variable.isVerbatim)
        return variable;
    VariableValue out = variable;
    bool isIndex = false;
    const int index = path.toInt(&isIndex);
    if (variable.value.isArray() && isIndex) {
        out.value = variable.value.at(index);
        out.text = variable.texts.value(index, variable.text);
    } else if (variable.value.isArray() && variable.properties.isArray()) {
        std::vector<Json> members;
        for (const Json &each : variable.properties.items())
            members.push_back(memberAt(each, path));
        out.value = Json::array(members);
        out.text = valueTexts(out.value).join(" + "_L1);
    } else if (variable.properties.isObject()) {
        out.value = memberAt(variable.properties, path);
        out.text = scalarText(out.value);
    } else {
        out.value = memberAt(variable.value, path);
    }
    return out;
}

// Tells what a reference stands for; nothing: it stays.
using Resolve = std::function<std::optional<QString>(const Reference &reference)>;

QString replaced(const QString &text, const Resolve &resolve)
{
    if (!text.contains(u'$') && !text.contains("[["_L1))
        return text;
    QString out;
    qsizetype done = 0;
    for (auto it = references().globalMatch(text); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        const std::optional<QString> value = resolve(referenceOf(match));
        if (!value)
            continue;
        out += QStringView(text).mid(done, match.capturedStart() - done);
        out += *value;
        done = match.capturedEnd();
    }
    if (done == 0)
        return text;
    out += QStringView(text).mid(done);
    return out;
}

std::optional<VariableValue> valueOf(const Reference &reference, const VariableLookup &lookup)
{
    const std::optional<VariableValue> variable = lookup(reference.name);
    return variable && !reference.field.isEmpty() ? std::optional(memberOf(*variable, reference.field)) : variable;
}
} // namespace

QString interpolateText(const QString &text, const VariableLookup &lookup, const VariablePrinter &printer, const QTimeZone &zone)
{
    return replaced(text, [&](const Reference &reference) -> std::optional<QString> {
        const std::optional<VariableValue> variable = valueOf(reference, lookup);
        if (!variable)
            return {};
        return reference.format.isEmpty() ? printer(*variable, reference.name)
                                          : formatVariable(*variable, reference.format, {reference.name, zone});
    });
}

QString interpolateLink(const QString &text, bool isAddress, const VariableLookup &lookup, const DataLookup &data, const QTimeZone &zone)
{
    return replaced(text, [&](const Reference &reference) -> std::optional<QString> {
        const QString format = !reference.format.isEmpty() ? reference.format : isAddress ? u"uriencode"_s : QString();
        if (const std::optional<QString> said = data ? data(reference.name, reference.field) : std::nullopt) {
            VariableValue value;
            value.value = Json(*said);
            value.text = *said;
            return isAddress && reference.format.isEmpty() ? QString::fromLatin1(QUrl::toPercentEncoding(*said))
                                                           : formatVariable(value, format, {reference.name, zone});
        }
        const std::optional<VariableValue> variable = valueOf(reference, lookup);
        return variable ? std::optional(formatVariable(*variable, format, {reference.name, zone})) : std::nullopt;
    });
}

QString interpolateText(const QString &text, const VariableLookup &lookup, const QString &format, const QTimeZone &zone)
{
    return interpolateText(
        text, lookup,
        [&](const VariableValue &variable, const QString &name) {
            return formatVariable(variable, format, {name, zone});
        },
        zone);
}

QString interpolateQuery(const QString &text, const VariableLookup &lookup, const QTimeZone &zone)
{
    return interpolateText(
        text, lookup, [](const VariableValue &variable, const QString &) { return formatForPrometheus(variable); }, zone);
}

std::optional<VariableValue> accountVariable(const QString &name)
{
    if (name != "__user"_L1 && name != "__org"_L1)
        return {};
    VariableValue nobody;
    nobody.value = Json(QString());
    nobody.properties = Json::object();
    return nobody;
}

QStringList variablesIn(const QString &text)
{
    QStringList names;
    if (!text.contains(u'$') && !text.contains("[["_L1))
        return names;
    for (auto it = references().globalMatch(text); it.hasNext();)
        if (const QString name = referenceOf(it.next()).name; !names.contains(name))
            names.append(name);
    return names;
}
