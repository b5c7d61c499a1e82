// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>
#include <QtCore/QStringDecoder>

// The text as it is: QString::fromUtf8 leaves out a byte order mark in front, and a key that begins with one is not found again.
inline QString textOfUtf8(QByteArrayView utf8)
{
    return QStringDecoder(QStringDecoder::Utf8, QStringDecoder::Flag::ConvertInitialBom)(utf8);
}
