// SPDX-License-Identifier: GPL-3.0-or-later
#include <datasource/local/historyimport.h>

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <algorithm>
#include <core/json.h>
#include <datasource/local/privatefiles.h>

namespace {

QString fileName(const QString &storage)
{
    return storage + QStringLiteral("/promontory-sample.json");
}

// A block's folder is named by 26 letters and digits; nothing else in the file may become a path.
bool isBlockName(const QString &name)
{
    return name.size() == 26 && std::all_of(name.begin(), name.end(), [](QChar c) {
               return (c >= u'0' && c <= u'9') || (c >= u'A' && c <= u'Z'); //
           });
}

} // namespace

StoredSpans::StoredSpans(const QString &storage) : m_storage(storage)
{
    load();
}

void StoredSpans::load()
{
    QFile file(fileName(m_storage));
    if (!file.open(QIODevice::ReadOnly))
        return;
    const Result<Json> json = Json::parse(file.read(1 << 20));
    if (!json)
        return;
    for (const Json &span : (*json)[u"spans"].items())
        m_spans.append({span.at(0).toInt(), span.at(1).toInt()});
    for (const QString &name : (*json)[u"pending"].toStrings()) {
        if (isBlockName(name))
            QDir(m_storage + QLatin1Char('/') + name).removeRecursively();
    }
    tidy();
}

void StoredSpans::tidy()
{
    m_spans.removeIf([](const Span &span) { return span.toMs < span.fromMs; });
    std::sort(m_spans.begin(), m_spans.end(), [](const Span &a, const Span &b) { return a.fromMs < b.fromMs; });
    QList<Span> apart;
    for (const Span &span : std::as_const(m_spans)) {
        if (!apart.isEmpty() && span.fromMs <= apart.last().toMs)
            apart.last().toMs = std::max(apart.last().toMs, span.toMs);
        else
            apart.append(span);
    }
    m_spans = apart;
    constexpr qsizetype most = 1'000;
    if (m_spans.size() > most)
        m_spans = m_spans.last(most);
}

void StoredSpans::live(qint64 nowMs)
{
    const bool goesOn = m_isLive && !m_spans.isEmpty() && nowMs >= m_spans.last().toMs && nowMs - m_spans.last().toMs <= longestGapMs;
    if (goesOn)
        m_spans.last().toMs = nowMs;
    else
        m_spans.append({nowMs, nowMs});
    m_isLive = true;
}

void StoredSpans::imported(const QList<Span> &spans)
{
    m_spans.append(spans);
    tidy();
}

Result<> StoredSpans::save() const
{
    return write({});
}

Result<> StoredSpans::announce(const QStringList &blocks) const
{
    return write(blocks);
}

Result<> StoredSpans::write(const QStringList &pending) const
{
    std::vector<Json> spans;
    for (const Span &span : m_spans)
        spans.push_back(Json::array({Json(span.fromMs), Json(span.toMs)}));
    const Json json = Json::object({{QStringLiteral("spans"), Json::array(spans)}, {QStringLiteral("pending"), Json::strings(pending)}});
    return PrivateFiles::write(fileName(m_storage), json.dump());
}

QList<Span> StoredSpans::gaps(qint64 fromMs, qint64 toMs) const
{
    QList<Span> found;
    qint64 at = fromMs;
    const auto missing = [&](qint64 until) {
        if (until - at > longestGapMs)
            found.append({at, until});
    };
    for (const Span &span : m_spans) {
        if (span.toMs < fromMs || span.fromMs > toMs)
            continue;
        missing(span.fromMs);
        at = std::max(at, span.toMs);
    }
    missing(toMs);
    return found;
}
