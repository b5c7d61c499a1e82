// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/variableuses.h>

#include <QtCore/QRegularExpression>
#include <QtCore/QSet>
#include <dashboard/interpolate.h>
#include <dashboard/settingsediting.h>
#include <dashboard/v2/v2twin.h>
#include <dashboard/variablequery.h>

using namespace Qt::StringLiterals;

namespace {

bool has(const QList<Variable> &all, const QString &name)
{
    return std::any_of(all.begin(), all.end(), [&](const Variable &each) { return each.name == name; });
}

// Title or name of the object at the pointer.
QString titleAt(const Document &document, const QString &pointer, const QString &key)
{
    const Json value = document.valueAt(pointer + u'/' + key);
    return value.isString() ? value.toString() : QString();
}

// The thing that a text belongs to: "/panels/3/panels/0/targets/1/expr" -> panel "/panels/3/panels/0".
struct Owner {
    VariableUse::Kind kind;
    QString pointer;
};

// v2: the element, the variable of the dashboard or of a section, else the row or tab.
std::optional<Owner> v2OwnerOf(const QString &pointer, const QString &root)
{
    const QString elements = root + "/elements/"_L1;
    if (pointer.startsWith(elements))
        return Owner{VariableUse::Kind::Panel, elements + pointer.mid(elements.size()).section(u'/', 0, 0) + "/spec"_L1};
    static const QRegularExpression variable(u"^(.*/variables/[0-9]+/spec)/"_s), section(u"^(.*/(?:rows|tabs)/[0-9]+/spec)/"_s);
    for (const auto &[pattern, kind] : {std::pair(variable, VariableUse::Kind::Variable), std::pair(section, VariableUse::Kind::Row)})
        if (const QRegularExpressionMatch match = pattern.match(pointer); match.hasMatch())
            return Owner{kind, match.captured(1)};
    return std::nullopt;
}

Owner ownerOf(const QString &pointer, const QString &root, bool isV2File)
{
    if (const std::optional<Owner> owner = isV2File ? v2OwnerOf(pointer, root) : std::nullopt)
        return *owner;
    const QStringList parts = pointer.mid(root.size() + 1).split(u'/');
    const auto upTo = [&](qsizetype count) { return root + u'/' + parts.mid(0, count).join(u'/'); };
    if (parts.value(0) == u"panels" && parts.size() > 2)
        return {VariableUse::Kind::Panel, upTo(parts.size() > 4 && parts[2] == u"panels" ? 4 : 2)};
    if (parts.value(0) == u"rows" && parts.size() > 4 && parts[2] == u"panels")
        return {VariableUse::Kind::Panel, upTo(4)};
    if (parts.value(0) == u"templating" && parts.size() > 3)
        return {VariableUse::Kind::Variable, upTo(3)};
    if (parts.value(0) == u"links" && parts.size() > 2)
        return {VariableUse::Kind::Link, upTo(2)};
    return {VariableUse::Kind::Other, pointer};
}

VariableUse describe(const Document &document, const Owner &owner)
{
    VariableUse use{owner.kind, {}, 0};
    if (owner.kind == VariableUse::Kind::Panel && titleAt(document, owner.pointer, u"type"_s) == u"row")
        use.kind = VariableUse::Kind::Row;
    if (owner.kind != VariableUse::Kind::Other)
        use.name = titleAt(document, owner.pointer, owner.kind == VariableUse::Kind::Variable ? u"name"_s : u"title"_s);
    if (use.name.isEmpty())
        use.name = owner.pointer;
    return use;
}

} // namespace

QStringList dependenciesOf(const Variable &variable, const QList<Variable> &all)
{
    QStringList names = variablesIn(variableQueryText(variable.query)) + variablesIn(variable.regex) + variablesIn(variable.datasource.uid);
    names.removeDuplicates();
    names.removeIf([&](const QString &name) { return !has(all, name); });
    return names;
}

QStringList dependentsOf(const QString &name, const QList<Variable> &all)
{
    QStringList names;
    for (const Variable &each : all)
        if (dependenciesOf(each, all).contains(name))
            names.append(each.name);
    return names;
}

QStringList circleOf(const QString &name, const QList<Variable> &all)
{
    QHash<QString, QStringList> edges;
    for (const Variable &each : all)
        edges.insert(each.name, dependenciesOf(each, all));
    QList<QStringList> paths{{name}};
    QSet<QString> seen;
    while (!paths.isEmpty()) {
        const QStringList path = paths.takeFirst();
        for (const QString &next : edges.value(path.last())) {
            if (next == name)
                return path + QStringList{next};
            if (!seen.contains(next))
                paths.append(path + QStringList{next});
            seen.insert(next);
        }
    }
    return {};
}

QList<VariableUse> usesIn(const Document &document, const QString &name, const QString &section)
{
    QList<VariableUse> uses;
    QStringList owners;
    for (const auto &[pointer, count] : textsUsing(document, name, section)) {
        const Owner owner = ownerOf(pointer, document.root(), isV2(document));
        qsizetype at = owners.indexOf(owner.pointer);
        if (at < 0) {
            at = uses.size();
            owners.append(owner.pointer);
            uses.append(describe(document, owner));
        }
        uses[at].count += count;
    }
    return uses;
}
