// SPDX-License-Identifier: GPL-3.0-or-later
#include <datasource/prometheus/answerframes.h>

#include <QtCore/QCoreApplication>
#include <QtCore/QSet>
#include <limits>

namespace {
constexpr qsizetype kMaxTableCells = 20'000'000;
constexpr qsizetype kFreeCells = 2'000'000;

std::vector<RowSpan> spansOf(const std::vector<DecodedSeries> &all)
{
    std::vector<RowSpan> spans;
    for (const DecodedSeries &each : all)
        if (each.times.empty())
            spans.push_back({each.firstRow, qint64(each.values.size())});
    return spans;
}

Column padded(DecodedSeries &series, const SharedRows &extent)
{
    std::vector<double> &values = series.values;
    const auto before = values.empty() ? size_t(extent.rows()) : size_t(series.firstRow - extent.first);
    if (before > 0)
        values.insert(values.begin(), before, Column::missing());
    values.resize(size_t(extent.rows()), Column::missing());
    return Column::numbers(std::move(values));
}

Frame ownFrame(DecodedSeries &&series, const StepGrid &grid, const QString &refId)
{
    const auto count = qsizetype(series.values.size());
    Column times = series.times.empty() ? Column::grid(grid.startMs + series.firstRow * grid.stepMs, grid.stepMs, count)
                                        : Column::times(std::move(series.times));
    return {{},
            refId,
            Frame::Kind::TimeSeries,
            {timeField(std::move(times)), valueField(std::move(series.labels), Column::numbers(std::move(series.values)))}};
}

Frames timeSeriesFrames(DecodedAnswer &&answer, const QString &refId)
{
    const SharedRows extent = sharedRows(spansOf(answer.series));
    Frame shared{{}, refId, Frame::Kind::TimeSeries, {}};
    Frames others;
    for (DecodedSeries &series : answer.series) {
        if (!series.times.empty() || !extent.has({series.firstRow, qint64(series.values.size())})) {
            others.append(ownFrame(std::move(series), answer.grid, refId));
            continue;
        }
        if (shared.fields.isEmpty()) {
            shared.fields.reserve(qsizetype(answer.series.size()) + 1);
            const qsizetype first = extent.rows() > 0 ? extent.first : 0;
            shared.fields.append(
                timeField(Column::grid(answer.grid.startMs + first * answer.grid.stepMs, answer.grid.stepMs, extent.rows())));
        }
        Column values = padded(series, extent);
        shared.fields.append(valueField(std::move(series.labels), std::move(values)));
    }
    if (!shared.fields.isEmpty())
        others.prepend(std::move(shared));
    return others;
}

double bound(const QString &le)
{
    if (le == QLatin1String("+Inf") || le == QLatin1String("Inf"))
        return std::numeric_limits<double>::infinity();
    if (le == QLatin1String("-Inf"))
        return -std::numeric_limits<double>::infinity();
    bool isNumber = false;
    const double value = le.toDouble(&isNumber);
    return isNumber ? value : std::numeric_limits<double>::quiet_NaN();
}

// Cumulative buckets to counts of their own. A gap or NaN on either side leaves the upper value as it is.
Column difference(const Column &upper, const Column &lower)
{
    std::vector<double> values(size_t(upper.size()));
    for (qsizetype row = 0; row < upper.size(); ++row) {
        const double a = upper.number(row);
        const double b = lower.number(row);
        values[size_t(row)] = std::isnan(a) || std::isnan(b) ? a : std::max(0.0, a - b);
    }
    return Column::numbers(std::move(values));
}

Frame heatmapFrame(const Field &time, QList<Field> rows, const QString &refId)
{
    std::stable_sort(rows.begin(), rows.end(), [](const Field &a, const Field &b) { return bound(a.name) < bound(b.name); });
    Frame frame{rows.isEmpty() ? QString() : rows.first().name, refId, Frame::Kind::HeatmapRows, {time}};
    for (qsizetype i = 0; i < rows.size(); ++i) {
        Field field = rows.at(i);
        if (i > 0)
            field.values = difference(rows.at(i).values, rows.at(i - 1).values);
        frame.fields.append(std::move(field));
    }
    return frame;
}

struct TableColumns {
    std::vector<double> times;
    std::vector<double> values;
    QStringList names;
    std::vector<std::vector<QString>> texts;
};

void appendRows(TableColumns &table, const DecodedSeries &series, const StepGrid &grid)
{
    for (size_t i = 0; i < series.values.size(); ++i) {
        if (Column::isMissing(series.values[i]))
            continue;
        table.values.push_back(series.values[i]);
        table.times.push_back(series.times.empty() ? double(grid.startMs + (series.firstRow + qint64(i)) * grid.stepMs) : series.times[i]);
    }
    for (qsizetype i = 0; i < table.names.size(); ++i)
        table.texts[size_t(i)].resize(table.values.size(), series.labels.value(table.names.at(i), QLatin1String("")));
}

Result<Frames> tableFrame(const DecodedAnswer &answer, const QueryRequest &request, const std::stop_token &stop)
{
    TableColumns table;
    QSet<QString> seen;
    qsizetype samples = 0;
    for (const DecodedSeries &series : answer.series) {
        samples += qsizetype(series.values.size());
        for (const QString &name : series.labels.keys()) {
            if (seen.contains(name))
                continue;
            seen.insert(name);
            table.names.append(name);
        }
    }
    if (samples * (table.names.size() + 2) > kMaxTableCells)
        return fail(Error::Kind::Limit,
                    QCoreApplication::translate("Errors", "The answer as a table has more than %1 cells").arg(kMaxTableCells), {},
                    QCoreApplication::translate("Errors", "Make the query an instant one, or select fewer series."));
    table.texts.resize(size_t(table.names.size()));
    for (const DecodedSeries &series : answer.series) {
        if (stop.stop_requested())
            return fail(Error::Kind::Cancelled, QStringLiteral("Cancelled"));
        appendRows(table, series, answer.grid);
    }
    Frame frame{{}, request.refId, Frame::Kind::Table, {timeField(Column::times(std::move(table.times)))}};
    for (qsizetype i = 0; i < table.names.size(); ++i)
        frame.fields.append({table.names.at(i), {}, Column::texts(std::move(table.texts[size_t(i)])), {}, {}});
    frame.fields.append(valueField({}, Column::numbers(std::move(table.values))));
    return Frames{frame};
}

Frame scalarFrame(const DecodedAnswer &answer, const QueryRequest &request)
{
    Column value;
    if (answer.isText) {
        value = Column::texts({answer.scalarText});
    } else {
        const double number = bound(answer.scalarText); // "+Inf", "-Inf" and plain numbers; the rest is NaN
        value = Column::numbers({number});
    }
    const bool isTable = request.format == QueryRequest::Format::Table || answer.isText;
    return {{},
            request.refId,
            isTable ? Frame::Kind::Table : Frame::Kind::TimeSeries,
            {timeField(Column::times({double(answer.scalarMs)})), valueField({}, value)}};
}
} // namespace

Field timeField(Column times)
{
    return {QStringLiteral("Time"), {}, std::move(times), {}, {}};
}

Field valueField(Labels labels, Column values)
{
    return {QStringLiteral("Value"), std::move(labels), std::move(values), {}, {}};
}

QString keyOf(const Labels &labels, const QString &except)
{
    QString key;
    for (const auto &[label, value] : labels.asKeyValueRange()) {
        if (label != except)
            key += label + QChar(0) + value + QChar(0);
    }
    return key;
}

SharedRows sharedRows(const std::vector<RowSpan> &spans)
{
    SharedRows shared{std::numeric_limits<qint64>::max(), 0, 0};
    qint64 cells = 0;
    for (const RowSpan &span : spans) {
        cells += span.count;
        if (span.count == 0)
            continue;
        shared.first = std::min(shared.first, span.first);
        shared.end = std::max(shared.end, span.first + span.count);
    }
    if (shared.rows() > 0 && qint64(spans.size()) > (kFreeCells + 4 * cells) / shared.rows())
        shared.fewest = shared.rows() / 4 + 1;
    return shared;
}

// Series without a numeric `le` stay time series.
Frames heatmapFrames(const Frames &frames, const QString &refId)
{
    Frames result;
    const QString le = QStringLiteral("le");
    for (const Frame &frame : frames) {
        Frame plain{{}, refId, Frame::Kind::TimeSeries, {}};
        QHash<QString, qsizetype> groupOf;
        QList<QList<Field>> groups;
        for (Field field : frame.fields.mid(1)) {
            if (std::isnan(bound(field.labels.value(le)))) {
                plain.fields.append(field);
                continue;
            }
            field.name = field.labels.value(le);
            const QString key = keyOf(field.labels, le);
            if (!groupOf.contains(key)) {
                groupOf.insert(key, groups.size());
                groups.append(QList<Field>());
            }
            groups[groupOf.value(key)].append(field);
        }
        for (const QList<Field> &rows : std::as_const(groups))
            result.append(heatmapFrame(frame.fields.first(), rows, refId));
        if (plain.fields.isEmpty())
            continue;
        plain.fields.prepend(frame.fields.first());
        result.append(plain);
    }
    return result;
}

Result<Frames> makeFrames(DecodedAnswer &&answer, const QueryRequest &request, const std::stop_token &stop)
{
    if (answer.hasScalar)
        return Frames{scalarFrame(answer, request)};
    if (answer.series.empty())
        return Frames{};
    switch (request.format) {
    case QueryRequest::Format::Table:
        return tableFrame(answer, request, stop);
    case QueryRequest::Format::Heatmap:
        return heatmapFrames(timeSeriesFrames(std::move(answer), request.refId), request.refId);
    case QueryRequest::Format::TimeSeries:
        break;
    }
    return timeSeriesFrames(std::move(answer), request.refId);
}
