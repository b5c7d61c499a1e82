// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/explore/resultlabels.h>

#include <QtCore/QCoreApplication>
#include <QtCore/QHash>
#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMostTrendRows = 1'000;
constexpr qsizetype kTrendParts = 40; // of the time range; the lowest and the highest of each is drawn
constexpr int kTrendWidth = 150; // px

QString tr(const char *text)
{
    return QCoreApplication::translate("Explore", text);
}

Labels labelsOfRow(const Frame &frame, qsizetype row)
{
    Labels labels;
    for (const Field &field : frame.fields)
        if (const QString text = field.values.type() == Column::Type::Text ? field.values.text(row) : QString(); !text.isEmpty())
            labels.insert(field.name, text);
    return labels;
}

QString keyOf(const QString &refId, const Labels &labels)
{
    QString key = refId;
    for (const auto &[name, value] : labels.asKeyValueRange())
        key += QChar(0) + name + QChar(0) + value;
    return key;
}

// "Value #B" is of query B; a plain "Value" of the table's only one.
QString queryOf(const Field &field, const Frame &frame)
{
    const qsizetype mark = field.name.indexOf(u" #"_s);
    return mark < 0 ? frame.refId : field.name.mid(mark + 2);
}

void appendNumber(QByteArray &text, double value)
{
    if (text.size() > 1)
        text += ',';
    text += std::isfinite(value) ? QByteArray::number(value, 'g', 6) : QByteArray("null");
}

// The cell of a sparkline column: few numbers that keep the spikes.
QString trendText(const Column &values)
{
    QByteArray text("[");
    const qsizetype rows = values.size();
    const qsizetype parts = std::min(rows, 2 * kTrendParts) == rows ? rows : kTrendParts;
    for (qsizetype part = 0; part < parts; ++part) {
        const qsizetype from = part * rows / parts;
        const qsizetype to = (part + 1) * rows / parts;
        qsizetype low = -1;
        qsizetype high = -1;
        for (qsizetype row = from; row < to; ++row) {
            const double value = values.number(row);
            if (!std::isfinite(value))
                continue;
            low = low < 0 || value < values.number(low) ? row : low;
            high = high < 0 || value > values.number(high) ? row : high;
        }
        appendNumber(text, low < 0 ? NAN : values.number(std::min(low, high)));
        if (low != high)
            appendNumber(text, values.number(std::max(low, high)));
    }
    return QString::fromLatin1(text + ']');
}

Field trendField(const QString &name, std::vector<QString> cells)
{
    Field field{name, {}, Column::texts(std::move(cells)), {}, {}};
    field.state.displayName = name;
    field.config.color = {u"fixed"_s, u"gray"_s};
    field.config.custom = Json::object(
        {{u"width"_s, kTrendWidth}, {u"cellOptions"_s, Json::object({{u"type"_s, u"sparkline"_s}, {u"hideValue"_s, true}})}});
    return field;
}

// Nothing where no row has a series.
std::optional<Field> trendBeside(const Field &value, const Frame &frame, const QHash<QString, const Column *> &known)
{
    std::vector<QString> cells;
    bool any = false;
    for (qsizetype row = 0; row < frame.rowCount(); ++row) {
        const Column *values = known.value(keyOf(queryOf(value, frame), labelsOfRow(frame, row)));
        cells.push_back(values ? trendText(*values) : QString());
        any |= values != nullptr;
    }
    const qsizetype mark = value.name.indexOf(u" #"_s);
    return any ? std::optional(trendField(tr("Trend") + (mark < 0 ? QString() : value.name.mid(mark)), std::move(cells))) : std::nullopt;
}

class LabelCounter
{
public:
    void add(const Labels &labels)
    {
        ++m_series;
        for (const auto &[name, value] : labels.asKeyValueRange())
            ++m_counts[name][value];
    }
    bool isFull() const { return m_series >= kMostSeriesRead; }

    QList<LabelValues> counted() const
    {
        QList<LabelValues> all;
        for (const auto &[name, values] : m_counts.asKeyValueRange()) {
            LabelValues label{name, {}};
            for (const auto &[text, series] : values.asKeyValueRange())
                label.values.append({text, series});
            std::sort(label.values.begin(), label.values.end(), [](const LabelValues::Value &a, const LabelValues::Value &b) {
                return a.series != b.series ? a.series > b.series : a.text < b.text;
            });
            all.append(label);
        }
        return all;
    }

private:
    QMap<QString, QHash<QString, qsizetype>> m_counts;
    qsizetype m_series = 0;
};

} // namespace

QList<LabelValues> resultLabels(const Frames &frames)
{
    LabelCounter counter;
    for (const Frame &frame : frames) {
        if (frame.kind == Frame::Kind::Table) {
            for (qsizetype row = 0; row < frame.rowCount() && !counter.isFull(); ++row)
                counter.add(labelsOfRow(frame, row));
            continue;
        }
        for (const Field &field : frame.fields)
            if (field.isNumeric() && !counter.isFull())
                counter.add(field.labels);
    }
    return counter.counted();
}

Frames withTrends(const Frames &table, const Frames &series)
{
    QHash<QString, const Column *> known;
    for (const Frame &frame : series)
        for (const Field &field : frame.fields)
            if (field.isNumeric())
                known.insert(keyOf(frame.refId, field.labels), &field.values);
    Frames out;
    for (const Frame &frame : table) {
        Frame wide = frame;
        wide.fields.clear();
        for (const Field &field : frame.fields) {
            if (field.isNumeric() && !known.isEmpty() && frame.rowCount() <= kMostTrendRows)
                if (const std::optional<Field> trend = trendBeside(field, frame, known))
                    wide.fields.append(*trend);
            wide.fields.append(field);
        }
        out.append(wide);
    }
    return out;
}
