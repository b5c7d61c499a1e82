// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <app/settings/settingsrow.h>
#include <core/datemath.h>

// What a dashboard says of itself, declared once for the form: the members that the program honours.

const QList<SettingsRow> &generalRows();
// What is wrong with a value; empty = fine. settings: to read times with.
QString generalProblem(const QString &key, const Json &value, const TimeSettings &settings);
