// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <app/compatibility/vocabulary.h>

// docs/compatibility.md: what of the dashboard format is honoured, what is not yet and what is done instead.
QByteArray compatibilityMarkdown(const Vocabulary &vocabulary, const PanelRegistry &registry);
