// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/optiontiles.h>

#include <QtCore/QCoreApplication>
#include <app/editor/sampledata.h>
#include <pipeline/standardoptions.h>

using namespace Qt::StringLiterals;

namespace {

using Kind = OptionRow::Kind;

// Where the rows of a schema are written.
enum class Place { Options, Custom, Standard };

Json step(const Json &value, const QString &color)
{
    return Json::object({{u"value"_s, value}, {u"color"_s, color}});
}

// The ends of a short range; of a long one something that a person would choose.
QList<Json> numbersOf(const OptionRow &row)
{
    QList<Json> values;
    if (row.key == u"decimals" || row.key.endsWith(u".decimals"))
        values = {Json(0), Json(3)};
    else if (row.min && row.max && *row.max <= 100)
        values = {Json(*row.min), Json(*row.max)};
    else
        values = {Json(row.key.endsWith(u"Size") ? 20 : row.suffix == u"px" ? 60 : 25)};
    values.removeIf([&](const Json &value) { return value == row.defaultValue; });
    return values.isEmpty() ? QList<Json>{Json(3)} : values;
}

QList<Json> structured(Kind kind)
{
    switch (kind) {
    case Kind::Thresholds:
        return {Json::object({{u"mode"_s, u"absolute"_s},
                              {u"steps"_s, Json::array({step({}, u"blue"_s), step(20, u"purple"_s), step(40, u"orange"_s)})}}),
                Json::object({{u"mode"_s, u"percentage"_s}, {u"steps"_s, Json::array({step({}, u"green"_s), step(50, u"red"_s)})}})};
    case Kind::FieldColor: {
        QList<Json> modes;
        for (const auto &mode : {u"thresholds"_s, u"palette-classic"_s, u"palette-classic-by-name"_s, u"continuous-GrYlRd"_s,
                                 u"continuous-BlPu"_s, u"shades"_s})
            modes.append(Json::object({{u"mode"_s, mode}, {u"fixedColor"_s, u"purple"_s}}));
        modes.append(Json::object({{u"mode"_s, u"fixed"_s}, {u"fixedColor"_s, u"purple"_s}}));
        return modes;
    }
    case Kind::Mappings:
        return {Json::array({Json::object(
            {{u"type"_s, u"range"_s},
             {u"options"_s,
              Json::object(
                  {{u"from"_s, 0}, {u"to"_s, 1000}, {u"result"_s, Json::object({{u"text"_s, u"fine"_s}, {u"color"_s, u"blue"_s}})}})}})})};
    case Kind::SortKeys:
    case Kind::Json:
        return {Json::array({Json::object({{u"displayName"_s, u"rate"_s}, {u"desc"_s, true}})})};
    case Kind::Numbers:
        return {Json::array({Json(14), Json(6)})};
    default:
        return {};
    }
}

QList<Json> valuesOf(const OptionRow &row)
{
    QList<Json> values;
    switch (row.kind) {
    case Kind::Bool:
        return {Json(!row.defaultValue.toBool())};
    case Kind::Integer:
    case Kind::Number:
        return numbersOf(row);
    case Kind::Gap:
        return {Json(true), Json(600'000)};
    case Kind::Choice:
        for (const OptionChoice &choice : row.choices)
            if (Json(choice.value) != row.defaultValue)
                values.append(Json(choice.value));
        return values;
    case Kind::Reducers:
    case Kind::Texts:
        return {Json::strings({u"mean"_s, u"max"_s})};
    case Kind::Color:
        return {Json(u"purple"_s)};
    case Kind::Unit:
        return {Json(u"bytes"_s)};
    case Kind::FieldName:
        return {Json(u"/search"_s)};
    case Kind::Text:
    case Kind::MultilineText:
    case Kind::Variable:
        return {Json(u"12"_s)}; // a name as well as a size
    default:
        return structured(row.kind);
    }
}

bool isOfTheMouse(const OptionRow &row)
{
    return row.key.startsWith(u"tooltip.") || row.key == u"hideFrom.tooltip" || row.kind == Kind::DataLinks || row.kind == Kind::PanelLinks;
}

// The object with another option set that brings this one out, where it needs one.
Json broughtOut(const OptionRow &row, const QList<OptionRow> &rows, const Json &object)
{
    if (!row.visible || row.visible(object))
        return object;
    for (const OptionRow &other : rows) {
        if (other.key == row.key)
            continue;
        for (const Json &value : valuesOf(other)) {
            const Json changed = object.with(other.key, value);
            if (row.visible(changed))
                return changed;
        }
    }
    return object;
}

class Tiles
{
public:
    explicit Tiles(const PanelType &type) : m_type(type), m_sample(optionSample(type.id)) { }

    QList<OptionTile> make()
    {
        const Written plain{m_sample.options, m_sample.fieldDefaults};
        add(QCoreApplication::translate("OptionGallery", "Defaults"), QString(), plain, plain);
        addRows(m_type.options, Place::Options);
        addRows(m_type.fieldOptions, Place::Custom);
        if (m_type.asksData)
            addRows(standardFieldOptions(), Place::Standard);
        return m_tiles;
    }

private:
    void addRows(const QList<OptionRow> &rows, Place place)
    {
        for (const OptionRow &row : rows) {
            if (isOfTheMouse(row) || (place == Place::Standard && !offers(row.key)))
                continue;
            const Json all = place == Place::Options ? m_sample.options
                : place == Place::Custom             ? m_sample.fieldDefaults.get(u"custom")
                                                     : m_sample.fieldDefaults;
            const Json base = broughtOut(row, rows, all.isNull() ? Json::object() : all);
            for (const Json &value : valuesOf(row))
                addOne(row, place, base, value);
        }
    }

    bool offers(const QString &key) const { return m_type.standardFields.isEmpty() || m_type.standardFields.contains(key); }

    struct Written {
        Json options;
        Json fieldDefaults;
    };

    Written written(Place place, const Json &object) const
    {
        if (place == Place::Options)
            return {object, m_sample.fieldDefaults};
        return {m_sample.options, place == Place::Custom ? m_sample.fieldDefaults.with(u"custom", object) : object};
    }

    void addOne(const OptionRow &row, Place place, const Json &base, const Json &value)
    {
        const bool byMode = row.kind == Kind::FieldColor;
        const Json told = byMode ? value.get(u"mode") : value;
        const QString text = told.type() == Json::Type::String ? told.toString() : QString::fromUtf8(told.dump());
        const QString key = (place == Place::Custom ? u"custom."_s : u""_s) + row.key + (byMode ? u".mode"_s : u""_s);
        add(QString::fromUtf8(row.group), key + u" = "_s + text, written(place, base.with(row.key, value)),
            written(place, base.without(row.key)));
    }

    PanelData dataOf(const Written &written) const
    {
        SampleSource source = m_sample;
        source.options = written.options;
        source.fieldDefaults = written.fieldDefaults;
        source.typeDefaults = m_type.fieldDefaults;
        return samplePicture(source).data;
    }

    void add(const QString &group, const QString &caption, const Written &with, const Written &without)
    {
        m_tiles.append({group, caption, with.options, dataOf(with), without.options, dataOf(without)});
    }

    const PanelType &m_type;
    SampleSource m_sample;
    QList<OptionTile> m_tiles;
};

} // namespace

QList<OptionTile> optionTiles(const PanelType &type)
{
    return Tiles(type).make();
}

QStringList optionsOfTheMouse(const PanelType &type)
{
    QStringList keys;
    for (const OptionRow &row : type.options + type.fieldOptions + (type.asksData ? standardFieldOptions() : QList<OptionRow>()))
        if (isOfTheMouse(row))
            keys.append(row.key);
    return keys;
}
