// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <dashboard/session.h>
#include <widgets/controls/variablebar.h>

// The session's variables as the bar shows them.
QList<VariableItem> variableItems(const QList<VariableState> &variables);
