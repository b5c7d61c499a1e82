// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QList>
#include <core/json.h>

// Which JSON kinds the parts of a member may have that no schema row and no reader of the model looks at.

struct WrongKind {
    QString below; // pointer to it from the member: "/steps/1/color"; empty: the member itself
    Json value;
};

// scope, key: as in the vocabulary. Null is never wrong.
QList<WrongKind> wrongKinds(const QString &scope, const QString &key, const Json &value);
