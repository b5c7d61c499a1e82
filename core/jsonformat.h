// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>

// The same JSON tokens, spelled as they are, with other white space: a member or item a line, `indent` spaces a level; negative: all on
// one line. The text must be JSON.
QByteArray jsonIndented(const QByteArray &json, int indent = 2);
