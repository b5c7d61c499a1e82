// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QString>
#include <simdjson.h>
#include <string_view>

// simdjson, for the decoder's units alone.
namespace ondemand = simdjson::ondemand;

inline QString toQString(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

// The answer, followed by the readable bytes that simdjson wants. Copies it only when it has no such room: HttpFetch leaves some.
inline simdjson::padded_string_view paddedView(QByteArray &json)
{
    constexpr auto kPadding = qsizetype(simdjson::SIMDJSON_PADDING);
    if (json.data_ptr().freeSpaceAtEnd() < kPadding)
        json.reserve(json.size() + kPadding);
    return simdjson::padded_string_view(json.constData(), size_t(json.size()), size_t(json.size() + kPadding));
}
