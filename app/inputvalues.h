// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <dashboard/inputs.h>
#include <functional>

struct ResolvedInputs {
    InputValues values;
    QStringList open; // what the values of these are is a guess that a person should look at
};

// What was said before holds; else the source that bears the input's label; else the default one, a guess as soon as there are others.
// isKnown: whether there is a source of this uid, also one that is still on its way into the registry.
ResolvedInputs resolvedInputs(const QList<DashboardInput> &inputs, const InputValues &kept, const SourceRegistry &sources,
                              const std::function<bool(const QString &uid)> &isKnown);
