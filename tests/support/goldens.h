// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QHash>
#include <QtCore/QStringList>
#include <core/column.h>
#include <core/json.h>
#include <functional>
#include <optional>

// Golden files: input -> output pairs (tests/data/goldens, or the folder that PROMONTORY_GOLDENS names).
namespace goldens {
QString folder();
QStringList files(const QString &name); // full paths of NAME.*.tsv and NAME.*.json

// A TSV row by column name; \\ \t \n \r already unescaped.
using Row = QHash<QString, QString>;
QList<Row> readTsv(const QString &path);
// "cases" of a JSON golden; {"$num":…} and {"$undef":true} stay as objects, see below.
std::vector<Json> readCases(const QString &path);
Json readMeta(const QString &path);

bool isUndefined(const Json &value);
// A number, or the token {"$num":"NaN"|"Infinity"|"-Infinity"|"-0"}; nothing for anything else.
std::optional<double> number(const Json &value);
// A number as JavaScript prints it, with the tokens null, undefined, NaN, Infinity, -Infinity, -0. null and undefined: missing.
double number(const QString &text);
// As JavaScript prints a number; missing: "null".
QString printed(double value);
// Equal up to rounding in the last places; NaN equals NaN.
bool same(double a, double b);

// Runs the test on each row of each file of NAME; an empty text means passed, else it is what was got instead. Prints "golden NAME: P
// passed, F failed" for each file and the first failures. Rows that we deliberately answer otherwise are failures of that line, and lie
// with the reason in goldens-exceptions.tsv, under a hundredth of all tables. Returns the number of failures that are not there, -1 when
// there is no file.
int runTsv(const QString &name, const std::function<QString(const Row &)> &test);
int runCases(const QString &name, const std::function<QString(const Json &testCase)> &test);
} // namespace goldens
