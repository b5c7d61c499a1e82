// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <app/commandline.h>

// `promontory set`: one value of a dashboard file by JSON pointer; everything else keeps its bytes. Needs no display. Exit codes: 0 written
// (also when it was so already), 1 it cannot be written, 2 the pointer or the value is none, 3 the file cannot be read.
int runSet(const CommandLine &line);
