// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>
#include <simdjson.h>
#include <string_view>

// simdjson, for the decoder's units alone.
namespace ondemand = simdjson::ondemand;

inline QString toQString(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}
