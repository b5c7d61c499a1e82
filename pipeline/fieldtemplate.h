// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/frame.h>

// Expands what a field knows of itself: ${__field.labels.x}, ${__field.labels["x"]}, ${__field.labels}, ${__field.name},
// ${__field.displayName}, ${__series.name}. Anything else stays as it is.
QString expandFieldTemplate(const QString &text, const Field &field, const QString &fieldName, const QString &seriesName);
