// SPDX-License-Identifier: GPL-3.0-or-later
#include <pipeline/fieldpipeline.h>

#include <QtCore/QCoreApplication>
#include <pipeline/transform/catalogue.h>
#include <pipeline/transform/cells.h>

using namespace Qt::StringLiterals;

namespace {
struct SortOptions {
    Json sort; // [{field, desc}]; the first counts
};

Frames sortBy(const SortOptions &options, const Frames &frames, TransformRun &run)
{
    const Json first = options.sort.at(0);
    const QString name = first[u"field"].toString();
    if (options.sort.size() > 1)
        run.warn(QCoreApplication::translate("Errors", "only the first field sorts"), Notice::Severity::Info);
    if (name.isEmpty())
        return frames;
    Frames out;
    for (const Frame &frame : frames) {
        const auto found = [&frame](const auto &isIt) { return std::find_if(frame.fields.begin(), frame.fields.end(), isIt); };
        auto field = found([&](const Field &each) { return fieldDisplayName(each, frame, {}) == name; });
        if (field == frame.fields.end())
            field = found([&](const Field &each) { return fieldDisplayName(each, frame, frames) == name; });
        if (run.stopped())
            return frames;
        out.append(field == frame.fields.end() ? frame : cells::picked(frame, cells::order(field->values, first[u"desc"].toBool())));
    }
    return out;
}

struct LimitOptions {
    Json limit = Json(10); // a number, or a text with one; negative: from the end
};

Frames limit(const LimitOptions &options, const Frames &frames, TransformRun &run)
{
    bool isNumber = options.limit.isNumber();
    const double wanted = isNumber ? options.limit.toDouble() : options.limit.toString().toDouble(&isNumber);
    if (!isNumber) {
        run.warn(QCoreApplication::translate("Errors", "“%1” is no number of rows").arg(options.limit.toString().left(40)));
        return frames;
    }
    const auto count = qsizetype(std::clamp(std::trunc(wanted), -1e12, 1e12));
    Frames out = frames;
    for (Frame &frame : out) {
        const qsizetype rows = frame.rowCount();
        const qsizetype kept = std::min(rows, std::abs(count));
        if (kept == rows)
            continue;
        for (Field &field : frame.fields)
            field.values = field.values.slice(count < 0 ? rows - kept : 0, kept);
    }
    return out;
}
} // namespace

Transformation sortByTransformation()
{
    OptionSchema<SortOptions> schema;
    schema.json(u"sort"_s, &SortOptions::sort, QT_TRANSLATE_NOOP("Options", "Sort"));
    Transformation out
        = makeTransformation<SortOptions>(u"sortBy"_s, QT_TRANSLATE_NOOP("Transformations", "Sort by"),
                                          QT_TRANSLATE_NOOP("Transformations", "Orders the rows of each frame by a field"), schema, sortBy);
    out.byRow = true;
    return out;
}

Transformation limitTransformation()
{
    OptionSchema<LimitOptions> schema;
    schema.json(u"limitField"_s, &LimitOptions::limit, QT_TRANSLATE_NOOP("Options", "Rows"))
        .as(OptionRow::Kind::Number)
        .help(QT_TRANSLATE_NOOP("Options", "Below zero: the last ones"));
    Transformation out = makeTransformation<LimitOptions>(
        u"limit"_s, QT_TRANSLATE_NOOP("Transformations", "Limit"),
        QT_TRANSLATE_NOOP("Transformations", "Keeps the first rows of each frame, or the last"), schema, limit);
    out.byRow = true;
    return out;
}
