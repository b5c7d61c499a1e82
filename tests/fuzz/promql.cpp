// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz.h"

#include <datasource/prometheus/cacherules.h>
#include <datasource/promql/parser.h>
#include <datasource/promql/printer.h>

// PromQL: there is always a tree whose spans lie in the text; what can be formatted reads the same, and formatting it again changes
// nothing.
void fuzzOne(const QByteArray &data)
{
    const QString text = QString::fromUtf8(data);
    const promql::Tree tree = promql::parse(text);
    for (size_t i = 0; i < tree.nodes.size(); ++i) {
        const promql::Node &node = tree.nodes[i];
        FUZZ_REQUIRE(node.span.from >= 0 && node.span.from <= node.span.to && node.span.to <= text.size());
        for (const int child : node.children)
            FUZZ_REQUIRE(child >= 0 && child < int(i));
    }
    for (const promql::Problem &problem : tree.problems)
        FUZZ_REQUIRE(!problem.text.isEmpty() && problem.span.from >= 0 && problem.span.to <= text.size());
    (void)isCacheable(text, 15'000);
    if (!tree.isValid())
        return;
    const std::optional<QString> once = promql::format(tree);
    if (!once)
        return;
    const promql::Tree again = promql::parse(*once);
    FUZZ_REQUIRE(again.isValid());
    FUZZ_REQUIRE(again.nodes.size() == tree.nodes.size());
    FUZZ_REQUIRE(!tree.comments.empty() || promql::format(again) == once); // comments may settle in another line
}
