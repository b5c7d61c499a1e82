// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/variableformat.h>
#include <datasource/promql/filters.h>
#include <tests/support/goldens.h>
#include <tests/support/testmain.h>

using namespace Qt::StringLiterals;

namespace {
QString filtersOf(const Json &input)
{
    QList<promql::LabelFilter> filters;
    for (const Json &each : input.items())
        filters.append({each[u"key"].toString(), each[u"operator"].toString(), each[u"value"].toString(), valueTexts(each[u"values"])});
    return promql::labelFiltersText(filters);
}

QString withLabel(const Json &input)
{
    const auto made = promql::withMatcher(input.at(0).toString(), input.at(1).toString(), input.at(3).toString(), input.at(2).toString());
    return made ? *made : "ERR "_L1 + made.error().what;
}

QString result(const QString &function, const Json &input)
{
    const bool special = function.endsWith("+specialChars"_L1);
    if (function.startsWith("prometheusRegularEscape"_L1))
        return escapePromString(input.toString(), special);
    if (function.startsWith("prometheusSpecialRegexEscape"_L1))
        return escapePromRegex(input.toString(), special);
    if (function.startsWith("addLabelToQuery"_L1))
        return withLabel(input);
    if (function == "renderPrometheusLabelFilters"_L1)
        return filtersOf(input);
    if (function == "scenes.escapeLabelValueInExactSelector"_L1)
        return promql::escapedLabelValue(input.toString());
    if (function == "scenes.escapeLabelValueInRegexSelector"_L1)
        return promql::escapedLabelRegex(input.toString());
    const bool multi = function.contains("multi=true"_L1);
    const bool all = function.contains("includeAll=true"_L1);
    return !multi && !all && input.isArray() ? "ARRAY "_L1 + QString::fromUtf8(input.dump()) : promQueryValue(input, multi, all, special);
}
} // namespace

class TstGoldenEscape : public QObject
{
    Q_OBJECT

private slots:
    void golden_prom_escape()
    {
        const int failed = goldens::runTsv(u"prom_escape"_s, [](const goldens::Row &row) -> QString {
            const Result<Json> parsed = Json::parse(row[u"input_json"_s].toUtf8());
            const QString got = result(row[u"function"_s], parsed ? *parsed : Json());
            return got == row[u"output"_s] ? QString() : u'[' + got + u']';
        });
        QCOMPARE(failed, 0);
    }
};

ADD_TEST(TstGoldenEscape)
#include "tst_golden_escape.moc"
