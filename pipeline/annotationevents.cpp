// SPDX-License-Identifier: GPL-3.0-or-later
#include <pipeline/annotationevents.h>

#include <QtCore/QRegularExpression>
#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype kMostEvents = 10'000;
constexpr qsizetype kMostFormat = 10'000;
constexpr qint64 kDefaultStepMs = 60'000;
constexpr double kMostMs = 8.64e15; // what a date can hold

struct Span {
    qint64 fromMs = 0;
    qint64 toMs = 0;
};

// The spans of one series in which it is above 0.
QList<Span> spansOf(const Field &time, const Field &value, const EventRules &rules)
{
    const qint64 step = rules.stepMs > 0 ? rules.stepMs : kDefaultStepMs;
    QList<Span> spans;
    const qsizetype rows = std::min(time.values.size(), value.values.size());
    for (qsizetype row = 0; row < rows; ++row) {
        const double number = value.values.number(row);
        const double at = rules.useValueForTime ? number : time.values.number(row);
        if (std::isnan(number) || !(std::fabs(at) <= kMostMs) || (!rules.useValueForTime && !(number > 0)))
            continue;
        const auto ms = qint64(std::floor(at));
        if (!spans.isEmpty() && spans.last().toMs + step >= ms)
            spans.last().toMs = ms;
        else
            spans.append({ms, ms});
    }
    return spans;
}

QStringList tagsOf(const Labels &labels, const QStringList &keys)
{
    QStringList tags;
    for (auto it = labels.begin(); it != labels.end(); ++it)
        if (keys.contains(it.key()) && !it.value().isEmpty())
            tags.append(it.value());
    return tags;
}
} // namespace

QString labelTemplate(const QString &format, const Labels &labels)
{
    static const QRegularExpression placeholder(u"\\{\\{\\s*(.+?)\\s*\\}\\}"_s);
    const QString source = format.left(kMostFormat);
    QString text;
    qsizetype from = 0;
    for (auto it = placeholder.globalMatch(source); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        const QString name = match.captured(1);
        const QString value = labels.value(name);
        text += source.mid(from, match.capturedStart() - from) + (value.isEmpty() ? name : value);
        from = match.capturedEnd();
    }
    return text + source.mid(from);
}

EventsFound annotationEvents(const Frames &frames, const EventRules &rules, std::stop_token stop)
{
    EventsFound found;
    for (const Frame &frame : frames) {
        const auto time = std::find_if(frame.fields.begin(), frame.fields.end(), [](const Field &field) { return field.isTime(); });
        if (time == frame.fields.end())
            continue;
        for (const Field &value : frame.fields) {
            if (!value.isNumeric() || stop.stop_requested())
                continue;
            QList<Span> spans = spansOf(*time, value, rules);
            if (spans.isEmpty())
                continue;
            if (const qsizetype more = spans.size() - kMostEvents; more > 0) {
                found.left += more;
                spans = spans.mid(more);
            }
            const QString title = labelTemplate(rules.titleFormat, value.labels);
            const QString text = labelTemplate(rules.textFormat, value.labels);
            const QStringList tags = tagsOf(value.labels, rules.tagKeys);
            for (const Span &span : std::as_const(spans))
                found.events.append({span.fromMs, std::max(span.fromMs, span.toMs), title, text, tags});
        }
    }
    std::stable_sort(found.events.begin(), found.events.end(),
                     [](const AnnotationEvent &a, const AnnotationEvent &b) { return a.fromMs < b.fromMs; });
    if (const qsizetype more = found.events.size() - kMostEvents; more > 0) {
        found.left += more;
        found.events = found.events.mid(more);
    }
    return found;
}
