// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <dashboard/upgrading.h>

// Edits of dashboards in the v2 form. Every edit is made on a classic twin of the file, in memory; what differs between the twin before
// and after is then written where the v2 form has it, through splices. So an edit is written once, for the classic form.

bool isV2(const Document &document);
// Ids of panels and rows are those of the document.
Result<Document> classicTwin(const Document &document);
Result<Splices> splicesFromTwin(const Document &document, const Document &before, const Document &after);

// An annotation as the classic form has it, whatever the form of the file. pointer: Annotation::pointer.
Json annotationJson(const Document &document, const QString &pointer);

template <class Edit>
auto onClassicTwin(const Document &document, Edit edit) -> decltype(edit(document))
{
    const Result<Document> twin = classicTwin(document);
    if (!twin)
        return tl::unexpected<Error>(twin.error());
    auto made = edit(*twin);
    if (!made || commandIn(*made).isEmpty())
        return made;
    const Result<Document> after = twin->edited(commandIn(*made).splices);
    const Result<Splices> splices = after ? splicesFromTwin(document, *twin, *after) : tl::unexpected<Error>(after.error());
    if (!splices)
        return tl::unexpected<Error>(splices.error());
    commandIn(*made).splices = *splices;
    commandIn(*made).notice = Command::Notice::None;
    return made;
}
