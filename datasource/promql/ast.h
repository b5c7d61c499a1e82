// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QList>
#include <QtCore/QString>
#include <datasource/promql/token.h>
#include <optional>

namespace promql {

// Any: of what a dashboard variable stands for, and of what could not be read; it fits everywhere.
enum class ValueType { Any, Scalar, InstantVector, RangeVector, String };

enum class NodeKind {
    Bad, // could not be read
    Number, // or a duration
    String,
    Variable, // a word with a dashboard variable in it; may stand for anything
    Selector,
    Range, // children: what it is of, the length
    Subquery, // children: what it is of, the length, and the resolution where there is one
    Call, // children: arguments
    Aggregation, // children: the parameter where there is one, what is aggregated
    Unary,
    Binary, // children: left, right
    Paren,
};

// label op "value". Of {"metric name"} only the value; of a variable that stands for matchers only the label.
struct Matcher {
    Span span;
    Span label;
    TokenKind op = TokenKind::End; // Assign, NotEqual, RegexMatch, RegexNoMatch; End: there is none
    Span value;
    QString name; // of the label, without quotes
    QString text; // the value, without quotes
    bool hasVariable = false;

    bool operator==(const Matcher &) const = default;
};

struct LabelName {
    Span span;
    QString name; // without quotes

    bool operator==(const LabelName &) const = default;
};

// by (a, b) of an aggregation.
struct Grouping {
    enum class Kind { None, By, Without };

    Kind kind = Kind::None;
    Span span;
    QList<LabelName> labels;
    bool isAfter = false; // behind the arguments

    bool operator==(const Grouping &) const = default;
};

// What stands between a binary operator and its right side.
struct Matching {
    enum class Kind { None, On, Ignoring };
    enum class Group { None, Left, Right };

    bool isBool = false;
    Kind kind = Kind::None;
    QList<LabelName> labels;
    Group group = Group::None;
    QList<LabelName> include;
    Span includeSpan; // "group_left (…)"
    Span span; // of all of it; empty when there is nothing

    struct Fill {
        Span keyword; // fill, fill_left, fill_right
        Span value;

        bool operator==(const Fill &) const = default;
    };
    QList<Fill> fills;

    bool operator==(const Matching &) const = default;
};

struct Modifier {
    enum class Kind { Offset, At, Word };

    Kind kind = Kind::Offset;
    Span span;
    int value = -1; // a node; Word (anchored, smoothed, a variable): none

    bool operator==(const Modifier &) const = default;
};

// One value for every kind; what a kind has no use for is empty.
struct Node {
    NodeKind kind = NodeKind::Bad;
    Span span;
    ValueType type = ValueType::Any;
    Span word; // the metric, function or operator as written; empty for {…}
    QString text; // the same as it is meant: an aggregation in lower case, a string without quotes
    int depth = 1; // of the tree below
    QList<int> children;
    QList<Matcher> matchers; // Selector
    bool hasBraces = false; // Selector
    QList<Modifier> modifiers; // Selector, Range, Subquery
    Grouping grouping; // Aggregation, and a call by the name of a variable
    Matching matching; // Binary

    bool operator==(const Node &) const = default;
};

// What is wrong, where, and where it is plain what would be right, how to make it so.
struct Problem {
    struct Fix {
        Span span;
        QString text; // in place of the span
        QString label; // what a person sees

        bool operator==(const Fix &) const = default;
    };

    Span span; // may be empty: at the end of the text
    QString text;
    std::optional<Fix> fix;
    bool isUnfinished = false; // the text ends too early; more typing may mend it

    bool operator==(const Problem &) const = default;
};

// An expression as a value. Nodes refer to each other by index; children come before parents, values of modifiers may not.
struct Tree {
    QString source;
    std::vector<Node> nodes;
    int root = -1; // -1: the text is empty
    QList<Problem> problems; // in the order of the text
    std::vector<Span> comments;

    bool isValid() const { return root >= 0 && problems.isEmpty(); }
    const Node &operator[](int index) const { return nodes[size_t(index)]; }
    QStringView at(Span span) const { return span.of(source); }
};

} // namespace promql
