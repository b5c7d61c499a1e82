// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/jsonscan.h>

#include <QtCore/QCoreApplication>
#include <core/utf8.h>

namespace {
bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isHex(char c)
{
    return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

// Length of the UTF-8 sequence at `at`, 0 when it is none (overlong forms and surrogates are none).
int utf8Length(const unsigned char *at, const unsigned char *end)
{
    const auto follows
        = [&](int index, unsigned low = 0x80, unsigned high = 0xbf) { return at + index < end && at[index] >= low && at[index] <= high; };
    const unsigned c = *at;
    if (c < 0x80)
        return 1;
    if (c >= 0xc2 && c <= 0xdf)
        return follows(1) ? 2 : 0;
    if (c >= 0xe0 && c <= 0xef)
        return follows(1, c == 0xe0 ? 0xa0 : 0x80, c == 0xed ? 0x9f : 0xbf) && follows(2) ? 3 : 0;
    if (c >= 0xf0 && c <= 0xf4)
        return follows(1, c == 0xf0 ? 0x90 : 0x80, c == 0xf4 ? 0x8f : 0xbf) && follows(2) && follows(3) ? 4 : 0;
    return 0;
}

class Scanner
{
public:
    Scanner(const QByteArray &text, std::vector<JsonIndex::Node> &nodes) : m_text(text), m_nodes(nodes) { }

    Result<> run()
    {
        if (m_text.startsWith("\xef\xbb\xbf"))
            m_at = 3;
        bool more = true;
        while (more && !m_error)
            more = step();
        if (m_error)
            return tl::unexpected<Error>(*m_error);
        space();
        if (m_at < m_text.size())
            error("text after the end of the value");
        return m_error ? Result<>(tl::unexpected<Error>(*m_error)) : Result<>();
    }

private:
    enum class Want { Value, KeyOrEnd, Key, ItemOrEnd, CommaOrEnd };

    char peek() const { return m_at < m_text.size() ? m_text[m_at] : '\0'; }

    void error(const char *what, Error::Kind kind = Error::Kind::Parse)
    {
        if (!m_error)
            m_error = Error{kind, QString::fromUtf8(what),
                            QCoreApplication::translate("Errors", "line %1, byte %2").arg(lineOfByte(m_text, m_at)).arg(m_at)};
    }

    void space()
    {
        while (m_at < m_text.size() && isSpace(m_text[m_at]))
            ++m_at;
    }

    // One token. False: the root is complete, or an error was found.
    bool step()
    {
        space();
        switch (m_want) {
        case Want::Value:
            return value();
        case Want::ItemOrEnd:
            return peek() == ']' ? close() : value();
        case Want::KeyOrEnd:
            return peek() == '}' ? close() : key();
        case Want::Key:
            return key();
        case Want::CommaOrEnd:
            break;
        }
        const bool inObject = m_nodes[size_t(m_open.back())].kind == '{';
        if (peek() == (inObject ? '}' : ']'))
            return close();
        if (peek() != ',') {
            error(inObject ? "expected , or }" : "expected , or ]");
            return false;
        }
        ++m_at;
        m_want = inObject ? Want::Key : Want::Value;
        return true;
    }

    bool key()
    {
        if (peek() != '"') {
            error("expected a key in quotes");
            return false;
        }
        const qsizetype begin = m_at;
        if (!string())
            return false;
        m_key = {begin, m_at};
        space();
        if (peek() != ':') {
            error("expected :");
            return false;
        }
        ++m_at;
        m_want = Want::Value;
        return true;
    }

    bool value()
    {
        const qsizetype begin = m_at;
        const char c = peek();
        const int node = add(c);
        if (c == '{' || c == '[') {
            if (qsizetype(m_open.size()) >= JsonIndex::kMaxDepth) {
                error("nested more than 512 levels deep", Error::Kind::Limit);
                return false;
            }
            m_open.push_back(node);
            m_last.push_back(-1);
            ++m_at;
            m_want = c == '{' ? Want::KeyOrEnd : Want::ItemOrEnd;
            return true;
        }
        const bool ok = c == '"' ? string() : c == 't' ? word("true") : c == 'f' ? word("false") : c == 'n' ? word("null") : number();
        if (!ok)
            return false;
        m_nodes[size_t(node)].value = {begin, m_at};
        return ended();
    }

    int add(char c)
    {
        const int index = int(m_nodes.size());
        JsonIndex::Node node;
        node.value.begin = m_at;
        node.kind = c == '-' || isDigit(c) ? '0' : c;
        if (!m_open.empty()) {
            node.parent = m_open.back();
            JsonIndex::Node &parent = m_nodes[size_t(node.parent)];
            if (parent.kind == '{')
                node.key = m_key;
            ++parent.children;
            int &last = m_last.back();
            (last < 0 ? parent.firstChild : m_nodes[size_t(last)].next) = index;
            last = index;
        }
        m_nodes.push_back(node);
        return index;
    }

    bool close()
    {
        ++m_at;
        m_nodes[size_t(m_open.back())].value.end = m_at;
        m_open.pop_back();
        m_last.pop_back();
        return ended();
    }

    bool ended()
    {
        m_want = Want::CommaOrEnd;
        return !m_open.empty();
    }

    bool word(const char *expected)
    {
        const qsizetype length = qsizetype(qstrlen(expected));
        if (QByteArrayView(m_text).sliced(m_at).startsWith(QByteArrayView(expected, length))) {
            m_at += length;
            return true;
        }
        error("expected a value");
        return false;
    }

    bool digits()
    {
        const qsizetype begin = m_at;
        while (isDigit(peek()))
            ++m_at;
        return m_at > begin;
    }

    bool number()
    {
        if (m_at >= m_text.size()) {
            error("the text ends where a value should be");
            return false;
        }
        if (peek() == '-')
            ++m_at;
        bool ok = true;
        if (peek() == '0')
            ++m_at;
        else
            ok = digits();
        if (ok && peek() == '.') {
            ++m_at;
            ok = digits();
        }
        if (ok && (peek() == 'e' || peek() == 'E')) {
            ++m_at;
            if (peek() == '+' || peek() == '-')
                ++m_at;
            ok = digits();
        }
        if (!ok)
            error("expected a value");
        return ok;
    }

    bool string()
    {
        const auto *bytes = reinterpret_cast<const unsigned char *>(m_text.constData());
        const auto *end = bytes + m_text.size();
        for (++m_at; m_at < m_text.size();) {
            const unsigned char c = bytes[m_at];
            if (c == '"') {
                ++m_at;
                return true;
            }
            if (c == '\\') {
                if (!escape())
                    return false;
                continue;
            }
            const int length = c < 0x20 ? 0 : utf8Length(bytes + m_at, end);
            if (length == 0) {
                error(c < 0x20 ? "a control character in a text must be escaped" : "not valid UTF-8");
                return false;
            }
            m_at += length;
        }
        error("the text ends inside quotes");
        return false;
    }

    bool escape()
    {
        ++m_at;
        const char c = peek();
        if (c == 'u') {
            for (int i = 1; i <= 4; ++i) {
                if (m_at + i >= m_text.size() || !isHex(m_text[m_at + i])) {
                    error("expected four hexadecimal digits after \\u");
                    return false;
                }
            }
            m_at += 5;
            return true;
        }
        if (c == '\0' || !QByteArrayView("\"\\/bfnrt").contains(c)) {
            error("unknown escape in a text");
            return false;
        }
        ++m_at;
        return true;
    }

    const QByteArray &m_text;
    std::vector<JsonIndex::Node> &m_nodes;
    qsizetype m_at = 0;
    Want m_want = Want::Value;
    ByteSpan m_key;
    std::vector<int> m_open;
    std::vector<int> m_last; // last child seen of each open node
    std::optional<Error> m_error;
};

} // namespace

Result<JsonIndex> JsonIndex::scan(const QByteArray &text)
{
    JsonIndex index;
    index.m_nodes.reserve(size_t(text.size() / 16));
    if (const Result<> done = Scanner(text, index.m_nodes).run(); !done)
        return tl::unexpected<Error>(done.error());
    return index;
}
