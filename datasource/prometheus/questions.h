// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <datasource/prometheus/httpfetch.h>

// Requests in the words of Prometheus' HTTP API.
HttpQuestion questionFor(const QueryRequest &request);
HttpQuestion questionFor(const ValuesRequest &request);

// Seconds with as many decimals as the milliseconds need: "1700000000", "0.25".
QString secondsText(qint64 ms);
// Ad hoc filters and labels to group by, written into the text.
QueryRequest applied(QueryRequest request);
