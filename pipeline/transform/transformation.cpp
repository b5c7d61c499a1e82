// SPDX-License-Identifier: GPL-3.0-or-later
#include <pipeline/transform/transformation.h>

#include <QtCore/QCoreApplication>
#include <QtCore/QHash>
#include <pipeline/transform/catalogue.h>
#include <pipeline/transform/cells.h>
#include <pipeline/valuemapping.h>

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype kMaxSteps = 200;
constexpr int kMaxDepth = 40;

Json interpolated(const Json &value, const std::function<QString(const QString &)> &interpolate, int depth = 0)
{
    if (value.isString()) {
        const QString text = value.toString();
        return text.contains(u'$') || text.contains("[["_L1) ? Json(interpolate(text)) : value;
    }
    if (depth > kMaxDepth)
        return value;
    if (value.isArray()) {
        std::vector<Json> items = value.items();
        for (Json &item : items)
            item = interpolated(item, interpolate, depth + 1);
        return Json::array(std::move(items));
    }
    if (!value.isObject())
        return value;
    std::vector<std::pair<QString, Json>> members;
    const std::vector<Json> values = value.items();
    const QStringList keys = value.keys();
    for (qsizetype i = 0; i < keys.size(); ++i)
        members.emplace_back(keys[i], interpolated(values[size_t(i)], interpolate, depth + 1));
    return Json::object(members);
}

bool says(const Json &value)
{
    return !value.isNull() && !((value.isObject() || value.isArray()) && value.size() == 0) && value.toString(u"x"_s) != QString();
}

// Keys in the file that no row declares: Grafana may honour them, we do not.
void collectUnknown(const Json &options, const QString &path, const QList<OptionRow> &rows, QStringList &unknown)
{
    const QStringList keys = options.keys();
    const std::vector<Json> values = options.items();
    for (qsizetype i = 0; i < keys.size(); ++i) {
        const QString key = path + keys[i];
        const QString below = key + u'.';
        const auto declares = [&](const OptionRow &row) { return row.key == key; };
        const auto holds = [&](const OptionRow &row) { return row.key.startsWith(below); };
        if (std::any_of(rows.begin(), rows.end(), declares) || !says(values[size_t(i)]))
            continue;
        if (values[size_t(i)].isObject() && std::any_of(rows.begin(), rows.end(), holds))
            collectUnknown(values[size_t(i)], below, rows, unknown);
        else
            unknown.append(key.left(60));
    }
}

void warnOfUnknown(const Json &options, const Transformation &transformation, TransformRun &run)
{
    QStringList unknown;
    collectUnknown(options, {}, transformation.rows, unknown);
    if (unknown.size() > 5)
        unknown = unknown.mid(0, 5) << u"…"_s;
    if (!unknown.isEmpty())
        run.warn(QCoreApplication::translate("Errors", "not honoured: %1").arg(unknown.join(", "_L1)), Notice::Severity::Info);
}

// The "filter" of a step: which frames it sees.
std::function<bool(const Frame &)> frameMatcher(const Json &filter, TransformRun &run)
{
    const QString id = filter[u"id"].toString();
    const QString options = filter[u"options"].toString();
    if (id.isEmpty() || filter[u"options"].isNull())
        return {};
    if (id == "byRefId"_L1 || id == "byName"_L1) {
        const QRegularExpression regex = regexFromText(options);
        // A list of queries is written as /^(?:A|B)$/; a plain text is one of them.
        return [regex, options, byId = id == "byRefId"_L1](const Frame &frame) {
            const QString &subject = byId ? frame.refId : frame.name;
            return subject == options || regexMatches(regex, subject);
        };
    }
    if (id == "alwaysMatch"_L1)
        return {};
    run.warn(QCoreApplication::translate("Errors", "filter %1 is not known: the step sees all queries").arg(id.left(40)));
    return {};
}

bool isGappy(const Frame &frame)
{
    if (frame.kind != Frame::Kind::TimeSeries || frame.fields.size() != 2 || !frame.fields[1].isNumeric())
        return false;
    const Column &values = frame.fields[1].values;
    for (qsizetype index = 0; index < values.blockCount(); ++index) {
        const auto block = values.block(index);
        if (std::any_of(block.begin(), block.end(), Column::isMissing))
            return true;
    }
    return false;
}

// A series is decoded onto the grid of its query, with gaps as missing values; in the answer these are no rows.
Frame withoutGaps(Frame frame)
{
    if (!isGappy(frame))
        return frame;
    std::vector<qsizetype> rows;
    const Column &values = frame.fields[1].values;
    for (qsizetype row = 0; row < values.size(); ++row) {
        if (!values.isNull(row))
            rows.push_back(row);
    }
    for (Field &field : frame.fields)
        field.values = cells::picked(field.values, rows);
    return frame;
}

// Series that share a time column come in one frame; steps look at them one by one, as the server sent them.
Frames oneSeriesEach(const Frames &frames)
{
    Frames out;
    for (const Frame &frame : frames) {
        if (frame.kind != Frame::Kind::TimeSeries || frame.fields.size() <= 2 || !frame.fields.first().isTime()) {
            out.append(frame);
            continue;
        }
        for (const Field &field : frame.fields.mid(1))
            out.append(Frame{frame.name, frame.refId, frame.kind, {frame.fields.first(), field}});
    }
    return out;
}

void forgetStates(Frames &frames)
{
    for (Frame &frame : frames) {
        for (Field &field : frame.fields)
            field.state = {};
    }
}

// What the filter left aside goes back to where it was.
void putBack(Frames &frames, const Frames &aside, qsizetype first)
{
    qsizetype at = std::min(first, frames.size());
    for (const Frame &frame : aside)
        frames.insert(at++, frame);
}

bool isForFrames(const Json &step)
{
    const QString topic = step[u"topic"].toString();
    return topic.isEmpty() || topic == "series"_L1;
}

Frames applyStep(const Json &step, const Frames &frames, TransformRun &run)
{
    const QString id = step[u"id"].toString();
    const Transformation *transformation = findTransformation(id);
    run.step = transformation ? QString::fromLatin1(transformation->name) : u"Transformations"_s;
    if (!transformation) {
        run.warn(QCoreApplication::translate("Errors", "“%1” is not known and was left out").arg(id.left(60)));
        return frames;
    }
    const Json options = run.interpolate ? interpolated(step[u"options"], run.interpolate) : step[u"options"];
    warnOfUnknown(options, *transformation, run);
    const auto matches = frameMatcher(step[u"filter"], run);
    Frames seen;
    Frames aside;
    qsizetype firstAside = 0;
    for (qsizetype i = 0; i < frames.size(); ++i) {
        if (!matches || matches(frames[i])) {
            seen.append(transformation->byRow ? withoutGaps(frames[i]) : frames[i]);
            continue;
        }
        if (aside.isEmpty())
            firstAside = i;
        aside.append(frames[i]);
    }
    Frames out = transformation->apply(options, seen, run);
    putBack(out, aside, firstAside);
    forgetStates(out);
    return out;
}

using StepNote = std::function<void(const Frames &before, const QList<Notice> &notices)>;

// Only what a note keeps of the frames between outlives its step.
Frames walk(const Json &list, const Frames &frames, TransformRun &run, const StepNote &note)
{
    const std::vector<Json> items = list.items();
    const bool any = std::any_of(items.begin(), items.end(), [](const Json &step) { return !step[u"disabled"].toBool(); });
    Frames now = any ? oneSeriesEach(frames) : frames;
    bool goesOn = true;
    for (qsizetype i = 0; i < std::min(qsizetype(items.size()), kMaxSteps) && !run.stopped(); ++i) {
        const Json &step = items[size_t(i)];
        const qsizetype said = run.notices.size();
        const Frames before = note ? now : Frames();
        if (goesOn && !step[u"disabled"].toBool() && isForFrames(step)) {
            now = applyStep(step, now, run);
            goesOn = run.made(now);
        }
        if (note)
            note(before, run.notices.mid(said));
    }
    if (qsizetype(items.size()) > kMaxSteps)
        run.warn(QCoreApplication::translate("Errors", "only the first %1 of %2 are applied").arg(kMaxSteps).arg(items.size()));
    return now;
}
} // namespace

bool TransformRun::made(const Frames &frames)
{
    for (const Frame &frame : frames)
        m_made += double(frame.fields.size()) * double(frame.rowCount());
    if (m_made <= kMaxCellsInAll)
        return true;
    warn(QCoreApplication::translate("Errors", "the steps have made too much; those after it were left out"));
    return false;
}

void TransformRun::warn(const QString &text, Notice::Severity severity)
{
    const Notice notice{severity, step + u": "_s + text};
    if (notices.size() < 50 && !notices.contains(notice))
        notices.append(notice);
}

bool TransformRun::hasRoomFor(double cells)
{
    if (cells <= double(kMaxCells))
        return true;
    warn(QCoreApplication::translate(
             "Errors",
             "would make %1 million cells, more than the limit of %2 million; it was left out. Ask for fewer series or a longer step")
             .arg(cells / 1e6, 0, 'f', 0)
             .arg(kMaxCells / 1'000'000));
    return false;
}

bool TransformRun::spend(qint64 work)
{
    if (m_work > workLimit)
        return false;
    m_work += work;
    if (m_work <= workLimit)
        return true;
    warn(QCoreApplication::translate("Errors", "took too long and was left out: too many rows have the same key"));
    return false;
}

const QList<Transformation> &transformations()
{
    static const QList<Transformation> all = transformationCatalogue();
    return all;
}

const Transformation *findTransformation(const QString &id)
{
    static const QHash<QString, const Transformation *> byId = [] {
        QHash<QString, const Transformation *> map;
        for (const Transformation &each : transformations()) {
            map.insert(each.id, &each);
            for (const QString &alias : each.aliases)
                map.insert(alias, &each);
        }
        return map;
    }();
    return byId.value(id);
}

Json interpolatedTransformations(const Json &list, const std::function<QString(const QString &)> &interpolate)
{
    std::vector<Json> steps = list.items();
    for (Json &step : steps) {
        if (step.contains(u"options"))
            step = step.with(u"options", interpolated(step[u"options"], interpolate));
    }
    return Json::array(std::move(steps));
}

QList<TransformStep> transformSteps(const Json &list, const Frames &frames, TransformRun &run)
{
    QList<TransformStep> steps;
    const auto note = [&steps](const Frames &before, const QList<Notice> &notices) { steps.append({before, notices}); };
    Frames last = walk(list, frames, run, note);
    steps.append({std::move(last), {}});
    return steps;
}

Frames transformFrames(const Json &list, const Frames &frames, TransformRun &run)
{
    return walk(list, frames, run, {});
}
