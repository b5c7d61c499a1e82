// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/datalookup.h>
#include <dashboard/variableformat.h>
#include <functional>
#include <optional>

// Variables in text: $x, ${x}, ${x:format}, ${x.field}, [[x]], [[x:format]]. What is not known stays as it is written.

using VariableLookup = std::function<std::optional<VariableValue>(const QString &name)>;

using VariablePrinter = std::function<QString(const VariableValue &variable, const QString &name)>;

// printer: how a variable without a format of its own prints.
QString interpolateText(const QString &text, const VariableLookup &lookup, const VariablePrinter &printer,
                        const QTimeZone &zone = QTimeZone::systemTimeZone());
// format: the same by a format's name; empty = glob.
QString interpolateText(const QString &text, const VariableLookup &lookup, const QString &format = {},
                        const QTimeZone &zone = QTimeZone::systemTimeZone());
// For links: what the data says stands before the variables. A title takes values, as any text. In an address what has no format of its own
// is percent-encoded, but of a variable's what addresses are made of.
QString interpolateLink(const QString &text, bool isAddress, const VariableLookup &lookup, const DataLookup &data,
                        const QTimeZone &zone = QTimeZone::systemTimeZone());
// For PromQL: formatForPrometheus.
QString interpolateQuery(const QString &text, const VariableLookup &lookup, const QTimeZone &zone = QTimeZone::systemTimeZone());

// What Grafana fills in of accounts, ${__user.login} and ${__org.name}: there are none here, so nothing stands there.
std::optional<VariableValue> accountVariable(const QString &name);

// Names that the text refers to, in order, once each.
QStringList variablesIn(const QString &text);
