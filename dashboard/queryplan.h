// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QSet>
#include <core/frame.h>
#include <dashboard/interpolate.h>
#include <dashboard/model.h>
#include <dashboard/querystep.h>
#include <datasource/registry.h>

// What one panel asks now: a pure function of panel, variables, range, width and sources.

struct PlannedQuery {
    QString refId;
    QString legendFormat; // interpolated
    QString sourceName;
    std::shared_ptr<DataSource> source;
    QueryRequest request;
    qint64 stepMs = 0; // 0 = instant

    bool operator==(const PlannedQuery &) const = default;
};

struct QueryPlan {
    QList<PlannedQuery> queries;
    TimeRange range; // of the panel
    qint64 stepMs = 0; // of the range queries; 0 = none or several
    QList<Notice> notices; // sources that stand in, targets that cannot be asked
    std::optional<Error> error; // nothing can be asked at all

    bool operator==(const QueryPlan &) const = default;
};

struct PlanInputs {
    TimeRange range; // of the panel, overrides applied
    int widthPx = 0;
    VariableLookup lookup;
    QStringList adHocSources; // parallel: uid of the source that each filter is for
    QList<AdHocFilter> adHocFilters;
    QMap<QString, QStringList> groupBy; // labels, by the uid of the source
    QTimeZone zone = QTimeZone::utc();
    bool exemplars = true; // whether the panel shows any
};

QueryPlan planQueries(const Panel &panel, const SourceRegistry &sources, const PlanInputs &inputs);

// The panel's own range: timeFrom and timeShift over the dashboard's; info says it to the person.
struct PanelTime {
    TimeRange range;
    QString info;
    std::optional<Error> error;
};
struct TimeSettings;
PanelTime panelTime(const QString &timeFrom, const QString &timeShift, const RawTimeRange &raw, const TimeRange &range,
                    const TimeSettings &settings);
