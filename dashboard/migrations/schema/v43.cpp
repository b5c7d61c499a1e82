// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/migrations/schema/steps.h>

using namespace Qt::StringLiterals;

// formatTime became one of the conversions of convertFieldType.
Json v43Panel(const Json &panel, const MigrationContext &)
{
    bool old = false;
    for (const Json &step : panel[u"transformations"].items())
        old |= step[u"id"].toString() == "formatTime"_L1;
    if (!old)
        return panel;
    return Draft(panel)
        .set(u"transformations"_s,
             mappedItems(panel[u"transformations"],
                         [](const Json &step) {
                             if (step[u"id"].toString() != "formatTime"_L1)
                                 return step;
                             const Json options = step[u"options"];
                             Draft conversion;
                             conversion.setUnlessNull(u"targetField"_s, options[u"timeField"]).set(u"destinationType"_s, u"string"_s);
                             conversion.setUnlessNull(u"dateFormat"_s, options[u"outputFormat"]);
                             conversion.setUnlessNull(u"timezone"_s, options[u"timezone"]);
                             return step.with(u"id", u"convertFieldType"_s)
                                 .with(u"options",
                                       Json::object({{u"fields"_s, Json::object()}, {u"conversions"_s, Json::array({conversion.json()})}}));
                         }))
        .json();
}
