// SPDX-License-Identifier: GPL-3.0-or-later
#include <pipeline/datalinks.h>

#include <QtCore/QRegularExpression>
#include <QtCore/QUrl>
#include <cmath>

using namespace Qt::StringLiterals;

namespace {
constexpr auto kNowhere = "about:blank"_L1;
constexpr int kMostRounds = 8; // of text that was encoded again and again

// As JavaScript prints it.
QString numberText(double number)
{
    if (std::isnan(number))
        return u"NaN"_s;
    if (number == std::floor(number) && std::fabs(number) < 1e15)
        return QString::number(qint64(number));
    return QString::number(number, 'g', QLocale::FloatingPointShortest);
}

std::optional<QString> rawText(const Field &field, qsizetype row)
{
    if (row < 0 || row >= field.values.size())
        return {};
    if (field.values.isNull(row))
        return QString();
    return field.values.type() == Column::Type::Text ? field.values.text(row) : numberText(field.values.number(row));
}

// One member of a shown value: "text" (of another field without what stands around it), "numeric", …; else all of it.
QString memberOf(const DisplayValue &value, const QString &member)
{
    if (member == "text"_L1)
        return value.text;
    if (member == "numeric"_L1)
        return numberText(value.numeric);
    if (member == "prefix"_L1)
        return value.prefix;
    if (member == "suffix"_L1)
        return value.suffix;
    return value.joined();
}

class Lookup
{
public:
    explicit Lookup(const LinkScope &scope) : m_scope(scope) { }

    std::optional<QString> operator()(const QString &name, const QString &path) const
    {
        if (name == "__field"_L1 && m_scope.field)
            return fieldMember(*m_scope.field, path);
        if (name == "__series"_L1 && path == "name"_L1)
            return seriesName();
        if (name == "__value"_L1)
            return valueMember(path);
        if (name == "__data"_L1 && hasRow())
            return dataMember(path);
        return {};
    }

private:
    bool hasRow() const { return m_scope.frame && m_scope.row >= 0; }

    static QString nameOf(const Field &field) { return field.state.displayName.isEmpty() ? field.name : field.state.displayName; }

    std::optional<QString> seriesName() const
    {
        if (m_scope.frame && !m_scope.frame->name.isEmpty())
            return m_scope.frame->name;
        return m_scope.field ? std::optional(nameOf(*m_scope.field)) : std::nullopt;
    }

    static std::optional<QString> fieldMember(const Field &field, const QString &path)
    {
        static const QRegularExpression label(u"^labels(?:\\.(.+)|\\[[\"']?([^\"'\\]]+)[\"']?\\])$"_s);
        if (path == "name"_L1 || path == "displayName"_L1)
            return nameOf(field);
        if (path == "labels"_L1) {
            QStringList pairs;
            for (auto it = field.labels.begin(); it != field.labels.end(); ++it)
                pairs.append(it.key() + "=\""_L1 + it.value() + u'"');
            return pairs.join(", "_L1);
        }
        const QRegularExpressionMatch match = label.match(path);
        return match.hasMatch() ? std::optional(field.labels.value(match.captured(1) + match.captured(2))) : std::nullopt;
    }

    DisplayValue shown(const Field &field) const { return DisplayProcessor(field, m_scope.theme, m_scope.zone).row(m_scope.row); }

    std::optional<QString> valueMember(const QString &path) const
    {
        if (path == "time"_L1)
            return hasRow() ? timeOfRow() : std::nullopt;
        if (!m_scope.field || (m_scope.row < 0 && !m_scope.value))
            return {};
        if (path == "raw"_L1)
            return m_scope.row >= 0                  ? rawText(*m_scope.field, m_scope.row)
                : std::isnan(m_scope.value->numeric) ? std::optional(m_scope.value->text)
                                                     : std::optional(numberText(m_scope.value->numeric));
        return memberOf(m_scope.value ? *m_scope.value : shown(*m_scope.field), path == "numeric"_L1 ? path : QString());
    }

    std::optional<QString> timeOfRow() const
    {
        for (const Field &field : m_scope.frame->fields)
            if (field.isTime())
                return rawText(field, m_scope.row);
        return QString();
    }

    const Field *fieldCalled(const QString &name) const
    {
        for (const Field &field : m_scope.frame->fields)
            if (nameOf(field) == name || field.name == name)
                return &field;
        bool isIndex = false;
        const qsizetype index = name.toLongLong(&isIndex);
        return isIndex && index >= 0 && index < m_scope.frame->fields.size() ? &m_scope.frame->fields[index] : nullptr;
    }

    std::optional<QString> dataMember(const QString &path) const
    {
        static const QRegularExpression other(u"^fields(?:\\.([^.\\[]+)|\\[[\"']?([^\"'\\]]+)[\"']?\\])(?:\\.(\\w+))?$"_s);
        if (path == "name"_L1)
            return m_scope.frame->name;
        if (path == "refId"_L1)
            return m_scope.frame->refId;
        const QRegularExpressionMatch match = other.match(path);
        if (!match.hasMatch())
            return QString();
        const Field *field = fieldCalled(match.captured(1) + match.captured(2));
        return field ? memberOf(shown(*field), match.captured(3)) : QString();
    }

    LinkScope m_scope;
};

QString withoutEntities(const QString &text)
{
    static const QRegularExpression entity(u"&#(?:x([0-9a-f]{1,6})|(\\d{1,7}));?|&(newline|tab|colon);"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    QString out;
    qsizetype from = 0;
    for (auto it = entity.globalMatch(text); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        out += QStringView(text).mid(from, match.capturedStart() - from);
        const bool isHex = !match.captured(1).isEmpty();
        const uint code = isHex ? match.captured(1).toUInt(nullptr, 16) : match.captured(2).toUInt();
        if (match.captured(3).compare("colon"_L1, Qt::CaseInsensitive) == 0)
            out += u':';
        else if (code >= 0x20 && code <= 0x10ffff)
            out += QString::fromUcs4(reinterpret_cast<const char32_t *>(&code), 1);
        from = match.capturedEnd();
    }
    return out + text.mid(from);
}

// Like JavaScript's decodeURIComponent: all of it, or nothing where it is not well formed.
QString decoded(const QString &text)
{
    if (!text.contains(u'%'))
        return text;
    static const QRegularExpression stray(u"%(?![0-9a-fA-F]{2})"_s);
    const QString out = QUrl::fromPercentEncoding(text.toUtf8());
    return text.contains(stray) || out.contains(QChar::ReplacementCharacter) ? text : out;
}

QString withoutControls(const QString &text)
{
    QString out;
    for (const QChar c : text)
        if (c.unicode() > 0x1f && !(c.unicode() >= 0x7f && c.unicode() <= 0x9f) && !(c.unicode() >= 0x2000 && c.unicode() <= 0x200f)
            && !(c.unicode() >= 0x2028 && c.unicode() <= 0x202e) && c.unicode() != 0xfeff)
            out += c;
    return out.trimmed();
}

QString encodedBut(QStringView text, QLatin1StringView special)
{
    QString out;
    for (const char byte : text.toUtf8()) {
        const auto code = uchar(byte);
        if (code <= 0x20 || code >= 0x7f || special.contains(QLatin1Char(byte)))
            out += u'%' + QString::number(code, 16).rightJustified(2, u'0').toUpper();
        else
            out += QLatin1Char(byte);
    }
    return out;
}

// The usual spelling: small scheme and host, a path, encoded where it must be.
QString spelled(const QString &href)
{
    static const QRegularExpression parts(u"^(https?):/*([^/?#]*)([^?#]*)(\\?[^#]*)?(#.*)?$"_s, QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = parts.match(href);
    if (!match.hasMatch() || match.captured(2).isEmpty() || !QUrl(match.captured(1) + "://"_L1 + match.captured(2)).isValid())
        return kNowhere;
    const QString user = match.captured(2).contains(u'@') ? match.captured(2).section(u'@', 0, -2) + u'@' : QString();
    const QString host = match.captured(2).section(u'@', -1).toLower();
    const QString path = match.captured(3).isEmpty() ? u"/"_s : match.captured(3);
    return match.captured(1).toLower() + "://"_L1 + user + host + encodedBut(path, "\"<>`{}"_L1) + encodedBut(match.captured(4), "\"<>'"_L1)
        + encodedBut(match.captured(5), "\"<>`"_L1);
}
} // namespace

DataLookup dataLookup(const LinkScope &scope)
{
    return Lookup(scope);
}

QString fillData(const QString &text, bool isAddress, const DataLookup &data)
{
    static const QRegularExpression reference(u"\\$\\{(__\\w+)(?:\\.([^:}]+))?(?::\\w+)?\\}"_s);
    QString out;
    qsizetype from = 0;
    for (auto it = reference.globalMatch(text); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        const std::optional<QString> value = data(match.captured(1), match.captured(2));
        out += QStringView(text).mid(from, match.capturedStart() - from);
        out += !value ? match.captured() : isAddress ? QString::fromLatin1(QUrl::toPercentEncoding(*value)) : *value;
        from = match.capturedEnd();
    }
    return out + text.mid(from);
}

QString safeHref(const QString &href)
{
    QString text = href.trimmed();
    for (int round = 0; round < kMostRounds; ++round) {
        const QString before = text;
        text = decoded(withoutControls(withoutEntities(decoded(text))));
        if (text == before)
            break;
    }
    if (text.isEmpty())
        return kNowhere;
    if (text.startsWith(u'/') || text.startsWith(u'.'))
        return text;
    const qsizetype colon = text.lastIndexOf(u':');
    if (colon < 1)
        return text;
    static const QRegularExpression script(u"^\\W*(javascript|data|vbscript)"_s, QRegularExpression::CaseInsensitiveOption);
    const QString scheme = text.left(colon + 1).toLower();
    if (script.match(scheme).hasMatch())
        return kNowhere;
    text.replace(u'\\', u'/');
    return scheme == "http:"_L1 || scheme == "https:"_L1 ? spelled(text) : text;
}

ResolvedLink resolveLink(const DataLink &link, const LinkScope &scope, const LinkFill &fill)
{
    const DataLookup data = dataLookup(scope);
    ResolvedLink resolved;
    resolved.title = fill(link.title, false, data);
    resolved.target = link.targetBlank ? u"_blank"_s : QString();
    if (link.url.isEmpty())
        return resolved;
    resolved.address = fill(QString(link.url).remove(u'\n'), true, data).trimmed();
    resolved.href = safeHref(resolved.address);
    return resolved;
}
