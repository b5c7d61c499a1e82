// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/frame.h>
#include <datasource/prometheus/jsonreader.h>
#include <vector>

// Reads label sets. Neighbouring series repeat most names and values: equal text at the same place shares one string.
class LabelReader
{
public:
    simdjson::error_code read(ondemand::value object, Labels &labels);

private:
    struct Known {
        std::string raw;
        QString text;
    };
    static const QString &same(Known &known, std::string_view raw);

    std::vector<std::pair<Known, Known>> m_last;
};
