// SPDX-License-Identifier: GPL-3.0-or-later
#include <datasource/prometheus/cacherules.h>

#include <datasource/promql/functions.h>
#include <datasource/promql/lexer.h>
#include <datasource/promql/parser.h>

using namespace promql;

namespace {

// Whole milliseconds of a node that is a plain duration or number of seconds.
std::optional<qint64> lengthOf(const Tree &tree, int index)
{
    if (index < 0)
        return {};
    const Node &node = tree[index];
    const QStringView text = tree.at(node.span);
    if (node.kind != NodeKind::Number)
        return {};
    if (isDuration(text))
        return durationMs(text);
    bool isNumber = false;
    const double seconds = text.toDouble(&isNumber);
    return isNumber ? std::optional(qint64(seconds * 1000)) : std::nullopt;
}

bool isMultiple(std::optional<qint64> ms, qint64 of)
{
    return ms && *ms >= 0 && of > 0 && *ms % of == 0;
}

bool hasKnownName(const Node &node)
{
    return findFunction(node.text) && !isMetricsqlFunction(node.text) && node.text != QLatin1String("info");
}

bool mayBeKept(const Tree &tree, const Node &node, qint64 stepMs)
{
    const bool modifiersFall = std::all_of(node.modifiers.begin(), node.modifiers.end(), [&](const Modifier &modifier) {
        return modifier.kind == Modifier::Kind::Offset && isMultiple(lengthOf(tree, modifier.value), stepMs);
    });
    if (!modifiersFall)
        return false;
    switch (node.kind) {
    case NodeKind::Bad:
    case NodeKind::Variable:
        return false;
    case NodeKind::Call:
    case NodeKind::Aggregation:
        return hasKnownName(node);
    case NodeKind::Subquery: // without a resolution the server's configuration decides
        return node.children.size() == 3 && lengthOf(tree, node.children[2]).value_or(0) > 0
            && isMultiple(stepMs, *lengthOf(tree, node.children[2]));
    default:
        return true;
    }
}

} // namespace

bool isCacheable(const QString &expr, qint64 stepMs)
{
    const Tree tree = parse(expr);
    return tree.isValid()
        && std::all_of(tree.nodes.begin(), tree.nodes.end(), [&](const Node &node) { return mayBeKept(tree, node, stepMs); });
}
