// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/json.h>
#include <functional>

// Rows and tabs inside each other that are read; what is deeper stays in the file.
inline constexpr int kMaxSectionDepth = 16;

// Every row and tab of a layout, outer ones first. spec: of the section; at: its pointer, where that of the layout is given.
void forEachSection(const Json &layout, const QString &pointer, const std::function<void(const Json &spec, const QString &at)> &visit);
