// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QHash>
#include <QtCore/QMap>
#include <app/compatibility/formatmembers.h>
#include <core/optionschema.h>

class PanelRegistry;

// What the program knows of the dashboard format, by scope and key: the schema rows of panel types, fields and transformations, and
// the table of everything else. The report of a file and docs/compatibility.md are both made from it.
class Vocabulary
{
public:
    struct Word {
        FormatMember::Fate fate = FormatMember::Fate::Honoured;
        QString instead; // Later
        QString harmless;
        OptionRow row; // of a schema; else its key is empty

        bool isHarmless(const Json &value) const; // Later: nothing is lost with that value
    };
    using Scope = QMap<QString, Word>; // by dotted key

    explicit Vocabulary(const PanelRegistry &registry);

    const Scope &scope(const QString &id) const; // an unknown one is empty
    QStringList scopes() const; // in the order of docs/compatibility.md
    const Word *find(const QString &scope, const QString &key) const; // null: no such word
    bool hasBelow(const QString &scope, const QString &key) const; // some word lies below that key
    // Whether a scope of the same kind ("options:…") of another panel type has the key: left behind by a change of type. Members of a
    // panel may be left behind by a type of old ("legacy:…").
    bool isLeftover(const QString &scope, const QString &key) const;

private:
    void add(const QString &scope, const QList<OptionRow> &rows);

    QHash<QString, Scope> m_scopes;
    QStringList m_order;
};

// What of the value a schema row cannot use, and what is done instead; empty = nothing.
QString valueProblem(const OptionRow &row, const Json &value);
QString quoted(const Json &value); // its beginning
// Null, and what holds nothing.
bool saysNothing(const Json &value);
