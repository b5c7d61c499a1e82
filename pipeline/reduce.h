// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QList>
#include <core/column.h>
#include <core/json.h>

enum class NullMode { Default, Ignore, AsZero, Null }; // default = none set; "connected"; "null as zero"; "null"

struct ReducerInfo {
    QString id;
    QString name;
    QString description;
    QStringList aliases;
};

// Grafana's reducers (reducers_list.tsv). Unknown ids give null. The result is a number (NaN and infinities kept), text, bool, list or
// null.
struct Reduced {
    enum class Kind { Null, Number, Text, Bool, List };
    Kind kind = Kind::Null;
    double number = Column::missing();
    QString text;
    Column list;
};

Reduced reduce(const Column &values, const QString &reducerId, NullMode nulls = NullMode::Default);
// Number results only: missing() for anything else.
double reduceToNumber(const Column &values, const QString &reducerId, NullMode nulls = NullMode::Default);
const QList<ReducerInfo> &reducers();
