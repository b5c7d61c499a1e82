// SPDX-License-Identifier: GPL-3.0-or-later
#include <datasource/promql/lexer.h>
#include <datasource/promql/printer.h>

using namespace Qt::StringLiterals;

namespace promql {
namespace {

constexpr qsizetype kMaxText = 100'000;
constexpr int kIndent = 2;

QLatin1StringView operatorText(TokenKind op)
{
    switch (op) {
    case TokenKind::Assign:
        return "="_L1;
    case TokenKind::NotEqual:
        return "!="_L1;
    case TokenKind::RegexMatch:
        return "=~"_L1;
    case TokenKind::RegexNoMatch:
        return "!~"_L1;
    default:
        return {};
    }
}

// Writes nodes in two ways: on one line where that is short enough, else broken into lines.
class Printer
{
public:
    Printer(const Tree &tree, int width) : m_tree(tree), m_width(width), m_flat(tree.nodes.size()) { }

    QString run()
    {
        for (size_t i = 0; i < m_tree.nodes.size(); ++i) {
            for (const Modifier &modifier : m_tree.nodes[i].modifiers)
                flattenValue(modifier.value);
            m_flat[i] = flatten(m_tree.nodes[i]);
        }
        write(m_tree.root, 0);
        finishComments();
        return m_out;
    }

private:
    QString source(Span span) const { return m_tree.at(span).toString(); }

    // A modifier is read after what it modifies.
    void flattenValue(int index)
    {
        if (index < 0)
            return;
        for (const int child : m_tree[index].children)
            flattenValue(child);
        m_flat[size_t(index)] = flatten(m_tree[index]);
    }

    // Null when it does not go on one line.
    QString flatten(const Node &node) const
    {
        const auto comment = std::lower_bound(m_tree.comments.begin(), m_tree.comments.end(), node.span.from,
                                              [](const Span &span, qsizetype at) { return span.from < at; });
        if (comment != m_tree.comments.end() && comment->to <= node.span.to)
            return {};
        for (const int child : node.children)
            if (m_flat[size_t(child)].isNull())
                return {};
        QString text;
        switch (node.kind) {
        case NodeKind::Bad:
        case NodeKind::Number:
        case NodeKind::String:
            text = ownSource(node);
            break;
        case NodeKind::Variable:
            text = source(node.word);
            break;
        case NodeKind::Selector:
            text = source(node.word) + (node.hasBraces ? u'{' + matchers(node).join(", "_L1) + u'}' : QString());
            break;
        case NodeKind::Range:
        case NodeKind::Subquery:
            text = child(node, 0) + brackets(node);
            break;
        case NodeKind::Call:
        case NodeKind::Aggregation:
            text = head(node) + u'(';
            for (qsizetype i = 0; i < node.children.size(); ++i)
                text += (i > 0 ? ", "_L1 : ""_L1) + child(node, i);
            text += u')';
            break;
        case NodeKind::Unary:
            text = node.text + child(node, 0);
            break;
        case NodeKind::Binary:
            text = child(node, 0) + u' ' + operation(node) + u' ' + child(node, 1);
            break;
        case NodeKind::Paren:
            text = u'(' + child(node, 0) + u')';
            break;
        }
        text += modifiers(node);
        return text.size() <= m_width || node.children.isEmpty() ? text : QString();
    }

    QString ownSource(const Node &node) const
    {
        const qsizetype end = node.modifiers.isEmpty() ? node.span.to : node.modifiers.first().span.from;
        return source({node.span.from, end}).trimmed();
    }

    const QString &child(const Node &node, qsizetype i) const { return m_flat[size_t(node.children[i])]; }

    QStringList matchers(const Node &node) const
    {
        QStringList list;
        for (const Matcher &matcher : node.matchers) {
            list.append(source(matcher.label) + operatorText(matcher.op) + source(matcher.value));
        }
        return list;
    }

    // Durations go on one line always; what stands there is short.
    QString duration(int index) const
    {
        const QString &flat = m_flat[size_t(index)];
        return flat.isNull() ? source(m_tree[index].span).simplified() : flat;
    }

    QString brackets(const Node &node) const
    {
        QString text = u'[' + duration(node.children[1]);
        if (node.kind == NodeKind::Subquery)
            text += u':' + (node.children.size() > 2 ? duration(node.children[2]) : QString());
        return text + u']';
    }

    QString modifiers(const Node &node) const
    {
        QString text;
        for (const Modifier &modifier : node.modifiers) {
            if (modifier.kind == Modifier::Kind::Offset)
                text += " offset "_L1 + duration(modifier.value);
            else if (modifier.kind == Modifier::Kind::At)
                text += " @ "_L1 + duration(modifier.value);
            else
                text += u' ' + source(modifier.span);
        }
        return text;
    }

    QString labels(const QList<LabelName> &list) const
    {
        QStringList names;
        for (const LabelName &label : list)
            names.append(source(label.span));
        return u'(' + names.join(", "_L1) + u')';
    }

    // "sum by (a) ", "rate".
    QString head(const Node &node) const
    {
        QString text = node.kind == NodeKind::Aggregation ? node.text : source(node.word);
        if (node.grouping.kind != Grouping::Kind::None)
            text += (node.grouping.kind == Grouping::Kind::By ? " by "_L1 : " without "_L1) + labels(node.grouping.labels) + u' ';
        return text;
    }

    QString operation(const Node &node) const
    {
        QString text = node.text;
        const Matching &matching = node.matching;
        if (matching.isBool)
            text += " bool"_L1;
        if (matching.kind != Matching::Kind::None)
            text += (matching.kind == Matching::Kind::On ? " on "_L1 : " ignoring "_L1) + labels(matching.labels);
        if (matching.group != Matching::Group::None)
            text += (matching.group == Matching::Group::Left ? " group_left "_L1 : " group_right "_L1) + labels(matching.include);
        for (const Matching::Fill &fill : matching.fills)
            text += u' ' + source(fill.keyword) + " ("_L1 + source(fill.value) + u')';
        return text;
    }

    void line(int indent)
    {
        while (m_out.endsWith(u' '))
            m_out.chop(1);
        m_out += u'\n' + QString(indent, u' ');
        m_column = indent;
    }

    void put(const QString &text)
    {
        m_out += text;
        m_column += int(text.size());
    }

    // Comments that stand before this place of the source, each on a line of its own.
    void comments(qsizetype before, int indent)
    {
        for (; m_comment < m_tree.comments.size() && m_tree.comments[m_comment].from < before; ++m_comment) {
            if (m_column > indent)
                line(indent);
            put(source(m_tree.comments[m_comment]).trimmed());
            line(indent);
        }
    }

    void finishComments()
    {
        for (; m_comment < m_tree.comments.size(); ++m_comment) {
            const Span comment = m_tree.comments[m_comment];
            const qsizetype before = m_comment > 0 ? m_tree.comments[m_comment - 1].to : m_tree[m_tree.root].span.to;
            const QStringView between = m_tree.at({std::min(before, comment.from), comment.from});
            if (between.contains(u'\n') || m_comment > 0)
                line(0);
            else
                put(u" "_s);
            put(source(comment).trimmed());
        }
    }

    void write(int index, int indent)
    {
        const Node &node = m_tree[index];
        comments(node.span.from, indent);
        const QString &flat = m_flat[size_t(index)];
        if (!flat.isNull() && (m_column + flat.size() <= m_width || node.children.isEmpty()) && !breaksSelector(node, flat))
            return put(flat);
        switch (node.kind) {
        case NodeKind::Selector:
            return writeSelector(node, indent);
        case NodeKind::Range:
        case NodeKind::Subquery:
            write(node.children[0], indent);
            return put(brackets(node) + modifiers(node));
        case NodeKind::Call:
        case NodeKind::Aggregation:
            put(head(node) + u'(');
            return writeList(node, indent);
        case NodeKind::Paren:
            put(u"("_s);
            return writeList(node, indent);
        case NodeKind::Unary:
            put(node.text);
            return write(node.children[0], indent);
        case NodeKind::Binary:
            return writeBinary(node, indent);
        default:
            return put(source(node.span));
        }
    }

    bool breaksSelector(const Node &node, const QString &flat) const
    {
        return node.kind == NodeKind::Selector && node.matchers.size() > 1 && m_column + flat.size() > m_width;
    }

    void writeSelector(const Node &node, int indent)
    {
        put(source(node.word));
        if (node.hasBraces) {
            put(u"{"_s);
            const QStringList list = matchers(node);
            for (qsizetype i = 0; i < list.size(); ++i) {
                line(indent + kIndent);
                comments(node.matchers[i].span.from, indent + kIndent);
                put(list[i] + (i + 1 < list.size() ? ","_L1 : ""_L1));
            }
            line(indent);
            comments(node.span.to, indent);
            put(u"}"_s);
        }
        put(modifiers(node));
    }

    // One line for each, and the closing parenthesis.
    void writeList(const Node &node, int indent)
    {
        for (qsizetype i = 0; i < node.children.size(); ++i) {
            line(indent + kIndent);
            write(node.children[i], indent + kIndent);
            if (i + 1 < node.children.size())
                put(u","_s);
        }
        line(indent);
        comments(node.span.to, indent);
        put(u')' + modifiers(node));
    }

    void writeBinary(const Node &node, int indent)
    {
        write(node.children[0], indent);
        line(indent);
        comments(node.word.from, indent);
        put(operation(node) + u' ');
        const Node &right = m_tree[node.children[1]];
        const QString &flat = child(node, 1);
        const bool opens = right.kind == NodeKind::Call || right.kind == NodeKind::Aggregation || right.kind == NodeKind::Paren;
        if (!opens && (flat.isNull() || m_column + flat.size() > m_width))
            line(indent);
        write(node.children[1], indent);
    }

    const Tree &m_tree;
    const int m_width;
    std::vector<QString> m_flat;
    QString m_out;
    int m_column = 0;
    size_t m_comment = 0;
};

} // namespace

std::optional<QString> format(const Tree &tree, int width)
{
    if (tree.root < 0 || tree.source.size() > kMaxText)
        return std::nullopt;
    const auto isBad = [](const Node &node) { return node.kind == NodeKind::Bad; };
    if (std::any_of(tree.nodes.begin(), tree.nodes.end(), isBad))
        return std::nullopt;
    return Printer(tree, width).run();
}

QString selectorText(const Tree &tree, const Node &selector)
{
    QStringList parts;
    for (const Matcher &matcher : selector.matchers)
        if (!matcher.hasVariable && matcher.op != TokenKind::End)
            parts.append(tree.at(matcher.span).toString());
    const bool isNamed = !selector.word.isEmpty() && !tree.at(selector.word).contains(u'$') && !tree.at(selector.word).contains(u'[');
    const QString name = isNamed ? selector.text : QString();
    if (parts.isEmpty())
        return name;
    return name + u'{' + parts.join(u',') + u'}';
}

} // namespace promql
