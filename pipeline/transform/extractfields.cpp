// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtCore/QRegularExpression>

#include <QtCore/QCoreApplication>
#include <cmath>
#include <pipeline/fieldpipeline.h>
#include <pipeline/transform/catalogue.h>
#include <pipeline/transform/cells.h>
#include <pipeline/valuemapping.h>

using namespace Qt::StringLiterals;

namespace {
enum class Format { Auto, Json, KeyValues, RegExp, Delimiter };

struct ExtractOptions {
    QString source;
    Format format = Format::Auto;
    QString delimiter = u","_s;
    QString pattern;
    Json paths; // [{path, alias}] of the JSON; none: all members
    bool replace = false;
    bool keepTime = false;
};

constexpr qsizetype kMaxFields = 500;

// Cells of one extracted field; rows that lack it hold nothing.
struct Extracted {
    QString name;
    std::vector<QString> texts;
    bool isNumeric = true;
};

class Extractor
{
public:
    Extractor(const ExtractOptions &options, qsizetype rows) : m_options(options), m_rows(rows), m_regex(regexFromText(options.pattern)) { }

    void take(qsizetype row, const QString &text)
    {
        switch (m_options.format) {
        case Format::KeyValues:
            return takePairs(row, text);
        case Format::RegExp:
            return takeGroups(row, text);
        case Format::Delimiter: {
            const QString by = m_options.delimiter.isEmpty() ? u","_s : m_options.delimiter;
            for (const QString &part : text.split(by))
                set(row, part.trimmed(), u"1"_s);
            return;
        }
        default:
            if (!takeJson(row, text) && m_options.format == Format::Auto)
                takePairs(row, text);
        }
    }

    QList<Field> fields() const
    {
        QList<Field> out;
        for (const Extracted &each : m_fields) {
            if (!each.isNumeric) {
                out.append({each.name, {}, Column::texts(each.texts), {}, {}});
                continue;
            }
            std::vector<double> values;
            for (const QString &text : each.texts)
                values.push_back(text.isNull() ? Column::missing() : cells::toNumber(text));
            out.append({each.name, {}, Column::numbers(std::move(values)), {}, {}});
        }
        return out;
    }

private:
    void set(qsizetype row, const QString &name, const QString &text)
    {
        if (name.isEmpty())
            return;
        auto place = m_places.constFind(name);
        if (place == m_places.constEnd()) {
            if (qsizetype(m_fields.size()) >= kMaxFields)
                return;
            place = m_places.insert(name, m_fields.size());
            m_fields.push_back({name, std::vector<QString>(size_t(m_rows)), true});
        }
        Extracted &field = m_fields[size_t(*place)];
        field.texts[size_t(row)] = text.isNull() ? u""_s : text;
        field.isNumeric = field.isNumeric && !text.trimmed().isEmpty() && !std::isnan(cells::toNumber(text));
    }

    void setJson(qsizetype row, const QString &name, const Json &value)
    {
        if (!value.isNull())
            set(row, name, value.isString() ? value.toString() : QString::fromUtf8(value.dump()));
    }

    bool takeJson(qsizetype row, const QString &text)
    {
        const Result<Json> json = Json::parse(text.toUtf8());
        if (!json || !(json->isObject() || json->isArray()))
            return false;
        if (m_options.paths.size() == 0) {
            const QStringList keys = json->keys();
            const std::vector<Json> values = json->items();
            for (qsizetype i = 0; i < qsizetype(values.size()) && i < kMaxFields; ++i)
                setJson(row, i < keys.size() ? keys[i] : QString::number(i), values[size_t(i)]);
            return true;
        }
        for (const Json &item : m_options.paths.items()) {
            const QString path = item[u"path"].toString();
            const QString alias = item[u"alias"].toString();
            setJson(row, alias.isEmpty() ? path : alias, json->get(path));
        }
        return true;
    }

    // a=1, b="two words"
    void takePairs(qsizetype row, const QString &text)
    {
        static const QRegularExpression pair(u"([\\w.\\-]+)\\s*[=:]\\s*(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^\\s,;&]*))"_s);
        if (text.size() > kMaxRegexSubject)
            return;
        for (auto it = pair.globalMatch(text); it.hasNext();) {
            const QRegularExpressionMatch match = it.next();
            set(row, match.captured(1), match.hasCaptured(2) ? match.captured(2) : match.captured(3));
        }
    }

    void takeGroups(qsizetype row, const QString &text)
    {
        if (!m_regex.isValid() || text.size() > kMaxRegexSubject)
            return;
        const QRegularExpressionMatch match = m_regex.match(text);
        const QStringList names = m_regex.namedCaptureGroups();
        for (qsizetype i = 1; i < names.size() && match.hasMatch(); ++i)
            set(row, names[i], match.captured(int(i)));
    }

    const ExtractOptions &m_options;
    qsizetype m_rows;
    QRegularExpression m_regex;
    std::vector<Extracted> m_fields;
    QHash<QString, size_t> m_places;
};

Frame extracted(const ExtractOptions &options, const Frame &frame, const Frames &all, TransformRun &run)
{
    const auto source = std::find_if(frame.fields.begin(), frame.fields.end(), [&](const Field &field) {
        return options.source.isEmpty() ? field.values.type() == Column::Type::Text : fieldDisplayName(field, frame, all) == options.source;
    });
    if (source == frame.fields.end())
        return frame;
    Extractor extractor(options, frame.rowCount());
    for (qsizetype row = 0; row < frame.rowCount(); ++row) {
        if (row % 1024 == 0 && (run.stopped() || !run.hasRoomFor(double(frame.rowCount()) * 20)))
            return frame;
        if (!source->values.isNull(row))
            extractor.take(row, cells::text(source->values, row));
    }
    Frame out = frame;
    if (options.replace) {
        out.fields.clear();
        for (const Field &field : frame.fields) {
            if (options.keepTime && field.isTime())
                out.fields.append(field);
        }
    }
    out.fields.append(extractor.fields());
    return out.fields.isEmpty() ? frame : out;
}

Frames extractFields(const ExtractOptions &options, const Frames &frames, TransformRun &run)
{
    if (options.format == Format::RegExp && !regexFromText(options.pattern).isValid())
        run.warn(QCoreApplication::translate("Errors", "“%1” is no regular expression").arg(options.pattern.left(80)));
    Frames out;
    for (const Frame &frame : frames)
        out.append(run.stopped() ? frame : extracted(options, frame, frames, run));
    return out;
}

struct PartitionOptions {
    QStringList fields;
    bool keepFields = false;
};

std::vector<std::vector<qsizetype>> groupsOf(const QList<const Column *> &keys, qsizetype rows)
{
    RowIds ids;
    std::vector<std::vector<qsizetype>> groups;
    for (qsizetype row = 0; row < rows; ++row) {
        const auto id = size_t(ids.idOf(keys, row));
        if (id == groups.size())
            groups.emplace_back();
        groups[id].push_back(row);
    }
    return groups;
}

// A frame for each combination of values.
Frames partitionByValues(const PartitionOptions &options, const Frames &frames, TransformRun &run)
{
    Frames out;
    for (const Frame &frame : frames) {
        QList<const Column *> keys;
        QSet<qsizetype> isKey;
        for (qsizetype i = 0; i < frame.fields.size(); ++i) {
            if (options.fields.contains(fieldDisplayName(frame.fields[i], frame, frames))) {
                keys.append(&frame.fields[i].values);
                isKey.insert(i);
            }
        }
        if (keys.isEmpty() || run.stopped()) {
            out.append(frame);
            continue;
        }
        const auto groups = groupsOf(keys, frame.rowCount());
        if (groups.size() > 5000) {
            run.warn(QCoreApplication::translate("Errors", "would make %1 frames; it was left out").arg(groups.size()));
            return frames;
        }
        for (const std::vector<qsizetype> &rows : groups) {
            QStringList values;
            for (const Column *key : keys)
                values.append(cells::text(*key, rows.front()));
            Frame part{values.join(u' '), frame.refId, frame.kind, {}};
            for (qsizetype i = 0; i < frame.fields.size(); ++i) {
                if (isKey.contains(i) && !options.keepFields)
                    continue;
                part.fields.append(frame.fields[i]);
                part.fields.last().values = cells::picked(frame.fields[i].values, rows);
            }
            out.append(std::move(part));
        }
    }
    return out;
}
} // namespace

Transformation extractFieldsTransformation()
{
    using O = ExtractOptions;
    OptionSchema<O> schema;
    schema.text(u"source"_s, &O::source, QT_TRANSLATE_NOOP("Options", "Source")).as(OptionRow::Kind::FieldName);
    schema.choice(u"format"_s, &O::format, QT_TRANSLATE_NOOP("Options", "Form"),
                  {{Format::Auto, "auto", QT_TRANSLATE_NOOP("Options", "Automatic")},
                   {Format::Json, "json", "JSON"},
                   {Format::KeyValues, "kvp", QT_TRANSLATE_NOOP("Options", "Keys and values")},
                   {Format::RegExp, "regexp", QT_TRANSLATE_NOOP("Options", "Regular expression")},
                   {Format::Delimiter, "delimiter", QT_TRANSLATE_NOOP("Options", "Separated")}});
    const auto inFormat = [](const char *format) {
        return [wanted = QString::fromLatin1(format)](const Json &json) { return json[u"format"].toString() == wanted; };
    };
    schema.text(u"delimiter"_s, &O::delimiter, QT_TRANSLATE_NOOP("Options", "Separator")).visibleWhen(inFormat("delimiter"));
    schema.text(u"regExp"_s, &O::pattern, QT_TRANSLATE_NOOP("Options", "Pattern"))
        .help(QT_TRANSLATE_NOOP("Options", "Named groups become fields: /(?<code>[0-9]+)/"))
        .visibleWhen(inFormat("regexp"));
    schema.json(u"jsonPaths"_s, &O::paths, QT_TRANSLATE_NOOP("Options", "Paths"));
    schema.boolean(u"replace"_s, &O::replace, QT_TRANSLATE_NOOP("Options", "Replace all fields"));
    schema.boolean(u"keepTime"_s, &O::keepTime, QT_TRANSLATE_NOOP("Options", "Keep time")).visibleWhen([](const Json &json) {
        return json[u"replace"].toBool();
    });
    Transformation out
        = makeTransformation<O>(u"extractFields"_s, QT_TRANSLATE_NOOP("Transformations", "Extract fields"),
                                QT_TRANSLATE_NOOP("Transformations", "Fields out of texts: JSON, pairs, patterns"), schema, extractFields);
    out.byRow = true;
    return out;
}

Transformation partitionTransformation()
{
    using O = PartitionOptions;
    OptionSchema<O> schema;
    schema.texts(u"fields"_s, &O::fields, QT_TRANSLATE_NOOP("Options", "Fields"));
    schema.boolean(u"keepFields"_s, &O::keepFields, QT_TRANSLATE_NOOP("Options", "Keep the fields"));
    Transformation out
        = makeTransformation<O>(u"partitionByValues"_s, QT_TRANSLATE_NOOP("Transformations", "Partition by values"),
                                QT_TRANSLATE_NOOP("Transformations", "A frame for each value of a field"), schema, partitionByValues);
    out.byRow = true;
    return out;
}
