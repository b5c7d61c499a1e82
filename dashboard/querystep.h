// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/result.h>
#include <core/timerange.h>
#include <dashboard/scopedvars.h>

// Which step a range query is asked with, and what $__interval and its kin say for it; Grafana's rules.

struct StepRules {
    TimeRange range; // as resolved, not aligned
    int maxDataPoints = 1500;
    QString panelInterval; // the panel's min interval
    QString targetInterval; // the target's min step; may be $__interval or $__rate_interval
    QString scrapeInterval; // of the source; empty = 15s
    int intervalFactor = 1;
    int utcOffsetSec = 0;
};

struct QueryStep {
    qint64 intervalMs = 0; // range / points, before the target's own min step and factor
    qint64 stepMs = 0;
    TimeRange aligned; // both ends on multiples of the step, rounded down
    qint64 rateIntervalMs = 0;
    TimeRange range;

    ScopedVars variables() const; // __interval, __interval_ms, __rate_interval, __range, …
    bool operator==(const QueryStep &) const = default;
};

// At most 11,000 points, as Prometheus allows. Config error: a min step that is no duration.
Result<QueryStep> queryStep(const StepRules &rules);

VariableValue plainVariable(const QString &text);
VariableValue plainVariable(qint64 number);
