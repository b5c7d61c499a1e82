// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/yamlfile.h>

#include <QtCore/QCoreApplication>
#include <QtCore/QHash>
#include <QtCore/QStringDecoder>
#include <core/json.h>
#include <core/jsonscan.h>
#include <core/utf8.h>
#include <dashboard/yamlscalar.h>
#include <sstream>
#include <yaml-cpp/depthguard.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Yaml", text);
}

struct TooMany {
};

bool looksLikeDashboard(const QByteArray &text, const QString &key)
{
    const Result<JsonIndex> index = JsonIndex::scan(text);
    if (!index) // a broken one is opened by name, so that its error is told
        return key.endsWith(".json"_L1) && (text.contains("\"panels\"") || text.contains("\"rows\"") || text.contains("\"elements\""));
    for (const auto &root : {u""_s, u"/dashboard"_s, u"/spec"_s, u"/dashboard/spec"_s})
        for (const auto &[member, kind] : {std::pair(u"/panels"_s, '['), std::pair(u"/rows"_s, '['), std::pair(u"/elements"_s, '{')})
            if (const int node = index->find(text, root + member); node >= 0 && index->nodes()[size_t(node)].kind == kind)
                return true;
    return index->find(text, u"/schemaVersion"_s) >= 0 && index->find(text, u"/title"_s) >= 0;
}

// Walks a file as events; takes down the texts that may be dashboards, and whose they are.
class Walk : public YAML::EventHandler
{
public:
    explicit Walk(const QByteArray &bytes)
    {
        m_lines.append(bytes.startsWith("\xef\xbb\xbf") ? 3 : 0);
        for (qsizetype at = bytes.indexOf('\n'); at >= 0; at = bytes.indexOf('\n', at + 1))
            m_lines.append(at + 1);
    }

    QList<YamlFile::Part> parts;
    QStringList owners; // one a part

    void OnDocumentStart(const YAML::Mark &) override { m_open.clear(); }
    void OnDocumentEnd() override { }
    void OnNull(const YAML::Mark &, YAML::anchor_t) override { value(); }
    void OnAlias(const YAML::Mark &, YAML::anchor_t) override { value(); }
    void OnSequenceStart(const YAML::Mark &, const std::string &, YAML::anchor_t, YAML::EmitterStyle::value style) override
    {
        open(false, style);
    }
    void OnSequenceEnd() override { close(); }
    void OnMapStart(const YAML::Mark &, const std::string &, YAML::anchor_t, YAML::EmitterStyle::value style) override
    {
        open(true, style);
    }
    void OnMapEnd() override { close(); }

    void OnScalar(const YAML::Mark &mark, const std::string &, YAML::anchor_t, const std::string &text) override
    {
        if (m_open.isEmpty())
            return;
        Level &level = m_open.last();
        if (level.isMap && level.wantsKey) {
            level.key = textOfUtf8(QByteArrayView(text.data(), qsizetype(text.size())));
            level.keyColumn = mark.column;
            level.wantsKey = false;
            return;
        }
        if (level.isMap && level.key == "name"_L1 && m_open.size() > 1 && m_open[m_open.size() - 2].key == "metadata"_L1)
            nameOwner(textOfUtf8(QByteArrayView(text.data(), qsizetype(text.size()))));
        const size_t first = text.find_first_not_of(" \t\r\n");
        if (level.isMap && first != std::string::npos && text[first] == '{')
            take(mark, QByteArray(text.data(), qsizetype(text.size())));
        value();
    }

private:
    struct Level {
        bool isMap = false;
        bool isFlow = false;
        bool wantsKey = true;
        QString key;
        int keyColumn = 0;
        qsizetype firstPart = 0; // parts found before it
        QString owner = {}; // metadata.name
    };

    void open(bool isMap, YAML::EmitterStyle::value style)
    {
        const bool inFlow = !m_open.isEmpty() && m_open.last().isFlow;
        m_open.append({isMap, inFlow || style == YAML::EmitterStyle::Flow, true, {}, 0, parts.size(), {}});
    }

    void close()
    {
        m_open.removeLast();
        value();
    }

    void value() // a value has ended, or a key that is none of ours
    {
        if (!m_open.isEmpty() && m_open.last().isMap)
            m_open.last().wantsKey = !m_open.last().wantsKey;
    }

    // metadata may stand behind data: what lies in the same object has this owner.
    void nameOwner(const QString &name)
    {
        Level &object = m_open[m_open.size() - 2];
        object.owner = name;
        for (qsizetype i = object.firstPart; i < parts.size(); ++i)
            if (owners[i].isEmpty())
                owners[i] = name;
    }

    QString owner() const
    {
        for (qsizetype i = m_open.size() - 1; i >= 0; --i)
            if (!m_open[i].owner.isEmpty())
                return m_open[i].owner;
        return {};
    }

    void take(const YAML::Mark &mark, const QByteArray &text)
    {
        const Level &level = m_open.last();
        if (!looksLikeDashboard(text, level.key) || mark.line < 0 || mark.line >= m_lines.size())
            return;
        if (parts.size() >= YamlFile::kMostParts)
            throw TooMany();
        parts.append({level.key, text, m_lines[mark.line] + mark.column, level.keyColumn, level.isFlow});
        owners.append(owner());
    }

    QList<qsizetype> m_lines;
    QList<Level> m_open;
};

void nameParts(QList<YamlFile::Part> &parts, const QStringList &owners)
{
    QHash<QString, int> keys, names;
    for (const YamlFile::Part &part : parts)
        ++keys[part.name];
    for (qsizetype i = 0; i < parts.size(); ++i) {
        if (keys.value(parts[i].name) > 1 && !owners[i].isEmpty())
            parts[i].name = owners[i] + u':' + parts[i].name;
        parts[i].name.replace(u'/', u'_').replace(u'#', u'_'); // it becomes the end of a path
        if (const int before = names[parts[i].name]++; before > 0)
            parts[i].name += u" (%1)"_s.arg(before + 1);
    }
}

} // namespace

Result<YamlFile> YamlFile::read(const QByteArray &bytes)
{
    if (bytes.size() > kMostBytes)
        return fail(Error::Kind::Limit, tr("the YAML is larger than 16 MiB"));
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString whole = decoder(bytes);
    if (decoder.hasError() || whole.contains(QChar(0)))
        return fail(Error::Kind::Parse, tr("this is no YAML in UTF-8"));
    YamlFile file;
    file.m_bytes = bytes;
    Walk walk(bytes);
    try {
        std::istringstream stream(bytes.toStdString());
        YAML::Parser parser(stream);
        while (parser.HandleNextDocument(walk)) { }
    } catch (const YAML::DeepRecursion &) {
        return fail(Error::Kind::Limit, tr("the YAML is nested too deep"));
    } catch (const YAML::Exception &error) {
        return fail(Error::Kind::Parse, tr("this is no YAML: %1").arg(QString::fromStdString(error.msg)),
                    tr("line %1, column %2").arg(error.mark.line + 1).arg(error.mark.column + 1));
    } catch (const TooMany &) {
        return fail(Error::Kind::Limit, tr("the YAML holds more than %1 dashboards").arg(kMostParts));
    } catch (const std::exception &error) { // yaml-cpp throws what its containers throw, too
        return fail(Error::Kind::Parse, tr("this is no YAML: %1").arg(QString::fromUtf8(error.what())));
    }
    file.m_parts = walk.parts;
    nameParts(file.m_parts, walk.owners);
    return file;
}

int YamlFile::indexOf(const QString &name) const
{
    for (qsizetype i = 0; i < m_parts.size(); ++i)
        if (m_parts[i].name == name)
            return int(i);
    return -1;
}

Result<QByteArray> YamlFile::with(int part, const QByteArray &json) const
{
    const Part &old = m_parts[part];
    if (json == old.json)
        return m_bytes;
    const auto refused = [&] {
        return fail(Error::Kind::Unsupported, tr("“%1” stands in the YAML in a way that cannot be replaced").arg(old.name), {},
                    tr("Save the dashboard as a file of its own."));
    };
    const std::optional<YamlScalar> scalar = old.isInFlow ? std::nullopt : yamlScalarAt(m_bytes, old.offset, old.indent);
    if (!scalar)
        return refused();
    const std::optional<QByteArray> written = withYamlText(m_bytes, *scalar, old.json, json, old.indent);
    if (!written)
        return refused();
    const Result<YamlFile> again = read(*written);
    if (!again || again->m_parts.size() != m_parts.size())
        return refused();
    for (qsizetype i = 0; i < m_parts.size(); ++i) {
        const bool same = i == part ? Json::parse(again->m_parts[i].json).value_or(Json()) == Json::parse(json).value_or(Json())
                                    : again->m_parts[i].json == m_parts[i].json;
        if (!same)
            return refused();
    }
    return *written;
}
