// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QStringList>
#include <datasource/registry.h>
#include <functional>
#include <memory>

class DashboardSession;
class MetricIndex;
class MetricIndexes;

struct QuerySource {
    QString uid;
    QString name;
    QString type;

    bool operator==(const QuerySource &) const = default;
};

// The world of a panel's queries: what may be asked, and what may be written into them.
struct QueryContext {
    QList<QuerySource> sources;
    SourceRef panelSource; // as the panel has it
    QString panelSourceUid; // of the source that answers for it
    QString panelSourceName;
    QStringList variables; // names without $
    std::function<std::shared_ptr<MetricIndex>(const QString &uid)> index; // for completion; may be empty
    // A query that reads well runs when the typing pauses; else only when the person says so, as in Explore.
    bool runsWhileTyping = true;
    bool newAsksBoth = false; // new queries ask for range and instant

    bool isMixed() const { return panelSource.uid == QLatin1String("-- Mixed --"); }
};

// Of one panel of a session.
QueryContext queryContext(const DashboardSession &session, const QString &instanceId, const SourceRegistry &sources,
                          MetricIndexes &indexes);
