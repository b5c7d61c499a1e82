// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/modelreader.h>

#include <QtCore/QCoreApplication>
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
        problem(key, QCoreApplication::translate("Errors", "expected a text"));
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
        problem(key, QCoreApplication::translate("Errors", "expected true or false"));
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
        problem(key, QCoreApplication::translate("Errors", "expected a number"));
    return fallback;
}

QStringList ModelReader::texts(const QString &key) const
{
    const Json value = get(key);
    if (!value.isNull() && !value.isArray() && !value.isString())
        problem(key, QCoreApplication::translate("Errors", "expected a list of texts"));
    return value.toStrings();
}

Json ModelReader::array(const QString &key) const
{
    const Json value = get(key);
    if (value.isArray())
        return value;
    if (!value.isNull())
        problem(key, QCoreApplication::translate("Errors", "expected a list"));
    return {};
}

Json ModelReader::object(const QString &key) const
{
    const Json value = get(key);
    if (value.isObject())
        return value;
    if (!value.isNull())
        problem(key, QCoreApplication::translate("Errors", "expected an object"));
    return {};
}

ModelReader ModelReader::below(const QString &list, int index, const Json &item) const
{
    return {item, pointer(list) + u'/' + QString::number(index), m_problems};
}

ModelReader ModelReader::inside(const QString &key) const
{
    return {object(key), pointer(key), m_problems};
}

SourceRef ModelReader::source(const QString &key) const
{
    const Json value = get(key);
    if (value.isString())
        return {{}, value.toString()};
    if (value.isObject())
        return {value[u"type"].toString(), value[u"uid"].toString()};
    if (!value.isNull())
        problem(key, QCoreApplication::translate("Errors", "expected a data source"));
    return {};
}
