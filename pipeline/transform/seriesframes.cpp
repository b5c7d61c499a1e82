// SPDX-License-Identifier: GPL-3.0-or-later
#include <pipeline/fieldpipeline.h>

#include <QtCore/QCoreApplication>
#include <cmath>
#include <pipeline/transform/catalogue.h>
#include <pipeline/transform/cells.h>
#include <pipeline/transform/joinframes.h>

using namespace Qt::StringLiterals;

namespace {
enum class LabelsMode { Columns, Rows };

struct LabelsOptions {
    LabelsMode mode = LabelsMode::Columns;
    QStringList keepLabels; // none: all
    QString valueLabel; // its value names the field
};

Column repeated(const QString &text, qsizetype rows)
{
    return Column::texts(std::vector<QString>(size_t(rows), text.isNull() ? u""_s : text));
}

Frame labelsAsColumns(const LabelsOptions &options, const Frame &frame)
{
    Frame out{frame.name, frame.refId, Frame::Kind::Table, {}};
    QStringList names;
    QHash<QString, QStringList> values;
    for (const Field &field : frame.fields) {
        Field bare = field;
        for (auto label = field.labels.begin(); label != field.labels.end(); ++label) {
            if (!options.keepLabels.isEmpty() && !options.keepLabels.contains(label.key()))
                continue;
            if (label.key() == options.valueLabel) {
                bare.name = label.value();
                continue;
            }
            if (!names.contains(label.key()))
                names.append(label.key());
            if (QStringList &known = values[label.key()]; !known.contains(label.value()))
                known.append(label.value());
        }
        if (!field.labels.isEmpty()) {
            bare.labels.clear();
            bare.config.displayName.clear();
            bare.config.displayNameFromDS.clear();
        }
        out.fields.append(std::move(bare));
    }
    for (const QString &name : names) {
        for (const QString &value : values[name])
            out.fields.append({name, {}, repeated(value, frame.rowCount()), {}, {}});
    }
    return out;
}

void labelsAsRows(const LabelsOptions &options, const Frame &frame, const Frames &all, Frames &out)
{
    for (const Field &field : frame.fields) {
        std::vector<QString> keys;
        std::vector<QString> values;
        const QStringList wanted = options.keepLabels.isEmpty() ? field.labels.keys() : options.keepLabels;
        for (const QString &key : wanted) {
            if (field.labels.isEmpty())
                break;
            keys.push_back(key);
            values.push_back(field.labels.value(key));
        }
        if (keys.empty())
            continue;
        Frame rows{fieldDisplayName(field, frame, all), frame.refId, Frame::Kind::Table, {}};
        rows.fields.append({u"label"_s, {}, Column::texts(std::move(keys)), {}, {}});
        rows.fields.append({u"value"_s, {}, Column::texts(std::move(values)), {}, {}});
        out.append(std::move(rows));
    }
}

Frames labelsToFields(const LabelsOptions &options, const Frames &frames, TransformRun &run)
{
    Frames out;
    double cells = 0;
    for (const Frame &frame : frames) {
        if (run.stopped())
            return frames;
        if (options.mode == LabelsMode::Rows) {
            labelsAsRows(options, frame, frames, out);
            continue;
        }
        Frame columns = labelsAsColumns(options, frame);
        cells += double(columns.fields.size()) * double(columns.rowCount());
        if (!run.hasRoomFor(cells))
            return frames;
        out.append(std::move(columns));
    }
    return out;
}

struct NoOptions {
};

QString frameTitle(const Frame &frame)
{
    if (!frame.name.isEmpty())
        return frame.name;
    QStringList names;
    for (const Field &field : frame.fields) {
        if (!field.isTime())
            names.append(fieldDisplayName(field, frame, {frame}));
    }
    return names.join(u", "_s);
}

// Times that ascend, as far as is looked, and numbers beside them.
bool isSeries(const Frame &frame)
{
    static constexpr qsizetype kLooked = 100;
    const auto ascends = [](const Field &field) {
        double last = -HUGE_VAL;
        for (qsizetype row = 0; row < std::min(field.values.size(), kLooked); ++row) {
            if (!(field.values.number(row) > last))
                return false;
            last = field.values.number(row);
        }
        return field.isTime();
    };
    return std::any_of(frame.fields.begin(), frame.fields.end(), ascends)
        && std::any_of(frame.fields.begin(), frame.fields.end(), [](const Field &field) { return field.isNumeric(); });
}

Frames seriesToRows(const NoOptions &, const Frames &all, TransformRun &run)
{
    Frames frames;
    double rows = 0;
    for (const Frame &frame : all) {
        rows += double(frame.rowCount());
        if (frame.rowCount() > 0)
            frames.append(frame);
    }
    if (all.isEmpty() || !std::all_of(frames.begin(), frames.end(), isSeries))
        return frames;
    if (!run.hasRoomFor(rows * 3))
        return all;
    ColumnBuilder times(Column::Type::Time);
    ColumnBuilder metrics(Column::Type::Text);
    std::optional<ColumnBuilder> values;
    QStringList refIds;
    Frame out{{}, {}, Frame::Kind::Table, {}};
    for (const Frame &frame : frames) {
        if (run.stopped())
            return all;
        refIds.append(frame.refId);
        const auto time = std::find_if(frame.fields.begin(), frame.fields.end(), [](const Field &field) { return field.isTime(); });
        const Field &value = frame.fields[time == frame.fields.begin() ? 1 : 0];
        if (!values) {
            values.emplace(value.values.type());
            out.fields = {{u"Time"_s, {}, {}, time->config, {}}, {u"Metric"_s, {}, {}, {}, {}}, {u"Value"_s, {}, {}, value.config, {}}};
        }
        const QString title = frameTitle(frame);
        for (qsizetype row = 0; row < frame.rowCount(); ++row) {
            times.add(time->values, row);
            metrics.addText(title);
            values->add(value.values, row);
        }
    }
    out.refId = u"seriesToRows-"_s + refIds.join(u'-');
    if (!values)
        return {out};
    out.fields[0].values = times.done();
    out.fields[1].values = metrics.done();
    out.fields[2].values = values->done();
    for (const int shown : {0, 2}) {
        out.fields[shown].config.displayName.clear();
        out.fields[shown].config.displayNameFromDS.clear();
    }
    return {cells::picked(out, cells::order(out.fields.first().values, true))};
}

enum class FrameNames { Field, Label, Drop };

struct ConcatenateOptions {
    FrameNames mode = FrameNames::Field;
    QString label = u"frame"_s;
};

Frames concatenate(const ConcatenateOptions &options, const Frames &frames, TransformRun &run)
{
    if (frames.size() < 2)
        return frames;
    qsizetype rows = 0;
    qsizetype fields = 0;
    for (const Frame &frame : frames) {
        rows = std::max(rows, frame.rowCount());
        fields += frame.fields.size();
    }
    if (!run.hasRoomFor(double(rows) * double(fields)))
        return frames;
    Frame out;
    for (const Frame &frame : frames) {
        std::vector<qsizetype> picks(size_t(rows), -1);
        for (qsizetype row = 0; row < frame.rowCount(); ++row)
            picks[size_t(row)] = row;
        for (Field field : frame.fields) {
            if (options.mode == FrameNames::Label && !frame.name.isEmpty())
                field.labels.insert(options.label, frame.name);
            else if (options.mode == FrameNames::Field && !frame.name.isEmpty())
                field.name = field.name == "Value"_L1 ? frame.name : frame.name + u" · "_s + field.name;
            if (frame.rowCount() < rows)
                field.values = cells::picked(field.values, picks);
            out.fields.append(std::move(field));
        }
    }
    return {out};
}

enum class SeriesForm { Wide, Multi, Long };

struct PrepareOptions {
    SeriesForm form = SeriesForm::Wide;
};

Frames prepareTimeSeries(const PrepareOptions &options, const Frames &frames, TransformRun &run)
{
    if (options.form == SeriesForm::Long) {
        run.warn(QCoreApplication::translate("Errors", "the long form is not made; the series stay as they are"), Notice::Severity::Info);
        return frames;
    }
    Frames series;
    for (const Frame &frame : frames) {
        const auto time = std::find_if(frame.fields.begin(), frame.fields.end(), [](const Field &f) { return f.isTime(); });
        if (time == frame.fields.end())
            continue;
        for (const Field &field : frame.fields) {
            if (field.isNumeric())
                series.append(Frame{frame.name, frame.refId, Frame::Kind::TimeSeries, {*time, field}});
        }
    }
    if (series.isEmpty())
        return frames;
    return options.form == SeriesForm::Multi ? series : joinFrames({}, series, run);
}
} // namespace

Transformation labelsToFieldsTransformation()
{
    using O = LabelsOptions;
    OptionSchema<O> schema;
    schema.choice(u"mode"_s, &O::mode, QT_TRANSLATE_NOOP("Options", "Labels as"),
                  {{LabelsMode::Columns, "columns", QT_TRANSLATE_NOOP("Options", "Columns")},
                   {LabelsMode::Rows, "rows", QT_TRANSLATE_NOOP("Options", "Rows")}});
    schema.texts(u"keepLabels"_s, &O::keepLabels, QT_TRANSLATE_NOOP("Options", "Labels"))
        .help(QT_TRANSLATE_NOOP("Options", "Names of labels; none: all"));
    schema.text(u"valueLabel"_s, &O::valueLabel, QT_TRANSLATE_NOOP("Options", "Value is named by"))
        .help(QT_TRANSLATE_NOOP("Options", "A label whose value becomes the name of the field"))
        .visibleWhen([](const Json &json) { return json[u"mode"].toString() != "rows"_L1; });
    Transformation out = makeTransformation<O>(u"labelsToFields"_s, QT_TRANSLATE_NOOP("Transformations", "Labels to fields"),
                                               QT_TRANSLATE_NOOP("Transformations", "Turns the labels of series into columns or rows"),
                                               schema, labelsToFields);
    out.byRow = true;
    return out;
}

Transformation seriesToRowsTransformation()
{
    Transformation out = makeTransformation<NoOptions>(
        u"seriesToRows"_s, QT_TRANSLATE_NOOP("Transformations", "Series to rows"),
        QT_TRANSLATE_NOOP("Transformations", "One long table of all series: time, metric, value"), {}, seriesToRows);
    out.byRow = true;
    return out;
}

Transformation concatenateTransformation()
{
    using O = ConcatenateOptions;
    OptionSchema<O> schema;
    schema.choice(u"frameNameMode"_s, &O::mode, QT_TRANSLATE_NOOP("Options", "Name of the frame"),
                  {{FrameNames::Field, "field", QT_TRANSLATE_NOOP("Options", "Before the field's name")},
                   {FrameNames::Label, "label", QT_TRANSLATE_NOOP("Options", "As a label")},
                   {FrameNames::Drop, "drop", QT_TRANSLATE_NOOP("Options", "Left out")}});
    schema.text(u"frameNameLabel"_s, &O::label, QT_TRANSLATE_NOOP("Options", "Label")).visibleWhen([](const Json &json) {
        return json[u"frameNameMode"].toString() == "label"_L1;
    });
    Transformation out = makeTransformation<O>(u"concatenate"_s, QT_TRANSLATE_NOOP("Transformations", "Concatenate fields"),
                                               QT_TRANSLATE_NOOP("Transformations", "All fields in one frame, side by side, row by row"),
                                               schema, concatenate);
    out.byRow = true;
    return out;
}

Transformation prepareTimeSeriesTransformation()
{
    using O = PrepareOptions;
    OptionSchema<O> schema;
    schema.choice(u"format"_s, &O::form, QT_TRANSLATE_NOOP("Options", "Form"),
                  {{SeriesForm::Wide, "wide", QT_TRANSLATE_NOOP("Options", "One frame, a field for each series")},
                   {SeriesForm::Multi, "multi", QT_TRANSLATE_NOOP("Options", "A frame for each series")},
                   {SeriesForm::Long, "long", QT_TRANSLATE_NOOP("Options", "One long table")}});
    return makeTransformation<O>(u"prepareTimeSeries"_s, QT_TRANSLATE_NOOP("Transformations", "Prepare time series"),
                                 QT_TRANSLATE_NOOP("Transformations", "Brings series into another form: wide or one frame each"), schema,
                                 prepareTimeSeries);
}
