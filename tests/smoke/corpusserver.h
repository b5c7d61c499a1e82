// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <tests/support/stubserver.h>

// A made-up Prometheus that has every metric and every label: several series for each query, told apart by the labels that the query
// groups by or asks for, with values that only depend on the query.
StubAnswer corpusAnswer(const StubRequest &request);

QStringList corpusLabelValues(const QString &label);

// The series that an instant query gives, as Grafana shows them to a variable: name{label="value"} value time.
QStringList corpusSeriesTexts(const QString &query);
