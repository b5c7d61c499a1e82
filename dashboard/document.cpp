// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/document.h>

#include <QtCore/QCoreApplication>
#include <dashboard/dashboardplace.h>
#include <dashboard/v2codec.h>

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 kMaxBytes = 64 << 20;
} // namespace

Result<Document> Document::open(const QString &path)
{
    const DashboardPlace place = DashboardPlace::of(path);
    const Result<QByteArray> bytes = dashboardBytes(place.file);
    if (!bytes)
        return tl::unexpected<Error>(bytes.error());
    const bool isYaml = isYamlName(place.file) && !bytes->trimmed().startsWith('{'); // JSON is YAML, too
    return (isYaml ? ofYaml(*bytes, path) : fromText(*bytes, path)).map_error([&](Error error) {
        error.where = error.where.isEmpty() ? path : path + ": "_L1 + error.where;
        return error;
    });
}

Result<Document> Document::ofYaml(const QByteArray &bytes, const QString &path)
{
    Result<YamlFile> yaml = YamlFile::read(bytes);
    if (!yaml)
        return tl::unexpected<Error>(yaml.error());
    const QString name = DashboardPlace::of(path).part;
    QStringList names;
    for (const YamlFile::Part &part : yaml->parts())
        names.append(part.name);
    const bool says = !name.isEmpty() || names.size() == 1;
    const int part = name.isEmpty() ? 0 : yaml->indexOf(name);
    if (names.isEmpty())
        return fail(Error::Kind::Parse, QCoreApplication::translate("Errors", "the YAML holds no dashboard"));
    if (!says || part < 0)
        return fail(Error::Kind::Config,
                    says ? QCoreApplication::translate("Errors", "the YAML holds no dashboard “%1”").arg(name)
                         : QCoreApplication::translate("Errors", "the YAML holds %1 dashboards").arg(names.size()),
                    {}, QCoreApplication::translate("Errors", "Say which, as in FILE#%1: %2").arg(names[0], names.join(u", "_s)));
    Result<Document> document = fromText(yaml->parts()[part].json, path);
    if (document) {
        document->m_yaml = std::make_shared<const YamlFile>(std::move(*yaml));
        document->m_part = part;
    }
    return document;
}

Result<QByteArray> Document::fileBytes(const QByteArray &onDisk, const QByteArray &savedText) const
{
    if (!m_yaml)
        return m_text;
    const bool isOurs = onDisk.isEmpty() || m_yaml->with(m_part, savedText).value_or(QByteArray()) == onDisk;
    if (isOurs)
        return m_yaml->with(m_part, m_text);
    const QString name = m_yaml->parts()[m_part].name;
    const Result<YamlFile> now = YamlFile::read(onDisk);
    const int part = now ? now->indexOf(name) : -1;
    if (part < 0)
        return fail(Error::Kind::Config,
                    QCoreApplication::translate("Errors", "the YAML on the disk does not hold “%1” any more").arg(name), m_path,
                    QCoreApplication::translate("Errors", "Save the dashboard elsewhere."));
    return now->with(part, m_text);
}

Result<Document> Document::fromText(const QByteArray &utf8, const QString &path)
{
    if (utf8.size() > kMaxBytes)
        return fail(Error::Kind::Limit, QCoreApplication::translate("Errors", "the text is larger than 64 MiB"));
    Document document;
    document.m_path = path;
    document.m_text = utf8;
    if (const Result<> done = document.derive(nullptr); !done)
        return tl::unexpected<Error>(done.error());
    return document;
}

Result<Document> Document::edited(const Splices &splices) const
{
    Result<QByteArray> text = applied(m_text, splices);
    if (!text)
        return tl::unexpected<Error>(text.error());
    Document document;
    document.m_path = m_path;
    document.m_yaml = m_yaml;
    document.m_part = m_part;
    document.m_text = std::move(*text);
    if (const Result<> done = document.derive(this); !done)
        return tl::unexpected<Error>(done.error());
    return document;
}

Document Document::withPath(const QString &path) const
{
    Document copy = *this;
    copy.m_path = path;
    if (!isYamlName(DashboardPlace::of(path).file))
        copy.m_yaml.reset();
    return copy;
}

// {"dashboard": …} as Grafana's API answers, or {"NAME.json": …} as generators of dashboards print. The object inside; 0: no wrapper.
int Document::wrappedDashboard() const
{
    const auto isObject = [this](int node) { return node > 0 && m_index->nodes()[size_t(node)].kind == '{'; };
    const JsonIndex::Node &whole = m_index->nodes().front();
    if (const int named = m_index->member(m_text, 0, u"dashboard"_s); isObject(named))
        return named;
    for (const auto &own : {u"panels"_s, u"rows"_s, u"elements"_s, u"spec"_s})
        if (m_index->member(m_text, 0, own) > 0)
            return 0;
    QList<int> files;
    for (int member = whole.firstChild; member > 0; member = m_index->nodes()[size_t(member)].next)
        if (isObject(member) && m_index->key(m_text, member).endsWith(".json"_L1))
            files.append(member);
    return files.size() == 1 ? files.first() : 0;
}

Result<> Document::derive(const Document *before)
{
    Result<JsonIndex> index = JsonIndex::scan(m_text);
    if (!index)
        return tl::unexpected<Error>(index.error());
    m_index = std::make_shared<const JsonIndex>(std::move(*index));
    if (m_index->nodes().front().kind != '{')
        return fail(Error::Kind::Parse, QCoreApplication::translate("Errors", "a dashboard is a JSON object"));
    int object = wrappedDashboard();
    m_root = m_index->pointer(m_text, object);
    for (const QString &spec : {m_root + "/spec"_L1, m_root}) {
        if (m_index->find(m_text, spec + "/elements"_L1) < 0)
            continue;
        const Result<Json> json = Json::parse(textAt(spec));
        if (!json)
            return tl::unexpected<Error>(json.error());
        m_root = spec;
        m_dashboard = readV2Dashboard(*json, spec);
        return {};
    }
    // A classic dashboard as a resource of Grafana's API server.
    const int spec = m_index->member(m_text, object, u"spec"_s);
    if (spec > 0 && m_index->nodes()[size_t(spec)].kind == '{' && m_index->member(m_text, object, u"panels"_s) < 0
        && m_index->member(m_text, object, u"rows"_s) < 0) {
        m_root += "/spec"_L1;
        object = spec;
    }
    const int panels = m_index->member(m_text, object, u"panels"_s);
    const ByteSpan whole = m_index->nodes()[size_t(object)].value;
    QByteArray rest = m_text.mid(whole.begin, whole.size());
    const bool hasPanels = panels > 0 && m_index->nodes()[size_t(panels)].kind == '[';
    if (hasPanels) {
        const ByteSpan span = m_index->nodes()[size_t(panels)].value;
        rest.replace(span.begin - whole.begin, span.size(), "[]");
    }
    const Result<Json> json = Json::parse(rest);
    if (!json)
        return tl::unexpected<Error>(json.error());
    readForm(*json);
    const bool isSameForm = before && before->m_form.from == m_form.from && before->m_form.elements == m_form.elements;
    QList<ModelProblem> problems = notPanels(panels);
    QList<PanelNode> nodes;
    if (hasPanels)
        nodes = readPanels(panels, m_root + "/panels"_L1, isSameForm ? before->m_panels : PanelCache());
    const MigrationContext here{m_form.from, m_root, &problems, m_form.elements};
    if (nodes.isEmpty() && (*json)[u"rows"].isArray())
        nodes = readLegacyRows((*json)[u"rows"], here.at(u"/rows"_s));
    auto dashboard = std::make_shared<Dashboard>(*readDashboard(migratedHead(Draft(*json).remove(u"rows").json(), here), m_root, nodes));
    dashboard->problems += problems;
    m_dashboard = dashboard;
    return {};
}

// What stands among the panels and is none.
QList<ModelProblem> Document::notPanels(int panels) const
{
    QList<ModelProblem> problems;
    const std::vector<JsonIndex::Node> &nodes = m_index->nodes();
    const QString at = m_root + "/panels"_L1;
    if (panels > 0 && nodes[size_t(panels)].kind != '[' && nodes[size_t(panels)].kind != 'n')
        problems.append({at, QCoreApplication::translate("Errors", "expected a list")});
    if (panels <= 0 || nodes[size_t(panels)].kind != '[')
        return problems;
    int i = 0;
    for (int child = nodes[size_t(panels)].firstChild; child >= 0; child = nodes[size_t(child)].next, ++i)
        if (nodes[size_t(child)].kind != '{')
            problems.append({at + u'/' + QString::number(i), QCoreApplication::translate("Errors", "expected an object")});
    return problems;
}

void Document::readForm(const Json &json)
{
    m_form.from = schemaVersionOf(json);
    m_form.elements = json[u"__elements"];
    if (!json.contains(u"schemaVersion") && !json[u"rows"].isArray())
        m_form.from = kSchemaVersion; // a hand-made file of today's form says nothing; panel types that are gone are known anyway
}

QList<PanelNode> Document::readPanels(int arrayNode, const QString &pointer, const PanelCache &before)
{
    QList<PanelNode> nodes;
    int i = 0;
    for (int child = m_index->nodes()[size_t(arrayNode)].firstChild; child >= 0; child = m_index->nodes()[size_t(child)].next, ++i)
        if (m_index->nodes()[size_t(child)].kind == '{')
            if (const PanelNode node = readNode(child, pointer + u'/' + QString::number(i), before); node.panel)
                nodes.append(node);
    return nodes;
}

PanelNode Document::readNode(int node, const QString &pointer, const PanelCache &before)
{
    const ByteSpan span = m_index->nodes()[size_t(node)].value;
    const QByteArray bytes = m_text.mid(span.begin, span.size());
    const auto known = before.constFind(bytes);
    PanelNode read;
    if (known != before.constEnd() && known->panel->pointer == pointer) {
        read = *known;
    } else {
        const Result<Json> json = Json::parse(bytes);
        read = readPanelNode(json ? *json : Json(), pointer, m_form);
        if (!read.panel)
            return read;
        // Children of a row that was touched may be as they were.
        const int panels = read.isRow() ? m_index->member(m_text, node, u"panels"_s) : -1;
        if (panels > 0 && m_index->nodes()[size_t(panels)].kind == '[')
            read.children = readPanels(panels, pointer + "/panels"_L1, before);
    }
    m_panels.insert(bytes, read);
    for (const PanelNode &child : read.children)
        if (const int at = m_index->find(m_text, child.panel->pointer); at > 0)
            m_panels.insert(m_text.mid(m_index->nodes()[size_t(at)].value.begin, m_index->nodes()[size_t(at)].value.size()), child);
    return read;
}

QByteArray Document::textAt(const QString &pointer) const
{
    const int node = m_index->find(m_text, pointer);
    if (node < 0)
        return {};
    const ByteSpan span = m_index->nodes()[size_t(node)].value;
    return m_text.mid(span.begin, span.size());
}

Json Document::valueAt(const QString &pointer) const
{
    const QByteArray bytes = textAt(pointer);
    return bytes.isEmpty() ? Json() : Json::parse(bytes).value_or(Json());
}

namespace {
Result<Splices> splicesOf(const JsonText &text)
{
    if (text.error())
        return tl::unexpected<Error>(*text.error());
    return text.splices();
}
} // namespace

Result<Splices> Document::setting(const QString &pointer, const Json &value) const
{
    JsonText text = toEdit();
    text.set(pointer, value);
    return splicesOf(text);
}

Result<Splices> Document::removing(const QString &pointer) const
{
    JsonText text = toEdit();
    text.remove(pointer);
    return splicesOf(text);
}
