// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

namespace promql {

struct RegexCheck {
    QString problem; // empty: the server takes it
    bool fitsEmpty = false; // an empty text passes, the expression anchored at both ends as Prometheus does
};

// Reads a regular expression of RE2's syntax without running it. Time and memory grow with the text only.
RegexCheck checkRegex(QStringView pattern);

} // namespace promql
