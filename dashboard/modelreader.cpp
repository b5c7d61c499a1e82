// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/modelreader.h>

#include <core/jsonscan.h>

using namespace Qt::StringLiterals;

QString ModelReader::pointer(const QString &key) const
{
    return m_pointer + u'/' + pointerEscaped(key);
}

void ModelReader::problem(const QString &key, const QString &why) const
{
    m_problems.append({pointer(key), why});
}

QString ModelReader::text(const QString &key, const QString &fallback) const
{
    const Json value = get(key);
    if (value.isString())
        return value.toString();
    if (value.isNumber())
        return QString::fromUtf8(value.dump());
    if (!value.isNull())
        problem(key, u"expected a text"_s);
    return fallback;
}

bool ModelReader::boolean(const QString &key, bool fallback) const
{
    const Json value = get(key);
    if (value.isBool())
        return value.toBool();
    if (value.isNumber())
        return value.toDouble() != 0;
    if (value.isString() && (value.toString() == "true"_L1 || value.toString() == "false"_L1))
        return value.toString() == "true"_L1;
    if (!value.isNull())
        problem(key, u"expected true or false"_s);
    return fallback;
}

int ModelReader::integer(const QString &key, int fallback) const
{
    const Json value = get(key);
    bool ok = value.isNumber();
    double number = value.toDouble();
    if (value.isString())
        number = value.toString().toDouble(&ok);
    if (ok && std::abs(number) < 2e9)
        return int(number);
    if (!value.isNull())
        problem(key, u"expected a number"_s);
    return fallback;
}

QStringList ModelReader::texts(const QString &key) const
{
    const Json value = get(key);
    if (!value.isNull() && !value.isArray() && !value.isString())
        problem(key, u"expected a list of texts"_s);
    return value.toStrings();
}

Json ModelReader::array(const QString &key) const
{
    const Json value = get(key);
    if (value.isArray())
        return value;
    if (!value.isNull())
        problem(key, u"expected a list"_s);
    return {};
}

Json ModelReader::object(const QString &key) const
{
    const Json value = get(key);
    if (value.isObject())
        return value;
    if (!value.isNull())
        problem(key, u"expected an object"_s);
    return {};
}

SourceRef ModelReader::source(const QString &key) const
{
    const Json value = get(key);
    if (value.isString())
        return {{}, value.toString()};
    if (value.isObject())
        return {value[u"type"].toString(), value[u"uid"].toString()};
    if (!value.isNull())
        problem(key, u"expected a data source"_s);
    return {};
}
