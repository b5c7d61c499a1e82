// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>
#include <optional>

// Numbers as texts, in the digits that dashboards are used to see.
namespace numbertext {
// The shortest digits that read back as the same number; an exponent from 1e21 on and below 1e-6. "NaN", "Infinity", "-Infinity".
QString shortest(double value);
// Three significant digits or so: as many decimals as the size of the value asks for.
int decimalsFor(double value);
// Rounded half up and padded with zeros; infinities are "∞"; absent decimals are decimalsFor(value).
QString rounded(double value, std::optional<int> decimals);
// Rounded to at most maxDecimals, at least minDecimals shown, thousands separated by commas.
QString grouped(double value, int minDecimals, int maxDecimals);
// "1.50e+3"; absent decimals: all the digits there are.
QString scientific(double value, std::optional<int> decimals);
// Base 16 in capitals, with a fraction where there is one.
QString hexadecimal(double value);
} // namespace numbertext
