// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QRegularExpression>
#include <core/fieldconfig.h>

// A value as mappings look at it.
struct MappedInput {
    enum class Kind { Null, Number, Text, Bool };
    Kind kind = Kind::Null;
    double number = 0;
    QString text; // as JavaScript would print the value

    static MappedInput ofNumber(double value);
    static MappedInput ofText(const QString &value);
    static MappedInput ofBool(bool value);
};

// The first mapping that fits, its text already expanded; nothing when none does.
std::optional<ValueMapping> findMapping(const QList<ValueMapping> &mappings, const MappedInput &value);

// "/pattern/flags", or a plain pattern that the whole text must match. Subjects longer than the cap never match: patterns come from files.
QRegularExpression regexFromText(const QString &text);
bool regexMatches(const QRegularExpression &regex, const QString &subject);
constexpr qsizetype kMaxRegexSubject = 4096;
