// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/jsontree.h>

using Tree = nlohmann::ordered_json;

namespace {

constexpr size_t kFewKeys = 24; // looked through faster than hashed

class TreeBuilder : public nlohmann::json_sax<Tree>
{
public:
    Tree root;

    bool null() override { return add(nullptr); }
    bool boolean(bool value) override { return add(value); }
    bool number_integer(number_integer_t value) override { return add(value); }
    bool number_unsigned(number_unsigned_t value) override { return add(value); }
    bool number_float(number_float_t value, const string_t &) override { return add(value); }
    bool string(string_t &value) override { return add(std::move(value)); }
    bool binary(binary_t &value) override { return add(std::move(value)); }
    bool start_object(size_t) override { return open(Tree::object()); }
    bool start_array(size_t) override { return open(Tree::array()); }
    bool end_object() override { return close(); }
    bool end_array() override { return close(); }

    bool key(string_t &value) override
    {
        m_open.back().key = std::move(value);
        return true;
    }

    bool parse_error(size_t, const std::string &, const nlohmann::detail::exception &error) override
    {
        // By its own type: a slice would lose the message.
        if (const auto *syntax = dynamic_cast<const nlohmann::detail::parse_error *>(&error))
            throw *syntax;
        if (const auto *range = dynamic_cast<const nlohmann::detail::out_of_range *>(&error))
            throw *range;
        throw error;
    }

private:
    struct Open {
        Tree value;
        std::string key; // of the member that comes
        MemberAdder members;
    };

    bool open(Tree &&value)
    {
        m_open.push_back({std::move(value), {}, {}});
        return true;
    }

    bool close()
    {
        Tree done = std::move(m_open.back().value);
        m_open.pop_back();
        return add(std::move(done));
    }

    bool add(Tree &&value)
    {
        if (m_open.empty())
            root = std::move(value);
        else if (m_open.back().value.is_array())
            m_open.back().value.push_back(std::move(value));
        else
            m_open.back().members.add(m_open.back().value, std::move(m_open.back().key), std::move(value));
        return true;
    }

    std::vector<Open> m_open;
};

} // namespace

void MemberAdder::add(Tree &object, std::string &&key, Tree &&value)
{
    Tree::object_t::Container &members = object.get_ref<Tree::object_t &>();
    if (members.size() < kFewKeys) {
        object[key] = std::move(value);
        return;
    }
    if (m_places.empty())
        for (size_t i = 0; i < members.size(); ++i)
            m_places.emplace(members[i].first, i);
    const auto [place, isNew] = m_places.emplace(key, members.size());
    if (isNew)
        members.emplace_back(std::move(key), std::move(value));
    else
        members[place->second].second = std::move(value);
}

Tree parseJsonTree(std::string_view text)
{
    TreeBuilder builder;
    Tree::sax_parse(text.begin(), text.end(), &builder);
    return std::move(builder.root);
}
