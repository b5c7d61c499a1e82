// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <datasource/prometheus/prometheussource.h>
#include <stop_token>

// Bytes of an answer to `query` or `query_range` (matrix, vector, scalar or string) to columns. Pure; any thread. Samples on the
// request's step grid share one time column and have Column::missing() where there is none; a series that is not on the grid gets a
// frame with times of its own. Rows before the first and after the last sample of all series are cut.
// An answer of the server's with "status":"error" is Error::Kind::Query in the server's words.
Result<QueryAnswer> decodeAnswer(QByteArray json, const QueryRequest &request, const AnswerLimits &limits, std::stop_token stop);
