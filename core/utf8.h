// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

// The text as it is: QString::fromUtf8 leaves out a byte order mark in front, and a key that begins with one is not found again.
inline QString textOfUtf8(QByteArrayView utf8)
{
    return utf8.startsWith("\xef\xbb\xbf") ? QChar(QChar::ByteOrderMark) + QString::fromUtf8(utf8.sliced(3)) : QString::fromUtf8(utf8);
}
