// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtCore/QtGlobal>
#include <datasource/promql/functiontable.h>

namespace promql {

#define HELP(text) QT_TRANSLATE_NOOP("promql", text)

const QList<FunctionRow> &functionRows()
{
    static const QList<FunctionRow> rows{
        // Aggregations
        {"avg", "v:V", 'V', 'a', HELP("The mean over series.")},
        {"bottomk", "k:S,v:V", 'V', 'a', HELP("The k series with the smallest values, with all their labels.")},
        {"count", "v:V", 'V', 'a', HELP("How many series there are.")},
        {"count_values", "label:T,v:V", 'V', 'a', HELP("How many series have each value; the value becomes the label.")},
        {"group", "v:V", 'V', 'a', HELP("1 for each group that has a series.")},
        {"limit_ratio", "ratio:S,v:V", 'V', 'b', HELP("A sample of the series: a share between -1 and 1, always the same ones.")},
        {"limitk", "k:S,v:V", 'V', 'b', HELP("Any k of the series.")},
        {"max", "v:V", 'V', 'a', HELP("The largest value over series.")},
        {"min", "v:V", 'V', 'a', HELP("The smallest value over series.")},
        {"quantile", "q:S,v:V", 'V', 'a', HELP("The q-quantile over series, q between 0 and 1.")},
        {"stddev", "v:V", 'V', 'a', HELP("The standard deviation over series.")},
        {"stdvar", "v:V", 'V', 'a', HELP("The variance over series.")},
        {"sum", "v:V", 'V', 'a', HELP("The sum over series.")},
        {"topk", "k:S,v:V", 'V', 'a', HELP("The k series with the largest values, with all their labels.")},
        // Counters and gauges over a range
        {"changes", "v:R", 'V', ' ', HELP("How often the value changed within the range.")},
        {"delta", "v:R", 'V', ' ', HELP("Difference between the ends of the range, for gauges; extended to the whole range.")},
        {"deriv", "v:R", 'V', ' ', HELP("Slope per second of a line fitted through the range, for gauges.")},
        {"double_exponential_smoothing", "v:R,smoothing:S,trend:S", 'V', 'x',
         HELP("Smoothed value of a gauge; both factors between 0 and 1, lower ones follow more slowly.")},
        {"holt_winters", "v:R,smoothing:S,trend:S", 'V', 'x', HELP("The name of double_exponential_smoothing before Prometheus 3.")},
        {"idelta", "v:R", 'V', ' ', HELP("Difference between the last two samples of the range, for gauges.")},
        {"increase", "v:R", 'V', ' ', HELP("How much a counter grew within the range; restarts are allowed for.")},
        {"integral", "v:R,skip:S?", 'V', 'x', HELP("The area under the samples of the range, in value times seconds.")},
        {"irate", "v:R", 'V', ' ', HELP("Growth per second between the last two samples of a counter. Jumpy: for zoomed-in graphs.")},
        {"predict_linear", "v:R,seconds:S", 'V', ' ', HELP("Where a gauge will be in that many seconds if it goes on along its line.")},
        {"rate", "v:R", 'V', ' ', HELP("Growth per second of a counter, averaged over the range; restarts are allowed for.")},
        {"resets", "v:R", 'V', ' ', HELP("How often a counter started again within the range.")},
        // … over time
        {"absent_over_time", "v:R", 'V', ' ', HELP("1 when the range holds no sample at all, else nothing. For alerts.")},
        {"avg_over_time", "v:R", 'V', ' ', HELP("The mean of each series' samples in the range.")},
        {"count_over_time", "v:R", 'V', ' ', HELP("How many samples each series has in the range.")},
        {"first_over_time", "v:R", 'V', 'x', HELP("The oldest sample in the range.")},
        {"last_over_time", "v:R", 'V', ' ', HELP("The newest sample in the range.")},
        {"mad_over_time", "v:R", 'V', 'x', HELP("The median distance from the median in the range.")},
        {"max_over_time", "v:R", 'V', ' ', HELP("The largest sample in the range.")},
        {"min_over_time", "v:R", 'V', ' ', HELP("The smallest sample in the range.")},
        {"present_over_time", "v:R", 'V', ' ', HELP("1 for each series with a sample in the range.")},
        {"quantile_over_time", "q:S,v:R", 'V', ' ', HELP("The q-quantile of the samples in the range, q between 0 and 1.")},
        {"stddev_over_time", "v:R", 'V', ' ', HELP("The standard deviation of the samples in the range.")},
        {"stdvar_over_time", "v:R", 'V', ' ', HELP("The variance of the samples in the range.")},
        {"sum_over_time", "v:R", 'V', ' ', HELP("The sum of the samples in the range.")},
        {"ts_of_first_over_time", "v:R", 'V', 'x', HELP("When the oldest sample in the range was taken, in seconds since 1970.")},
        {"ts_of_last_over_time", "v:R", 'V', 'x', HELP("When the newest sample in the range was taken, in seconds since 1970.")},
        {"ts_of_max_over_time", "v:R", 'V', 'x', HELP("When the largest sample in the range was taken, in seconds since 1970.")},
        {"ts_of_min_over_time", "v:R", 'V', 'x', HELP("When the smallest sample in the range was taken, in seconds since 1970.")},
        // Histograms
        {"histogram_avg", "h:V", 'V', ' ', HELP("The mean of what a native histogram observed.")},
        {"histogram_count", "h:V", 'V', ' ', HELP("How many observations a native histogram holds.")},
        {"histogram_fraction", "lower:S,upper:S,h:V", 'V', ' ', HELP("The share of observations between two bounds.")},
        {"histogram_quantile", "q:S,buckets:V", 'V', ' ',
         HELP("The q-quantile estimated from buckets; give it a sum by (le, …) of rate() for classic histograms.")},
        {"histogram_quantiles", "buckets:V,label:T,q:S,more:S*", 'V', 'x',
         HELP("Several quantiles at once; the label says which is which.")},
        {"histogram_stddev", "h:V", 'V', ' ', HELP("The standard deviation of what a native histogram observed, estimated.")},
        {"histogram_stdvar", "h:V", 'V', ' ', HELP("The variance of what a native histogram observed, estimated.")},
        {"histogram_sum", "h:V", 'V', ' ', HELP("The sum of what a native histogram observed.")},
        // Numbers
        {"abs", "v:V", 'V', ' ', HELP("The values without their sign.")},
        {"ceil", "v:V", 'V', ' ', HELP("Rounded up to whole numbers.")},
        {"clamp", "v:V,min:S,max:S", 'V', ' ', HELP("Values below min become min, values above max become max.")},
        {"clamp_max", "v:V,max:S", 'V', ' ', HELP("Values above max become max.")},
        {"clamp_min", "v:V,min:S", 'V', ' ', HELP("Values below min become min.")},
        {"exp", "v:V", 'V', ' ', HELP("e to the power of the values.")},
        {"floor", "v:V", 'V', ' ', HELP("Rounded down to whole numbers.")},
        {"ln", "v:V", 'V', ' ', HELP("The natural logarithm.")},
        {"log10", "v:V", 'V', ' ', HELP("The logarithm to base 10.")},
        {"log2", "v:V", 'V', ' ', HELP("The logarithm to base 2.")},
        {"round", "v:V,nearest:S?", 'V', ' ', HELP("Rounded to the nearest multiple; of 1 where none is given.")},
        {"sgn", "v:V", 'V', ' ', HELP("1 for values above zero, -1 for values below, 0 for zero.")},
        {"sqrt", "v:V", 'V', ' ', HELP("The square root.")},
        // Trigonometry
        {"acos", "v:V", 'V', ' ', HELP("The arc cosine, in radians.")},
        {"acosh", "v:V", 'V', ' ', HELP("The inverse hyperbolic cosine.")},
        {"asin", "v:V", 'V', ' ', HELP("The arc sine, in radians.")},
        {"asinh", "v:V", 'V', ' ', HELP("The inverse hyperbolic sine.")},
        {"atan", "v:V", 'V', ' ', HELP("The arc tangent, in radians.")},
        {"atanh", "v:V", 'V', ' ', HELP("The inverse hyperbolic tangent.")},
        {"cos", "v:V", 'V', ' ', HELP("The cosine of radians.")},
        {"cosh", "v:V", 'V', ' ', HELP("The hyperbolic cosine.")},
        {"deg", "v:V", 'V', ' ', HELP("Radians as degrees.")},
        {"pi", "", 'S', ' ', HELP("The number π.")},
        {"rad", "v:V", 'V', ' ', HELP("Degrees as radians.")},
        {"sin", "v:V", 'V', ' ', HELP("The sine of radians.")},
        {"sinh", "v:V", 'V', ' ', HELP("The hyperbolic sine.")},
        {"tan", "v:V", 'V', ' ', HELP("The tangent of radians.")},
        {"tanh", "v:V", 'V', ' ', HELP("The hyperbolic tangent.")},
        // Time
        {"day_of_month", "times:V?", 'V', ' ', HELP("The day of the month, 1 to 31, in UTC; of now where no times are given.")},
        {"day_of_week", "times:V?", 'V', ' ', HELP("The day of the week in UTC, 0 is Sunday.")},
        {"day_of_year", "times:V?", 'V', ' ', HELP("The day of the year in UTC, 1 to 366.")},
        {"days_in_month", "times:V?", 'V', ' ', HELP("How many days the month has, in UTC.")},
        {"hour", "times:V?", 'V', ' ', HELP("The hour of the day in UTC, 0 to 23.")},
        {"minute", "times:V?", 'V', ' ', HELP("The minute of the hour, 0 to 59.")},
        {"month", "times:V?", 'V', ' ', HELP("The month in UTC, 1 to 12.")},
        {"time", "", 'S', ' ', HELP("The time at which the query is worked out, in seconds since 1970.")},
        {"timestamp", "v:V", 'V', ' ', HELP("When each sample was taken, in seconds since 1970.")},
        {"year", "times:V?", 'V', ' ', HELP("The year in UTC.")},
        {"start", "", 'S', 'x', HELP("Where the queried time begins, in seconds since 1970.")},
        {"end", "", 'S', 'x', HELP("Where the queried time ends, in seconds since 1970.")},
        {"range", "", 'S', 'x', HELP("The length of the queried time, in seconds.")},
        {"step", "", 'S', 'x', HELP("The time between two points of the answer, in seconds.")},
        // Labels, order, presence
        {"absent", "v:V", 'V', ' ', HELP("1 when there is no such series, else nothing. For alerts.")},
        {"info", "v:V,with:V?", 'V', 'x', HELP("Adds the labels of the info metric that belongs to each series.")},
        {"label_join", "v:V,to:T,separator:T,from:T*", 'V', ' ', HELP("Writes the values of labels, joined, into a label.")},
        {"label_replace", "v:V,to:T,replacement:T,from:T,regex:T", 'V', ' ',
         HELP("Writes a label from another one: where regex fits the whole value, $1 in the replacement is its first group.")},
        {"scalar", "v:V", 'S', ' ', HELP("The value of the only series, without labels; NaN unless there is just one.")},
        {"sort", "v:V", 'V', ' ', HELP("Sorted by value, smallest first. For instant queries.")},
        {"sort_by_label", "v:V,label:T*", 'V', 'x', HELP("Sorted by the values of labels. For instant queries.")},
        {"sort_by_label_desc", "v:V,label:T*", 'V', 'x', HELP("Sorted by the values of labels, last first. For instant queries.")},
        {"sort_desc", "v:V", 'V', ' ', HELP("Sorted by value, largest first. For instant queries.")},
        {"vector", "s:S", 'V', ' ', HELP("A number as a series without labels.")},
    };
    return rows;
}

#undef HELP

} // namespace promql
