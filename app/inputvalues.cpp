// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/inputvalues.h>

ResolvedInputs resolvedInputs(const QList<DashboardInput> &inputs, const InputValues &kept, const SourceRegistry &sources,
                              const std::function<bool(const QString &)> &isKnown)
{
    ResolvedInputs resolved;
    const QList<SourceEntry> entries = sources.entries();
    for (const DashboardInput &input : inputs) {
        const QString said = kept.value(input.name);
        if (input.kind == DashboardInput::Kind::Constant) {
            resolved.values.insert(input.name, kept.contains(input.name) ? said : input.value);
            continue;
        }
        if (!said.isEmpty() && isKnown(said)) {
            resolved.values.insert(input.name, said);
            continue;
        }
        const auto named = std::find_if(entries.begin(), entries.end(),
                                        [&](const SourceEntry &each) { return !input.label.isEmpty() && each.name == input.label; });
        if (named != entries.end()) {
            resolved.values.insert(input.name, named->uid);
            continue;
        }
        if (const QString uid = sources.find({}).entry.uid; !uid.isEmpty())
            resolved.values.insert(input.name, uid);
        if (entries.size() > 1)
            resolved.open.append(input.name);
    }
    return resolved;
}
