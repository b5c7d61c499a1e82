// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <app/commandline.h>

// `promontory upgrade`: writes a dashboard in today's form; what is the same keeps its bytes. Needs no display. Exit codes: 0 written (also
// when there was nothing to do), 1 it cannot be written, 3 it cannot be read.
int runUpgrade(const CommandLine &line);
