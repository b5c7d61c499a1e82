// SPDX-License-Identifier: GPL-3.0-or-later
#include <pipeline/transform/cells.h>

#include <QtCore/QRegularExpression>
#include <bit>
#include <cmath>
#include <pipeline/numbertext.h>
#include <pipeline/reduceorder.h>

using namespace Qt::StringLiterals;

namespace {
Column ofNumbers(Column::Type type, std::vector<double> values)
{
    switch (type) {
    case Column::Type::Time:
        return Column::times(std::move(values));
    case Column::Type::Bool:
        return Column::bools(std::move(values));
    default:
        return Column::numbers(std::move(values));
    }
}

quint64 bitsOf(double value)
{
    if (std::isnan(value) && !Column::isMissing(value))
        value = std::numeric_limits<double>::quiet_NaN();
    return std::bit_cast<quint64>(value == 0 ? 0.0 : value);
}

// A letter's place: base letter first, so that é sorts with e.
QChar base(QChar letter)
{
    const QString parts = letter.decomposition();
    return parts.isEmpty() ? letter.toLower() : parts.front().toLower();
}

// Rows by key; nothing counts as 0, as it does in JavaScript's subtraction.
std::vector<qsizetype> orderOfNumbers(const Column &column, bool descending)
{
    std::vector<double> keys(size_t(column.size()));
    for (qsizetype row = 0; row < column.size(); ++row) {
        const double value = column.number(row);
        keys[size_t(row)] = (Column::isMissing(value) ? 0 : value) * (descending ? -1 : 1);
    }
    const std::vector<size_t> order = orderByKey(keys);
    return {order.begin(), order.end()};
}

bool isEmpty(const Column &column, qsizetype row)
{
    return column.type() == Column::Type::Text ? column.text(row).isEmpty() : !(column.number(row) > 0);
}

QString printed(const Column &column, qsizetype row)
{
    if (column.isNull(row))
        return u"null"_s;
    const QString text = cells::text(column, row);
    return column.type() == Column::Type::Text ? QString::fromUtf8(Json(text).dump()) : text;
}

QString printed(const Reduced &result)
{
    switch (result.kind) {
    case Reduced::Kind::Text:
        return result.text.isNull() ? u""_s : result.text;
    case Reduced::Kind::Number:
        return numbertext::shortest(result.number);
    case Reduced::Kind::Bool:
        return result.number != 0 ? u"true"_s : u"false"_s;
    case Reduced::Kind::List: {
        QStringList parts;
        for (qsizetype row = 0; row < result.list.size(); ++row)
            parts.append(printed(result.list, row));
        return u'[' + parts.join(u',') + u']';
    }
    case Reduced::Kind::Null:
        break;
    }
    return {};
}
} // namespace

Column cells::picked(const Column &column, const std::vector<qsizetype> &rows)
{
    if (column.type() == Column::Type::Text) {
        std::vector<QString> texts(rows.size());
        for (size_t i = 0; i < rows.size(); ++i)
            texts[i] = column.text(rows[i]);
        return Column::texts(std::move(texts));
    }
    std::vector<double> values(rows.size());
    const Column whole = column.compacted();
    const auto block = whole.size() > 0 ? whole.block(0) : std::span<const double>();
    for (size_t i = 0; i < rows.size(); ++i)
        values[i] = rows[i] < 0 || rows[i] >= qsizetype(block.size()) ? Column::missing() : block[size_t(rows[i])];
    return ofNumbers(column.type(), std::move(values));
}

Frame cells::picked(Frame frame, const std::vector<qsizetype> &rows)
{
    for (Field &field : frame.fields)
        field.values = picked(field.values, rows);
    return frame;
}

QString cells::text(const Column &column, qsizetype row)
{
    if (column.isNull(row))
        return {};
    switch (column.type()) {
    case Column::Type::Text:
        return column.text(row);
    case Column::Type::Bool:
        return column.number(row) != 0 ? u"true"_s : u"false"_s;
    default:
        return numbertext::shortest(column.number(row));
    }
}

double cells::toNumber(const QString &text)
{
    if (text.isNull())
        return Column::missing();
    const QString trimmed = text.trimmed();
    if (trimmed.isEmpty())
        return 0;
    if (trimmed == "Infinity"_L1 || trimmed == "+Infinity"_L1)
        return HUGE_VAL;
    if (trimmed == "-Infinity"_L1)
        return -HUGE_VAL;
    bool ok = false;
    const double value = trimmed.toDouble(&ok);
    return ok && std::isfinite(value) ? value : std::nan("");
}

bool cells::same(const Column &a, qsizetype rowA, const Column &b, qsizetype rowB)
{
    if (a.isNull(rowA) || b.isNull(rowB))
        return a.isNull(rowA) && b.isNull(rowB);
    if ((a.type() == Column::Type::Text) != (b.type() == Column::Type::Text))
        return false;
    return a.type() == Column::Type::Text ? a.text(rowA) == b.text(rowB) : a.number(rowA) == b.number(rowB);
}

Column cells::converted(const Column &column, Column::Type type)
{
    if (column.type() == type)
        return column;
    ColumnBuilder builder(type);
    builder.reserve(column.size());
    for (qsizetype row = 0; row < column.size(); ++row)
        builder.add(column, row);
    return builder.done();
}

Column cells::filled(Column::Type type, qsizetype count)
{
    if (type == Column::Type::Text)
        return Column::texts(std::vector<QString>(size_t(count)));
    return ofNumbers(type, std::vector<double>(size_t(count), Column::missing()));
}

std::vector<qsizetype> cells::order(const Column &column, bool descending)
{
    if (column.type() == Column::Type::Number)
        return orderOfNumbers(column, descending);
    std::vector<qsizetype> rows(size_t(column.size()));
    for (size_t i = 0; i < rows.size(); ++i)
        rows[i] = qsizetype(i);
    const auto less = [&column, descending](qsizetype a, qsizetype b) {
        if (descending)
            std::swap(a, b);
        if (column.type() == Column::Type::Time) // nothing is the time 0
            return (column.isNull(a) ? 0 : column.number(a)) < (column.isNull(b) ? 0 : column.number(b));
        const bool emptyA = isEmpty(column, a);
        const bool emptyB = isEmpty(column, b);
        if (emptyA || emptyB || column.type() == Column::Type::Bool)
            return !emptyA && emptyB;
        return column.type() == Column::Type::Text ? compare(column.text(a), column.text(b)) < 0 : column.number(a) < column.number(b);
    };
    std::stable_sort(rows.begin(), rows.end(), less);
    return rows;
}

int cells::compare(const QString &a, const QString &b)
{
    for (qsizetype i = 0; i < std::min(a.size(), b.size()); ++i) {
        const QChar baseA = base(a[i]);
        const QChar baseB = base(b[i]);
        // Letters and digits come after signs.
        if (baseA.isLetterOrNumber() != baseB.isLetterOrNumber())
            return baseA.isLetterOrNumber() ? 1 : -1;
        if (baseA != baseB)
            return baseA < baseB ? -1 : 1;
    }
    if (a.size() != b.size())
        return a.size() < b.size() ? -1 : 1;
    for (qsizetype i = 0; i < a.size(); ++i) {
        if (a[i].isUpper() != b[i].isUpper())
            return b[i].isUpper() ? -1 : 1;
    }
    return QString::compare(a, b);
}

int cells::compareNaturally(const QString &a, const QString &b)
{
    qsizetype i = 0;
    qsizetype j = 0;
    const auto digits = [](const QString &text, qsizetype from) {
        qsizetype end = from;
        while (end < text.size() && text[end].isDigit())
            ++end;
        return text.mid(from, end - from);
    };
    while (i < a.size() && j < b.size()) {
        if (a[i].isDigit() && b[j].isDigit()) {
            const QString left = digits(a, i);
            const QString right = digits(b, j);
            const double difference = left.toDouble() - right.toDouble();
            if (difference != 0)
                return difference < 0 ? -1 : 1;
            i += left.size();
            j += right.size();
            continue;
        }
        if (const int order = compare(QString(a[i].toLower()), QString(b[j].toLower())); order != 0)
            return order;
        ++i;
        ++j;
    }
    return a.size() - i == b.size() - j ? 0 : a.size() - i < b.size() - j ? -1 : 1;
}

Column cells::ofResults(const std::vector<Reduced> &results, Column::Type whenEmpty)
{
    const auto all = [&results](Reduced::Kind kind) {
        return std::all_of(results.begin(), results.end(),
                           [kind](const Reduced &each) { return each.kind == kind || each.kind == Reduced::Kind::Null; });
    };
    if (all(Reduced::Kind::Null))
        return filled(whenEmpty, qsizetype(results.size()));
    const bool numbers = all(Reduced::Kind::Number);
    if (!numbers && !all(Reduced::Kind::Bool)) {
        std::vector<QString> texts;
        for (const Reduced &each : results)
            texts.push_back(printed(each));
        return Column::texts(std::move(texts));
    }
    std::vector<double> values;
    for (const Reduced &each : results)
        values.push_back(each.kind == Reduced::Kind::Null ? Column::missing() : each.number);
    const bool isTime = numbers && whenEmpty == Column::Type::Time;
    return ofNumbers(isTime ? Column::Type::Time : numbers ? Column::Type::Number : Column::Type::Bool, std::move(values));
}

Column::Type cells::resultType(const QString &reducer, Column::Type input)
{
    static const QStringList keeps{u"first"_s, u"last"_s, u"firstNotNull"_s, u"lastNotNull"_s};
    static const QRegularExpression percentile(u"^p[0-9]{1,2}$"_s);
    if (keeps.contains(reducer) || percentile.match(reducer).hasMatch())
        return input;
    if (reducer == "allIsNull"_L1 || reducer == "allIsZero"_L1)
        return Column::Type::Bool;
    return reducer == "allValues"_L1 || reducer == "uniqueValues"_L1 ? Column::Type::Text : Column::Type::Number;
}

qsizetype CellIds::idOf(const Column &column, qsizetype row)
{
    if (const qsizetype known = find(column, row); known >= 0)
        return known;
    if (column.type() == Column::Type::Text && !column.isNull(row))
        m_texts.insert(column.text(row), m_count);
    else
        m_numbers.insert(bitsOf(column.number(row)), m_count);
    return m_count++;
}

qsizetype CellIds::find(const Column &column, qsizetype row) const
{
    return column.type() == Column::Type::Text && !column.isNull(row) ? m_texts.value(column.text(row), -1)
                                                                      : m_numbers.value(bitsOf(column.number(row)), -1);
}

qsizetype RowIds::idOf(const QList<const Column *> &columns, qsizetype row)
{
    if (m_cells.size() < size_t(columns.size()))
        m_cells.resize(size_t(columns.size()));
    qsizetype id = 0;
    for (qsizetype i = 0; i < columns.size(); ++i) {
        const std::pair<qsizetype, qsizetype> key{id * columns.size() + i, m_cells[size_t(i)].idOf(*columns[i], row)};
        const auto known = m_pairs.constFind(key);
        if (known != m_pairs.constEnd()) {
            id = *known;
            continue;
        }
        // Ids of the last column are those that the caller sees.
        id = i + 1 == columns.size() ? m_count++ : m_pairs.size();
        m_pairs.insert(key, id);
    }
    return id;
}

void ColumnBuilder::reserve(qsizetype count)
{
    if (m_type == Column::Type::Text)
        m_texts.reserve(size_t(count));
    else
        m_numbers.reserve(size_t(count));
}

void ColumnBuilder::add(const Column &column, qsizetype row)
{
    const bool isText = column.type() == Column::Type::Text;
    if (row < 0 || column.isNull(row))
        addNothing();
    else if (m_type == Column::Type::Text)
        m_texts.push_back(cells::text(column, row));
    else
        m_numbers.push_back(isText ? Column::missing() : column.number(row));
}

void ColumnBuilder::addText(const QString &text)
{
    if (m_type == Column::Type::Text)
        m_texts.push_back(text.isNull() ? u""_s : text);
    else
        m_numbers.push_back(Column::missing());
}

void ColumnBuilder::addNumber(double value)
{
    if (m_type == Column::Type::Text)
        m_texts.push_back(numbertext::shortest(value));
    else
        m_numbers.push_back(value);
}

void ColumnBuilder::addNothing()
{
    if (m_type == Column::Type::Text)
        m_texts.emplace_back();
    else
        m_numbers.push_back(Column::missing());
}

Column ColumnBuilder::done()
{
    return m_type == Column::Type::Text ? Column::texts(std::move(m_texts)) : ofNumbers(m_type, std::move(m_numbers));
}
