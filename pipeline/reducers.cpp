// SPDX-License-Identifier: GPL-3.0-or-later
#include <pipeline/reduce.h>

using namespace Qt::StringLiterals;

namespace {
struct Row {
    const char *id;
    const char *name;
    const char *description;
    const char *alias = "";
};

constexpr Row kRows[] = {
    {"lastNotNull", "Last *", "Last value that is neither null nor NaN", "current"},
    {"last", "Last", "Last value"},
    {"firstNotNull", "First *", "First value that is neither null nor NaN"},
    {"first", "First", "First value"},
    {"min", "Min", "Smallest value"},
    {"max", "Max", "Largest value"},
    {"mean", "Mean", "Average of the values", "avg"},
    {"median", "Median", "Middle value", "median"},
    {"variance", "Variance", "Variance of all values"},
    {"stdDev", "StdDev", "Standard deviation of all values"},
    {"sum", "Total", "All values added up", "total"},
    {"count", "Count", "Number of values"},
    {"countAll", "Count all", "Number of rows, empty ones too"},
    {"range", "Range", "Largest less smallest value"},
    {"delta", "Delta", "Growth added up, resets of a counter left out"},
    {"step", "Step", "Smallest difference between neighbours"},
    {"diff", "Difference", "Last less first value"},
    {"logmin", "Min (above zero)", "Smallest value above zero, for logarithmic scales"},
    {"allIsZero", "All Zeros", "Whether every value is zero"},
    {"allIsNull", "All Nulls", "Whether every value is null"},
    {"changeCount", "Change Count", "How often the value changes"},
    {"distinctCount", "Distinct Count", "Number of different values"},
    {"diffperc", "Difference percent", "Last less first value, in percent of the first"},
    {"allValues", "All values", "A list of all values"},
    {"uniqueValues", "All unique values", "A list of the different values"},
};

QString ordinal(int number)
{
    const int ones = number / 10 == 1 ? 0 : number % 10;
    return QString::number(number) + (ones == 1 ? u"st"_s : ones == 2 ? u"nd"_s : ones == 3 ? u"rd"_s : u"th"_s);
}
} // namespace

const QList<ReducerInfo> &reducers()
{
    static const QList<ReducerInfo> all = [] {
        QList<ReducerInfo> list;
        for (const Row &row : kRows) {
            const QString alias = QString::fromLatin1(row.alias);
            list.append({QString::fromLatin1(row.id), QString::fromLatin1(row.name), QString::fromLatin1(row.description),
                         alias.isEmpty() ? QStringList() : QStringList(alias)});
        }
        for (int percent = 1; percent < 100; ++percent)
            list.append({u'p' + QString::number(percent), ordinal(percent) + u" %"_s, ordinal(percent) + u" percentile value"_s, {}});
        return list;
    }();
    return all;
}
