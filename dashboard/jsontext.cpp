// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/jsontext.h>

#include <QtCore/QCoreApplication>
#include <dashboard/jsonstyle.h>

using namespace Qt::StringLiterals;

bool JsonText::contains(const QString &pointer) const
{
    return node(pointer) >= 0;
}

QByteArray JsonText::bytesAt(const QString &pointer) const
{
    const int at = node(pointer);
    if (at < 0)
        return {};
    const ByteSpan span = m_index->nodes()[size_t(at)].value;
    return m_text.mid(span.begin, span.size());
}

Json JsonText::valueAt(const QString &pointer) const
{
    const QByteArray bytes = bytesAt(pointer);
    return bytes.isEmpty() ? Json() : Json::parse(bytes).value_or(Json());
}

qsizetype JsonText::sizeOf(const QString &pointer) const
{
    const int at = node(pointer);
    if (at < 0)
        return -1;
    const JsonIndex::Node &found = m_index->nodes()[size_t(at)];
    return found.kind == '[' || found.kind == '{' ? found.children : -1;
}

void JsonText::set(const QString &pointer, const Json &value)
{
    if (!m_error && (!contains(pointer) || valueAt(pointer) != value))
        put(pointer, value.dump());
}

void JsonText::setWritten(const QString &pointer, const QByteArray &json)
{
    const Result<Json> value = Json::parse(json);
    if (m_error)
        return;
    if (!value)
        m_error = value.error();
    else if (!contains(pointer) || valueAt(pointer) != *value || !(value->isObject() || value->isArray()))
        put(pointer, compactJson(json));
}

void JsonText::put(const QString &pointer, const QByteArray &compact)
{
    const std::vector<JsonIndex::Node> &nodes = m_index->nodes();
    if (const int at = node(pointer); at >= 0) {
        const ByteSpan span = nodes[size_t(at)].value;
        const QByteArray bytes = written(compact, indentAt(span.begin), at);
        if (m_text.mid(span.begin, span.size()) != bytes)
            splice(span.begin, span.size(), bytes);
        return;
    }
    const qsizetype slash = pointer.lastIndexOf(u'/');
    if (slash < 0)
        return fail(QCoreApplication::translate("Errors", "not a JSON pointer"), pointer);
    const QString parentPointer = pointer.left(slash);
    const QString token = pointerUnescaped(pointer.mid(slash + 1));
    const int parent = node(parentPointer);
    const char kind = parent < 0 ? 0 : nodes[size_t(parent)].kind;
    if (kind == '[') {
        if (token != "-"_L1 && token != QString::number(nodes[size_t(parent)].children))
            return fail(QCoreApplication::translate("Errors", "no such item in the list"), pointer);
        return addItem(parent, nodes[size_t(parent)].children, compact);
    }
    if (kind != '{') {
        const bool list = token == "-"_L1 || token == "0"_L1;
        return put(parentPointer, list ? '[' + compact + ']' : '{' + Json(token).dump() + ':' + compact + '}');
    }
    const JsonIndex::Node &object = nodes[size_t(parent)];
    const QByteArray indent
        = object.children > 0 ? indentAt(nodes[size_t(object.firstChild)].key.begin) : indentAt(object.value.begin) + unit();
    add(parent, object.children, Json(token).dump() + colon(object) + written(compact, indent, object.firstChild));
}

void JsonText::change(const QString &pointer, const Json &value)
{
    const Json before = valueAt(pointer);
    if (m_error || before == value)
        return;
    if (before.isObject() && value.isObject() && before.size() == sizeOf(pointer)) // doubled keys: as a whole
        changeMembers(pointer, before, value);
    else if (before.isArray() && value.isArray())
        changeItems(pointer, before.items(), value.items());
    else
        set(pointer, value);
}

void JsonText::changeMembers(const QString &pointer, const Json &before, const Json &value)
{
    const QStringList old = before.keys(), fresh = value.keys();
    for (qsizetype i = 0; i < old.size(); ++i) {
        if (value.contains(old[i]))
            continue;
        if (old.size() == fresh.size() && !before.contains(fresh[i])) // at the same place among the others
            rename(pointer + u'/' + pointerEscaped(old[i]), fresh[i]);
        else
            remove(pointer + u'/' + pointerEscaped(old[i]));
    }
    for (const QString &key : fresh)
        change(pointer + u'/' + pointerEscaped(key), value[key]);
}

void JsonText::rename(const QString &pointer, const QString &key)
{
    if (const int at = node(pointer); !m_error && at > 0) {
        const ByteSpan span = m_index->nodes()[size_t(at)].key;
        splice(span.begin, span.size(), Json(key).dump());
    }
}

// What is equal at both ends stays; of what lies between, items are changed in place, the rest is added or removed.
void JsonText::changeItems(const QString &pointer, const std::vector<Json> &before, const std::vector<Json> &value)
{
    const size_t most = std::min(before.size(), value.size());
    size_t head = 0, tail = 0;
    while (head < most && before[head] == value[head])
        ++head;
    while (tail < most - head && before[before.size() - 1 - tail] == value[value.size() - 1 - tail])
        ++tail;
    const size_t old = before.size() - head - tail, fresh = value.size() - head - tail, both = std::min(old, fresh);
    for (size_t i = head; i < head + both; ++i)
        change(pointer + u'/' + QString::number(i), value[i]);
    for (size_t i = old; i > both; --i)
        remove(pointer + u'/' + QString::number(head + i - 1));
    for (size_t i = both; i < fresh; ++i)
        insert(pointer, qsizetype(head + i), value[head + i]);
}

void JsonText::remove(const QString &pointer)
{
    const int at = node(pointer);
    if (m_error || at < 0)
        return;
    if (at == 0)
        return fail(QCoreApplication::translate("Errors", "the whole document cannot be removed"), pointer);
    const std::vector<JsonIndex::Node> &nodes = m_index->nodes();
    const JsonIndex::Node &gone = nodes[size_t(at)];
    const JsonIndex::Node &parent = nodes[size_t(gone.parent)];
    const auto start = [](const JsonIndex::Node &each) { return each.key.size() > 0 ? each.key.begin : each.value.begin; };
    int previous = -1;
    for (int each = parent.firstChild; each != at; each = nodes[size_t(each)].next)
        previous = each;
    if (parent.children == 1)
        splice(parent.value.begin + 1, parent.value.size() - 2, {});
    else if (previous >= 0)
        splice(nodes[size_t(previous)].value.end, gone.value.end - nodes[size_t(previous)].value.end, {});
    else
        splice(start(gone), start(nodes[size_t(gone.next)]) - start(gone), {});
}

void JsonText::removeMembers(const QString &objectPointer, const QSet<QString> &keys)
{
    const int at = node(objectPointer);
    if (m_error || at < 0)
        return;
    const std::vector<JsonIndex::Node> &nodes = m_index->nodes();
    const ByteSpan whole = nodes[size_t(at)].value;
    const qsizetype begin = whole.begin + 1, end = whole.end - 1;
    QByteArray rest;
    qsizetype last = begin; // end of the sibling before, kept or not
    for (int each = nodes[size_t(at)].firstChild; each >= 0; each = nodes[size_t(each)].next) {
        const JsonIndex::Node &member = nodes[size_t(each)];
        if (!keys.contains(m_index->key(m_text, each))) {
            const qsizetype from = rest.isEmpty() ? member.key.begin : last;
            if (rest.isEmpty()) // what stands before the first one
                rest = m_text.mid(begin, nodes[size_t(nodes[size_t(at)].firstChild)].key.begin - begin);
            rest += m_text.mid(from, member.value.end - from);
        }
        last = member.value.end;
    }
    if (!rest.isEmpty())
        rest += m_text.mid(last, end - last);
    const QByteArray before = m_text.mid(begin, end - begin);
    const qsizetype most = std::min(before.size(), rest.size());
    const auto same = std::mismatch(before.begin(), before.begin() + most, rest.begin());
    const qsizetype head = same.first - before.begin();
    qsizetype tail = 0;
    while (tail < most - head && before[before.size() - 1 - tail] == rest[rest.size() - 1 - tail])
        ++tail;
    if (head < before.size() || head < rest.size())
        splice(begin + head, before.size() - head - tail, rest.mid(head, rest.size() - head - tail));
}

void JsonText::insert(const QString &listPointer, qsizetype index, const Json &item)
{
    if (m_error)
        return;
    const int list = node(listPointer);
    if (list < 0 || m_index->nodes()[size_t(list)].kind != '[')
        return set(listPointer, Json::array({item}));
    addItem(list, index, item.dump());
}

void JsonText::addItem(int list, qsizetype index, const QByteArray &compact)
{
    const JsonIndex::Node &at = m_index->nodes()[size_t(list)];
    const QByteArray indent
        = at.children > 0 ? indentAt(m_index->nodes()[size_t(at.firstChild)].value.begin) : indentAt(at.value.begin) + unit();
    add(list, index, written(compact, indent, at.firstChild));
}

void JsonText::insertBytes(const QString &listPointer, qsizetype index, const QByteArray &bytes, const QByteArray &indent)
{
    insertAll(listPointer, index, {bytes}, indent);
}

void JsonText::insertAll(const QString &listPointer, qsizetype index, const QByteArrayList &items, const QByteArray &indent)
{
    if (m_error || items.isEmpty())
        return;
    if (sizeOf(listPointer) < 0)
        set(listPointer, Json::array());
    const int list = node(listPointer);
    if (list < 0)
        return;
    const JsonIndex::Node &at = m_index->nodes()[size_t(list)];
    const bool isLike = at.children > 0;
    const QByteArray wanted = isLike ? indentAt(m_index->nodes()[size_t(at.firstChild)].value.begin) : indentAt(at.value.begin) + unit();
    const QByteArray gap = isLike ? gapOf(at) : unit().isEmpty() ? QByteArray(" ") : newline() + wanted;
    QByteArrayList moved = items;
    for (QByteArray &item : moved)
        if (wanted != indent)
            item.replace('\n' + indent, '\n' + wanted);
    add(list, index, moved.join(',' + gap));
}

QByteArray JsonText::indentOf(const QString &pointer) const
{
    const int at = node(pointer);
    return at < 0 ? QByteArray() : indentAt(m_index->nodes()[size_t(at)].value.begin);
}

void JsonText::move(const QString &listPointer, qsizetype from, qsizetype to)
{
    if (from == to)
        return;
    transfer(listPointer + u'/' + QString::number(from), listPointer, to);
}

void JsonText::transfer(const QString &itemPointer, const QString &listPointer, qsizetype index)
{
    if (m_error)
        return;
    const int at = node(itemPointer);
    if (at < 0)
        return fail(QCoreApplication::translate("Errors", "there is no such item"), itemPointer);
    const QByteArray indent = indentAt(m_index->nodes()[size_t(at)].value.begin);
    const QByteArray bytes = bytesAt(itemPointer);
    remove(itemPointer);
    insertBytes(listPointer, index, bytes, indent);
}

void JsonText::replace(const QString &pointer, const QByteArray &bytes)
{
    const int at = node(pointer);
    if (m_error)
        return;
    if (at < 0)
        return fail(QCoreApplication::translate("Errors", "there is nothing to replace"), pointer);
    const ByteSpan span = m_index->nodes()[size_t(at)].value;
    if (m_text.mid(span.begin, span.size()) != bytes)
        splice(span.begin, span.size(), bytes);
}

QByteArray JsonText::indentAt(qsizetype offset) const
{
    const qsizetype line = m_text.lastIndexOf('\n', std::max<qsizetype>(0, offset - 1)) + 1;
    qsizetype end = line;
    while (end < offset && (m_text[end] == ' ' || m_text[end] == '\t'))
        ++end;
    return m_text.mid(line, end - line);
}

QByteArray JsonText::unit() const
{
    const qsizetype line = m_text.indexOf('\n') + 1;
    if (line == 0)
        return {};
    // The first line inside the root is one level deep.
    const JsonIndex::Node &root = m_index->nodes().front();
    if (root.firstChild >= 0) {
        const JsonIndex::Node &first = m_index->nodes()[size_t(root.firstChild)];
        const QByteArray indent = indentAt(first.key.size() > 0 ? first.key.begin : first.value.begin);
        if (!indent.isEmpty() && indent.size() <= 8)
            return indent;
    }
    return "  ";
}

// How much deeper than itself a container's children stand; nothing where they do not begin a line.
std::optional<QByteArray> JsonText::stepOf(const JsonIndex::Node &container) const
{
    const JsonIndex::Node &first = m_index->nodes()[size_t(container.firstChild)];
    const qsizetype begin = first.key.size() > 0 ? first.key.begin : first.value.begin;
    if (!QByteArrayView(m_text).sliced(container.value.begin, begin - container.value.begin).contains('\n'))
        return std::nullopt;
    const QByteArray outer = indentAt(container.value.begin), inner = indentAt(begin);
    return inner.startsWith(outer) && inner.size() > outer.size() ? std::optional(inner.mid(outer.size())) : std::nullopt;
}

QByteArray JsonText::newline() const
{
    const qsizetype at = m_text.indexOf('\n');
    return at > 0 && m_text[at - 1] == '\r' ? "\r\n" : "\n";
}

// What stands between key and value in an object; where it says nothing, in the whole text.
QByteArray JsonText::colon(const JsonIndex::Node &object) const
{
    const std::vector<JsonIndex::Node> &nodes = m_index->nodes();
    for (const JsonIndex::Node *each : {&object, &nodes.front()}) {
        if (each->kind != '{' || each->firstChild < 0)
            continue;
        const JsonIndex::Node &first = nodes[size_t(each->firstChild)];
        const QByteArray between = m_text.mid(first.key.end, first.value.begin - first.key.end);
        if (between.size() <= 3 && !between.contains('\n'))
            return between;
    }
    return ": ";
}

// sibling: a value (or member) whose style to follow, -1 = none. Lists and objects stay on one line where the sibling is on one.
QByteArray JsonText::written(const QByteArray &compact, const QByteArray &indent, int sibling) const
{
    const bool isObject = compact.startsWith('{');
    if (!(isObject || compact.startsWith('[')) || compact.size() == 2)
        return compact;
    bool oneLine = !m_text.contains('\n');
    bool blanks = !oneLine || m_text.contains("\": ");
    bool padded = false;
    QByteArray between = colon(m_index->nodes().front());
    QByteArray step = unit();
    if (sibling >= 0) {
        const JsonIndex::Node &like = m_index->nodes()[size_t(sibling)];
        const QByteArrayView bytes = QByteArrayView(m_text).sliced(like.value.begin, like.value.size());
        const bool says = (like.kind == '{' || like.kind == '[') && like.children > 0;
        oneLine |= says && !bytes.contains('\n') && (like.kind == '{') == isObject;
        padded = says && bytes.size() > 1 && bytes[1] == ' ';
        between = colon(like);
        if (says && !bytes.contains('\n'))
            blanks = like.children > 1 ? gapOf(like).contains(' ') : between.endsWith(' ');
        if (says)
            step = stepOf(like).value_or(step);
    }
    return oneLine ? oneLineJson(compact, between, blanks, padded) : indentedJson(compact, between, step, newline(), indent);
}

QByteArray JsonText::gapOf(const JsonIndex::Node &container) const
{
    const std::vector<JsonIndex::Node> &nodes = m_index->nodes();
    const auto start = [](const JsonIndex::Node &each) { return each.key.size() > 0 ? each.key.begin : each.value.begin; };
    const JsonIndex::Node &first = nodes[size_t(container.firstChild)];
    if (first.next >= 0) {
        const qsizetype comma = m_text.indexOf(',', first.value.end);
        return m_text.mid(comma + 1, start(nodes[size_t(first.next)]) - comma - 1);
    }
    const QByteArray lead = m_text.mid(container.value.begin + 1, start(first) - container.value.begin - 1);
    return lead.contains('\n') ? lead : QByteArray(m_text.contains('\n') || m_text.contains(", ") || m_text.contains("\": ") ? " " : "");
}

int JsonText::child(const JsonIndex::Node &container, qsizetype index) const
{
    int at = container.firstChild;
    while (at >= 0 && index-- > 0)
        at = m_index->nodes()[size_t(at)].next;
    return at;
}

// bytes: an item, or a member with its key.
void JsonText::add(int container, qsizetype index, const QByteArray &bytes)
{
    const JsonIndex::Node at = m_index->nodes()[size_t(container)];
    if (at.children == 0) {
        const QByteArray step = unit();
        const QByteArray indent = indentAt(at.value.begin);
        const QByteArray inside = step.isEmpty() ? bytes : newline() + indent + step + bytes + newline() + indent;
        return splice(at.value.begin + 1, at.value.size() - 2, inside);
    }
    const QByteArray gap = gapOf(at);
    if (index <= 0) {
        const JsonIndex::Node &first = m_index->nodes()[size_t(at.firstChild)];
        return splice(first.key.size() > 0 ? first.key.begin : first.value.begin, 0, bytes + ',' + gap);
    }
    const int before = child(at, std::min<qsizetype>(index, at.children) - 1);
    splice(m_index->nodes()[size_t(before)].value.end, 0, ',' + gap + bytes);
}

void JsonText::splice(qsizetype offset, qsizetype size, const QByteArray &bytes)
{
    const Splice change{offset, m_text.mid(offset, size), bytes};
    QByteArray next = m_text;
    next.replace(offset, size, bytes);
    Result<JsonIndex> index = JsonIndex::scan(next);
    if (!index) {
        m_error = index.error();
        return;
    }
    m_text = next;
    m_index = std::make_shared<const JsonIndex>(std::move(*index));
    m_splices.append(change);
}

void JsonText::fail(const QString &what, const QString &where)
{
    m_error = Error{Error::Kind::Config, what, where};
}
