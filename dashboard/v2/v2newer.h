// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <dashboard/document.h>

// A dashboard of v2alpha1, where the ids of plugins stand in "kind" and sources beside queries, as v2beta1 has it: ids in "group",
// sources in the query. What is the same in both keeps its bytes; of a newer form nothing changes. Pointers hold before and after.
Result<Splices> splicesToGroups(const Document &document);
