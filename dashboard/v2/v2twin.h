// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <dashboard/upgrading.h>

// Edits of dashboards in the v2 form. Every edit is made on a classic twin of the file, in memory; what differs between the twin before
// and after is then written where the v2 form has it, through splices. So an edit is written once, for the classic form.

bool isV2(const Document &document);
// Ids of panels and rows are those of the document.
Result<Document> classicTwin(const Document &document);
Result<Splices> splicesFromTwin(const Document &document, const Document &before, const Document &after);

// The same for the variables of a row or tab, which the twin has as those of the dashboard. section: its place in the file.
Result<Document> sectionTwin(const Document &document, const QString &section);
Result<Splices> splicesFromSectionTwin(const Document &document, const QString &section, const Document &before, const Document &after);

// An annotation as the classic form has it, whatever the form of the file. pointer: Annotation::pointer.
Json annotationJson(const Document &document, const QString &pointer);

template <class Edit, class Write>
auto onTwin(const Result<Document> &twin, Edit edit, Write write) -> decltype(edit(*twin))
{
    if (!twin)
        return tl::unexpected<Error>(twin.error());
    auto made = edit(*twin);
    if (!made || commandIn(*made).isEmpty())
        return made;
    const Result<Document> after = twin->edited(commandIn(*made).splices);
    const Result<Splices> splices = after ? write(*twin, *after) : tl::unexpected<Error>(after.error());
    if (!splices)
        return tl::unexpected<Error>(splices.error());
    commandIn(*made).splices = *splices;
    commandIn(*made).notice = Command::Notice::None;
    return made;
}

template <class Edit>
auto onClassicTwin(const Document &document, Edit edit) -> decltype(edit(document))
{
    return onTwin(classicTwin(document), edit,
                  [&](const Document &before, const Document &after) { return splicesFromTwin(document, before, after); });
}

template <class Edit>
auto onSectionTwin(const Document &document, const QString &section, Edit edit) -> decltype(edit(document))
{
    return onTwin(sectionTwin(document, section), edit,
                  [&](const Document &before, const Document &after) { return splicesFromSectionTwin(document, section, before, after); });
}
