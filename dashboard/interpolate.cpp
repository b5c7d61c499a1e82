// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/interpolate.h>

#include <QtCore/QRegularExpression>

using namespace Qt::StringLiterals;

namespace {
const QRegularExpression &references()
{
    static const QRegularExpression pattern(u"\\$(\\w+)|\\[\\[(\\w+?)(?::(\\w+))?\\]\\]|\\$\\{(\\w+)(?:\\.([^:^}]+))?(?::([^}]+))?\\}"_s);
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
            match.captured(5), square.isEmpty() ? match.captured(6) : match.captured(3)};
}

// ${x.field}: a member of the option's properties, of an object, or an item of a list.
VariableValue memberOf(const VariableValue &variable, const QString &field)
{
    const Json from = variable.properties.isObject() ? variable.properties : variable.value;
    VariableValue out = variable;
    out.value = from.isArray() || from.isObject() ? from.get(field) : Json();
    out.text = scalarText(out.value);
    out.isVerbatim = false;
    return out;
}
} // namespace

QString interpolateText(const QString &text, const VariableLookup &lookup, const VariablePrinter &printer, const QTimeZone &zone)
{
    if (!text.contains(u'$') && !text.contains("[["_L1))
        return text;
    QString out;
    qsizetype done = 0;
    for (auto it = references().globalMatch(text); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        const Reference reference = referenceOf(match);
        std::optional<VariableValue> variable = lookup(reference.name);
        if (!variable)
            continue;
        if (!reference.field.isEmpty())
            variable = memberOf(*variable, reference.field);
        out += QStringView(text).mid(done, match.capturedStart() - done);
        out += reference.format.isEmpty() ? printer(*variable, reference.name)
                                          : formatVariable(*variable, reference.format, {reference.name, zone});
        done = match.capturedEnd();
    }
    if (done == 0)
        return text;
    out += QStringView(text).mid(done);
    return out;
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
