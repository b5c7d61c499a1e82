// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/editor/stepreports.h>

#include <QtCore/QCoreApplication>
#include <QtCore/QLocale>
#include <QtCore/QSet>
#include <pipeline/fieldpipeline.h>
#include <pipeline/transform/transformation.h>

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype kMaxNames = 1000;
constexpr qsizetype kMaxFrames = 8;
constexpr qsizetype kMaxFields = 12;

QString translated(const char *text, int number)
{
    return QCoreApplication::translate("StepReports", text, nullptr, number);
}

QString counted(qsizetype count, const char *one, const char *many)
{
    return translated(count == 1 ? one : many, int(count)).arg(QLocale::c().toString(count).replace(u',', u' '));
}

FormContext contextOf(const Frames &frames, std::stop_token stop)
{
    FormContext context;
    QSet<QString> known;
    for (const Frame &frame : frames) {
        if (!frame.refId.isEmpty() && !context.refIds.contains(frame.refId) && context.refIds.size() < 50)
            context.refIds.append(frame.refId);
        for (const Field &field : frame.fields) {
            if (context.fieldNames.size() >= kMaxNames || stop.stop_requested())
                return context;
            const QString name = fieldDisplayName(field, frame, frames);
            if (!name.isEmpty() && !known.contains(name)) {
                known.insert(name);
                context.fieldNames.append(name);
            }
        }
    }
    return context;
}

QString resultOf(const Frames &frames)
{
    qsizetype rows = 0;
    qsizetype fields = 0;
    for (const Frame &frame : frames) {
        rows += frame.rowCount();
        fields += frame.fields.size();
    }
    const QString text = counted(fields, QT_TRANSLATE_NOOP("StepReports", "%1 field"), QT_TRANSLATE_NOOP("StepReports", "%1 fields"))
        + u", "_s + counted(rows, QT_TRANSLATE_NOOP("StepReports", "%1 row"), QT_TRANSLATE_NOOP("StepReports", "%1 rows"));
    if (frames.size() == 1)
        return text;
    return text + u' '
        + counted(frames.size(), QT_TRANSLATE_NOOP("StepReports", "in %1 frame"), QT_TRANSLATE_NOOP("StepReports", "in %1 frames"));
}

const char *typeName(Column::Type type)
{
    switch (type) {
    case Column::Type::Time:
        return QT_TRANSLATE_NOOP("StepReports", "time");
    case Column::Type::Text:
        return QT_TRANSLATE_NOOP("StepReports", "text");
    case Column::Type::Bool:
        return QT_TRANSLATE_NOOP("StepReports", "bool");
    default:
        return QT_TRANSLATE_NOOP("StepReports", "number");
    }
}

QStringList linesOf(const Frames &frames)
{
    QStringList lines;
    for (const Frame &frame : frames.mid(0, kMaxFrames)) {
        QStringList fields;
        for (const Field &field : frame.fields.mid(0, kMaxFields))
            fields.append(fieldDisplayName(field, frame, frames).left(80) + u" ("_s + translated(typeName(field.values.type()), 0) + u')');
        if (frame.fields.size() > kMaxFields)
            fields.append(u"…"_s);
        const QString rows
            = counted(frame.rowCount(), QT_TRANSLATE_NOOP("StepReports", "%1 row"), QT_TRANSLATE_NOOP("StepReports", "%1 rows"));
        lines.append((frame.refId.isEmpty() ? QString() : frame.refId + u": "_s) + rows + u": "_s + fields.join(u", "_s));
    }
    if (frames.size() > kMaxFrames)
        lines.append(counted(frames.size() - kMaxFrames, QT_TRANSLATE_NOOP("StepReports", "and %1 more frame"),
                             QT_TRANSLATE_NOOP("StepReports", "and %1 more frames")));
    return lines;
}
} // namespace

QList<StepReport> stepReports(const Json &list, const Frames &raw, std::stop_token stop)
{
    TransformRun run;
    run.stop = stop;
    const QList<TransformStep> steps = transformSteps(list, raw, run);
    QList<StepReport> reports;
    for (qsizetype i = 0; i + 1 < steps.size(); ++i) {
        const Frames &after = steps[i + 1].frames;
        const bool none = raw.isEmpty();
        reports.append({contextOf(steps[i].frames, stop), none ? QString() : resultOf(after), none ? QStringList() : linesOf(after),
                        steps[i].notices});
    }
    return reports;
}
