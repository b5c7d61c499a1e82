// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz.h"

#include <core/json.h>
#include <dashboard/jsontext.h>

namespace {

// Every value has its place, and its pointer finds it again, unless keys occur twice.
void checkIndex(const QByteArray &text, const JsonIndex &index)
{
    const auto &nodes = index.nodes();
    for (size_t i = 0; i < nodes.size(); ++i) {
        const JsonIndex::Node &node = nodes[i];
        FUZZ_REQUIRE(node.value.begin >= 0 && node.value.begin < node.value.end && node.value.end <= text.size());
        FUZZ_REQUIRE(node.parent < int(i));
    }
    if (nodes.size() > 200 || !index.duplicateKeys(text).isEmpty()) // pointers cost their length
        return;
    for (size_t i = 0; i < nodes.size(); ++i)
        FUZZ_REQUIRE(index.find(text, index.pointer(text, int(i))) == int(i));
}

} // namespace

// Scanner and splicer: an edit leaves valid JSON, touches nothing else, and its inverse gives the bytes back.
void fuzzOne(const QByteArray &data)
{
    if (data.size() < 2)
        return;
    const int choice = static_cast<unsigned char>(data[0]);
    const QByteArray text = data.mid(1);
    Result<JsonIndex> index = JsonIndex::scan(text);
    if (!index || index->isEmpty())
        return;
    checkIndex(text, *index);
    const auto shared = std::make_shared<const JsonIndex>(std::move(*index));
    const int node = choice % int(shared->nodes().size());
    const QString pointer = shared->pointer(text, node);
    JsonText edit(text, shared);
    switch (choice / 64) {
    case 0:
        edit.set(pointer, Json(choice));
        break;
    case 1:
        edit.remove(pointer);
        break;
    case 2:
        edit.set(pointer + QStringLiteral("/new key"), Json(QStringLiteral("text")));
        break;
    default:
        edit.insert(pointer, choice % 5, Json::object({{QStringLiteral("a"), Json(1.5)}}));
        break;
    }
    if (edit.error())
        return;
    const Result<JsonIndex> after = JsonIndex::scan(edit.text());
    FUZZ_REQUIRE(after);
    const Result<QByteArray> forth = applied(text, edit.splices());
    FUZZ_REQUIRE(forth && *forth == edit.text());
    const Result<QByteArray> back = applied(edit.text(), inverse(edit.splices()));
    FUZZ_REQUIRE(back && *back == text);
}
