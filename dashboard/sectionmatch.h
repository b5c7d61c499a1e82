// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <dashboard/model.h>

// Rows and tabs of the v2 form are named by their place. Where those before an edit are after it, by what they hold and how they are
// called; what is gone is left out.
QHash<QString, QString> sectionsAfter(const LayoutItem &before, const LayoutItem &after);
