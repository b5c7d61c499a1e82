// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtCore/QCoreApplication>
#include <QtCore/QHash>
#include <array>
#include <datasource/promql/functions.h>
#include <datasource/promql/functiontable.h>
#include <datasource/promql/lexer.h>

namespace promql {
namespace {

ValueType typeOf(QChar letter)
{
    switch (letter.unicode()) {
    case u'R':
        return ValueType::RangeVector;
    case u'S':
        return ValueType::Scalar;
    case u'T':
        return ValueType::String;
    default:
        return ValueType::InstantVector;
    }
}

Function read(const FunctionRow &row)
{
    Function function;
    function.name = QLatin1String(row.name);
    function.result = typeOf(QLatin1Char(row.result));
    function.help = QCoreApplication::translate("promql", row.help);
    function.isAggregation = row.flags == 'a' || row.flags == 'b';
    function.isExperimental = row.flags == 'x' || row.flags == 'b';
    for (const QString &part : QString::fromLatin1(row.arguments).split(u',', Qt::SkipEmptyParts)) {
        const qsizetype colon = part.indexOf(u':');
        function.arguments.append({part.left(colon), typeOf(part[colon + 1]), part.endsWith(u'?'), part.endsWith(u'*')});
    }
    return function;
}

QList<Function> readAll()
{
    QList<Function> list;
    for (const FunctionRow &row : functionRows())
        list.append(read(row));
    std::sort(list.begin(), list.end(), [](const Function &a, const Function &b) { return a.name < b.name; });
    return list;
}

// How many letters must be changed, added or taken away; more than `most` is most + 1.
int editDistance(QStringView a, QStringView b, int most)
{
    if (std::abs(a.size() - b.size()) > most)
        return most + 1;
    std::vector<int> row(size_t(b.size()) + 1);
    for (size_t j = 0; j < row.size(); ++j)
        row[j] = int(j);
    for (qsizetype i = 1; i <= a.size(); ++i) {
        int diagonal = std::exchange(row[0], int(i));
        for (qsizetype j = 1; j <= b.size(); ++j) {
            const int change = diagonal + (a[i - 1].toLower() == b[j - 1].toLower() ? 0 : 1);
            diagonal = row[size_t(j)];
            row[size_t(j)] = std::min({change, row[size_t(j)] + 1, row[size_t(j) - 1] + 1});
        }
    }
    return std::min(row.back(), most + 1);
}

} // namespace

qsizetype Function::fewest() const
{
    return std::count_if(arguments.begin(), arguments.end(), [](const Argument &a) { return !a.isOptional && !a.repeats; });
}

qsizetype Function::most() const
{
    return !arguments.isEmpty() && arguments.last().repeats ? -1 : arguments.size();
}

QString Function::signature() const
{
    QStringList parts;
    for (const Argument &argument : arguments) {
        QString part = argument.name + u' ' + typeName(argument.type);
        if (argument.repeats)
            part += QStringLiteral(" …");
        parts.append(argument.isOptional ? u'[' + part + u']' : part);
    }
    return name + u'(' + parts.join(QStringLiteral(", ")) + u')';
}

const QList<Function> &functions()
{
    static const QList<Function> list = readAll();
    return list;
}

const Function *findFunction(QStringView name)
{
    const QString wanted = isAggregation(name) ? name.toString().toLower() : name.toString();
    const QList<Function> &list = functions();
    const auto it = std::lower_bound(list.begin(), list.end(), wanted, [](const Function &f, const QString &n) { return f.name < n; });
    return it != list.end() && it->name == wanted ? &*it : nullptr;
}

QString typeName(ValueType type)
{
    switch (type) {
    case ValueType::Scalar:
        return QCoreApplication::translate("promql", "scalar");
    case ValueType::InstantVector:
        return QCoreApplication::translate("promql", "instant vector");
    case ValueType::RangeVector:
        return QCoreApplication::translate("promql", "range vector");
    case ValueType::String:
        return QCoreApplication::translate("promql", "string");
    case ValueType::Any:
        break;
    }
    return QCoreApplication::translate("promql", "anything");
}

QString typeWithArticle(ValueType type)
{
    switch (type) {
    case ValueType::Scalar:
        return QCoreApplication::translate("promql", "a scalar");
    case ValueType::InstantVector:
        return QCoreApplication::translate("promql", "an instant vector");
    case ValueType::RangeVector:
        return QCoreApplication::translate("promql", "a range vector");
    case ValueType::String:
        return QCoreApplication::translate("promql", "a string");
    case ValueType::Any:
        break;
    }
    return QCoreApplication::translate("promql", "anything");
}

QString nearestFunction(QStringView name)
{
    if (name.size() < 3 || name.size() > 40)
        return {};
    QString best;
    int distance = name.size() < 5 ? 2 : 3; // one less is near enough
    for (const Function &function : functions()) {
        const int d = editDistance(name, function.name, distance - 1);
        if (d < distance) {
            distance = d;
            best = function.name;
        }
    }
    return best;
}

} // namespace promql
