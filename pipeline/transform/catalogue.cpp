// SPDX-License-Identifier: GPL-3.0-or-later
#include <pipeline/transform/catalogue.h>

QList<Transformation> transformationCatalogue()
{
    return {
        organizeTransformation(),      mergeTransformation(),        reduceTransformation(), groupByTransformation(),
        sortByTransformation(),        filterByNameTransformation(), joinTransformation(),   filterByQueryTransformation(),
        renameByRegexTransformation(), limitTransformation(),        orderTransformation(),  filterFieldsTransformation(),
    };
}
