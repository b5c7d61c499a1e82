// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QRandomGenerator>
#include <dashboard/edithistory.h>
#include <functional>

// One edit, and which differences it may leave: patterns for JsonDifference::told().
struct TriedEdit {
    Result<Command> command;
    QStringList allowed;
    bool keepsQueries = true; // the panels' queries are the same afterwards, wherever they lie
};

// Every kind of edit that the window and the command line know, each on a place chosen at random. No value: the document has no such place.
struct EditKind {
    const char *name;
    std::function<std::optional<TriedEdit>(const Document &document, QRandomGenerator &random)> make;
};

const QList<EditKind> &editKinds();
