// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz.h"

#include <dashboard/document.h>
#include <dashboard/layout.h>

// A dashboard file: whatever it holds, it is refused with a reason or read, and its bytes stay.
void fuzzOne(const QByteArray &data)
{
    const Result<Document> document = Document::fromText(data);
    if (!document) {
        FUZZ_REQUIRE(!document.error().what.isEmpty());
        return;
    }
    FUZZ_REQUIRE(document->text() == data);
    FUZZ_REQUIRE(document->dashboard());
    const Result<Splices> title = document->setting(document->root() + QStringLiteral("/title"), Json(QStringLiteral("Fuzzed")));
    if (!title)
        return;
    const Result<Document> edited = document->edited(*title);
    FUZZ_REQUIRE(edited);
    FUZZ_REQUIRE(edited->dashboard()->title == QStringLiteral("Fuzzed"));
    const Result<Document> back = edited->edited(inverse(*title));
    FUZZ_REQUIRE(back && back->text() == data);
}
