// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <app/editor/transformationcard.h>
#include <stop_token>

// What the editor says of each step, worked out from the answers; one report a step. For a worker: values in, values out.
QList<StepReport> stepReports(const Json &list, const Frames &raw, std::stop_token stop);
