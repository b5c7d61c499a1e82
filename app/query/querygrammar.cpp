// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/query/querygrammar.h>

#include <QtCore/QCoreApplication>
#include <QtCore/QRegularExpression>
#include <datasource/promql/parser.h>

using namespace Qt::StringLiterals;
using promql::Problem;
using promql::Span;

namespace {

using Kind = VariableCall::Kind;

QString tr(const char *text)
{
    return QCoreApplication::translate("PromQL", text);
}

Span trimmed(const QString &text, Span span)
{
    while (span.from < span.to && text[span.from].isSpace())
        ++span.from;
    while (span.to > span.from && text[span.to - 1].isSpace())
        --span.to;
    return span;
}

Kind kindOf(const QString &name)
{
    return name == u"label_names" ? Kind::LabelNames
        : name == u"label_values" ? Kind::LabelValues
        : name == u"metrics"      ? Kind::Metrics
                                  : Kind::QueryResult;
}

bool isLabelName(QStringView text)
{
    static const QRegularExpression name(u"^([A-Za-z_][A-Za-z0-9_]*|\\$\\{?\\w+(:\\w+)?\\}?|\\[\\[\\w+\\]\\])$"_s);
    return name.match(text).hasMatch();
}

QList<Problem> shifted(QList<Problem> problems, qsizetype by)
{
    for (Problem &problem : problems) {
        problem.span = {problem.span.from + by, problem.span.to + by};
        if (problem.fix)
            problem.fix->span = {problem.fix->span.from + by, problem.fix->span.to + by};
    }
    return problems;
}

QList<Problem> innerProblems(const QString &text, const VariableCall &call)
{
    const QString inner = call.inner.of(text).toString();
    return call.isRegex() || inner.isEmpty() ? QList<Problem>() : shifted(promql::parse(inner).problems, call.inner.from);
}

QList<Problem> promqlProblems(const QString &text)
{
    return promql::parse(text).problems;
}

QList<Problem> variableProblems(const QString &text)
{
    const VariableCall call = variableCall(text);
    QList<Problem> problems;
    const bool onlyLabel = call.kind == Kind::LabelValues && !call.label && isLabelName(call.inner.of(text));
    if (!onlyLabel)
        problems = innerProblems(text, call);
    if (call.kind == Kind::LabelValues && !onlyLabel && problems.isEmpty() && (!call.label || call.label->isEmpty())) {
        const Span at = call.label.value_or(Span{call.inner.to, call.inner.to});
        problems.append({at, tr("A label is missing: label_values(series, label)"), {}, true});
    }
    if (call.kind == Kind::QueryResult && call.inner.isEmpty())
        problems.append({call.inner, tr("A query is missing: query_result(query)"), {}, true});
    if (!call.isClosed && problems.isEmpty()) {
        const Span end{text.size(), text.size()};
        problems.append({end, tr("The bracket “(” is not closed"), Problem::Fix{end, u")"_s, tr("Add )")}, true});
    }
    return problems;
}

std::vector<SyntaxPart> variableParts(const QString &text)
{
    const VariableCall call = variableCall(text);
    if (call.kind == Kind::None)
        return syntaxParts(text);
    std::vector<SyntaxPart> parts{{call.name, SyntaxRole::Function}};
    const bool onlyLabel = call.kind == Kind::LabelValues && !call.label && isLabelName(call.inner.of(text));
    if (call.isRegex() || onlyLabel) {
        if (!call.inner.isEmpty())
            parts.push_back({call.inner, onlyLabel ? SyntaxRole::Label : SyntaxRole::String});
    } else {
        for (SyntaxPart part : syntaxParts(call.inner.of(text).toString())) {
            part.span = {part.span.from + call.inner.from, part.span.to + call.inner.from};
            parts.push_back(part);
        }
    }
    if (call.label && !call.label->isEmpty())
        parts.push_back({*call.label, SyntaxRole::Label});
    return parts;
}

// One bare word up to the cursor.
CompletionContext wordContext(CompletionContext::Kind kind, const QString &text, Span span, qsizetype cursor)
{
    CompletionContext context;
    context.kind = kind;
    context.replace = span;
    context.typed = text.mid(span.from, std::max<qsizetype>(0, cursor - span.from));
    return context;
}

CompletionContext variableContext(const QString &text, qsizetype cursor)
{
    using Context = CompletionContext::Kind;
    const VariableCall call = variableCall(text);
    if (call.kind == Kind::None) {
        CompletionContext context = completionContext(text, cursor);
        context.startsVariable = context.kind == Context::Expression && context.replace.from == trimmed(text, {0, text.size()}).from;
        return context;
    }
    if (cursor <= call.name.to || (call.isClosed && cursor == text.size()))
        return {};
    if (call.label && cursor >= call.label->from) {
        CompletionContext context = wordContext(Context::Grouping, text, *call.label, cursor);
        context.selector = call.inner.of(text).toString();
        return context;
    }
    if (call.isRegex())
        return wordContext(call.kind == Kind::Metrics ? Context::MetricName : Context::Grouping, text, call.inner, cursor);
    const qsizetype at = call.inner.from;
    CompletionContext context = completionContext(call.inner.of(text).toString(), cursor - at);
    context.replace = {context.replace.from + at, context.replace.to + at};
    context.orLabel = context.kind == Context::Expression && call.kind == Kind::LabelValues && !call.label;
    return context;
}

} // namespace

VariableCall variableCall(const QString &text)
{
    static const QRegularExpression start(u"^\\s*(label_names|label_values|metrics|query_result)\\s*\\("_s);
    const QRegularExpressionMatch match = start.match(text);
    VariableCall call;
    call.inner = trimmed(text, {0, text.size()});
    if (!match.hasMatch())
        return call;
    call.kind = kindOf(match.captured(1));
    call.name = {match.capturedStart(1), match.capturedEnd(1)};
    const qsizetype end = call.inner.to;
    call.isClosed = end > match.capturedEnd() && text[end - 1] == u')';
    Span inside{match.capturedEnd(), call.isClosed ? end - 1 : text.size()};
    if (call.kind == Kind::LabelValues) {
        const qsizetype comma = inside.of(text).lastIndexOf(u',');
        if (comma >= 0 && !inside.of(text).sliced(comma).contains(u'}')) {
            call.label = trimmed(text, {inside.from + comma + 1, inside.to});
            inside.to = inside.from + comma;
        }
    }
    call.inner = trimmed(text, inside);
    return call;
}

const QueryGrammar &promqlGrammar()
{
    static const QueryGrammar grammar{promqlProblems, syntaxParts, completionContext};
    return grammar;
}

const QueryGrammar &variableGrammar()
{
    static const QueryGrammar grammar{variableProblems, variableParts, variableContext};
    return grammar;
}
