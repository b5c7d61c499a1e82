// SPDX-License-Identifier: GPL-3.0-or-later
#include <datasource/prometheus/labelreader.h>

const QString &LabelReader::same(Known &known, std::string_view raw)
{
    if (known.raw != raw || known.text.isNull()) {
        known.raw = raw;
        known.text = raw.empty() ? QLatin1String("") : toQString(raw);
    }
    return known.text;
}

simdjson::error_code LabelReader::read(ondemand::value value, Labels &labels)
{
    ondemand::object object;
    if (const auto code = value.get_object().get(object))
        return code;
    size_t index = 0;
    for (auto member : object) {
        if (index == m_last.size())
            m_last.emplace_back();
        std::string_view text;
        if (const auto code = member.unescaped_key().get(text))
            return code;
        const QString &name = same(m_last[index].first, text);
        if (const auto code = member.value().get_string().get(text))
            return code;
        // Servers write labels sorted; the hint makes that an append.
        labels.insert(labels.cend(), name, same(m_last[index].second, text));
        ++index;
    }
    return simdjson::SUCCESS;
}
