// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <dashboard/sharing.h>

// A dashboard of the v2 form for people who have other sources, as Grafana exports it: each source becomes a label ("prometheus-1") that is
// asked for on import; values that queries found are left out, and so is what only the server it came from knows. Of v2alpha1
// it becomes v2beta1, which has a place for labels.
Result<QByteArray> v2ForSharing(const Document &document, const SourceNameOf &name);
