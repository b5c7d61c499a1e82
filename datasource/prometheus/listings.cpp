// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/json.h>

#include <QtCore/QCoreApplication>
#include <datasource/prometheus/valuesdecoder.h>

namespace {
constexpr size_t kMaxRows = 100'000;
constexpr size_t kMaxExemplars = 10'000;
constexpr size_t kMaxExemplarColumns = 64;
constexpr qsizetype kMaxExemplarBytes = 16 * 1024 * 1024;
constexpr int kMaxLabelName = 128;
constexpr int kMaxLabelText = 512;

// Rows with named cells; a column is as numeric as its first cell.
class TableBuilder
{
public:
    explicit TableBuilder(size_t maxRows) : m_maxRows(maxRows) { }

    void beginRow() { ++m_rows; }

    void text(const QString &column, const QString &value)
    {
        Texts &texts = m_texts[indexOf(column, true)];
        texts.resize(m_rows - 1, QLatin1String("")); // a second text for the same cell replaces the first
        texts.push_back(value.isNull() ? QLatin1String("") : value);
    }

    void number(const QString &column, double value, Column::Type type = Column::Type::Number)
    {
        const size_t index = indexOf(column, false);
        m_columns[index].type = type;
        Numbers &numbers = m_numbers[index];
        numbers.resize(m_rows - 1, Column::missing());
        numbers.push_back(value);
    }

    void time(const QString &column, double ms) { number(column, ms, Column::Type::Time); }

    void labels(const Json &object)
    {
        for (const QString &name : object.keys())
            text(name, object[name].toString());
    }

    bool isFull() const { return m_rows >= m_maxRows; }
    bool hasText(const QString &column) const { return m_index.contains(column + u't'); }
    size_t columnCount() const { return m_columns.size(); }

    Frame frame(const QString &refId)
    {
        Frame result{{}, refId, Frame::Kind::Table, {}};
        for (size_t i = 0; i < m_columns.size(); ++i) {
            m_texts[i].resize(m_rows, QLatin1String(""));
            m_numbers[i].resize(m_rows, Column::missing());
            Column column = m_columns[i].isText           ? Column::texts(std::move(m_texts[i]))
                : m_columns[i].type == Column::Type::Time ? Column::times(std::move(m_numbers[i]))
                                                          : Column::numbers(std::move(m_numbers[i]));
            result.fields.append({m_columns[i].name, {}, std::move(column), {}, {}});
        }
        return result;
    }

private:
    using Texts = std::vector<QString>;
    using Numbers = std::vector<double>;
    struct Head {
        QString name;
        bool isText;
        Column::Type type = Column::Type::Number;
    };

    size_t indexOf(const QString &name, bool isText)
    {
        // A label may have the name of a column of ours: its text then takes a column besides.
        const QString key = name + (isText ? u't' : u'n');
        if (!m_index.contains(key)) {
            m_index.insert(key, m_columns.size());
            m_columns.push_back({name, isText});
            m_texts.emplace_back();
            m_numbers.emplace_back();
        }
        return m_index.value(key);
    }

    size_t m_maxRows;
    size_t m_rows = 0;
    QHash<QString, size_t> m_index;
    std::vector<Head> m_columns;
    std::vector<Texts> m_texts;
    std::vector<Numbers> m_numbers;
};

double msOf(const Json &isoTime)
{
    const QDateTime time = QDateTime::fromString(isoTime.toString(), Qt::ISODateWithMs);
    return time.isValid() && time.toMSecsSinceEpoch() > 0 ? double(time.toMSecsSinceEpoch()) : Column::missing();
}

double valueOf(const Json &text)
{
    bool isNumber = false;
    const double value = text.toString().toDouble(&isNumber);
    return isNumber ? value : Column::missing();
}

// Each label is a column over all rows: both are bounded, whatever the server sends.
void addExemplarLabels(const Json &labels, const Json &besides, TableBuilder &table)
{
    for (const QString &key : labels.keys()) {
        const QString name = key.left(kMaxLabelName);
        if (!besides.contains(key) && (table.hasText(name) || table.columnCount() < kMaxExemplarColumns))
            table.text(name, labels[key].toString().left(kMaxLabelText));
    }
}

void addExemplars(const Json &data, TableBuilder &table)
{
    for (const Json &series : data.items()) {
        for (const Json &exemplar : series[u"exemplars"].items()) {
            if (table.isFull())
                return;
            table.beginRow();
            table.time(QStringLiteral("Time"), std::round(exemplar[u"timestamp"].toDouble() * 1000));
            table.number(QStringLiteral("Value"), valueOf(exemplar[u"value"]));
            addExemplarLabels(exemplar[u"labels"], series[u"seriesLabels"], table);
            addExemplarLabels(series[u"seriesLabels"], {}, table);
        }
    }
}

void addRules(const Json &data, TableBuilder &table)
{
    for (const Json &group : data[u"groups"].items()) {
        for (const Json &rule : group[u"rules"].items()) {
            if (table.isFull())
                return;
            table.beginRow();
            table.text(QStringLiteral("group"), group[u"name"].toString());
            table.text(QStringLiteral("file"), group[u"file"].toString());
            for (const auto *key : {u"name", u"type", u"query", u"state", u"health", u"lastError"})
                table.text(QString::fromUtf16(key), rule[key].toString());
            table.number(QStringLiteral("evaluationTime"), rule[u"evaluationTime"].toDouble());
            table.time(QStringLiteral("lastEvaluation"), msOf(rule[u"lastEvaluation"]));
            table.number(QStringLiteral("alerts"), double(rule[u"alerts"].size()));
        }
    }
}

void addAlerts(const Json &data, TableBuilder &table)
{
    for (const Json &alert : data[u"alerts"].items()) {
        if (table.isFull())
            return;
        table.beginRow();
        table.time(QStringLiteral("Time"), msOf(alert[u"activeAt"]));
        table.labels(alert[u"labels"]);
        table.text(QStringLiteral("state"), alert[u"state"].toString());
        table.text(QStringLiteral("summary"), alert[u"annotations"][u"summary"].toString());
        table.number(QStringLiteral("Value"), valueOf(alert[u"value"]));
    }
}

void addTargets(const Json &data, TableBuilder &table)
{
    for (const Json &target : data[u"activeTargets"].items()) {
        if (table.isFull())
            return;
        table.beginRow();
        for (const auto *key : {u"scrapePool", u"scrapeUrl", u"health", u"lastError"})
            table.text(QString::fromUtf16(key), target[key].toString());
        table.time(QStringLiteral("lastScrape"), msOf(target[u"lastScrape"]));
        table.number(QStringLiteral("lastScrapeDuration"), target[u"lastScrapeDuration"].toDouble());
        table.labels(target[u"labels"]);
    }
}

void addMetadata(const Json &data, TableBuilder &table)
{
    for (const QString &metric : data.keys()) {
        if (table.isFull())
            return;
        const Json entry = data[metric].at(0);
        table.beginRow();
        table.text(QStringLiteral("metric"), metric);
        for (const auto *key : {u"type", u"help", u"unit"})
            table.text(QString::fromUtf16(key), entry[key].toString());
    }
}

Result<Json> dataOf(const QByteArray &json)
{
    const Result<Json> root = Json::parse(json);
    if (!root)
        return fail(Error::Kind::Parse, QCoreApplication::translate("Errors", "The answer is not JSON: %1").arg(root.error().what));
    if ((*root)[u"status"].toString() == QLatin1String("error"))
        return fail(Error::Kind::Query, (*root)[u"error"].toString());
    if ((*root)[u"status"].toString() != QLatin1String("success"))
        return fail(Error::Kind::Parse, QCoreApplication::translate("Errors", "The answer is JSON, but not of Prometheus"));
    return (*root)[u"data"];
}
} // namespace

Result<QueryAnswer> decodeListing(const QByteArray &json, const QueryRequest &request)
{
    const bool isExemplars = request.kind == QueryRequest::Kind::Exemplars;
    if (isExemplars && json.size() > kMaxExemplarBytes)
        return fail(Error::Kind::Limit, QCoreApplication::translate("Errors", "The answer with the exemplars is larger than 16 MiB"));
    const Result<Json> data = dataOf(json);
    if (!data)
        return tl::unexpected(data.error());
    TableBuilder table(isExemplars ? kMaxExemplars : kMaxRows);
    if (isExemplars)
        addExemplars(*data, table);
    else if (request.kind == QueryRequest::Kind::Rules)
        addRules(*data, table);
    else if (request.kind == QueryRequest::Kind::Alerts)
        addAlerts(*data, table);
    else if (request.kind == QueryRequest::Kind::Targets)
        addTargets(*data, table);
    else
        addMetadata(*data, table);
    QueryAnswer answer;
    if (table.isFull())
        answer.notices.append({Notice::Severity::Warning,
                               isExemplars
                                   ? QCoreApplication::translate("Errors", "Only the first %1 exemplars are shown").arg(kMaxExemplars)
                                   : QCoreApplication::translate("Errors", "Only the first %1 rows are shown").arg(kMaxRows)});
    answer.frames.append(table.frame(request.refId));
    answer.stats.bytes = json.size();
    answer.stats.samples = answer.frames.first().rowCount();
    return answer;
}

Result<SourceHealth> decodeBuildInfo(const QByteArray &json)
{
    const Result<Json> data = dataOf(json);
    if (!data)
        return tl::unexpected(data.error());
    SourceHealth health;
    health.version = (*data)[u"version"].toString();
    const QString application = (*data)[u"application"].toString();
    if (application.contains(QLatin1String("Mimir")))
        health.engine = QStringLiteral("Mimir");
    else if (!application.isEmpty())
        health.engine = application.left(40);
    else if (health.version.startsWith(QLatin1String("0."))) // Prometheus has had this API since 2.14; Thanos is still before 1.0
        health.engine = QStringLiteral("Thanos");
    else
        health.engine = QStringLiteral("Prometheus");
    return health;
}
