// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <dashboard/model.h>

// Queries for sources that are not asked here: Loki, test data, expressions, SQL, …

bool speaksPromql(const QString &type); // of a source

// What kind of source the query is for; empty: one that understands PromQL. Told by the type that is written, else by the members.
QString foreignKind(const Json &target, const SourceRef &panelSource);
// What the query says, as a text to show.
QString foreignQueryText(const Json &target);

QStringList queryTexts(const Panel &panel); // of its visible queries

// The kinds and texts of a panel whose visible queries are all of other kinds; no kinds: there is something to ask, or no query.
struct ForeignPanel {
    QStringList kinds;
    QStringList texts;

    bool operator==(const ForeignPanel &) const = default;
};
ForeignPanel foreignPanel(const Panel &panel);
