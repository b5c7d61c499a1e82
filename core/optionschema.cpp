// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/optionschema.h>

#include <QtCore/QCoreApplication>
#include <cmath>

namespace optionschema {

bool read(const Json &json, bool &out)
{
    if (!json.isBool())
        return false;
    out = json.toBool();
    return true;
}

bool read(const Json &json, double &out)
{
    bool ok = json.isNumber();
    const double value = ok ? json.toDouble() : json.toString().toDouble(&ok); // files hold numbers as texts, too
    if (ok)
        out = value;
    return ok;
}

bool read(const Json &json, int &out)
{
    double value = 0;
    if (!read(json, value) || std::abs(value) > 2e9)
        return false;
    out = int(std::lround(value));
    return true;
}

bool read(const Json &json, QString &out)
{
    if (json.isNull() || json.isArray() || json.isObject())
        return false;
    // Files hold numbers and booleans where a text is meant ("stacking.group": false), and tell them apart.
    out = json.isString() ? json.toString() : QString::fromUtf8(json.dump());
    return true;
}

bool read(const Json &json, QStringList &out)
{
    if (!json.isArray() && !json.isString())
        return false;
    out = json.toStrings();
    return true;
}

QString outOfRange(const OptionRow &row, const Json &value)
{
    if (!value.isNumber())
        return {};
    const double number = value.toDouble();
    if ((row.min && number < *row.min) || (row.max && number > *row.max))
        return QStringLiteral("%1 is outside %2 to %3").arg(number).arg(row.min.value_or(-INFINITY)).arg(row.max.value_or(INFINITY));
    return {};
}

QString wrongType(const OptionRow &, const Json &value)
{
    QString text = QString::fromUtf8(value.dump());
    if (text.size() > 60)
        text = text.left(57) + QStringLiteral("…");
    return QCoreApplication::translate("Errors", "cannot use %1").arg(text);
}

} // namespace optionschema
