// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <dashboard/edithistory.h>

// One value of a file by JSON pointer (RFC 6901), whatever the file's form. "-" is the place behind a list's last item. Missing members
// are added, with missing objects on the way; what is there and holds no members is not replaced by an object. json: as a person wrote
// it. Config: no pointer, no JSON, or no such place.
Result<Command> setAtPointer(const Document &document, const QString &pointer, const QByteArray &json);
