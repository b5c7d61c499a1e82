// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/query/completion.h>

#include <QtCore/QCoreApplication>
#include <core/fuzzy.h>
#include <datasource/promql/functions.h>
#include <datasource/promql/lexer.h>

using namespace Qt::StringLiterals;

namespace {

using Context = CompletionContext::Kind;
using Item = CompletionItem::Kind;

constexpr int kWordStart = 500; // of fuzzyMatch: from here on a word begins with what is typed

QString tr(const char *text)
{
    return QCoreApplication::translate("completion", text);
}

struct Word {
    const char *name;
    const char *insert;
    int cursorBack;
    const char *help;
};

#define HELP(text) QT_TRANSLATE_NOOP("completion", text)

const QList<Word> &operatorWords()
{
    static const QList<Word> words{
        {"by", "by ()", 1, HELP("The labels that the aggregation keeps.")},
        {"without", "without ()", 1, HELP("The labels that the aggregation drops.")},
        {"offset", "offset ", 0, HELP("Values from earlier: offset 1d is yesterday.")},
        {"and", "and ", 0, HELP("The series at the left that have a partner at the right.")},
        {"or", "or ", 0, HELP("The series at the left, and those at the right that have no partner there.")},
        {"unless", "unless ", 0, HELP("The series at the left that have no partner at the right.")},
        {"atan2", "atan2 ", 0, HELP("The angle of two values, in radians.")},
    };
    return words;
}

const QList<Word> &matchingWords()
{
    static const QList<Word> words{
        {"on", "on ()", 1, HELP("Both sides are matched by these labels only.")},
        {"ignoring", "ignoring ()", 1, HELP("Both sides are matched by all labels but these.")},
        {"group_left", "group_left ()", 1, HELP("Many series at the left match one at the right; its labels named here are added.")},
        {"group_right", "group_right ()", 1, HELP("Many series at the right match one at the left; its labels named here are added.")},
        {"bool", "bool ", 0, HELP("The comparison answers 1 or 0 instead of leaving series out.")},
    };
    return words;
}

const QList<Word> &variableWords()
{
    static const QList<Word> words{
        {"label_values", "label_values()", 1, HELP("The values of a label: label_values(series, label)")},
        {"label_names", "label_names()", 1, HELP("The names of all labels, or of those that match a regular expression.")},
        {"metrics", "metrics()", 1, HELP("The names of the metrics that match a regular expression.")},
        {"query_result", "query_result()", 1, HELP("Each series of a query's answer as one text.")},
    };
    return words;
}

struct Known {
    const char *name;
    const char *help;
};

const QList<Known> &builtInVariables()
{
    static const QList<Known> names{
        {"__rate_interval", HELP("A range that is long enough for rate() at the present zoom: at least four scrapes.")},
        {"__interval", HELP("The time between two points of the panel.")},
        {"__range", HELP("The whole time range of the dashboard.")},
        {"__interval_ms", HELP("The time between two points, in milliseconds.")},
        {"__range_s", HELP("The time range in seconds.")},
        {"__range_ms", HELP("The time range in milliseconds.")},
        {"__from", HELP("Where the time range begins, in milliseconds since 1970.")},
        {"__to", HELP("Where the time range ends, in milliseconds since 1970.")},
    };
    return names;
}

#undef HELP

// What is used every day comes before its rarer neighbours.
int popularity(const QString &name)
{
    static const QHash<QString, int> scores{{u"sum"_s, 60},
                                            {u"rate"_s, 60},
                                            {u"histogram_quantile"_s, 60},
                                            {u"increase"_s, 50},
                                            {u"avg"_s, 40},
                                            {u"max"_s, 40},
                                            {u"min"_s, 40},
                                            {u"count"_s, 40},
                                            {u"topk"_s, 40},
                                            {u"irate"_s, 30},
                                            {u"label_replace"_s, 30},
                                            {u"avg_over_time"_s, 30},
                                            {u"max_over_time"_s, 20},
                                            {u"by"_s, 40}};
    return scores.value(name);
}

class Completer
{
public:
    Completer(const CompletionContext &context, const CompletionSources &sources, int limit)
        : m_context(context)
        , m_sources(sources)
        , m_limit(limit)
    {
    }

    QList<CompletionItem> run()
    {
        switch (m_context.kind) {
        case Context::Nothing:
            break;
        case Context::Expression:
            functions();
            metrics();
            words(matchingWords(), -40);
            if (m_context.startsVariable)
                words(variableWords(), 40);
            if (m_context.orLabel)
                labels(false);
            break;
        case Context::MetricName:
            metrics();
            break;
        case Context::Operator:
            words(operatorWords(), 0);
            break;
        case Context::LabelName:
            labels(true);
            break;
        case Context::Grouping:
            labels(false);
            break;
        case Context::LabelValue:
            values();
            break;
        case Context::Range:
            ranges(true);
            break;
        case Context::Duration:
            ranges(false);
            break;
        case Context::Variable:
            variables();
            break;
        }
        std::stable_sort(m_items.begin(), m_items.end(),
                         [](const CompletionItem &a, const CompletionItem &b) { return a.score > b.score; });
        if (m_items.size() > m_limit)
            m_items.resize(m_limit);
        return std::move(m_items);
    }

private:
    void add(CompletionItem item, int bonus)
    {
        const auto match = fuzzyMatch(m_context.typed, item.text);
        if (!match)
            return;
        // Two letters lie scattered in nearly every function.
        const bool isWord = item.kind == Item::Function || item.kind == Item::Aggregation || item.kind == Item::Keyword;
        if (isWord && m_context.typed.size() < 3 && !m_context.typed.isEmpty() && match->score < kWordStart)
            return;
        item.score = match->score + bonus;
        item.positions = match->positions;
        m_items.append(std::move(item));
    }

    void functions()
    {
        for (const promql::Function &function : promql::functions()) {
            CompletionItem item;
            item.kind = function.isAggregation ? Item::Aggregation : Item::Function;
            item.text = function.name;
            item.insert = m_context.isCalled ? function.name : function.name + "()"_L1;
            item.cursorBack = m_context.isCalled || function.arguments.isEmpty() ? 0 : 1;
            item.detail = function.isExperimental ? tr("experimental") : function.isAggregation ? tr("aggregation") : tr("function");
            item.help = function.help;
            item.signature = function.signature();
            add(std::move(item), popularity(function.name) - (function.isExperimental ? 80 : 0));
        }
    }

    void metrics()
    {
        if (!m_sources.metrics)
            return;
        const QStringList found = m_sources.metrics->search(m_context.typed, 4 * m_limit);
        const promql::Function *function = promql::findFunction(m_context.function);
        const bool wantsRange
            = function && !function->arguments.isEmpty() && function->arguments.last().type == promql::ValueType::RangeVector;
        // With nothing typed yet there is no reason to prefer functions.
        const int bonus = m_context.typed.isEmpty() ? 10 : -20;
        int place = 0;
        for (const QString &name : found) {
            CompletionItem item;
            item.kind = Item::Metric;
            item.text = name;
            item.insert = isPlainName(name) ? name : u'{' + promql::quoted(name) + u'}';
            const MetricInfo info = m_sources.info ? m_sources.info(name) : MetricInfo();
            item.detail = info.type.isEmpty() || info.type == u"unknown" ? tr("metric") : info.type;
            item.help = info.help;
            add(std::move(item), bonus - place++ + fitness(name, info, wantsRange));
        }
    }

    // Counters under rate(), buckets under histogram_quantile().
    int fitness(const QString &name, const MetricInfo &info, bool wantsRange) const
    {
        const bool isBucket = name.endsWith("_bucket"_L1);
        if (m_context.function == u"histogram_quantile")
            return isBucket ? 60 : 0;
        const bool counts
            = info.type == u"counter" || isBucket || name.endsWith("_total"_L1) || name.endsWith("_count"_L1) || name.endsWith("_sum"_L1);
        return wantsRange && counts && !m_context.function.endsWith("_over_time"_L1) ? 30 : 0;
    }

    static bool isPlainName(QStringView name)
    {
        const auto fits = [](QChar c) { return (c.unicode() < 0x80 && c.isLetterOrNumber()) || c == u'_' || c == u':'; };
        return !name.isEmpty() && !name.front().isDigit() && std::all_of(name.begin(), name.end(), fits);
    }

    void words(const QList<Word> &list, int bonus)
    {
        for (const Word &word : list) {
            CompletionItem item;
            item.kind = Item::Keyword;
            item.text = QLatin1String(word.name);
            item.insert = m_context.isCalled && word.cursorBack > 0 ? item.text : QString::fromLatin1(word.insert);
            item.cursorBack = m_context.isCalled ? 0 : word.cursorBack;
            item.detail = tr("keyword");
            item.help = tr(word.help);
            add(std::move(item), bonus + popularity(item.text));
        }
    }

    void labels(bool isMatcher)
    {
        for (const QString &name : m_sources.labelNames) {
            if (name == u"__name__" || m_context.used.contains(name))
                continue;
            CompletionItem item;
            item.kind = Item::Label;
            item.text = name;
            item.insert = isPlainName(name) && !name.contains(u':') ? name : promql::quoted(name);
            if (isMatcher && !m_context.isCompared) {
                item.insert += "=\"\""_L1;
                item.cursorBack = 1;
            }
            item.detail = tr("label");
            add(std::move(item), 0);
        }
        if (!isMatcher)
            variableNames(-100);
    }

    void values()
    {
        for (const QString &value : m_sources.labelValues) {
            CompletionItem item;
            item.kind = Item::Value;
            item.text = value;
            item.insert = m_context.isRegex ? escapedForRegex(value) : promql::quoted(value).sliced(1).chopped(1);
            quote(item);
            item.detail = tr("value");
            add(std::move(item), 0);
        }
        variableNames(m_context.isRegex ? 0 : -50);
    }

    void quote(CompletionItem &item) const
    {
        if (m_context.needsQuotes)
            item.insert = u'"' + item.insert + u'"';
    }

    void ranges(bool inBrackets)
    {
        static const QStringList kDurations{u"1m"_s, u"5m"_s, u"10m"_s, u"15m"_s, u"30m"_s, u"1h"_s, u"6h"_s, u"12h"_s, u"1d"_s, u"7d"_s};
        int bonus = 0;
        if (inBrackets)
            for (const auto *name : {"__rate_interval", "__interval", "__range"})
                addVariable(QLatin1String(name), bonus--, Item::Variable);
        for (const QString &duration : kDurations) {
            CompletionItem item;
            item.kind = Item::Range;
            item.text = item.insert = duration;
            item.detail = tr("duration");
            add(std::move(item), bonus--);
        }
        for (const QString &name : m_sources.variables)
            addVariable(name, bonus--, Item::Variable);
    }

    void variables()
    {
        variableNames(0);
        int bonus = -5;
        for (const Known &known : builtInVariables())
            addVariable(QLatin1String(known.name), bonus--, Item::Variable);
    }

    void variableNames(int bonus)
    {
        for (const QString &name : m_sources.variables)
            addVariable(name, bonus, Item::Variable);
    }

    void addVariable(const QString &name, int bonus, Item kind)
    {
        CompletionItem item;
        item.kind = kind;
        const bool isBraced = m_context.kind == Context::Variable && m_context.typed.startsWith("${"_L1);
        item.text = isBraced ? "${"_L1 + name + u'}' : u'$' + name;
        item.insert = item.text;
        if (m_context.kind == Context::LabelValue)
            quote(item);
        item.detail = tr("variable");
        for (const Known &known : builtInVariables())
            if (name == QLatin1String(known.name))
                item.help = tr(known.help);
        if (item.help.isEmpty())
            item.help = tr("A variable of this dashboard.");
        add(std::move(item), bonus);
    }

    const CompletionContext &m_context;
    const CompletionSources &m_sources;
    const int m_limit;
    QList<CompletionItem> m_items;
};

} // namespace

QString escapedForRegex(const QString &value)
{
    QString text;
    for (const QChar c : value) {
        if (u"\\.+*?()|[]{}^$"_s.contains(c))
            text += "\\\\"_L1;
        if (c == u'"' || c == u'\\')
            text += u'\\';
        text += c;
    }
    return text;
}

QList<CompletionItem> complete(const CompletionContext &context, const CompletionSources &sources, int limit)
{
    return Completer(context, sources, limit).run();
}
