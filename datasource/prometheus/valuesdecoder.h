// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/result.h>
#include <datasource/datasource.h>
#include <datasource/prometheus/prometheussource.h>
#include <stop_token>

// The answers of labels, label values and series: texts in the server's order; a series as name{label="value", …}. At most `limit` of
// them when that is over 0.
Result<QStringList> decodeValues(QByteArray json, int limit, const AnswerLimits &limits, const std::stop_token &stop);

// The answers of rules, alerts, targets, metadata and query_exemplars as a table: one row a rule, alert, target, metric or exemplar.
Result<QueryAnswer> decodeListing(const QByteArray &json, const QueryRequest &request);

// The answer of status/buildinfo.
Result<SourceHealth> decodeBuildInfo(const QByteArray &json);
