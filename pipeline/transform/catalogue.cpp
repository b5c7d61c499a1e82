// SPDX-License-Identifier: GPL-3.0-or-later
#include <pipeline/transform/catalogue.h>

QList<Transformation> transformationCatalogue()
{
    return {
        organizeTransformation(),
        mergeTransformation(),
        reduceTransformation(),
        groupByTransformation(),
        sortByTransformation(),
        filterByNameTransformation(),
        joinTransformation(),
        calculateFieldTransformation(),
        renameByRegexTransformation(),
        labelsToFieldsTransformation(),
        filterByValueTransformation(),
        filterByQueryTransformation(),
        seriesToRowsTransformation(),
        concatenateTransformation(),
        limitTransformation(),
        convertFieldTypeTransformation(),
        extractFieldsTransformation(),
        prepareTimeSeriesTransformation(),
        groupingToMatrixTransformation(),
        rowsToFieldsTransformation(),
        transposeTransformation(),
        partitionTransformation(),
        histogramTransformation(),
        formatStringTransformation(),
        formatTimeTransformation(),
        orderTransformation(),
        filterFieldsTransformation(),
        ensureColumnsTransformation(),
    };
}
