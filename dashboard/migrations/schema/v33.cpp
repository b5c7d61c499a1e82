// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/migrations/schema/steps.h>

using namespace Qt::StringLiterals;

// Sources by name -> references. Which uid belongs to a name is for who opens the file to say.
Json v33Panel(const Json &panel, const MigrationContext &)
{
    Draft draft(panel);
    if (draft[u"datasource"].isString())
        draft.set(u"datasource"_s, sourceReference(draft[u"datasource"]));
    bool named = false;
    for (const Json &target : draft[u"targets"].items())
        named |= target[u"datasource"].isString();
    if (named)
        draft.set(u"targets"_s, mappedItems(draft[u"targets"], [](const Json &target) {
                      const Json source = target[u"datasource"];
                      const Json reference = sourceReference(source);
                      return source.isString() && !reference.isNull() ? target.with(u"datasource", reference) : target;
                  }));
    return draft.json();
}
