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
// Unknown operators give nothing.
std::optional<std::vector<double>> unary(const QString &op, std::vector<double> values);
std::optional<std::vector<double>> binary(const QString &op, const std::vector<double> &left, const std::vector<double> &right);
} // namespace calculations
