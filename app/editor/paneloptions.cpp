// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/editor/paneloptions.h>

using namespace Qt::StringLiterals;

namespace {

using Kind = OptionRow::Kind;

OptionRow row(const QString &key, Kind kind, const char *label, const char *group, const char *help = "")
{
    OptionRow made;
    made.key = key;
    made.kind = kind;
    made.label = label;
    made.group = group;
    made.help = help;
    return made;
}

const char *const kPanel = QT_TRANSLATE_NOOP("Options", "Panel");
const char *const kRepeat = QT_TRANSLATE_NOOP("Options", "Repeat");

bool repeats(const Json &panel)
{
    return !panel[u"repeat"].toString().isEmpty();
}

} // namespace

QList<OptionRow> titleOptions()
{
    return {row(u"title"_s, Kind::Text, QT_TRANSLATE_NOOP("Options", "Title"), kPanel,
                QT_TRANSLATE_NOOP("Options", "Variables are filled in"))};
}

QList<OptionRow> panelOptions()
{
    OptionRow description = row(u"description"_s, Kind::MultilineText, QT_TRANSLATE_NOOP("Options", "Description"), kPanel,
                                QT_TRANSLATE_NOOP("Options", "Shown at the mark beside the title; Markdown, variables are filled in"));
    description.defaultValue = QString();
    OptionRow transparent = row(u"transparent"_s, Kind::Bool, QT_TRANSLATE_NOOP("Options", "Transparent"), kPanel,
                                QT_TRANSLATE_NOOP("Options", "No frame and no ground of its own"));
    transparent.defaultValue = false;
    return {description, transparent};
}

QList<OptionRow> repeatOptions()
{
    OptionRow direction = row(u"repeatDirection"_s, Kind::Choice, QT_TRANSLATE_NOOP("Options", "Direction"), kRepeat);
    direction.choices = {{u"h"_s, QT_TRANSLATE_NOOP("Options", "Across")}, {u"v"_s, QT_TRANSLATE_NOOP("Options", "Down")}};
    direction.defaultValue = u"h"_s;
    direction.visible = repeats;
    OptionRow most = row(u"maxPerRow"_s, Kind::Integer, QT_TRANSLATE_NOOP("Options", "Most in a row"), kRepeat);
    most.min = 1;
    most.max = 24;
    most.defaultValue = 4;
    most.visible = [](const Json &panel) { return repeats(panel) && panel[u"repeatDirection"].toString() != "v"_L1; };
    return {row(u"repeat"_s, Kind::Variable, QT_TRANSLATE_NOOP("Options", "By variable"), kRepeat,
                QT_TRANSLATE_NOOP("Options", "A panel for each chosen value of this variable")),
            direction, most};
}

QList<OptionRow> panelLinkOptions()
{
    OptionRow links = row(u"links"_s, Kind::PanelLinks, QT_TRANSLATE_NOOP("Options", "Links in the title"),
                          QT_TRANSLATE_NOOP("Options", "Panel links"), QT_TRANSLATE_NOOP("Options", "Offered beside the panel's title"));
    links.defaultValue = Json::array();
    return {links};
}

QList<OverrideProperty> overrideProperties(const QList<OptionRow> &standard, const QList<OptionRow> &ofType)
{
    QList<OverrideProperty> properties;
    for (const OptionRow &row : standard)
        properties.append({row.key, {row}});
    for (OptionRow row : ofType) {
        // Members of one object are one property in the file.
        const QString id = "custom."_L1 + row.key.section(u'.', 0, 0);
        row.key = "custom."_L1 + row.key;
        row.visible = {};
        if (!properties.isEmpty() && properties.last().id == id) {
            properties.last().rows.append(row);
            continue;
        }
        const auto found = std::find_if(properties.begin(), properties.end(), [&](const OverrideProperty &each) { return each.id == id; });
        if (found == properties.end())
            properties.append({id, {row}});
        else
            found->rows.append(row);
    }
    return properties;
}
