// SPDX-License-Identifier: GPL-3.0-or-later
#include <pipeline/standardoptions.h>

using namespace Qt::StringLiterals;

namespace {

using Kind = OptionRow::Kind;

OptionRow row(const QString &key, Kind kind, const char *label, const char *help = "")
{
    OptionRow made;
    made.key = key;
    made.kind = kind;
    made.label = label;
    made.help = help;
    made.group = QT_TRANSLATE_NOOP("Options", "Standard options");
    return made;
}

OptionRow grouped(OptionRow row, const char *group, const Json &standard = {})
{
    row.group = group;
    row.defaultValue = standard;
    return row;
}

QList<OptionRow> makeRows()
{
    OptionRow decimals = row(u"decimals"_s, Kind::Integer, QT_TRANSLATE_NOOP("Options", "Decimals"),
                             QT_TRANSLATE_NOOP("Options", "Empty: as many as distinguish the values"));
    decimals.min = 0;
    decimals.max = 20;
    OptionRow fieldMinMax = row(u"fieldMinMax"_s, Kind::Bool, QT_TRANSLATE_NOOP("Options", "Field min/max"),
                                QT_TRANSLATE_NOOP("Options", "Each field has the range of its own values, not that of all"));
    fieldMinMax.defaultValue = false;
    return {
        row(u"unit"_s, Kind::Unit, QT_TRANSLATE_NOOP("Options", "Unit"),
            QT_TRANSLATE_NOOP("Options", "One of the list, or any text that stands after the number")),
        row(u"min"_s, Kind::Number, QT_TRANSLATE_NOOP("Options", "Min"), QT_TRANSLATE_NOOP("Options", "Empty: the smallest value")),
        row(u"max"_s, Kind::Number, QT_TRANSLATE_NOOP("Options", "Max"), QT_TRANSLATE_NOOP("Options", "Empty: the largest value")),
        fieldMinMax,
        decimals,
        row(u"displayName"_s, Kind::Text, QT_TRANSLATE_NOOP("Options", "Display name"),
            QT_TRANSLATE_NOOP("Options", "In place of the field's own name; ${__field.labels.x} stands for a label")),
        row(u"color"_s, Kind::FieldColor, QT_TRANSLATE_NOOP("Options", "Colour scheme")),
        row(u"noValue"_s, Kind::Text, QT_TRANSLATE_NOOP("Options", "No value"),
            QT_TRANSLATE_NOOP("Options", "What is shown where there is no value")),
        grouped(row(u"thresholds"_s, Kind::Thresholds, QT_TRANSLATE_NOOP("Options", "Steps"),
                    QT_TRANSLATE_NOOP("Options", "From each value on, its colour")),
                QT_TRANSLATE_NOOP("Options", "Thresholds")),
        grouped(row(u"mappings"_s, Kind::Mappings, QT_TRANSLATE_NOOP("Options", "Mappings"),
                    QT_TRANSLATE_NOOP("Options", "Texts and colours in place of values; the first that fits counts")),
                QT_TRANSLATE_NOOP("Options", "Value mappings"), Json::array()),
        grouped(row(u"links"_s, Kind::DataLinks, QT_TRANSLATE_NOOP("Options", "Links of values"),
                    QT_TRANSLATE_NOOP("Options", "Offered when a value is clicked")),
                QT_TRANSLATE_NOOP("Options", "Data links"), Json::array()),
    };
}

} // namespace

const QList<OptionRow> &standardFieldOptions()
{
    static const QList<OptionRow> rows = makeRows();
    return rows;
}
