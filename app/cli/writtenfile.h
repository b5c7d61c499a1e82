// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <dashboard/edithistory.h>

// Shared by the commands that change a file.

// "promontory: where what hint" on the error stream; returns the code.
int sayFailed(const Error &error, int code);
// Writes the edited document: over its own file (nothing when nothing changed), to `output`, or printed when that is "-". Returns the exit
// code: 0, 1 it cannot be written, 2 the edit leaves no dashboard.
int writeEdited(const Document &document, const Command &command, const QString &output);
