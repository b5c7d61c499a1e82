// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

// The order of rows by numeric key, as a stable sort that calls anything equal to NaN. Short lists match what JavaScript's engines make
// of it (NaNs hold their place and split the list); in long ones the NaNs go last.
std::vector<size_t> orderByKey(const std::vector<double> &keys);
