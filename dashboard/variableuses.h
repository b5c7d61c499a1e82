// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <dashboard/document.h>

// Who refers to whom among the variables of a dashboard, and where else one is used.

QStringList dependenciesOf(const Variable &variable, const QList<Variable> &all); // what its query, regex and source refer to
QStringList dependentsOf(const QString &name, const QList<Variable> &all); // variables that refer to it
// The way back to itself: {"a", "b", "a"}; empty: it is in no circle.
QStringList circleOf(const QString &name, const QList<Variable> &all);

// A panel, a variable, a link … that uses a variable, once each, in the order of the file.
struct VariableUse {
    enum class Kind { Panel, Row, Variable, Link, Other };

    Kind kind = Kind::Other;
    QString name; // title or name; of others the JSON pointer
    int count = 0;

    bool operator==(const VariableUse &) const = default;
};
// section: as in settingsediting.h.
QList<VariableUse> usesIn(const Document &document, const QString &name, const QString &section = {});
