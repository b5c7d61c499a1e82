// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <pipeline/transform/transformation.h>
#include <vector>

// Calculations over columns of numbers, as Grafana's "add field from calculation" makes them.
namespace calculations {
struct Window {
    QString reducer = QStringLiteral("mean"); // mean, stdDev, variance
    bool centered = false; // else the rows before
    bool isShare = true; // size is a share of all rows, else rows
    double size = 0.1;
};

std::vector<double> moving(const Column &values, const Window &window, TransformRun &run);
std::vector<double> cumulative(const Column &values, bool mean);
// A reducer over the columns of each row. nulls: "connected" leaves missing values out, "null as zero"; else they count.
std::vector<double> ofRows(const QList<const Column *> &columns, qsizetype rows, const QString &reducer, const QString &nulls,
                           TransformRun &run);
// Unknown operators give nothing.
std::optional<std::vector<double>> unary(const QString &op, std::vector<double> values);
std::optional<std::vector<double>> binary(const QString &op, const std::vector<double> &left, const std::vector<double> &right);
} // namespace calculations
