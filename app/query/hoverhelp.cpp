// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/query/hoverhelp.h>

#include <app/query/promqlcolors.h>
#include <datasource/promql/functions.h>

namespace {

QString functionHelp(QStringView name)
{
    const promql::Function *function = promql::findFunction(name);
    return function ? function->signature() + u'\n' + function->help : QString();
}

QString metricHelp(const QString &name, const MetricInfo &info)
{
    if (info.type.isEmpty() && info.help.isEmpty())
        return {};
    const QString head = info.type.isEmpty() ? name : name + QStringLiteral(" · ") + info.type;
    return info.help.isEmpty() ? head : head + u'\n' + info.help;
}

} // namespace

QString hoverHelp(const QString &query, qsizetype position, const std::function<MetricInfo(const QString &)> &info)
{
    for (const SyntaxPart &part : syntaxParts(query)) {
        if (position < part.span.from || position >= part.span.to)
            continue;
        const QStringView word = part.span.of(query);
        if (part.role == SyntaxRole::Function || part.role == SyntaxRole::Keyword)
            return functionHelp(word);
        if (part.role == SyntaxRole::Metric && info)
            return metricHelp(word.toString(), info(word.toString()));
    }
    return {};
}
