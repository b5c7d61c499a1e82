// SPDX-License-Identifier: GPL-3.0-or-later
#include <pipeline/transform/joinframes.h>

#include <pipeline/fieldmatcher.h>
#include <pipeline/reduceorder.h>
#include <pipeline/transform/catalogue.h>
#include <pipeline/transform/cells.h>

using namespace Qt::StringLiterals;

namespace {
// A frame as the join sees it.
struct Table {
    Field key;
    QList<Field> others;
    qsizetype first = 0; // place of its first other field in the result
};

FieldMatcher bestMatcher(const Frames &frames)
{
    const auto times = std::any_of(frames.first().fields.begin(), frames.first().fields.end(), [](const Field &f) { return f.isTime(); });
    if (times)
        return fieldMatcher(Json::object({{u"id"_s, Json(u"firstTimeField"_s)}}));
    for (const Field &candidate : frames.first().fields) {
        const auto hasIt = [&candidate](const Frame &frame) {
            return std::any_of(frame.fields.begin(), frame.fields.end(),
                               [&candidate](const Field &field) { return field.isNumeric() && field.name == candidate.name; });
        };
        if (candidate.isNumeric() && std::all_of(frames.begin(), frames.end(), hasIt))
            return fieldMatcher(Json::object({{u"id"_s, Json(u"byName"_s)}, {u"options"_s, Json(candidate.name)}}));
    }
    return fieldMatcher({});
}

QList<Table> tablesOf(const JoinOptions &options, const Frames &frames)
{
    const FieldMatcher isKey = options.byField.isEmpty()
        ? bestMatcher(frames)
        : fieldMatcher(Json::object({{u"id"_s, Json(u"byName"_s)}, {u"options"_s, Json(options.byField)}}));
    QList<Table> tables;
    qsizetype place = 1;
    for (const Frame &frame : frames) {
        const auto key
            = std::find_if(frame.fields.begin(), frame.fields.end(), [&](const Field &field) { return isKey(field, frame, frames); });
        if (key == frame.fields.end())
            continue;
        Table table{*key, {}, place};
        for (auto field = frame.fields.begin(); field != frame.fields.end(); ++field) {
            if (field == key)
                continue;
            Field other = *field;
            if (!frame.name.isEmpty() && other.name == "Value"_L1)
                other.name = frame.name;
            else if (!frame.name.isEmpty())
                other.labels.insert(u"name"_s, frame.name);
            table.others.append(std::move(other));
        }
        place += table.others.size();
        tables.append(std::move(table));
    }
    return tables;
}

// Where each value of the key goes: ascending, as numbers; texts that are no numbers keep the order of appearance.
std::vector<qsizetype> placesOf(const Column &keys)
{
    std::vector<double> numbers(size_t(keys.size()));
    for (qsizetype row = 0; row < keys.size(); ++row) {
        const double value = keys.type() == Column::Type::Text ? cells::toNumber(keys.text(row)) : keys.number(row);
        numbers[size_t(row)] = Column::isMissing(value) ? 0 : value;
    }
    const std::vector<size_t> order = orderByKey(numbers);
    return {order.begin(), order.end()};
}

bool isSameValue(const Column &a, const Column &b, qsizetype row)
{
    if (a.isNull(row) || b.isNull(row))
        return a.isNull(row) == b.isNull(row);
    return a.type() == Column::Type::Text ? a.text(row) == b.text(row) : a.number(row) == b.number(row);
}

bool haveSameKeys(const QList<Table> &tables)
{
    const Column &first = tables.first().key.values;
    return std::all_of(tables.begin() + 1, tables.end(), [&first](const Table &table) {
        const Column &keys = table.key.values;
        qsizetype row = 0;
        if (keys.size() == first.size() && keys.type() == first.type())
            while (row < keys.size() && isSameValue(first, keys, row))
                ++row;
        return keys.type() == first.type() && keys.size() == first.size() && row == keys.size();
    });
}

// Tables with the same keys row by row stand side by side, also where a key comes several times: instant queries of one moment.
QList<Field> sideBySide(const QList<Table> &tables)
{
    const std::vector<qsizetype> order = placesOf(tables.first().key.values);
    QList<Field> out{tables.first().key};
    for (const Table &table : tables)
        out.append(table.others);
    for (Field &field : out)
        field.values = cells::picked(field.values, order);
    return out;
}

QList<Field> outer(const QList<Table> &tables, TransformRun &run)
{
    if (haveSameKeys(tables))
        return sideBySide(tables);
    CellIds ids;
    ColumnBuilder appeared(tables.first().key.values.type());
    qsizetype fields = 1;
    for (const Table &table : tables) {
        fields += table.others.size();
        for (qsizetype row = 0; row < table.key.values.size(); ++row) {
            const qsizetype known = ids.count();
            if (ids.idOf(table.key.values, row) == known)
                appeared.add(table.key.values, row);
        }
        if (run.stopped() || !run.hasRoomFor(double(ids.count()) * double(fields)))
            return {};
    }
    const Column keys = appeared.done();
    const std::vector<qsizetype> order = placesOf(keys);
    std::vector<qsizetype> placeOf(order.size());
    for (size_t place = 0; place < order.size(); ++place)
        placeOf[size_t(order[place])] = qsizetype(place);

    Field key = tables.first().key;
    key.values = cells::picked(keys, order);
    QList<Field> out{key};
    for (const Table &table : tables) {
        if (run.stopped())
            return {};
        std::vector<qsizetype> rows(order.size(), -1);
        for (qsizetype row = 0; row < table.key.values.size(); ++row)
            rows[size_t(placeOf[size_t(ids.find(table.key.values, row))])] = row;
        for (Field field : table.others) {
            field.values = cells::picked(field.values, rows);
            out.append(std::move(field));
        }
    }
    return out;
}

// One table after the other is put to the right of what is there.
class TabularJoin
{
public:
    TabularJoin(const Table &first, bool isOuter, TransformRun &run) : m_outer(isOuter), m_run(run)
    {
        m_fields.append(first.key);
        m_fields.append(first.others);
    }

    bool add(const Table &right)
    {
        if (!match(right.key.values, m_fields.size() + right.others.size()))
            return false;
        Column key = keyColumn(right.key.values);
        for (Field &field : m_fields)
            field.values = cells::picked(field.values, m_left);
        m_fields.first().values = std::move(key);
        for (Field field : right.others) {
            field.values = cells::picked(field.values, m_right);
            m_fields.append(std::move(field));
        }
        return true;
    }

    QList<Field> fields() const { return m_fields; }

private:
    using Rows = std::vector<std::vector<qsizetype>>;

    // Whether the result has room, before it is made.
    bool hasRoom(const Column &left, const Column &right, const CellIds &ids, const Rows &rowsOf, qsizetype fields)
    {
        double rows = m_outer ? double(left.size()) + double(right.size()) : 0;
        for (qsizetype row = 0; row < left.size(); ++row) {
            const qsizetype id = left.isNull(row) ? -1 : ids.find(left, row);
            rows += id < 0 ? 0 : double(rowsOf[size_t(id)].size());
        }
        return m_run.hasRoomFor(rows * double(fields));
    }

    bool match(const Column &right, qsizetype fields)
    {
        m_left.clear();
        m_right.clear();
        const Column &left = m_fields.first().values;
        CellIds ids;
        Rows rowsOf;
        for (qsizetype row = 0; row < right.size(); ++row) {
            const auto id = size_t(ids.idOf(right, row));
            if (id == rowsOf.size())
                rowsOf.emplace_back();
            rowsOf[id].push_back(row);
        }
        if (!hasRoom(left, right, ids, rowsOf, fields))
            return false;
        std::vector<bool> matched(rowsOf.size());
        std::vector<qsizetype> alone;
        for (qsizetype row = 0; row < left.size() && !m_run.stopped(); ++row) {
            const qsizetype id = left.isNull(row) ? -1 : ids.find(left, row);
            if (id < 0) {
                alone.push_back(row);
                continue;
            }
            matched[size_t(id)] = true;
            for (const qsizetype other : rowsOf[size_t(id)])
                append(row, other);
        }
        if (m_outer)
            appendRest(right, alone, rowsOf, matched);
        return !m_run.stopped();
    }

    void appendRest(const Column &right, const std::vector<qsizetype> &alone, const Rows &rowsOf, const std::vector<bool> &matched)
    {
        for (const qsizetype row : alone)
            append(row, -1);
        // Grafana tells matched keys by text alone: rows of other types come once more, without a partner.
        for (size_t id = 0; id < rowsOf.size(); ++id) {
            for (const qsizetype row : rowsOf[id]) {
                if (!matched[id] || right.type() != Column::Type::Text)
                    m_rest.push_back(row);
            }
        }
        sortRest(right);
        for (const qsizetype row : m_rest)
            append(-1, row);
        m_rest.clear();
    }

    // Small whole numbers are visited in their order, all else as it appeared.
    void sortRest(const Column &right)
    {
        const auto rank = [&right](qsizetype row) {
            const double value = right.isNull(row) ? -1
                : right.type() == Column::Type::Text
                ? (right.text(row).startsWith(u'0') && right.text(row).size() > 1 ? -1 : cells::toNumber(right.text(row)))
                : right.number(row);
            return value >= 0 && value < 4294967295.0 && value == std::floor(value) ? value : 4294967295.0;
        };
        std::stable_sort(m_rest.begin(), m_rest.end(), [&rank](qsizetype a, qsizetype b) { return rank(a) < rank(b); });
    }

    Column keyColumn(const Column &right) const
    {
        const Column &left = m_fields.first().values;
        ColumnBuilder builder(left.type());
        builder.reserve(qsizetype(m_left.size()));
        for (size_t i = 0; i < m_left.size(); ++i) {
            if (m_left[i] >= 0)
                builder.add(left, m_left[i]);
            else
                builder.add(right, m_right[i]);
        }
        return builder.done();
    }

    void append(qsizetype left, qsizetype right)
    {
        m_left.push_back(left);
        m_right.push_back(right);
    }

    bool m_outer;
    TransformRun &m_run;
    QList<Field> m_fields;
    std::vector<qsizetype> m_left; // rows of the result: of what is there, -1 = none
    std::vector<qsizetype> m_right;
    std::vector<qsizetype> m_rest;
};

QList<Field> tabular(const QList<Table> &tables, bool isOuter, TransformRun &run)
{
    TabularJoin join(tables.first(), isOuter, run);
    for (const Table &table : tables.mid(1)) {
        if (!join.add(table))
            return {};
    }
    return join.fields();
}

QString joinedRefId(const Frames &frames)
{
    QStringList refIds;
    for (const Frame &frame : frames)
        refIds.append(frame.refId);
    return u"joinByField-"_s + refIds.join(u'-');
}
} // namespace

Frames joinFrames(const JoinOptions &options, const Frames &frames, TransformRun &run)
{
    if (frames.size() < 2)
        return frames;
    const QList<Table> tables = tablesOf(options, frames);
    Frame joined{{}, joinedRefId(frames), Frame::Kind::Table, {}};
    if (tables.isEmpty())
        return {joined};
    const bool isOuter = options.mode != JoinMode::Inner;
    if (!isOuter && tables.size() < frames.size()) { // a frame without the field shares no row
        joined.fields = QList<Field>{tables.first().key} + tables.first().others;
        for (Field &field : joined.fields)
            field.values = cells::picked(field.values, {});
        return {joined};
    }
    joined.fields = options.mode == JoinMode::Outer ? outer(tables, run) : tabular(tables, options.mode == JoinMode::OuterTabular, run);
    if (joined.fields.isEmpty())
        return frames;
    if (joined.fields.first().isTime())
        joined.kind = Frame::Kind::TimeSeries;
    return {joined};
}

Transformation joinTransformation()
{
    OptionSchema<JoinOptions> schema;
    schema.text(u"byField"_s, &JoinOptions::byField, QT_TRANSLATE_NOOP("Options", "Field"))
        .as(OptionRow::Kind::FieldName)
        .help(QT_TRANSLATE_NOOP("Options", "Empty: the time field"));
    schema.choice(u"mode"_s, &JoinOptions::mode, QT_TRANSLATE_NOOP("Options", "Mode"),
                  {{JoinMode::Outer, "outer", QT_TRANSLATE_NOOP("Options", "Outer, for time series")},
                   {JoinMode::OuterTabular, "outerTabular", QT_TRANSLATE_NOOP("Options", "Outer, for tables")},
                   {JoinMode::Inner, "inner", QT_TRANSLATE_NOOP("Options", "Inner")}});
    Transformation out = makeTransformation<JoinOptions>(
        u"joinByField"_s, QT_TRANSLATE_NOOP("Transformations", "Join by field"),
        QT_TRANSLATE_NOOP("Transformations", "Frames side by side, rows matched by a common field"), schema, joinFrames);
    out.aliases = {u"seriesToColumns"_s};
    out.byRow = true;
    return out;
}
