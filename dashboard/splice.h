// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QList>
#include <core/result.h>

// One replacement of bytes. A list of them is applied in order; each offset counts in the text that the ones before it left.
struct Splice {
    qsizetype offset = 0;
    QByteArray oldBytes;
    QByteArray newBytes;

    bool operator==(const Splice &) const = default;
};

using Splices = QList<Splice>;

Result<QByteArray> applied(QByteArray text, const Splices &splices); // Config error when old bytes are not what lies there
Splices inverse(const Splices &splices); // applied after them, gives the text back byte for byte
