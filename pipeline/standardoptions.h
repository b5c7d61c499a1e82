// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/optionschema.h>

// The options that fields of every panel type have, as rows: the keys below fieldConfig.defaults, and the ids of an override's
// properties. What they mean is read by setFieldProperty().
const QList<OptionRow> &standardFieldOptions();
