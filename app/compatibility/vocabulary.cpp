// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/compatibility/vocabulary.h>

#include <QtCore/QCoreApplication>
#include <panels/registry.h>
#include <pipeline/reduce.h>
#include <pipeline/standardoptions.h>
#include <pipeline/transform/transformation.h>

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Compatibility", text);
}

QString withDefault(const QString &what, const OptionRow &row)
{
    if (row.defaultValue.isNull())
        return what + tr("; it is as if it were not set");
    return what + tr("; %1 is used").arg(quoted(row.defaultValue));
}

bool isReducer(const QString &id)
{
    const QList<ReducerInfo> &all = reducers();
    return std::any_of(all.begin(), all.end(), [&](const ReducerInfo &each) { return each.id == id || each.aliases.contains(id); });
}

bool areTexts(const Json &value)
{
    const std::vector<Json> items = value.items();
    return !value.isArray() || std::all_of(items.begin(), items.end(), [](const Json &item) { return item.isString(); });
}

template <class T>
bool readable(const Json &value)
{
    T out{};
    return optionschema::read(value, out);
}

bool hasRightType(const OptionRow &row, const Json &value)
{
    using Kind = OptionRow::Kind;
    switch (row.kind) {
    case Kind::Bool:
        return readable<bool>(value);
    case Kind::Integer:
    case Kind::Number:
        return readable<double>(value);
    case Kind::Choice:
    case Kind::Text:
    case Kind::MultilineText:
    case Kind::Color:
    case Kind::Unit:
        return readable<QString>(value);
    case Kind::Texts:
    case Kind::Reducers:
        return readable<QStringList>(value) && areTexts(value);
    default:
        return true;
    }
}

} // namespace

QString quoted(const Json &value)
{
    QString text = value.isString() ? value.toString() : QString::fromUtf8(value.dump());
    if (text.size() > 40)
        text = text.left(39) + u'…';
    return u'“' + text + u'”';
}

bool saysNothing(const Json &value)
{
    if (value.isArray() || value.isObject()) {
        const std::vector<Json> items = value.items();
        return std::all_of(items.begin(), items.end(), saysNothing);
    }
    return value.isNull() || (value.isString() && value.toString().isEmpty());
}

QString valueProblem(const OptionRow &row, const Json &value)
{
    if (saysNothing(value))
        return {};
    if (!hasRightType(row, value))
        return withDefault(tr("%1 cannot be read").arg(quoted(value)), row);
    if (row.kind == OptionRow::Kind::Choice) {
        const auto isIt = [&](const OptionChoice &choice) { return choice.value == value.toString(); };
        if (std::none_of(row.choices.begin(), row.choices.end(), isIt))
            return withDefault(tr("there is no choice %1 here").arg(quoted(value)), row);
    }
    if (row.kind == OptionRow::Kind::Reducers)
        for (const QString &id : value.toStrings())
            if (!isReducer(id))
                return tr("the calculation %1 is not known and gives no value").arg(quoted(Json(id)));
    if (!optionschema::outOfRange(row, value).isEmpty())
        return withDefault(tr("%1 is out of range").arg(quoted(value)), row);
    return {};
}

bool Vocabulary::Word::isHarmless(const Json &value) const
{
    return saysNothing(value) || harmless.split(u'|').contains(QString::fromUtf8(value.dump()));
}

Vocabulary::Vocabulary(const PanelRegistry &registry)
{
    for (const PanelType &type : registry.types()) {
        add(u"options:"_s + type.id, type.options);
        add(u"custom:"_s + type.id, type.fieldOptions);
    }
    add(u"field"_s, standardFieldOptions());
    for (const Transformation &each : transformations())
        add(u"transformation:"_s + each.id, each.rows);
    for (const FormatMember &member : formatMembers()) {
        const QString scope = QString::fromLatin1(member.scope);
        if (!m_scopes.contains(scope))
            m_order.append(scope);
        m_scopes[scope].insert(QString::fromLatin1(member.key),
                               {member.fate, *member.instead ? tr(member.instead) : QString(), QString::fromLatin1(member.harmless), {}});
    }
}

void Vocabulary::add(const QString &scope, const QList<OptionRow> &rows)
{
    m_order.append(scope);
    for (const OptionRow &row : rows)
        m_scopes[scope].insert(row.key, {FormatMember::Fate::Honoured, {}, {}, row});
}

const Vocabulary::Scope &Vocabulary::scope(const QString &id) const
{
    static const Scope none;
    const auto found = m_scopes.constFind(id);
    return found == m_scopes.constEnd() ? none : *found;
}

QStringList Vocabulary::scopes() const
{
    return m_order;
}

const Vocabulary::Word *Vocabulary::find(const QString &scope, const QString &key) const
{
    const Scope &words = this->scope(scope);
    const auto found = words.constFind(key);
    return found == words.constEnd() ? nullptr : &*found;
}

bool Vocabulary::hasBelow(const QString &scope, const QString &key) const
{
    const Scope &words = this->scope(scope);
    const auto next = words.lowerBound(key + u'.');
    return next != words.constEnd() && next.key().startsWith(key + u'.');
}

bool Vocabulary::isLeftover(const QString &scope, const QString &key) const
{
    const qsizetype colon = scope.indexOf(u':');
    const QString kind = scope == "panel"_L1 ? u"legacy:"_s : scope.left(colon + 1);
    if (kind.isEmpty() || kind == "transformation:"_L1)
        return false;
    return std::any_of(m_order.begin(), m_order.end(), [&](const QString &other) {
        return other != scope && other.startsWith(kind) && (find(other, key) || hasBelow(other, key));
    });
}
