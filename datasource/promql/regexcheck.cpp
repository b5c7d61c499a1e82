// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtCore/QCoreApplication>
#include <array>
#include <datasource/promql/regexcheck.h>
#include <vector>

namespace promql {
namespace {

// RE2's syntax, as https://github.com/google/re2/wiki/Syntax states it.
class RegexReader
{
    Q_DECLARE_TR_FUNCTIONS(promql)

public:
    explicit RegexReader(QStringView pattern) : m_text(pattern), m_levels(1) { }

    RegexCheck run()
    {
        while (m_at < m_text.size() && m_problem.isEmpty())
            next();
        if (m_problem.isEmpty() && m_levels.size() > 1)
            m_problem = tr("The regular expression has a ( that is not closed");
        return {m_problem, m_problem.isEmpty() && m_levels.back().fits()};
    }

private:
    enum class Last { None, Atom, Repeat };

    // An open group: its alternatives so far, and the one being read.
    struct Level {
        bool anyAlternative = false;
        bool sequence = true; // what was read of this alternative fits an empty text
        bool atom = true; // the last piece does
        Last last = Last::None;

        bool fits() const { return anyAlternative || (sequence && (last == Last::None || atom)); }
    };

    QChar peek(qsizetype ahead = 0) const { return m_at + ahead < m_text.size() ? m_text[m_at + ahead] : QChar(); }
    Level &level() { return m_levels.back(); }

    void atom(bool fitsEmpty, qsizetype length)
    {
        Level &l = level();
        l.sequence = l.sequence && (l.last == Last::None || l.atom);
        l.atom = fitsEmpty;
        l.last = Last::Atom;
        m_at += length;
    }

    void next()
    {
        switch (peek().unicode()) {
        case u'(':
            return open();
        case u')':
            return close();
        case u'|': {
            Level &l = level();
            l = Level{l.fits(), true, true, Last::None};
            ++m_at;
            return;
        }
        case u'*':
        case u'?':
            return repeat(true, 1);
        case u'+':
            return repeat(false, 1);
        case u'{':
            return braces();
        case u'[':
            return characterClass();
        case u'\\':
            return escape();
        case u'^':
        case u'$':
            return atom(true, 1);
        default:
            return atom(false, 1);
        }
    }

    void open()
    {
        ++m_at;
        if (peek() == u'?' && !groupHead())
            return;
        m_levels.emplace_back();
    }

    // Behind "(": ?:, ?P<name>, ?<name>, ?flags:, ?flags). False: no group opens.
    bool groupHead()
    {
        ++m_at;
        if (peek() == u'<' || (peek() == u'P' && peek(1) == u'<')) {
            m_at += peek() == u'P' ? 2 : 1;
            const qsizetype end = m_text.indexOf(u'>', m_at);
            const QStringView name = end < 0 ? QStringView() : m_text.sliced(m_at, end - m_at);
            const bool isName
                = !name.isEmpty() && std::all_of(name.begin(), name.end(), [](QChar c) { return c.isLetterOrNumber() || c == u'_'; });
            if (!isName) {
                m_problem = tr("The regular expression uses what the server's kind does not know, such as look-ahead");
                return false;
            }
            m_at = end + 1;
            return true;
        }
        while (peek() == u'i' || peek() == u'm' || peek() == u's' || peek() == u'U' || peek() == u'-')
            ++m_at;
        const QChar end = peek();
        ++m_at;
        if (end != u':' && end != u')')
            m_problem = tr("The regular expression uses what the server's kind does not know, such as look-ahead");
        return end == u':';
    }

    void close()
    {
        if (m_levels.size() == 1) {
            m_problem = tr("The regular expression has a ) that closes nothing");
            return;
        }
        const bool fits = level().fits();
        m_levels.pop_back();
        atom(fits, 1);
    }

    void repeat(bool mayBeNone, qsizetype length)
    {
        Level &l = level();
        if (l.last != Last::Atom) {
            m_problem = l.last == Last::None ? tr("The regular expression repeats nothing: %1").arg(peek())
                                             : tr("The regular expression repeats a repetition: %1").arg(peek());
            return;
        }
        l.atom = l.atom || mayBeNone;
        l.last = Last::Repeat;
        m_at += length;
        if (peek() == u'?') // lazy
            ++m_at;
    }

    // {2}, {2,}, {2,3}; anything else is a plain brace.
    void braces()
    {
        qsizetype at = m_at + 1;
        const int low = number(at);
        int high = low;
        if (low >= 0 && at < m_text.size() && m_text[at] == u',') {
            ++at;
            high = number(at);
            if (high < 0)
                high = low;
        }
        if (low < 0 || at >= m_text.size() || m_text[at] != u'}')
            return atom(false, 1);
        if (high < low || high > 1000) {
            m_problem = tr("The regular expression repeats more than 1000 times, or backwards");
            return;
        }
        repeat(low == 0, at + 1 - m_at);
    }

    int number(qsizetype &at) const
    {
        int value = -1;
        for (; at < m_text.size() && m_text[at] >= u'0' && m_text[at] <= u'9'; ++at)
            value = std::min(100'000, std::max(value, 0) * 10 + m_text[at].digitValue());
        return value;
    }

    void characterClass()
    {
        ++m_at;
        if (peek() == u'^')
            ++m_at;
        for (bool isFirst = true; isFirst || peek() != u']'; isFirst = false) {
            if (m_at >= m_text.size()) {
                m_problem = tr("The regular expression has a [ that is not closed");
                return;
            }
            if (peek() == u'[' && peek(1) == u':' && namedClass())
                continue;
            const char32_t low = classCharacter();
            if (!m_problem.isEmpty())
                return;
            if (low == kSet || peek() != u'-' || peek(1) == u']' || m_at + 1 >= m_text.size())
                continue;
            ++m_at;
            if (classCharacter() < low && m_problem.isEmpty())
                m_problem = tr("The regular expression has a range that runs backwards");
            if (!m_problem.isEmpty())
                return;
        }
        atom(false, 1);
    }

    bool namedClass()
    {
        const qsizetype length = m_text.sliced(m_at + 2, std::min<qsizetype>(12, m_text.size() - m_at - 2)).indexOf(u":]");
        if (length < 0)
            return false;
        const qsizetype end = m_at + 2 + length;
        static constexpr std::array<QStringView, 14> kNames{u"alnum", u"alpha", u"ascii", u"blank", u"cntrl", u"digit", u"graph",
                                                            u"lower", u"print", u"punct", u"space", u"upper", u"word",  u"xdigit"};
        QStringView name = m_text.sliced(m_at + 2, end - m_at - 2);
        if (name.startsWith(u'^'))
            name = name.sliced(1);
        if (std::find(kNames.begin(), kNames.end(), name) == kNames.end())
            m_problem = tr("The regular expression names a class that does not exist: %1").arg(name.toString());
        m_at = end + 2;
        return true;
    }

    char32_t classCharacter()
    {
        if (peek() == u'\\')
            return escaped(true);
        const char32_t c
            = peek().isHighSurrogate() && peek(1).isLowSurrogate() ? QChar::surrogateToUcs4(peek(), peek(1)) : peek().unicode();
        m_at += c > 0xffff ? 2 : 1;
        return c;
    }

    void escape()
    {
        if (peek(1) == u'Q') { // all as it stands until \E
            const qsizetype end = m_text.indexOf(u"\\E", m_at + 2);
            const qsizetype stop = end < 0 ? m_text.size() : end;
            const bool isEmpty = stop == m_at + 2;
            m_at = end < 0 ? stop : end + 2;
            if (!isEmpty)
                atom(false, 0);
            return;
        }
        const QChar name = peek(1);
        escaped(false);
        if (m_problem.isEmpty())
            atom(name == u'B' || name == u'A' || name == u'z', 0);
    }

    // From the backslash on; the character meant, or kSet for a set of them.
    char32_t escaped(bool inClass)
    {
        ++m_at;
        const QChar c = peek();
        ++m_at;
        static constexpr QStringView kSets = u"dDsSwW", kControls = u"aftnrv", kEdges = u"bBAzC";
        if (kSets.contains(c) && !c.isNull())
            return kSet;
        if (c == u'p' || c == u'P')
            return unicodeClass();
        if (!inClass && kEdges.contains(c) && c != u'C' && !c.isNull())
            return kSet;
        if (kControls.contains(c) && !c.isNull())
            return char32_t(u"\a\f\t\n\r\v"[kControls.indexOf(c)]);
        if (c == u'x')
            return hexCharacter();
        const bool isOctal = c == u'0' || (c >= u'1' && c <= u'7' && peek() >= u'0' && peek() <= u'7');
        if (isOctal)
            return octalCharacter(c);
        if (c.unicode() < 0x80 && !c.isNull() && !c.isLetterOrNumber())
            return c.unicode();
        m_problem = m_at > m_text.size() ? tr("The regular expression ends in a backslash")
                                         : tr("The regular expression has an unknown escape: \\%1").arg(c);
        return kSet;
    }

    char32_t unicodeClass()
    {
        qsizetype end = m_at + 1;
        if (peek() == u'{') {
            end = m_text.indexOf(u'}', m_at) + 1;
            if (end == 0)
                end = m_text.size() + 1;
        }
        if (end > m_text.size() || !(peek() == u'{' || peek().isUpper()))
            m_problem = tr("The regular expression has an unknown escape: \\%1").arg(u'p');
        m_at = std::min(end, m_text.size());
        return kSet;
    }

    char32_t hexCharacter()
    {
        const bool isBraced = peek() == u'{';
        const qsizetype end = isBraced ? m_text.indexOf(u'}', m_at) : m_at + 2;
        const qsizetype start = m_at + (isBraced ? 1 : 0);
        bool ok = false;
        uint code = 0;
        if (end > start && end <= m_text.size() && end - start <= 8)
            code = m_text.sliced(start, end - start).toUInt(&ok, 16);
        if (!ok || code > 0x10ffff) {
            m_problem = tr("The regular expression has an unknown escape: \\%1").arg(u'x');
            return kSet;
        }
        m_at = end + (isBraced ? 1 : 0);
        return code;
    }

    char32_t octalCharacter(QChar first)
    {
        char32_t code = char32_t(first.digitValue());
        for (int i = 0; i < 2 && peek() >= u'0' && peek() <= u'7'; ++i, ++m_at)
            code = code * 8 + char32_t(peek().digitValue());
        return code;
    }

    static constexpr char32_t kSet = 0xffffffff;

    QStringView m_text;
    qsizetype m_at = 0;
    std::vector<Level> m_levels;
    QString m_problem;
};

} // namespace

RegexCheck checkRegex(QStringView pattern)
{
    return RegexReader(pattern).run();
}

} // namespace promql
