// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGui/QImage>
#include <QtGui/QPainter>
#include <cmath>
#include <memory>
#include <panels/paneltype.h>
#include <panels/panelwidget.h>
#include <pipeline/fielddisplay.h>

// Made-up frames, and pictures of panels that show them.
namespace samples {
using namespace Qt::StringLiterals;

inline Thresholds thresholds(std::initializer_list<std::pair<double, QString>> steps)
{
    Thresholds made;
    for (const auto &[value, color] : steps)
        made.steps.append({value, color});
    return made;
}

inline Field number(const QString &name, std::vector<double> values, const QString &unit = {}, double min = NAN, double max = NAN)
{
    Field field;
    field.name = name;
    field.state.displayName = name;
    double low = INFINITY;
    double high = -INFINITY;
    for (const double value : values) {
        low = std::isfinite(value) ? std::min(low, value) : low;
        high = std::isfinite(value) ? std::max(high, value) : high;
    }
    field.values = Column::numbers(std::move(values));
    field.config.unit = unit;
    field.config.color.mode = u"thresholds"_s;
    field.config.thresholds = thresholds({{-INFINITY, u"green"_s}, {60, u"yellow"_s}, {85, u"red"_s}});
    if (!std::isnan(min))
        field.config.min = min;
    if (!std::isnan(max))
        field.config.max = max;
    field.state.rangeMin = std::isnan(min) ? low : min;
    field.state.rangeMax = std::isnan(max) ? high : max;
    return field;
}

inline Field text(const QString &name, std::vector<QString> values)
{
    Field field;
    field.name = name;
    field.state.displayName = name;
    field.values = Column::texts(std::move(values));
    return field;
}

// One time series a field, all on one grid.
inline Frame series(QList<Field> fields)
{
    Frame frame;
    frame.kind = Frame::Kind::TimeSeries;
    Field time;
    time.name = time.state.displayName = u"Time"_s;
    time.values = Column::grid(1'700'000'000'000, 15000, fields.isEmpty() ? 0 : fields.first().values.size());
    frame.fields = {time};
    for (int i = 0; i < fields.size(); ++i)
        fields[i].state.seriesIndex = i;
    frame.fields += fields;
    return frame;
}

inline Frame rows(QList<Field> fields)
{
    Frame frame;
    frame.kind = Frame::Kind::Table;
    frame.fields = std::move(fields);
    return frame;
}

inline std::vector<double> wave(double last, int count = 120, double swing = 0.2)
{
    std::vector<double> values;
    for (int i = 0; i < count; ++i)
        values.push_back(last * (1 - swing * std::sin((count - 1 - i) / 9.0)) + (i % 7 - 3) * last * 0.01 * (i + 1 < count));
    values.back() = last;
    return values;
}

inline PanelData data(Frames frames)
{
    PanelData made;
    made.state = PanelData::State::Done;
    made.frames = std::move(frames);
    return made;
}

inline PanelData many(int count, const QString &unit = u"percent"_s)
{
    QList<Field> fields;
    for (int i = 0; i < count; ++i)
        fields.append(number(u"app-%1:8000"_s.arg(i + 1), wave(std::fmod(7.3 * (i + 1), 100)), unit, 0, 100));
    return data({series(fields)});
}

inline QImage picture(const PanelType &type, const Json &options, const PanelData &data, const QSize &size,
                      const Theme &theme = Theme::dark(), double ratio = 1)
{
    const std::unique_ptr<PanelWidget> widget(type.create(nullptr));
    PanelContext context;
    context.theme = &theme;
    widget->setContext(context);
    widget->resize(size);
    widget->setOptions(options);
    widget->setData(data);
    widget->ensurePolished();
    QImage image(size * ratio, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(ratio);
    image.fill(theme.bg.panel);
    widget->render(&image, {}, {}, QWidget::DrawChildren);
    return image;
}

inline QList<Json> otherValues(const OptionRow &row)
{
    switch (row.kind) {
    case OptionRow::Kind::Bool:
        return {Json(!row.defaultValue.toBool())};
    case OptionRow::Kind::Integer:
    case OptionRow::Kind::Number:
        return {Json(row.min.value_or(1)), Json(23), Json(0.9)};
    case OptionRow::Kind::Choice: {
        QList<Json> values;
        for (const OptionChoice &choice : row.choices) {
            if (Json(choice.value) != row.defaultValue)
                values.append(Json(choice.value));
        }
        return values;
    }
    case OptionRow::Kind::Reducers:
    case OptionRow::Kind::Texts:
        return {Json::strings({u"min"_s})};
    case OptionRow::Kind::Json:
    case OptionRow::Kind::SortKeys:
        return {Json::array({Json::object({{u"displayName"_s, Json(u"rate"_s)}, {u"desc"_s, Json(true)}})})};
    default:
        return {Json(u"app-2:8000"_s)};
    }
}

// The keys of options whose every other value leaves each picture as it was. bases: objects in which an option may have its say.
inline QStringList deadOptions(const PanelType &type, const QList<Json> &bases, const QList<PanelData> &datas, const QList<QSize> &sizes)
{
    QStringList dead;
    for (const OptionRow &row : type.options) {
        QList<Json> left = otherValues(row);
        for (const PanelData &data : datas) {
            for (const Json &base : bases) {
                for (const QSize &size : sizes) {
                    const QImage before = picture(type, base, data, size);
                    left.removeIf([&](const Json &value) { return picture(type, base.with(row.key, value), data, size) != before; });
                }
            }
        }
        const bool allMustAct = row.kind == OptionRow::Kind::Choice;
        if (allMustAct ? !left.isEmpty() : left.size() == otherValues(row).size())
            dead.append(row.key);
    }
    return dead;
}

} // namespace samples
