// SPDX-License-Identifier: GPL-3.0-or-later
#include <datasource/local/historyimport.h>

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <core/json.h>
#include <datasource/local/childprocess.h>
#include <datasource/local/privatefiles.h>

namespace {

constexpr int importTimeoutMs = 60'000;
constexpr int atOnce = 2;

} // namespace

HistoryImport::HistoryImport(const QString &storage, const QString &promtool, const Traffic &traffic, QObject *parent)
    : QObject(parent)
    , m_storage(storage)
    , m_promtool(promtool)
    , m_traffic(traffic)
    , m_workshop(storage + QStringLiteral("/promontory-import"))
{
}

void HistoryImport::run(const QList<Span> &gaps, StoredSpans *spans, std::function<void(Result<>)> done)
{
    m_gaps = gaps;
    m_spans = spans;
    m_done = std::move(done);
    m_result = {};
    QDir(m_workshop).removeRecursively();
    m_result = PrivateFiles::makeFolder(m_workshop);
    if (!m_result) {
        QMetaObject::invokeMethod(
            this, [this] { finish(); }, Qt::QueuedConnection);
        return;
    }
    m_histories = std::make_shared<std::vector<History>>();
    for (auto gap = gaps.rbegin(); gap != gaps.rend(); ++gap) // taken from the end
        m_histories->emplace_back(m_traffic, gap->fromMs, gap->toMs);
    makeNext();
}

void HistoryImport::makeNext()
{
    m_isMaking = true;
    m_offload.start(
        this, [histories = m_histories, folder = m_workshop](std::stop_token stop) { return makePart(*histories, folder, stop); },
        [this](const Made &part) { made(part); });
}

HistoryImport::Made HistoryImport::makePart(std::vector<History> &histories, const QString &folder, std::stop_token stop)
{
    while (!histories.empty()) {
        if (const std::optional<History::Part> part = histories.back().next(stop)) {
            const QString path = QStringLiteral("%1/%2.txt").arg(folder).arg(part->fromMs);
            return {path, PrivateFiles::write(path, part->openMetrics)};
        }
        histories.pop_back();
    }
    return {};
}

void HistoryImport::made(const Made &part)
{
    m_isMaking = false;
    if (!part.result && m_result)
        m_result = part.result;
    if (!part.path.isEmpty() && m_result) {
        m_waiting.append(part.path);
        runNext();
        makeNext();
    }
    finishWhenDone();
}

void HistoryImport::runNext()
{
    if (m_waiting.isEmpty() || m_running >= atOnce)
        return;
    ++m_running;
    const QStringList arguments{QStringLiteral("tsdb"),        QStringLiteral("create-blocks-from"),
                                QStringLiteral("openmetrics"), QStringLiteral("--quiet"),
                                m_waiting.takeFirst(),         m_workshop + QStringLiteral("/blocks")};
    runTool(this, m_promtool, arguments, importTimeoutMs, [this](const ToolAnswer &answer) { imported(answer.exitCode, answer.output); });
}

void HistoryImport::imported(int exitCode, const QString &words)
{
    --m_running;
    if (exitCode != 0 && m_result) {
        m_waiting.clear();
        m_result = fail(Error::Kind::Io, tr("The sample's history could not be made: %1").arg(words.simplified().left(300)), m_storage);
    }
    runNext();
    finishWhenDone();
}

void HistoryImport::finishWhenDone()
{
    if (!m_isMaking && m_running == 0 && m_waiting.isEmpty())
        finish();
}

void HistoryImport::finish()
{
    if (m_result)
        m_result = moveBlocks();
    if (m_result) {
        m_spans->imported(m_gaps);
        m_result = m_spans->save();
    }
    QDir(m_workshop).removeRecursively();
    m_done(m_result);
}

Result<> HistoryImport::moveBlocks()
{
    const QString folder = m_workshop + QStringLiteral("/blocks/");
    const QStringList blocks = QDir(folder).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString &block : blocks) {
        if (Result<> marked = markAsOutOfOrder(folder + block); !marked)
            return marked;
    }
    if (Result<> announced = m_spans->announce(blocks); !announced)
        return announced;
    for (const QString &block : blocks) {
        if (!QDir().rename(folder + block, m_storage + QLatin1Char('/') + block))
            return fail(Error::Kind::Io, tr("The sample's history could not be moved into the storage."), m_storage);
    }
    return {};
}

// A block without this mark makes the server drop everything in its log that is older than the block's end: the living samples
// of an earlier session, when history was made for the time after them.
Result<> HistoryImport::markAsOutOfOrder(const QString &block)
{
    const QString path = block + QStringLiteral("/meta.json");
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(Error::Kind::Io, file.errorString(), path);
    const Result<Json> meta = Json::parse(file.readAll());
    if (!meta)
        return tl::unexpected<Error>(meta.error());
    return PrivateFiles::write(path, meta->with(u"compaction.hints", Json::strings({QStringLiteral("from-out-of-order")})).dump(4));
}
