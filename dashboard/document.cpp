// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/document.h>

#include <QtCore/QFile>
#include <dashboard/v2codec.h>

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 kMaxBytes = 64 << 20;

QString indentOf(const QByteArray &text, qsizetype offset)
{
    const qsizetype line = text.lastIndexOf('\n', offset - 1) + 1;
    qsizetype end = line;
    while (end < offset && (text[end] == ' ' || text[end] == '\t'))
        ++end;
    return QString::fromLatin1(text.mid(line, end - line));
}

bool isMultiline(const QByteArray &text, ByteSpan span)
{
    return QByteArrayView(text).sliced(span.begin, span.size()).contains('\n');
}

// The value as it is written at a place whose lines begin with the indent; the file's own step is kept.
QByteArray dumped(const Json &value, const QByteArray &text, const QString &indent)
{
    if (!value.isObject() && !value.isArray())
        return value.dump();
    const qsizetype firstLine = text.indexOf('\n');
    if (firstLine < 0)
        return value.dump();
    const QString step = indentOf(text, std::min(text.size(), firstLine + 64));
    const bool tabs = step.startsWith(u'\t');
    QByteArray out = value.dump(tabs || step.isEmpty() ? 2 : int(std::min<qsizetype>(step.size(), 8)));
    const QByteArray newline = text.contains("\r\n") ? "\r\n" : "\n";
    return out.replace("\n", newline + indent.toLatin1());
}
} // namespace

Result<Document> Document::open(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(Error::Kind::Io, u"the file cannot be read: %1"_s.arg(file.errorString()), path);
    if (file.size() > kMaxBytes)
        return fail(Error::Kind::Limit, u"the file is larger than 64 MiB"_s, path);
    return fromText(file.readAll(), path).map_error([&](Error error) {
        error.where = error.where.isEmpty() ? path : path + ": "_L1 + error.where;
        return error;
    });
}

Result<Document> Document::fromText(const QByteArray &utf8, const QString &path)
{
    if (utf8.size() > kMaxBytes)
        return fail(Error::Kind::Limit, u"the text is larger than 64 MiB"_s);
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
    document.m_text = std::move(*text);
    if (const Result<> done = document.derive(this); !done)
        return tl::unexpected<Error>(done.error());
    return document;
}

Result<> Document::derive(const Document *before)
{
    Result<JsonIndex> index = JsonIndex::scan(m_text);
    if (!index)
        return tl::unexpected<Error>(index.error());
    m_index = std::make_shared<const JsonIndex>(std::move(*index));
    if (m_index->nodes().front().kind != '{')
        return fail(Error::Kind::Parse, u"a dashboard is a JSON object"_s);
    int object = m_index->member(m_text, 0, u"dashboard"_s);
    m_root = object > 0 && m_index->nodes()[size_t(object)].kind == '{' ? u"/dashboard"_s : QString();
    object = m_root.isEmpty() ? 0 : object;
    for (const QString &spec : {m_root + "/spec"_L1, m_root}) {
        if (m_index->find(m_text, spec + "/elements"_L1) < 0)
            continue;
        m_root = spec;
        m_dashboard = readV2Dashboard(valueAt(spec), spec);
        return {};
    }
    const int panels = m_index->member(m_text, object, u"panels"_s);
    const ByteSpan whole = m_index->nodes()[size_t(object)].value;
    QByteArray rest = m_text.mid(whole.begin, whole.size());
    QList<PanelNode> nodes;
    if (panels > 0 && m_index->nodes()[size_t(panels)].kind == '[') {
        const ByteSpan span = m_index->nodes()[size_t(panels)].value;
        rest.replace(span.begin - whole.begin, span.size(), "[]");
        nodes = readPanels(panels, m_root + "/panels"_L1, before ? before->m_panels : PanelCache());
    }
    const Result<Json> json = Json::parse(rest);
    if (!json)
        return tl::unexpected<Error>(json.error());
    if (nodes.isEmpty() && (*json)[u"rows"].isArray())
        nodes = readLegacyRows((*json)[u"rows"], m_root + "/rows"_L1);
    m_dashboard = readDashboard(*json, m_root, nodes);
    return {};
}

QList<PanelNode> Document::readPanels(int arrayNode, const QString &pointer, const PanelCache &before)
{
    QList<PanelNode> nodes;
    int i = 0;
    for (int child = m_index->nodes()[size_t(arrayNode)].firstChild; child >= 0; child = m_index->nodes()[size_t(child)].next, ++i)
        if (m_index->nodes()[size_t(child)].kind == '{')
            nodes.append(readNode(child, pointer + u'/' + QString::number(i), before));
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
        read = readPanelNode(json ? *json : Json(), pointer);
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

Result<Splices> Document::setting(const QString &pointer, const Json &value) const
{
    const std::vector<JsonIndex::Node> &nodes = m_index->nodes();
    if (const int node = m_index->find(m_text, pointer); node >= 0) {
        const ByteSpan span = nodes[size_t(node)].value;
        if (valueAt(pointer) == value)
            return Splices{};
        return Splices{{span.begin, textAt(pointer), dumped(value, m_text, indentOf(m_text, span.begin))}};
    }
    const QString parentPointer = pointer.left(pointer.lastIndexOf(u'/'));
    const QString token = pointerUnescaped(pointer.mid(pointer.lastIndexOf(u'/') + 1));
    const int parent = pointer.contains(u'/') ? m_index->find(m_text, parentPointer) : -1;
    if (parent < 0) {
        if (!pointer.contains(u'/'))
            return fail(Error::Kind::Config, u"not a JSON pointer"_s, pointer);
        return setting(parentPointer, Json::object({{token, value}}));
    }
    const JsonIndex::Node &at = nodes[size_t(parent)];
    const bool isArray = at.kind == '[';
    if (!isArray && at.kind != '{')
        return setting(parentPointer, Json::object({{token, value}}));
    if (isArray && token != "-"_L1 && token != QString::number(at.children))
        return fail(Error::Kind::Config, u"no such item in the list"_s, pointer);
    int last = at.firstChild;
    while (last >= 0 && nodes[size_t(last)].next >= 0)
        last = nodes[size_t(last)].next;
    const QByteArray key = isArray ? QByteArray() : Json(token).dump() + ": ";
    if (last < 0)
        return Splices{{at.value.begin + 1, {}, key + dumped(value, m_text, indentOf(m_text, at.value.begin))}};
    const ByteSpan before = nodes[size_t(last)].value;
    const qsizetype start = isArray ? before.begin : nodes[size_t(last)].key.begin;
    const QString indent = indentOf(m_text, start);
    const QByteArray newline = m_text.contains("\r\n") ? "\r\n" : "\n";
    const QByteArray gap = isMultiline(m_text, at.value) ? newline + indent.toLatin1() : QByteArray(" ");
    return Splices{{before.end, {}, "," + gap + key + dumped(value, m_text, indent)}};
}

Result<Splices> Document::removing(const QString &pointer) const
{
    const std::vector<JsonIndex::Node> &nodes = m_index->nodes();
    const int node = m_index->find(m_text, pointer);
    if (node < 0)
        return Splices{};
    if (node == 0)
        return fail(Error::Kind::Config, u"the whole document cannot be removed"_s);
    const JsonIndex::Node &at = nodes[size_t(node)];
    qsizetype begin = at.key.size() > 0 ? at.key.begin : at.value.begin;
    qsizetype end = at.value.end;
    int previous = -1;
    for (int child = nodes[size_t(at.parent)].firstChild; child != node; child = nodes[size_t(child)].next)
        previous = child;
    if (previous >= 0) {
        begin = nodes[size_t(previous)].value.end;
    } else if (at.next >= 0) {
        const JsonIndex::Node &next = nodes[size_t(at.next)];
        end = next.key.size() > 0 ? next.key.begin : next.value.begin;
    }
    return Splices{{begin, m_text.mid(begin, end - begin), {}}};
}
