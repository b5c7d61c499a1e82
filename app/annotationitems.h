// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <dashboard/session.h>
#include <widgets/controls/variablebar.h>

// The session's annotations as switches of the bar. Those that ask nothing, and those that the file hides, have none.
QList<VariableItem> annotationItems(const QList<AnnotationState> &annotations);
// The annotation that such a switch is for; empty: it is a variable's item.
QString annotationOfItem(const QString &itemName);
