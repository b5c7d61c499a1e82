// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/annotationevent.h>
#include <core/frame.h>
#include <stop_token>

// From the answer to an annotation's query to events, by the rules of Grafana's Prometheus source: a value above 0 is an event, and those
// of one series that lie no further apart than the step are one region.

struct EventRules {
    QString titleFormat; // {{label}}
    QString textFormat;
    QStringList tagKeys; // labels whose values are the tags
    bool useValueForTime = false; // the value is the time, ms
    qint64 stepMs = 0; // of the query; 0 = 60 s

    bool operator==(const EventRules &) const = default;
};

struct EventsFound {
    QList<AnnotationEvent> events; // ascending; the latest 10,000
    qsizetype left = 0; // earlier ones that were left out

    bool operator==(const EventsFound &) const = default;
};

EventsFound annotationEvents(const Frames &frames, const EventRules &rules, std::stop_token stop = {});

// {{label}} in a text; a label that is not there, or empty, gives its name (goldens legend_frontend).
QString labelTemplate(const QString &format, const Labels &labels);
