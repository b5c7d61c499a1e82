// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/frame.h>
#include <pipeline/color.h>
#include <tests/support/goldens.h>

// Fields and colours out of golden JSON.
namespace goldenfields {
Column column(const QString &type, const Json &values);
// {"$num": …} replaced by what FieldConfig understands.
Json plain(const Json &value);
Field field(const Json &json); // name, type, values, labels, config
Frame frame(const Json &json);
Frames frames(const Json &json);
Labels labels(const Json &json); // an object of texts
// The names of one query's series, as the source gives them: a frame for each, and all on one time column. Empty: those of `names`.
QString seriesNames(const Json &input, const Json &names);
// A CSS colour as the goldens write it, read apart from the code under test.
std::optional<Rgba> css(const QString &text);
Brightness theme(const Json &input);
} // namespace goldenfields
