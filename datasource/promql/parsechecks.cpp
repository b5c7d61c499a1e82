// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtCore/QSet>
#include <datasource/promql/parser_p.h>

namespace promql {
namespace {

bool isNumeric(ValueType type)
{
    return type == ValueType::Any || type == ValueType::Scalar || type == ValueType::InstantVector;
}

bool isComparison(QStringView op)
{
    return op == u"==" || op == u"!=" || op == u"<" || op == u">" || op == u"<=" || op == u">=";
}

bool isSetOperation(QStringView op)
{
    return op == u"and" || op == u"or" || op == u"unless";
}

} // namespace

ValueType Parser::checkUnary(int operand, const Token &sign)
{
    const ValueType type = typeOf(operand);
    if (isNumeric(type))
        return type;
    problem(node(operand).span, tr("%1 works on numbers and instant vectors, not on %2").arg(text(sign).toString(), typeWithArticle(type)));
    return ValueType::Any;
}

ValueType Parser::checkBinary(const Node &result)
{
    checkOperands(result);
    const ValueType left = typeOf(result.children[0]), right = typeOf(result.children[1]);
    const bool isSet = isSetOperation(result.text);
    const bool mayBeVectors = left != ValueType::Scalar && right != ValueType::Scalar;
    checkMatching(result, isComparison(result.text), isSet, mayBeVectors);
    if (isSet || left == ValueType::InstantVector || right == ValueType::InstantVector)
        return ValueType::InstantVector;
    return left == ValueType::Scalar && right == ValueType::Scalar ? ValueType::Scalar : ValueType::Any;
}

void Parser::checkOperands(const Node &result)
{
    for (const int child : result.children) {
        const ValueType type = typeOf(child);
        if (!isNumeric(type)) {
            problem(node(child).span, tr("%1 works on numbers and instant vectors, not on %2").arg(result.text, typeWithArticle(type)));
            return;
        }
        if (isSetOperation(result.text) && type == ValueType::Scalar) {
            problem(node(child).span, tr("%1 works between instant vectors, not on a number").arg(result.text));
            return;
        }
    }
}

void Parser::checkMatching(const Node &result, bool isComparison, bool isSet, bool mayBeVectors)
{
    const Matching &matching = result.matching;
    const bool areScalars = typeOf(result.children[0]) == ValueType::Scalar && typeOf(result.children[1]) == ValueType::Scalar;
    if (isComparison && areScalars && !matching.isBool && !m_inDuration)
        problem(result.word, tr("Comparing two numbers needs bool: it answers 1 or 0"),
                Problem::Fix{{result.word.to, result.word.to}, QStringLiteral(" bool"), tr("Add bool")});
    if (matching.isBool && !isComparison)
        problem(matching.span, tr("bool goes with comparisons only"));
    if (!matching.labels.isEmpty() && !mayBeVectors)
        problem(matching.span, tr("Labels are matched between two instant vectors; one side is a number"));
    if (matching.group != Matching::Group::None && isSet)
        problem(matching.includeSpan, tr("%1 always matches many to many: it takes no group_left or group_right").arg(result.text));
    if (matching.kind != Matching::Kind::On)
        return;
    QSet<QString> matched;
    for (const LabelName &label : matching.labels)
        matched.insert(label.name);
    for (const LabelName &label : matching.include)
        if (matched.contains(label.name))
            return problem(label.span, tr("%1 is matched by on (…) already").arg(label.name.left(60)));
}

} // namespace promql
