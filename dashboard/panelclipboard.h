// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <dashboard/inputs.h>
#include <dashboard/panelediting.h>

// Panels as text on the desktop's clipboard: between windows, from and to text editors, out of Grafana.

// One object, or a list of several. inputs: what open sources stand for, as other dashboards cannot know it.
QByteArray copiedPanels(const Document &document, const QStringList &elementIds, const InputValues &inputs = {});
// The panels that a text from anywhere holds: one, several as they stand in a list, an element of the v2 form, or those of a whole
// dashboard of either form. As classic panels; what is none stays as it is.
Result<std::vector<Json>> panelsIn(const QByteArray &clipboard);
Result<NewPanels> pastePanels(const Document &document, const QByteArray &clipboard); // each with a new id, at the end
