// SPDX-License-Identifier: GPL-3.0-or-later
#include <panels/singlevalue.h>

using namespace Qt::StringLiterals;

Json singleValueFieldDefaults()
{
    const Json steps = Json::array({Json::object({{u"color"_s, Json(u"green"_s)}, {u"value"_s, Json()}}),
                                    Json::object({{u"color"_s, Json(u"red"_s)}, {u"value"_s, Json(80)}})});
    return Json::object({{u"color"_s, Json::object({{u"mode"_s, Json(u"thresholds"_s)}})},
                         {u"thresholds"_s, Json::object({{u"mode"_s, Json(u"absolute"_s)}, {u"steps"_s, steps}})}});
}

double suggestSingleValue(const PanelData &data)
{
    int series = 0;
    for (const Frame &frame : data.frames) {
        for (const Field &field : frame.fields)
            series += field.isNumeric();
    }
    return series == 0 ? 0 : series == 1 ? 0.7 : series <= 12 ? 0.4 : 0.1;
}
