// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QString>
#include <QtCore/QStringList>
#include <core/result.h>
#include <initializer_list>
#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <utility>
#include <vector>

// An immutable JSON value; copies and members share one tree. Object keys keep their order. Reading is total: a missing
// member, an index out of range or a value of another type gives null or the default that was passed.
// nlohmann's parse, dump and templates are instantiated in json.cpp alone.
class Json
{
public:
    enum class Type { Null, Bool, Number, String, Array, Object };

    Json();
    Json(bool value);
    Json(int value);
    Json(qint64 value);
    Json(double value); // not finite: null
    Json(const QString &value);
    Json(const char *value) = delete;
    static Json object(std::initializer_list<std::pair<QString, Json>> members = {});
    static Json object(const std::vector<std::pair<QString, Json>> &members);
    static Json array(std::vector<Json> items = {});
    static Json strings(const QStringList &items);

    // Strict JSON (a UTF-8 byte-order mark is skipped). Depth over 512 and invalid UTF-8 are refused with the byte offset.
    static Result<Json> parse(const QByteArray &utf8);
    QByteArray dump(int indent = -1) const; // UTF-8; indent < 0: one line

    Type type() const;
    bool isNull() const { return type() == Type::Null; }
    bool isBool() const { return type() == Type::Bool; }
    bool isNumber() const { return type() == Type::Number; }
    bool isString() const { return type() == Type::String; }
    bool isArray() const { return type() == Type::Array; }
    bool isObject() const { return type() == Type::Object; }

    bool toBool(bool fallback = false) const;
    double toDouble(double fallback = 0) const;
    qint64 toInt(qint64 fallback = 0) const; // a number with a fraction is truncated; out of range: fallback
    QString toString(const QString &fallback = {}) const;

    qsizetype size() const; // of an array or object, else 0
    Json at(qsizetype index) const;
    Json operator[](QStringView key) const;
    bool contains(QStringView key) const;
    QStringList keys() const;
    std::vector<Json> items() const; // of an array; an object's values
    QStringList toStrings() const; // the string items of an array; a single string: one item

    // Dotted path ("legend.calcs"); array indexes as numbers.
    Json get(QStringView dottedPath) const;
    // A copy with the value at the path replaced; objects on the way are made. set(path, null) stores null.
    [[nodiscard]] Json with(QStringView dottedPath, const Json &value) const;
    [[nodiscard]] Json without(QStringView dottedPath) const;
    [[nodiscard]] Json appended(const Json &item) const;

    bool operator==(const Json &other) const;

private:
    struct FromTree {
    };
    Json(FromTree, std::shared_ptr<const nlohmann::ordered_json> tree);
    std::shared_ptr<const nlohmann::ordered_json> m_value; // aliases into the tree that owns it; never null
};
