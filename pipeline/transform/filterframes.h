// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/frame.h>
#include <pipeline/fieldmatcher.h>

// Fields that include accepts (empty = all) and exclude (empty = none) does not; frames that keep none go.
Frames filterByMatchers(const Frames &frames, const FieldMatcher &include, const FieldMatcher &exclude);
FieldMatcher namesMatcher(const QStringList &names);
