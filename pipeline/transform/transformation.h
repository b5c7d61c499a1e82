// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QCoreApplication>
#include <core/frame.h>
#include <core/optionschema.h>
#include <functional>
#include <stop_token>

// Transformations (features.md 1.8): pure functions from frames to frames, each with options that are declared once.

// What a step may ask and say while it runs. One for all the steps of a panel.
class TransformRun
{
public:
    // Cells that one step may make: a join of hostile tables must not eat the memory.
    static constexpr qsizetype kMaxCells = 10'000'000;
    // And all the steps of a panel together, one after the other.
    static constexpr double kMaxCellsInAll = 100e6;

    std::function<QString(const QString &text)> interpolate; // $var in options; empty = texts stay
    std::stop_token stop;
    QString step; // the title of the one at work
    QList<Notice> notices;

    bool stopped() const { return stop.stop_requested(); }
    void warn(const QString &text, Notice::Severity severity = Notice::Severity::Warning);
    // Whether that many may be made; says so where not.
    bool hasRoomFor(double cells);
    // For loops that can grow with the square of the rows: whether there is work left; says so where not.
    bool spend(qint64 work);
    qint64 workLimit = 20'000'000;
    // What came out of a step. False: with it the steps have made too much, and the rest is left out.
    bool made(const Frames &frames);

private:
    qint64 m_work = 0;
    double m_made = 0;
};

struct Transformation {
    QString id;
    QStringList aliases; // older ids
    const char *name = ""; // translated in context "Transformations"
    const char *description = ""; // one line
    QList<OptionRow> rows; // keys below "options"
    std::function<Frames(const Json &options, const Frames &frames, TransformRun &run)> apply;
    bool byRow = false; // looks at whole rows: rows that are gaps in a series are no rows
};

template <class Options>
Transformation makeTransformation(const QString &id, const char *name, const char *description, const OptionSchema<Options> &schema,
                                  Frames (*apply)(const Options &, const Frames &, TransformRun &))
{
    Transformation out;
    out.id = id;
    out.name = name;
    out.description = description;
    out.rows = schema.rows();
    out.apply = [schema, apply](const Json &json, const Frames &frames, TransformRun &run) {
        QList<OptionProblem> problems;
        const Options options = schema.read(json, &problems);
        for (const OptionProblem &problem : problems)
            run.warn(QCoreApplication::translate("Errors", "option %1: %2").arg(problem.key, problem.why));
        return apply(options, frames, run);
    };
    return out;
}

// In the order of a list to choose from.
const QList<Transformation> &transformations();
const Transformation *findTransformation(const QString &id); // or an older id; null = unknown

// What came of a step, for an editor.
struct TransformStep {
    Frames frames; // before it
    QList<Notice> notices; // said by it
};

// "transformations" of a panel, in order; disabled ones are passed by, an unknown one says so and changes nothing.
Frames transformFrames(const Json &list, const Frames &frames, TransformRun &run);
// The same, step by step: as many as the list has, and one with what comes out.
QList<TransformStep> transformSteps(const Json &list, const Frames &frames, TransformRun &run);
// The list with $variables in its options replaced; transformFrames() does it too, where the run says how.
Json interpolatedTransformations(const Json &list, const std::function<QString(const QString &)> &interpolate);
