// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <pipeline/transform/transformation.h>

// What there is, a function each, in the file that does it.
Transformation organizeTransformation();
Transformation orderTransformation();
Transformation filterByNameTransformation();
Transformation filterFieldsTransformation();
Transformation filterByQueryTransformation();
Transformation renameByRegexTransformation();
Transformation reduceTransformation();
Transformation groupByTransformation();
Transformation sortByTransformation();
Transformation limitTransformation();
Transformation mergeTransformation();
Transformation joinTransformation();
Transformation calculateFieldTransformation();
Transformation ensureColumnsTransformation();
Transformation filterByValueTransformation();
Transformation labelsToFieldsTransformation();
Transformation seriesToRowsTransformation();
Transformation concatenateTransformation();
Transformation prepareTimeSeriesTransformation();
Transformation convertFieldTypeTransformation();
Transformation formatStringTransformation();
Transformation formatTimeTransformation();
Transformation groupingToMatrixTransformation();
Transformation transposeTransformation();
Transformation rowsToFieldsTransformation();
Transformation histogramTransformation();
Transformation extractFieldsTransformation();
Transformation partitionTransformation();

QList<Transformation> transformationCatalogue();
