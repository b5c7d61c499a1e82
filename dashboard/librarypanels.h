// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/json.h>

// Panels of Grafana's library. A dashboard holds a stub with a place and "libraryPanel": {"uid", "name"}; an exported one has the models in
// "__elements", by uid.

bool isLibraryStub(const Json &panel); // it names a library panel and has no type of its own
// The model where the stub lies, with the stub's title if it has one; a panel of its own. Null: the file does not hold it.
Json libraryPanelFor(const Json &stub, const Json &elements);
// "CPU usage", else the uid: what to call it where it is missing.
QString libraryPanelName(const Json &stub);
// As an export holds it.
Json libraryElement(const Json &panel);
