// SPDX-License-Identifier: GPL-3.0-or-later
#include <pipeline/transform/catalogue.h>
#include <pipeline/transform/cells.h>

using namespace Qt::StringLiterals;

namespace {
struct NoOptions {
};

struct Source {
    qint32 frame = -1;
    qint32 row = -1;
};

// One table of the frames: rows with the same key become one where they do not contradict each other.
class Merger
{
public:
    Merger(const Frames &frames, TransformRun &run) : m_frames(frames), m_run(run) { }

    bool collectFields()
    {
        QHash<QString, qsizetype> places;
        QHash<QString, qsizetype> uses;
        for (const Frame &frame : m_frames) {
            QList<qsizetype> columns;
            for (const Field &field : frame.fields) {
                if (!places.contains(field.name)) {
                    places.insert(field.name, m_fields.size());
                    Field bare{field.name, {}, {}, field.config, {}};
                    bare.config.displayName.clear();
                    bare.values = cells::filled(field.values.type(), 0);
                    m_fields.append(std::move(bare));
                }
                if (columns.contains(places.value(field.name)))
                    columns.append(-1);
                else {
                    columns.append(places.value(field.name));
                    ++uses[field.name];
                }
            }
            m_columns.append(columns);
        }
        for (const Field &field : m_frames.last().fields) {
            if (uses.value(field.name) == m_frames.size() && !m_keys.contains(field.name))
                m_keys.append(field.name);
        }
        return !m_keys.isEmpty();
    }

    bool addRows()
    {
        for (qsizetype f = 0; f < m_frames.size(); ++f) {
            const QList<const Column *> keys = keyColumns(m_frames[f]);
            for (qsizetype row = 0; row < m_frames[f].rowCount(); ++row) {
                if (!addRow(f, row, keys))
                    return false;
            }
        }
        return true;
    }

    Frame result() const
    {
        Frame out{{}, u"merge"_s, Frame::Kind::Table, m_fields};
        for (const Frame &frame : m_frames)
            out.refId += u'-' + frame.refId;
        for (qsizetype column = 0; column < m_fields.size(); ++column) {
            ColumnBuilder builder(m_fields[column].values.type());
            builder.reserve(qsizetype(m_rows.size()));
            for (const std::vector<Source> &row : m_rows) {
                const Source source = row[size_t(column)];
                if (source.frame < 0)
                    builder.addNothing();
                else
                    builder.add(columnOf(source.frame, column), source.row);
            }
            out.fields[column].values = builder.done();
        }
        return out;
    }

private:
    QList<const Column *> keyColumns(const Frame &frame) const
    {
        QList<const Column *> columns;
        for (const QString &name : m_keys) {
            const auto field = std::find_if(frame.fields.begin(), frame.fields.end(), [&name](const Field &f) { return f.name == name; });
            columns.append(&field->values);
        }
        return columns;
    }

    const Column &columnOf(qsizetype frame, qsizetype column) const
    {
        return m_frames[frame].fields[m_columns[frame].indexOf(column)].values;
    }

    bool agrees(const std::vector<Source> &there, qsizetype frame, qsizetype row) const
    {
        for (qsizetype i = 0; i < m_columns[frame].size(); ++i) {
            const qsizetype column = m_columns[frame][i];
            if (column < 0 || there[size_t(column)].frame < 0)
                continue;
            const Source source = there[size_t(column)];
            const Column &known = columnOf(source.frame, column);
            if (!known.isNull(source.row) && !cells::same(known, source.row, m_frames[frame].fields[i].values, row))
                return false;
        }
        return true;
    }

    void put(std::vector<Source> &into, qsizetype frame, qsizetype row) const
    {
        for (const qsizetype column : m_columns[frame]) {
            if (column >= 0)
                into[size_t(column)] = {qint32(frame), qint32(row)};
        }
    }

    bool addRow(qsizetype frame, qsizetype row, const QList<const Column *> &keys)
    {
        const auto id = size_t(m_ids.idOf(keys, row));
        if (id == m_rowsOf.size())
            m_rowsOf.emplace_back();
        if (m_run.stopped() || !m_run.spend(qint64(m_rowsOf[id].size())))
            return false;
        bool merged = false;
        for (const size_t known : m_rowsOf[id]) {
            if (!agrees(m_rows[known], frame, row))
                continue;
            put(m_rows[known], frame, row);
            merged = true;
        }
        if (merged)
            return true;
        if (!m_run.hasRoomFor(double(m_rows.size() + 1) * double(m_fields.size())))
            return false;
        m_rowsOf[id].push_back(m_rows.size());
        m_rows.emplace_back(size_t(m_fields.size()));
        put(m_rows.back(), frame, row);
        return true;
    }

    Frames m_frames;
    TransformRun &m_run;
    QList<Field> m_fields; // of the result, without values
    QList<QList<qsizetype>> m_columns; // of each frame: where its fields go; -1 = a name that it has twice
    QStringList m_keys;
    RowIds m_ids;
    std::vector<std::vector<size_t>> m_rowsOf; // by key
    std::vector<std::vector<Source>> m_rows;
};

Frames merge(const NoOptions &, const Frames &frames, TransformRun &run)
{
    if (frames.size() < 2)
        return frames;
    Frames filled;
    for (const Frame &frame : frames) {
        if (!frame.fields.isEmpty())
            filled.append(frame);
    }
    if (filled.isEmpty())
        return {frames.first()};
    Merger merger(filled, run);
    if (!merger.collectFields() || !merger.addRows())
        return frames;
    return {merger.result()};
}
} // namespace

Transformation mergeTransformation()
{
    Transformation out = makeTransformation<NoOptions>(
        u"merge"_s, QT_TRANSLATE_NOOP("Transformations", "Merge series or tables"),
        QT_TRANSLATE_NOOP("Transformations", "One table of several, rows joined where they agree"), {}, merge);
    out.byRow = true;
    return out;
}
