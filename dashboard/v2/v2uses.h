// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <dashboard/document.h>

// Where a variable of that name holds in a file of the v2 form: in a row or tab with all in it and the panels that it shows, or in the
// whole dashboard; not in sections inside that have one of this name themselves. In a file of another form: everywhere.
class V2Scope
{
public:
    V2Scope(const Document &document, const QString &name, const QString &section = {}); // section: its place; empty: the dashboard
    bool holds(const QString &pointer) const;

private:
    QString m_section;
    QString m_elements; // the pointer of all of them
    QStringList m_hidden; // sections inside that have their own
    QSet<QString> m_shown; // elements, by key in a pointer
    QSet<QString> m_others; // of places where it does not hold
};

// A member that names a variable without $: what repeats by it, or a condition.
bool namesVariable(const QString &pointer);
