// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/layout.h>

namespace {
constexpr int kMostInstances = 5000; // more than anyone looks at; of a hostile variable

QString withValue(const QString &id, const QString &value)
{
    QString escaped = value;
    escaped.replace(u'%', QStringLiteral("%25")).replace(u'~', QStringLiteral("%7E"));
    return id + u'~' + escaped;
}

// A variable without values is shown once, so that there is something to see.
QList<VariableOption> valuesOf(const QString &variable, const QList<RepeatedValue> &outer, const RepeatValues &repeats)
{
    const bool isGiven = std::any_of(outer.begin(), outer.end(), [&](const RepeatedValue &each) { return each.variable == variable; });
    if (variable.isEmpty() || isGiven || !repeats)
        return {};
    return repeats(variable).value_or(QList<VariableOption>());
}

class Placing
{
public:
    Placing(const QHash<QString, bool> &folded, const RepeatValues &repeats) : m_folded(folded), m_repeats(repeats) { }

    PlacedLayout run(const LayoutItem &layout)
    {
        QList<LayoutItem> loose; // what lies under no row: above the first one, or below a folded one
        for (const LayoutItem &item : layout.children) {
            if (item.kind != LayoutItem::Kind::Row) {
                loose.append(item);
                continue;
            }
            elements(std::exchange(loose, {}), {}, {}, false);
            rows(item);
        }
        elements(loose, {}, {}, false);
        return m_out;
    }

private:
    void rows(const LayoutItem &row)
    {
        const QList<VariableOption> values = valuesOf(row.repeat, {}, m_repeats);
        if (values.isEmpty())
            return oneRow(row, row.id, {});
        for (const VariableOption &value : values) {
            const bool isFull = m_count >= kMostInstances || m_out.rows.size() >= kMostInstances;
            if (isFull && &value != &values.first())
                m_out.leftOut += std::max(1, int(row.children.size()));
            else
                oneRow(row, withValue(row.id, value.value), {{row.repeat, value}});
        }
    }

    void oneRow(const LayoutItem &row, const QString &id, const QList<RepeatedValue> &values)
    {
        const bool collapsed = m_folded.value(id, row.collapsed);
        const GridRect rect{0, m_out.height, kGridColumns, 1};
        ++m_out.height;
        const qsizetype before = m_out.elements.size();
        elements(row.children, id, values, collapsed);
        m_out.rows.append({id, row.id, row.title, values, collapsed, rect, int(m_out.elements.size() - before)});
    }

    void elements(const QList<LayoutItem> &items, const QString &rowId, const QList<RepeatedValue> &outer, bool folded)
    {
        QList<QList<PlacedElement>> groups;
        QList<GridRect> rects;
        for (const LayoutItem &item : items) {
            groups.append(repeatsOf(item, rowId, outer));
            if (groups.last().isEmpty())
                groups.removeLast();
            else
                rects.append(groups.last().first().rect);
        }
        const QList<GridRect> landed = folded ? rects : compacted(rects, m_out.height);
        for (qsizetype i = 0; i < groups.size(); ++i) {
            for (PlacedElement &each : groups[i]) {
                each.rect = landed[i];
                each.folded = folded;
                m_out.elements.append(each);
            }
            if (!folded)
                m_out.height = std::max(m_out.height, landed[i].bottom());
        }
    }

    // The element once for each value; the rectangle holds all of them.
    QList<PlacedElement> repeatsOf(const LayoutItem &item, const QString &rowId, const QList<RepeatedValue> &outer)
    {
        PlacedElement element{item.id, item.id, outer, item.rect, {}, rowId, false};
        for (const RepeatedValue &each : outer)
            element.id = withValue(element.id, each.option.value);
        if (!item.repeat.isEmpty() && !item.repeatsDown) {
            element.rect.x = 0;
            element.rect.w = kGridColumns;
            element.repeat.fillsWidth = true;
        }
        const QList<VariableOption> values = valuesOf(item.repeat, outer, m_repeats);
        if (values.isEmpty()) {
            ++m_count;
            return {element};
        }
        const qsizetype room = std::max<qsizetype>(1, kMostInstances - m_count); // each element is to be seen at least once
        const int count = int(std::min(values.size(), room));
        m_count += count;
        m_out.leftOut += int(values.size()) - count;
        element.repeat.repeats = true;
        element.repeat.count = count;
        element.repeat.columns = item.repeatsDown ? 1 : std::clamp(item.maxPerRow, 1, std::max(1, count));
        element.rect.h *= std::max(1, element.repeat.rows());
        QList<PlacedElement> made;
        for (int i = 0; i < count; ++i) {
            PlacedElement each = element;
            each.id = withValue(element.id, values[i].value);
            each.values.append({item.repeat, values[i]});
            each.repeat.index = i;
            made.append(each);
        }
        return made;
    }

    const QHash<QString, bool> &m_folded;
    const RepeatValues &m_repeats;
    PlacedLayout m_out;
    qsizetype m_count = 0; // of elements
};

void addRepeats(const LayoutItem &item, QStringList &names)
{
    if (!item.repeat.isEmpty() && !names.contains(item.repeat))
        names.append(item.repeat);
    for (const LayoutItem &child : item.children)
        addRepeats(child, names);
}
} // namespace

QRectF RepeatPlace::in(const GridRect &whole) const
{
    const double width = double(whole.w) / columns;
    const int height = whole.h / std::max(1, rows());
    return {whole.x + index % columns * width, double(whole.y + index / columns * height), width, double(height)};
}

PlacedLayout placed(const LayoutItem &layout, const QHash<QString, bool> &folded, const RepeatValues &repeats)
{
    return Placing(folded, repeats).run(layout);
}

QStringList repeatVariables(const LayoutItem &layout)
{
    QStringList names;
    addRepeats(layout, names);
    return names;
}

QHash<QString, GridRect> sourcePlaces(const QList<ShownPlace> &shown)
{
    QList<ShownPlace> order = shown;
    std::stable_sort(order.begin(), order.end(), [](const ShownPlace &a, const ShownPlace &b) { return a.rect.y < b.rect.y; });
    QHash<QString, GridRect> places;
    QStringList ids; // of the section below one row
    QList<GridRect> rects;
    int bottom = 0;
    const auto settle = [&] {
        const QList<GridRect> landed = compacted(rects, bottom);
        for (qsizetype i = 0; i < ids.size(); ++i) {
            places.insert(ids[i], landed[i]);
            bottom = std::max(bottom, landed[i].bottom());
        }
        ids.clear();
        rects.clear();
    };
    for (const ShownPlace &each : std::as_const(order)) {
        if (!each.counts)
            continue;
        if (each.isRow) {
            settle();
            places.insert(each.id, {0, bottom++, kGridColumns, 1});
            continue;
        }
        GridRect once = each.rect;
        once.h = std::max(1, once.h / std::max(1, each.repeat.rows()));
        ids.append(each.id);
        rects.append(once);
    }
    settle();
    return places;
}
