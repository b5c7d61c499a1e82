// SPDX-License-Identifier: GPL-3.0-or-later
#include <pipeline/fielddisplay.h>

#include <QtCore/QRegularExpression>
#include <cmath>
#include <functional>
#include <pipeline/fieldpipeline.h>
#include <pipeline/numbertext.h>
#include <pipeline/reduce.h>
#include <pipeline/valuemapping.h>

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype kMaxEntries = 5000;
constexpr qsizetype kLimit = 25; // where none is said
constexpr qsizetype kMaxTitle = 4000;

NullMode nullMode(const FieldConfig &config)
{
    return config.nullValueMode == "connected"_L1   ? NullMode::Ignore
        : config.nullValueMode == "null as zero"_L1 ? NullMode::AsZero
        : config.nullValueMode == "null"_L1         ? NullMode::Null
                                                    : NullMode::Default;
}

struct Wanted {
    QString pattern;
    QRegularExpression regex;

    explicit Wanted(const QString &fields) : pattern(fields), regex(regexFromText(fields)) { }

    bool operator()(const Field &field, const QString &shown) const
    {
        return pattern.isEmpty() ? field.isNumeric() : regexMatches(regex, shown);
    }
};

DisplayValue shown(const DisplayProcessor &display, const Reduced &value)
{
    switch (value.kind) {
    case Reduced::Kind::Number:
        return display.number(value.number);
    case Reduced::Kind::Text:
        return display.text(value.text);
    case Reduced::Kind::Bool:
        return display.boolean(value.number != 0);
    case Reduced::Kind::List:
        return display.text(u"%1 values"_s.arg(value.list.size()));
    case Reduced::Kind::Null:
        break;
    }
    return display.null();
}

using ShownCell = std::function<DisplayValue(const Field &field, qsizetype row)>;

// ${__cell_1} by column, ${__data.fields.name} and ${__data.fields[1]}: what else stands in the row.
QString withCells(const QString &text, const Frame &frame, qsizetype row, const ShownCell &cell)
{
    if (!text.contains("${__"_L1) || text.size() > kMaxTitle)
        return text;
    static const QRegularExpression pattern(
        u"\\$\\{__(?:cell_(\\d{1,4})|data\\.fields\\[(\\d{1,4})\\]|data\\.fields(?:\\.|\\[\")([^}\"]+?)(?:\"\\])?)\\}"_s);
    QString out;
    qsizetype from = 0;
    for (auto it = pattern.globalMatch(text); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        const QString index = match.captured(1) + match.captured(2);
        qsizetype at = index.isEmpty() ? 0 : index.toLongLong();
        if (index.isEmpty()) {
            while (at < frame.fields.size() && frame.fields[at].name != match.captured(3)
                   && frame.fields[at].state.displayName != match.captured(3))
                ++at;
        }
        const bool known = at < frame.fields.size();
        out += text.mid(from, match.capturedStart() - from) + (known ? cell(frame.fields[at], row).joined() : QString());
        from = match.capturedEnd();
    }
    return out + text.mid(from);
}

// ${__value.text}, ${__value.raw} and ${__value.numeric}: of the row itself.
QString withValue(QString text, const Column &values, qsizetype row, const QString &shown)
{
    if (!text.contains("${__value."_L1))
        return text;
    const bool isText = values.type() == Column::Type::Text;
    const double number = isText || values.isNull(row) ? std::nan("") : values.number(row);
    const QString raw = values.isNull(row)    ? QString()
        : isText                              ? values.text(row)
        : values.type() == Column::Type::Bool ? (number != 0 ? u"true"_s : u"false"_s)
                                              : numbertext::shortest(number);
    return text.replace("${__value.text}"_L1, shown)
        .replace("${__value.numeric}"_L1, numbertext::shortest(number))
        .replace("${__value.raw}"_L1, raw);
}

// A row is called by its texts; by the field's name too where several numbers stand in it.
QString rowTitle(const Field &field, const Frame &frame, const QString &shownName, qsizetype row, const ShownCell &cell,
                 const DisplayValue &value)
{
    if (!field.config.displayName.isEmpty())
        return withValue(withCells(shownName, frame, row, cell), field.values, row, value.joined());
    const QString name = fieldDisplayName(field, frame, {});
    QStringList parts;
    int otherNumbers = 0;
    for (const Field &other : frame.fields) {
        if (&other == &field)
            continue;
        if (const QString text = other.values.type() == Column::Type::Text ? cell(other, row).text : QString(); !text.isEmpty())
            parts.append(text);
        otherNumbers += other.isNumeric();
    }
    if (otherNumbers > 0 || parts.isEmpty())
        parts.append(name);
    return parts.join(u' ');
}

Column timesOf(const Frame &frame)
{
    for (const Field &field : frame.fields) {
        if (field.isTime())
            return field.values;
    }
    return {};
}
} // namespace

FieldDisplay noValueDisplay(const QString &text)
{
    FieldDisplay out;
    out.value.text = text;
    out.value.color = {128, 128, 128};
    return out;
}

QList<FieldDisplay> fieldDisplays(const Frames &frames, const ReduceOptions &options, Brightness theme, const QTimeZone &zone)
{
    const Wanted wanted(options.fields);
    const QStringList calcs = options.calcs.isEmpty() ? QStringList{u"last"_s} : options.calcs;
    const qsizetype limit = options.values ? (options.limit > 0 ? std::min<qsizetype>(options.limit, kMaxEntries) : kLimit) : kMaxEntries;
    const auto shownCell = [theme, &zone](const Field &field, qsizetype row) { return DisplayProcessor(field, theme, zone).row(row); };
    QList<FieldDisplay> out;
    for (const Frame &frame : frames) {
        const Column times = timesOf(frame);
        for (const Field &field : frame.fields) {
            const QString name = field.state.displayName.isEmpty() ? fieldDisplayName(field, frame, frames) : field.state.displayName;
            if (!wanted(field, name))
                continue;
            const DisplayProcessor display(field, theme, zone);
            if (options.values) {
                for (qsizetype row = 0; row < field.values.size() && out.size() < limit; ++row) {
                    const DisplayValue value = display.row(row);
                    out.append(
                        {rowTitle(field, frame, name, row, shownCell, value), value, field, times, row, display.min(), display.max()});
                }
                continue;
            }
            for (const QString &calc : calcs) {
                if (out.size() >= limit)
                    return out;
                QString title = name;
                title.replace("${__calc}"_L1, calc);
                const DisplayValue value = shown(display, reduce(field.values, calc, nullMode(field.config)));
                out.append({title, value, field, times, -1, display.min(), display.max()});
            }
        }
    }
    return out;
}
