// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtCore/QDateTime>

#include <QtCore/QCoreApplication>
#include <QtCore/QRegularExpression>
#include <cmath>
#include <pipeline/fieldpipeline.h>
#include <pipeline/momentformat.h>
#include <pipeline/numbertext.h>
#include <pipeline/transform/catalogue.h>
#include <pipeline/transform/cells.h>
#include <pipeline/transform/filterframes.h>

using namespace Qt::StringLiterals;

namespace {
struct ConvertOptions {
    Json conversions; // [{targetField, destinationType, dateFormat, joinWith}]
};

Column toNumbers(const Column &column)
{
    ColumnBuilder out(Column::Type::Number);
    out.reserve(column.size());
    for (qsizetype row = 0; row < column.size(); ++row) {
        if (column.type() != Column::Type::Text) {
            out.addNumber(std::isfinite(column.number(row)) ? column.number(row) : Column::missing());
            continue;
        }
        const QString text = column.text(row).remove(u',');
        const double value = text.trimmed().isEmpty() ? Column::missing() : cells::toNumber(text);
        out.addNumber(std::isfinite(value) ? value : Column::missing());
    }
    return out.done();
}

// ISO dates with or without a time of day, in UTC where they name no zone; plain numbers are milliseconds.
double timeOf(const QString &text)
{
    if (text.trimmed().isEmpty())
        return Column::missing();
    if (const double ms = cells::toNumber(text); std::isfinite(ms))
        return ms;
    QString iso = text;
    if (iso.size() > 10 && iso[10] == u' ')
        iso[10] = u'T';
    QDateTime time = QDateTime::fromString(iso, Qt::ISODateWithMs);
    if (time.isValid() && time.timeSpec() == Qt::LocalTime)
        time.setTimeSpec(Qt::UTC);
    return time.isValid() ? double(time.toMSecsSinceEpoch()) : Column::missing();
}

Column toTimes(const Column &column)
{
    ColumnBuilder out(Column::Type::Time);
    out.reserve(column.size());
    for (qsizetype row = 0; row < column.size(); ++row)
        out.addNumber(column.type() == Column::Type::Text ? timeOf(column.text(row)) : column.number(row));
    return out.done();
}

Column toBools(const Column &column)
{
    ColumnBuilder out(Column::Type::Bool);
    out.reserve(column.size());
    for (qsizetype row = 0; row < column.size(); ++row) {
        const double value = column.number(row);
        out.addNumber(column.type() == Column::Type::Text ? !column.text(row).isEmpty() : !std::isnan(value) && value != 0);
    }
    return out.done();
}

QString joined(const QString &text, const QString &separator)
{
    const Result<Json> list = text.startsWith(u'[') ? Json::parse(text.toUtf8()) : fail(Error::Kind::Parse, {});
    if (!list || !list->isArray())
        return text;
    QStringList parts;
    for (const Json &item : list->items())
        parts.append(item.isString() ? item.toString() : QString::fromUtf8(item.dump()));
    return parts.join(separator);
}

Column toTexts(const Column &column, const Json &conversion)
{
    const QString format = conversion[u"dateFormat"].toString();
    const QString separator = conversion[u"joinWith"].toString();
    ColumnBuilder out(Column::Type::Text);
    out.reserve(column.size());
    for (qsizetype row = 0; row < column.size(); ++row) {
        if (column.isNull(row))
            out.addText(u"null"_s);
        else if (column.type() == Column::Type::Time)
            out.addText(formatMoment(column.number(row), format.isEmpty() ? u"YYYY-MM-DDTHH:mm:ss[Z]"_s : format, QTimeZone::utc()));
        else
            out.addText(separator.isEmpty() ? cells::text(column, row) : joined(cells::text(column, row), separator));
    }
    return out.done();
}

Column converted(const Column &column, const Json &conversion, TransformRun &run)
{
    const QString to = conversion[u"destinationType"].toString();
    if (to == "number"_L1)
        return toNumbers(column);
    if (to == "time"_L1)
        return column.type() == Column::Type::Time ? column : toTimes(column);
    if (to == "boolean"_L1)
        return toBools(column);
    if (to == "string"_L1)
        return toTexts(column, conversion);
    if (!to.isEmpty())
        run.warn(QCoreApplication::translate("Errors", "fields cannot become “%1”").arg(to.left(40)), Notice::Severity::Info);
    return column;
}

Frames convertFieldType(const ConvertOptions &options, const Frames &frames, TransformRun &run)
{
    Frames out = frames;
    for (qsizetype f = 0; f < frames.size(); ++f) {
        for (const Json &conversion : options.conversions.items()) {
            const QString name = conversion[u"targetField"].toString();
            const FieldMatcher matches = namesMatcher({name});
            for (qsizetype i = 0; i < frames[f].fields.size() && !name.isEmpty() && !run.stopped(); ++i) {
                if (matches(frames[f].fields[i], frames[f], frames))
                    out[f].fields[i].values = converted(out[f].fields[i].values, conversion, run);
            }
        }
    }
    return out;
}

struct FormatOptions {
    QString field;
    QString format;
    int start = 0;
    int end = 100;
};

QStringList words(const QString &text)
{
    static const QRegularExpression between(u"[\\s_\\-]+"_s);
    return text.split(between, Qt::SkipEmptyParts);
}

QString capital(const QString &word)
{
    return word.left(1).toUpper() + word.mid(1).toLower();
}

QString pascal(const QString &text)
{
    QString out;
    for (const QString &word : words(text))
        out += capital(word);
    return out;
}

std::optional<QString> formatted(const QString &text, const FormatOptions &options)
{
    const QString &format = options.format;
    if (format == "Upper Case"_L1)
        return text.toUpper();
    if (format == "Lower Case"_L1)
        return text.toLower();
    if (format == "Sentence Case"_L1)
        return text.left(1).toUpper() + text.mid(1);
    if (format == "First Letter"_L1)
        return text.left(1);
    if (format == "Pascal Case"_L1)
        return pascal(text);
    if (format == "Camel Case"_L1)
        return pascal(text).left(1).toLower() + pascal(text).mid(1);
    if (format == "Snake Case"_L1)
        return words(text.toLower()).join(u'_');
    if (format == "Kebab Case"_L1)
        return words(text.toLower()).join(u'-');
    if (format == "Trim"_L1)
        return text.trimmed();
    if (format == "Substring"_L1)
        return text.mid(options.start, std::max(0, options.end - options.start));
    return {};
}

Frames formatString(const FormatOptions &options, const Frames &frames, TransformRun &run)
{
    if (!formatted({}, options))
        run.warn(QCoreApplication::translate("Errors", "form “%1” is not known: the texts are left empty").arg(options.format.left(40)));
    Frames out = frames;
    for (qsizetype f = 0; f < frames.size(); ++f) {
        for (qsizetype i = 0; i < frames[f].fields.size() && !run.stopped(); ++i) {
            const Field &field = frames[f].fields[i];
            if (field.values.type() != Column::Type::Text || fieldDisplayName(field, frames[f], frames) != options.field)
                continue;
            ColumnBuilder texts(Column::Type::Text);
            for (qsizetype row = 0; row < field.values.size(); ++row) {
                const auto text = field.values.isNull(row) ? std::nullopt : formatted(field.values.text(row), options);
                if (text)
                    texts.addText(*text);
                else
                    texts.addNothing();
            }
            out[f].fields[i].values = texts.done();
        }
    }
    return out;
}

struct FormatTimeOptions {
    QString field;
    QString format = u"YYYY-MM-DD HH:mm:ss"_s;
    QString zone; // an IANA name; else UTC
};

// What is no time is written as JSON.
QString jsonText(const Column &column, qsizetype row)
{
    if (column.type() == Column::Type::Text && !column.isNull(row))
        return QString::fromUtf8(Json(column.text(row)).dump());
    const QString text = cells::text(column, row);
    return text.isNull() ? u"null"_s : text;
}

Frames formatTime(const FormatTimeOptions &options, const Frames &frames, TransformRun &run)
{
    QTimeZone zone = QTimeZone::utc();
    if (const QTimeZone named(options.zone.toUtf8()); named.isValid())
        zone = named;
    else if (options.zone == "browser"_L1)
        zone = QTimeZone::systemTimeZone();
    else if (!options.zone.isEmpty() && options.zone != "utc"_L1)
        run.warn(QCoreApplication::translate("Errors", "time zone “%1” is not known: UTC it is").arg(options.zone.left(40)));
    Frames out = frames;
    for (qsizetype f = 0; f < frames.size(); ++f) {
        for (qsizetype i = 0; i < frames[f].fields.size() && !run.stopped(); ++i) {
            const Field &field = frames[f].fields[i];
            if (fieldDisplayName(field, frames[f], frames) != options.field)
                continue;
            ColumnBuilder texts(Column::Type::Text);
            for (qsizetype row = 0; row < field.values.size(); ++row) {
                if (!field.isTime())
                    texts.addText(jsonText(field.values, row));
                else if (field.values.isNull(row))
                    texts.addNothing();
                else
                    texts.addText(formatMoment(field.values.number(row), options.format, zone));
            }
            out[f].fields[i].values = texts.done();
        }
    }
    return out;
}
} // namespace

Transformation formatTimeTransformation()
{
    using O = FormatTimeOptions;
    OptionSchema<O> schema;
    schema.text(u"timeField"_s, &O::field, QT_TRANSLATE_NOOP("Options", "Field")).as(OptionRow::Kind::FieldName);
    schema.text(u"outputFormat"_s, &O::format, QT_TRANSLATE_NOOP("Options", "Form"))
        .help(QT_TRANSLATE_NOOP("Options", "As YYYY-MM-DD HH:mm:ss"));
    schema.text(u"timezone"_s, &O::zone, QT_TRANSLATE_NOOP("Options", "Time zone"))
        .help(QT_TRANSLATE_NOOP("Options", "utc, browser, or a name as Europe/Berlin"));
    return makeTransformation<O>(u"formatTime"_s, QT_TRANSLATE_NOOP("Transformations", "Format time"),
                                 QT_TRANSLATE_NOOP("Transformations", "Times as texts of a form"), schema, formatTime);
}

Transformation convertFieldTypeTransformation()
{
    OptionSchema<ConvertOptions> schema;
    schema.json(u"conversions"_s, &ConvertOptions::conversions, QT_TRANSLATE_NOOP("Options", "Conversions"));
    return makeTransformation<ConvertOptions>(u"convertFieldType"_s, QT_TRANSLATE_NOOP("Transformations", "Convert field type"),
                                              QT_TRANSLATE_NOOP("Transformations", "Makes numbers, times or texts of a field"), schema,
                                              convertFieldType);
}

Transformation formatStringTransformation()
{
    using O = FormatOptions;
    OptionSchema<O> schema;
    schema.text(u"stringField"_s, &O::field, QT_TRANSLATE_NOOP("Options", "Field")).as(OptionRow::Kind::FieldName);
    schema.choice(u"outputFormat"_s, &O::format, QT_TRANSLATE_NOOP("Options", "Form"),
                  std::vector<EnumChoice<QString>>{{u"Upper Case"_s, "Upper Case", QT_TRANSLATE_NOOP("Options", "Upper case")},
                                                   {u"Lower Case"_s, "Lower Case", QT_TRANSLATE_NOOP("Options", "Lower case")},
                                                   {u"Sentence Case"_s, "Sentence Case", QT_TRANSLATE_NOOP("Options", "Sentence case")},
                                                   {u"First Letter"_s, "First Letter", QT_TRANSLATE_NOOP("Options", "First letter")},
                                                   {u"Pascal Case"_s, "Pascal Case", QT_TRANSLATE_NOOP("Options", "Pascal case")},
                                                   {u"Camel Case"_s, "Camel Case", QT_TRANSLATE_NOOP("Options", "Camel case")},
                                                   {u"Snake Case"_s, "Snake Case", QT_TRANSLATE_NOOP("Options", "Snake case")},
                                                   {u"Kebab Case"_s, "Kebab Case", QT_TRANSLATE_NOOP("Options", "Kebab case")},
                                                   {u"Trim"_s, "Trim", QT_TRANSLATE_NOOP("Options", "Trimmed")},
                                                   {u"Substring"_s, "Substring", QT_TRANSLATE_NOOP("Options", "A part")}});
    const auto isPart = [](const Json &json) { return json[u"outputFormat"].toString() == "Substring"_L1; };
    schema.integer(u"substringStart"_s, &O::start, QT_TRANSLATE_NOOP("Options", "From")).range(0, 1e6).visibleWhen(isPart);
    schema.integer(u"substringEnd"_s, &O::end, QT_TRANSLATE_NOOP("Options", "To")).range(0, 1e6).visibleWhen(isPart);
    return makeTransformation<O>(u"formatString"_s, QT_TRANSLATE_NOOP("Transformations", "Format text"),
                                 QT_TRANSLATE_NOOP("Transformations", "Changes the case of a text field, trims or cuts it"), schema,
                                 formatString);
}
