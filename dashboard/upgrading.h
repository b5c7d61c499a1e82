// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <dashboard/edithistory.h>
#include <dashboard/layoutediting.h>
#include <dashboard/panelediting.h>
#include <functional>

// Old forms on disk: a file keeps its own until an edit needs what it cannot hold. Then that panel, or for places the layout, is written
// in today's form in the same command, so that one undo gives the old bytes back.

// The whole file in today's form, through splices: what is the same keeps its bytes. Nothing old: no splice. Of the v2 form: v2alpha1
// becomes v2beta1.
Result<Command> upgradeDashboard(const Document &document);

bool hasLegacyRows(const Document &document);
// "rows" -> "panels" with places, each panel otherwise as it was written; ids as the open dashboard has them.
Result<Splices> gridForm(const Document &document);

// Runs an edit of a panel; where the old form would not read back as it was meant, the panel is upgraded first.
Result<Command> editPanelForm(const Document &document, const Panel &panel, const QString &text, const QString &mergeKey,
                              const std::function<void(JsonText &json, const QString &pointer)> &edit);

inline Command &commandIn(Command &made)
{
    return made;
}
inline Command &commandIn(NewPanels &made)
{
    return made.command;
}
inline Command &commandIn(NewRow &made)
{
    return made.command;
}
QString upgradedText(const QString &text, bool ofLayout);

// Runs an edit of places on the document with its rows upgraded.
template <class Edit>
auto onGridForm(const Document &document, Edit edit) -> decltype(edit(document))
{
    const Result<Splices> splices = gridForm(document);
    if (!splices)
        return tl::unexpected<Error>(splices.error());
    const Result<Document> grid = document.edited(*splices);
    if (!grid)
        return tl::unexpected<Error>(grid.error());
    auto made = edit(*grid);
    if (made && !commandIn(*made).isEmpty()) {
        commandIn(*made).splices = *splices + commandIn(*made).splices;
        commandIn(*made).text = upgradedText(commandIn(*made).text, true);
        commandIn(*made).mergeKey.clear();
        commandIn(*made).notice = Command::Notice::LayoutUpgraded;
    }
    return made;
}
