// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <benchmark/benchmark.h>

void registerParseCases();
void registerPlotCases();
void registerDashCases();
void registerCacheCases();
void registerCompletionCases();
