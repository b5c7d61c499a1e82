// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/json.h>

#include <QtCore/QCoreApplication>
#include <QtCore/QStringDecoder>
#include <cmath>
#include <core/jsontree.h>
#include <core/utf8.h>
#include <limits>

using Tree = nlohmann::ordered_json;

namespace {
constexpr int kMaxDepth = 512;

std::string utf8(QStringView text)
{
    const QByteArray bytes = text.toUtf8();
    return {bytes.constData(), size_t(bytes.size())};
}

QString fromUtf8(const std::string &text)
{
    return textOfUtf8(QByteArrayView(text.data(), qsizetype(text.size())));
}

// Brackets outside strings; nlohmann's parser and destructor recurse, so depth is checked before it sees the text.
qsizetype offsetOfTooDeep(const QByteArray &text)
{
    int depth = 0;
    bool inString = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (inString) {
            if (c == '\\')
                ++i;
            else if (c == '"')
                inString = false;
        } else if (c == '"') {
            inString = true;
        } else if (c == '{' || c == '[') {
            if (++depth > kMaxDepth)
                return i;
        } else if (c == '}' || c == ']') {
            --depth;
        }
    }
    return -1;
}

const std::shared_ptr<const Tree> &nullTree()
{
    static const auto tree = std::make_shared<const Tree>();
    return tree;
}

const Tree *member(const Tree &tree, QStringView key)
{
    if (tree.is_object()) {
        const auto it = tree.find(utf8(key));
        return it == tree.end() ? nullptr : &*it;
    }
    if (tree.is_array()) {
        bool ok = false;
        const qsizetype index = key.toLongLong(&ok);
        return ok && index >= 0 && size_t(index) < tree.size() ? &tree[size_t(index)] : nullptr;
    }
    return nullptr;
}

void setIn(Tree &tree, const QList<QStringView> &path, qsizetype depth, const Tree &value)
{
    if (depth == path.size()) {
        tree = value;
        return;
    }
    if (tree.is_array()) {
        bool ok = false;
        const size_t index = path[depth].toUInt(&ok);
        if (ok && index < tree.size())
            setIn(tree[index], path, depth + 1, value);
        else if (ok && index == tree.size()) {
            tree.push_back(nullptr);
            setIn(tree.back(), path, depth + 1, value);
        }
        return;
    }
    if (!tree.is_object())
        tree = Tree::object();
    setIn(tree[utf8(path[depth])], path, depth + 1, value);
}
} // namespace

Json::Json() : m_value(nullTree()) { }
Json::Json(FromTree, std::shared_ptr<const Tree> tree) : m_value(std::move(tree)) { }
Json::Json(bool value) : m_value(std::make_shared<const Tree>(value)) { }
Json::Json(int value) : m_value(std::make_shared<const Tree>(value)) { }
Json::Json(qint64 value) : m_value(std::make_shared<const Tree>(value)) { }
Json::Json(const QString &value) : m_value(std::make_shared<const Tree>(utf8(value))) { }

Json::Json(double value)
{
    if (!std::isfinite(value))
        m_value = nullTree();
    else if (value == std::trunc(value) && std::abs(value) < 9e15)
        m_value = std::make_shared<const Tree>(qint64(value));
    else
        m_value = std::make_shared<const Tree>(value);
}

Json Json::object(std::initializer_list<std::pair<QString, Json>> members)
{
    return object(std::vector<std::pair<QString, Json>>(members));
}

Json Json::object(const std::vector<std::pair<QString, Json>> &members)
{
    Tree tree = Tree::object();
    MemberAdder adder;
    for (const auto &[key, value] : members)
        adder.add(tree, utf8(key), Tree(*value.m_value));
    return {FromTree{}, std::make_shared<const Tree>(std::move(tree))};
}

Json Json::array(std::vector<Json> items)
{
    Tree tree = Tree::array();
    for (const Json &item : items)
        tree.push_back(*item.m_value);
    return {FromTree{}, std::make_shared<const Tree>(std::move(tree))};
}

Json Json::strings(const QStringList &items)
{
    Tree tree = Tree::array();
    for (const QString &item : items)
        tree.push_back(utf8(item));
    return {FromTree{}, std::make_shared<const Tree>(std::move(tree))};
}

Result<Json> Json::parse(const QByteArray &utf8Text)
{
    QByteArray text = utf8Text;
    if (text.startsWith("\xef\xbb\xbf"))
        text.remove(0, 3);
    if (const qsizetype offset = offsetOfTooDeep(text); offset >= 0)
        return fail(Error::Kind::Limit, QCoreApplication::translate("Errors", "nested more than %1 levels deep").arg(kMaxDepth),
                    QStringLiteral("byte %1").arg(offset));
    try {
        return Json(FromTree{}, std::make_shared<const Tree>(parseJsonTree({text.constData(), size_t(text.size())})));
    } catch (const nlohmann::json::parse_error &error) {
        return fail(Error::Kind::Parse, QString::fromUtf8(error.what()).section(QStringLiteral("] "), 1),
                    QStringLiteral("byte %1").arg(error.byte));
    } catch (const std::exception &error) {
        return fail(Error::Kind::Parse, QString::fromUtf8(error.what()));
    }
}

QByteArray Json::dump(int indent) const
{
    const std::string text = m_value->dump(indent, ' ', false, Tree::error_handler_t::replace);
    return {text.data(), qsizetype(text.size())};
}

Json::Type Json::type() const
{
    switch (m_value->type()) {
    case Tree::value_t::boolean:
        return Type::Bool;
    case Tree::value_t::number_integer:
    case Tree::value_t::number_unsigned:
    case Tree::value_t::number_float:
        return Type::Number;
    case Tree::value_t::string:
        return Type::String;
    case Tree::value_t::array:
        return Type::Array;
    case Tree::value_t::object:
        return Type::Object;
    default:
        return Type::Null;
    }
}

bool Json::toBool(bool fallback) const
{
    return isBool() ? m_value->get<bool>() : fallback;
}

double Json::toDouble(double fallback) const
{
    return isNumber() ? m_value->get<double>() : fallback;
}

qint64 Json::toInt(qint64 fallback) const
{
    if (m_value->is_number_integer() && !m_value->is_number_unsigned())
        return m_value->get<qint64>();
    const double value = std::trunc(toDouble(std::nan("")));
    return std::abs(value) < 9.2e18 ? qint64(value) : fallback;
}

QString Json::toString(const QString &fallback) const
{
    return isString() ? fromUtf8(m_value->get_ref<const std::string &>()) : fallback;
}

qsizetype Json::size() const
{
    return m_value->is_structured() ? qsizetype(m_value->size()) : 0;
}

Json Json::at(qsizetype index) const
{
    if (index < 0 || index >= size())
        return {};
    const Tree *item = m_value->is_array() ? &(*m_value)[size_t(index)] : &*std::next(m_value->begin(), index);
    return {FromTree{}, std::shared_ptr<const Tree>(m_value, item)};
}

Json Json::operator[](QStringView key) const
{
    const Tree *item = member(*m_value, key);
    return item ? Json(FromTree{}, std::shared_ptr<const Tree>(m_value, item)) : Json();
}

bool Json::contains(QStringView key) const
{
    return member(*m_value, key) != nullptr;
}

QStringList Json::keys() const
{
    QStringList keys;
    if (m_value->is_object())
        for (const auto &item : m_value->items())
            keys.append(fromUtf8(item.key()));
    return keys;
}

std::vector<Json> Json::items() const
{
    std::vector<Json> items;
    items.reserve(size_t(size()));
    if (m_value->is_structured())
        for (const Tree &item : *m_value)
            items.push_back({FromTree{}, std::shared_ptr<const Tree>(m_value, &item)});
    return items;
}

QStringList Json::toStrings() const
{
    if (isString())
        return {toString()};
    QStringList texts;
    for (const Json &item : items())
        if (item.isString())
            texts.append(item.toString());
    return texts;
}

Json Json::get(QStringView dottedPath) const
{
    Json value = *this;
    for (const QStringView key : dottedPath.split(u'.'))
        value = value[key];
    return value;
}

Json Json::with(QStringView dottedPath, const Json &value) const
{
    Tree tree = *m_value;
    setIn(tree, dottedPath.split(u'.'), 0, *value.m_value);
    return {FromTree{}, std::make_shared<const Tree>(std::move(tree))};
}

Json Json::without(QStringView dottedPath) const
{
    const QList<QStringView> path = dottedPath.split(u'.');
    Tree tree = *m_value;
    Tree *parent = &tree;
    for (qsizetype i = 0; i + 1 < path.size(); ++i) {
        parent = const_cast<Tree *>(member(*parent, path[i]));
        if (!parent)
            return *this;
    }
    if (parent->is_object())
        parent->erase(utf8(path.last()));
    else if (const Tree *item = member(*parent, path.last()))
        parent->erase(parent->begin() + (item - &(*parent)[0]));
    return {FromTree{}, std::make_shared<const Tree>(std::move(tree))};
}

Json Json::appended(const Json &item) const
{
    Tree tree = m_value->is_array() ? *m_value : Tree::array();
    tree.push_back(*item.m_value);
    return {FromTree{}, std::make_shared<const Tree>(std::move(tree))};
}

bool Json::operator==(const Json &other) const
{
    return m_value == other.m_value || *m_value == *other.m_value;
}
