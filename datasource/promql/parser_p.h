// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QCoreApplication>
#include <datasource/promql/functions.h>
#include <datasource/promql/lexer.h>
#include <datasource/promql/parser.h>

namespace promql {

// Recursive descent over the tokens; how deep it goes is bounded by kMaxNesting.
class Parser
{
    Q_DECLARE_TR_FUNCTIONS(promql)

public:
    explicit Parser(const QString &text);
    Tree run();

private:
    // parser.cpp: tokens, problems, expressions
    const Token &peek(qsizetype ahead = 0) const;
    const Token &take();
    const Token *accept(TokenKind kind);
    QStringView text(const Token &token) const { return token.span.of(m_tree.source); }
    Span here() const; // of the next token; empty at the end of the text
    Span from(qsizetype start) const { return {start, m_lastEnd}; }
    int add(Node node);
    Node &node(int index) { return m_tree.nodes[size_t(index)]; }
    ValueType typeOf(int index) { return node(index).type; }
    void problem(Span span, const QString &text, std::optional<Problem::Fix> fix = {});
    int syntax(Span span, const QString &text, std::optional<Problem::Fix> fix = {}); // answers a Bad node
    int unexpected(const QString &expected);
    int giveUp(Span span);
    void skipTo(TokenKind close);
    void expectClose(const Token &open, TokenKind close, const QString &expected);
    Problem::Fix insertAtEnd(const QString &text, const QString &label) const;

    int expression(int minimum);
    int binary(int left, int precedence);
    int variableInfix(int left);
    int unary();
    int primary();
    int paren();
    int word();
    int number();
    int string();
    bool isVariableOperator() const;

    // parsecalls.cpp
    QList<int> arguments();
    int call();
    int variableCall();
    int aggregation();
    Grouping grouping();
    Matching matching();
    void fills(Matching &matching);
    QList<LabelName> labelList();
    void checkCall(int call);
    void checkArgument(const Function &function, const Argument &wanted, int argument);
    void unknownFunction(const Token &name);

    // parseselector.cpp
    int selector(const Token *name);
    bool matcher(Node &selector);
    bool matcherValue(Matcher &matcher);
    void checkSelector(const Node &selector);
    void checkMatcher(const Matcher &matcher);
    int postfix(int target);
    int range(int target);
    int durationValue();
    int durationTerm();
    void checkRange(int length, const QString &what);
    int rangeOf(int target, int length, Span brackets);
    void offset(int target);
    void at(int target);
    void attach(int target, Modifier modifier, const QString &name);

    // parsechecks.cpp
    ValueType checkUnary(int operand, const Token &sign);
    ValueType checkBinary(const Node &node);
    void checkOperands(const Node &node);
    void checkMatching(const Node &node, bool isComparison, bool isSet, bool areVectors);

    Tree m_tree;
    Lexed m_lexed;
    size_t m_at = 0;
    qsizetype m_lastEnd = 0; // of the token taken last
    int m_nesting = 0;
    bool m_hasSyntaxProblem = false;
    bool m_inDuration = false; // inside [ ]
};

} // namespace promql
