// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QStringList>
#include <core/result.h>

// What ad hoc filters and group-by variables do to a query: edits on its syntax tree. Variables in the query stay as they are.
namespace promql {

struct LabelFilter {
    QString key;
    QString op; // =, !=, =~, !~, and one of several values: =|, !=|
    QString value;
    QStringList values = {}; // of =| and !=|

    bool operator==(const LabelFilter &) const = default;
};

QString escapedLabelValue(const QString &value); // between the quotes of ="…"
QString escapedLabelRegex(const QString &value); // between the quotes of =~"…", to match the value itself
// job="a",instance!~"x|y"
QString labelFiltersText(const QList<LabelFilter> &filters);

// Every selector of the query with one matcher more, unless it has it. The value of =~ and !~ is taken as it stands between quotes. Config
// error: no label or no value.
Result<QString> withMatcher(const QString &query, const QString &label, const QString &op, const QString &value);
// Filters without a key, operator or value are left out: a person is still choosing.
QString withFilters(QString query, const QList<LabelFilter> &filters);
// Every aggregation also by these labels; what is grouped without labels keeps its own.
QString withGrouping(const QString &query, const QStringList &labels);

} // namespace promql
