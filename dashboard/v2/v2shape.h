// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <dashboard/model.h>

// What a file of the v2 form has that is not of its form: members of a wrong type, references to nothing, elements that no place shows.
// Everything else is read all the same. Members of panels and variables that the classic reader looks at are its own matter.
QList<ModelProblem> v2ShapeProblems(const Json &spec, const QString &root);

// Where the file has what the classic reader found at `classic`, in an element at `element` that lies at `place`.
QString v2PanelPointer(const QString &element, const QString &place, const QString &classic);
