// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <dashboard/document.h>

// Export for people who have other sources, in Grafana's form: every source is an input "${DS_NAME}" that is asked for on import.

// name: of a source by uid; empty: unknown, its uid is used.
using SourceNameOf = std::function<QString(const QString &uid)>;

// A file of the v2 form stays in it: see v2sharing.h. Else the text with __inputs, __requires and __elements in front; values that queries
// found are left out of variables.
Result<QByteArray> exportedForSharing(const Document &document, const SourceNameOf &name, const QString &programVersion);
