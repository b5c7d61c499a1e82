// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/query/metricindex.h>

#include <numeric>

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kOldMs = 5 * 60'000, kLookBackMs = 3600'000;
constexpr size_t kMaxLists = 100;
constexpr int kMaxValues = 10'000, kMaxMetrics = 500'000;
constexpr qsizetype kMaxHelp = 1000, kMaxKept = 200'000;

} // namespace

MetricIndex::MetricIndex(std::shared_ptr<DataSource> source, QObject *parent) : MetricIndex(std::move(source), systemClock(), parent) { }

MetricIndex::MetricIndex(std::shared_ptr<DataSource> source, Clock clock, QObject *parent)
    : QObject(parent)
    , m_source(std::move(source))
    , m_clock(std::move(clock))
    , m_peeks(new MetricPeeks(m_source, m_clock, this))
    , m_metrics(std::make_shared<const NameTable>())
{
}

TimeRange MetricIndex::recent() const
{
    const qint64 now = m_clock();
    return {now - kLookBackMs, now};
}

const std::shared_ptr<const NameTable> &MetricIndex::metrics()
{
    if (m_source && (m_metricsAskedMs == 0 || m_clock() - m_metricsAskedMs > kOldMs))
        loadMetrics();
    return m_metrics;
}

void MetricIndex::loadMetrics()
{
    m_metricsAskedMs = m_clock();
    m_isLoadingNames = true;
    ValuesRequest request;
    request.kind = ValuesRequest::Kind::MetricNames;
    request.range = recent();
    m_namesPending = m_source->values(request, [this](Result<QStringList> names) {
        if (names)
            return takeNames(std::move(*names));
        m_isLoadingNames = false;
        emit changed();
    });
    QueryRequest metadata;
    metadata.kind = QueryRequest::Kind::Metadata;
    metadata.range = request.range;
    m_metadataPending = m_source->query(metadata, [this](Result<QueryAnswer> answer) {
        if (answer && answer->complete)
            takeMetadata(*answer);
    });
}

void MetricIndex::takeNames(QStringList names)
{
    if (names.size() > kMaxMetrics)
        names.resize(kMaxMetrics);
    m_sorting.start(
        this, [names = std::move(names)](std::stop_token) mutable { return std::make_shared<const NameTable>(std::move(names)); },
        [this](std::shared_ptr<const NameTable> table) {
            m_metrics = std::move(table);
            m_isLoadingNames = false;
            emit changed();
        });
}

void MetricIndex::takeMetadata(const QueryAnswer &answer)
{
    m_metadata.clear();
    if (answer.frames.isEmpty())
        return;
    const Frame &frame = answer.frames.first();
    const auto column = [&](const QString &name) {
        const auto it = std::find_if(frame.fields.begin(), frame.fields.end(), [&](const Field &field) { return field.name == name; });
        return it == frame.fields.end() ? nullptr : &it->values;
    };
    const Column *metric = column(u"metric"_s), *type = column(u"type"_s), *help = column(u"help"_s), *unit = column(u"unit"_s);
    if (!metric || !type || !help || !unit)
        return;
    for (qsizetype row = 0; row < frame.rowCount(); ++row)
        m_metadata.insert(metric->text(row), {type->text(row), help->text(row).left(kMaxHelp), unit->text(row)});
    emit changed();
}

MetricInfo MetricIndex::info(const QString &metric)
{
    (void)metrics();
    const auto it = m_metadata.constFind(metric);
    if (it != m_metadata.constEnd())
        return *it;
    for (const auto ending : {"_bucket"_L1, "_count"_L1, "_sum"_L1, "_total"_L1, "_created"_L1}) {
        const auto whole = metric.endsWith(ending) ? m_metadata.constFind(metric.chopped(ending.size())) : m_metadata.constEnd();
        if (whole != m_metadata.constEnd())
            return *whole;
    }
    return {};
}

QStringList MetricIndex::labelNames(const QString &selector)
{
    ValuesRequest request;
    request.kind = ValuesRequest::Kind::LabelNames;
    request.selector = selector;
    return list(u"n\n"_s + selector, request);
}

QStringList MetricIndex::labelValues(const QString &selector, const QString &label)
{
    ValuesRequest request;
    request.kind = ValuesRequest::Kind::LabelValues;
    request.selector = selector;
    request.label = label;
    return label.isEmpty() ? QStringList() : list(u"v\n"_s + label + u'\n' + selector, request);
}

QStringList MetricIndex::list(const QString &key, const ValuesRequest &request)
{
    if (!m_source)
        return {};
    const auto it = std::find_if(m_lists.begin(), m_lists.end(), [&](const List &list) { return list.key == key; });
    if (it == m_lists.end())
        m_lists.push_front({key, {}, 0, false, {}});
    else
        m_lists.splice(m_lists.begin(), m_lists, it);
    List &list = m_lists.front();
    if (list.askedMs == 0 || (list.isHere && m_clock() - list.askedMs > kOldMs))
        ask(list, request);
    const QStringList values = list.values;
    trim();
    return values;
}

void MetricIndex::ask(List &list, const ValuesRequest &request)
{
    list.askedMs = m_clock();
    list.isHere = false;
    ValuesRequest limited = request;
    limited.range = recent();
    limited.limit = kMaxValues;
    // The list lives as long as its Pending: what is dropped is cancelled.
    list.pending = m_source->values(limited, [this, at = &list](Result<QStringList> values) {
        at->isHere = true;
        if (values)
            at->values = std::move(*values);
        emit changed();
    });
}

void MetricIndex::trim()
{
    const auto count = [this] {
        return std::accumulate(m_lists.begin(), m_lists.end(), qsizetype(0),
                               [](qsizetype sum, const List &list) { return sum + list.values.size(); });
    };
    while (m_lists.size() > kMaxLists || (m_lists.size() > 1 && count() > kMaxKept))
        m_lists.pop_back();
}

bool MetricIndex::isLoading() const
{
    return m_isLoadingNames || std::any_of(m_lists.begin(), m_lists.end(), [](const List &list) { return !list.isHere; });
}
