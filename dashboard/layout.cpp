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

class Placing
{
public:
    Placing(const QHash<QString, bool> &folded, const RepeatValues &repeats, const PlacingRules &rules)
        : m_folded(folded)
        , m_repeats(repeats)
        , m_rules(rules)
    {
    }

    PlacedLayout run(const LayoutItem &layout)
    {
        QList<LayoutItem> loose; // what lies under no row: above the first one, or below a folded one
        const QList<LayoutItem> &items = layout.children;
        for (qsizetype i = 0; i < items.size();) {
            if (items[i].kind != LayoutItem::Kind::Row) {
                loose.append(items[i++]);
                continue;
            }
            elements(std::exchange(loose, {}), {});
            const qsizetype begin = i;
            while (i < items.size() && items[i].kind == LayoutItem::Kind::Row)
                ++i;
            sections(Part{&items, begin, i}, {});
        }
        elements(loose, {});
        return m_out;
    }

private:
    // What holds for everything in a section.
    struct Around {
        QString id; // of the section; empty: none
        QString holder; // the nearest with variables
        QList<RepeatedValue> values;
        ScopedVars variables;
        bool folded = false;
        bool hidden = false;

        bool isAway() const { return folded || hidden; }
    };

    // A section and those in it, or several beside each other.
    struct Part {
        const QList<LayoutItem> *items;
        qsizetype begin;
        qsizetype end;

        const LayoutItem &first() const { return (*items)[begin]; }
        bool isEmpty() const { return begin >= end; }
        Part head() const
        {
            qsizetype to = begin + 1;
            while (to < end && (*items)[to].traits.depth > first().traits.depth)
                ++to;
            return {items, begin, to};
        }
        Part inside() const { return {items, begin + 1, end}; }
    };

    Visibility visibility(const LayoutItem &item, const QString &elementId, const QList<RepeatedValue> &values,
                          const ScopedVars &variables) const
    {
        return m_rules.visibility && item.traits.conditions.isObject()
            ? m_rules.visibility(item.traits.conditions, elementId, values, variables)
            : Visibility::Shown;
    }

    void sections(Part part, const Around &around)
    {
        while (!part.isEmpty()) {
            const QString bar = m_rules.tabsAsRows ? QString() : part.first().traits.tabs;
            QList<Part> tabs;
            while (!part.isEmpty() && (tabs.isEmpty() || (!bar.isEmpty() && part.first().traits.tabs == bar))) {
                tabs.append(part.head());
                part.begin = tabs.last().end;
            }
            if (bar.isEmpty())
                rows(tabs.first(), around);
            else
                tabBar(tabs, around);
        }
    }

    // A variable without values is shown once, so that there is something to see.
    QList<VariableOption> valuesOf(const QString &variable, const Around &around) const
    {
        const auto is = [&](const RepeatedValue &each) { return each.variable == variable; };
        if (variable.isEmpty() || std::any_of(around.values.begin(), around.values.end(), is))
            return {};
        for (QString id = around.holder; !id.isEmpty() && m_rules.sections.repeats;) {
            if (const auto own = m_rules.sections.repeats(id, variable))
                return *own;
            id = m_out.sections.value(m_out.sections.value(id).around).holder;
        }
        return m_repeats ? m_repeats(variable).value_or(QList<VariableOption>()) : QList<VariableOption>();
    }

    // The section once for each value, as what holds inside it.
    QList<Around> repeatsOf(const LayoutItem &section, const Around &around)
    {
        QList<Around> made;
        const auto add = [&](const QList<RepeatedValue> &values) {
            QString id = section.id;
            for (const RepeatedValue &each : values)
                id = withValue(id, each.option.value);
            ScopedVars variables = around.variables;
            const bool isHolder = !section.traits.variables.isEmpty() && m_rules.sections.variables;
            if (isHolder)
                variables.insert(m_rules.sections.variables(id, section, around.holder, values, around.variables));
            const QString holder = isHolder ? id : around.holder;
            const bool hidden = around.hidden || visibility(section, {}, values, variables) != Visibility::Shown;
            made.append({id, holder, values, variables, around.folded, hidden});
            m_out.sections.insert(id, {around.id, holder, section.traits.tabs.isEmpty() ? QString() : barOf(section, around)});
        };
        const QList<VariableOption> values = valuesOf(section.repeat, around);
        if (values.isEmpty())
            add(around.values);
        for (const VariableOption &value : values) {
            const bool isFull = m_count >= kMostInstances || m_out.rows.size() + made.size() >= kMostInstances;
            if (isFull && &value != &values.first())
                m_out.leftOut += std::max(1, int(section.children.size()));
            else
                add(around.values + QList<RepeatedValue>{{section.repeat, value}});
        }
        return made;
    }

    void rows(const Part &part, const Around &around)
    {
        const LayoutItem &row = part.first();
        for (Around each : repeatsOf(row, around)) {
            const GridRect rect{0, m_out.height, kGridColumns, 1};
            const bool collapsed = m_folded.value(each.id, row.collapsed) && !row.traits.hidesHeader;
            PlacedRow header{
                each.id, row.id, row.title, each.values, each.variables, collapsed, rect, 0, row.traits.hidesHeader, row.traits.fillsScreen,
                {}};
            const bool isAway = each.isAway();
            each.folded = each.folded || collapsed;
            content(part, each, isAway ? std::nullopt : std::optional(header));
        }
    }

    static QString barOf(const LayoutItem &tab, const Around &around)
    {
        QString id = tab.traits.tabs;
        for (const RepeatedValue &each : around.values)
            id = withValue(id, each.option.value);
        return id;
    }

    void tabBar(const QList<Part> &parts, const Around &around)
    {
        PlacedTabs tabs;
        tabs.id = barOf(parts.first().first(), around);
        QList<std::pair<Part, Around>> all;
        const QString wanted = m_rules.currentTabs.value(tabs.id);
        for (const Part &part : parts)
            for (const Around &each : repeatsOf(part.first(), around)) {
                all.append({part, each});
                if (each.hidden)
                    continue;
                tabs.tabs.append({each.id, part.first().id, part.first().title, each.values, each.variables});
                if (tabs.current.isEmpty() || each.id == wanted)
                    tabs.current = each.id;
            }
        tabs.rect = {0, m_out.height, kGridColumns, 1};
        const bool isSeen = !around.isAway() && !tabs.tabs.isEmpty();
        if (isSeen)
            m_out.tabs.append(tabs);
        for (auto &[part, each] : all) {
            const LayoutItem &tab = part.first();
            const bool isCurrent = each.id == tabs.current;
            each.folded = each.folded || !isCurrent;
            const PlacedRow front{
                each.id, tab.id, tab.title, each.values, each.variables, false, tabs.rect, 0, false, tab.traits.fillsScreen, tabs.id};
            content(part, each, isSeen && isCurrent ? std::optional(front) : std::nullopt);
        }
    }

    void content(const Part &part, const Around &around, const std::optional<PlacedRow> &header)
    {
        const qsizetype before = m_out.elements.size(), at = m_out.rows.size();
        if (header) {
            m_out.rows.append(*header);
            ++m_out.height;
        }
        elements(part.first().children, around);
        sections(part.inside(), around);
        if (header)
            m_out.rows[at].panelCount = int(std::count_if(m_out.elements.begin() + before, m_out.elements.end(),
                                                          [](const PlacedElement &each) { return !each.hidden; }));
    }

    void elements(const QList<LayoutItem> &items, const Around &around)
    {
        QList<QList<PlacedElement>> groups;
        QList<const LayoutItem *> owners;
        for (const LayoutItem &item : items) {
            groups.append(instancesOf(item, around));
            owners.append(&item);
            if (groups.last().isEmpty()) {
                groups.removeLast();
                owners.removeLast();
            }
        }
        flow(groups, owners, m_out.height);
        QList<GridRect> rects;
        for (const QList<PlacedElement> &group : std::as_const(groups))
            rects.append(group.first().rect);
        const QList<GridRect> landed = around.isAway() ? rects : compacted(rects, m_out.height);
        for (qsizetype i = 0; i < groups.size(); ++i) {
            for (PlacedElement &each : groups[i]) {
                each.rect = landed[i];
                m_out.elements.append(each);
            }
            if (!around.isAway())
                m_out.height = std::max(m_out.height, landed[i].bottom());
        }
    }

    // In an automatic grid the others close up where one is hidden.
    static void flow(QList<QList<PlacedElement>> &groups, const QList<const LayoutItem *> &owners, int top)
    {
        if (groups.isEmpty() || owners.first()->traits.columns == 0)
            return;
        for (qsizetype i = 0; i < groups.size(); ++i) {
            GridRect rect = autoPlace(int(i), int(groups.size()), owners[i]->traits.columns, groups[i].first().rect.h);
            rect.y += top;
            if (groups[i].first().repeat.repeats)
                return; // these fill their line
            for (PlacedElement &each : groups[i])
                each.rect = rect;
        }
    }

    // The element once for each value; the rectangle holds all of them. Those that are hidden go straight into what comes out.
    QList<PlacedElement> instancesOf(const LayoutItem &item, const Around &around)
    {
        PlacedElement element;
        element.id = element.elementId = item.id;
        element.values = around.values;
        element.variables = around.variables;
        element.rect = item.rect;
        element.rowId = around.id;
        element.folded = around.folded;
        element.hidden = around.hidden;
        for (const RepeatedValue &each : around.values)
            element.id = withValue(element.id, each.option.value);
        if (!item.repeat.isEmpty() && !item.repeatsDown) {
            element.rect.x = 0;
            element.rect.w = kGridColumns;
            element.repeat.fillsWidth = true;
        }
        QList<PlacedElement> shown;
        const auto add = [&](PlacedElement each) {
            const Visibility seen = around.isAway() ? Visibility::Shown : visibility(item, each.id, each.values, around.variables);
            each.awaitsData = seen == Visibility::AwaitsData;
            each.hidden = each.hidden || seen != Visibility::Shown;
            (each.hidden && !around.hidden ? m_out.elements : shown).append(each);
        };
        const QList<VariableOption> values = valuesOf(item.repeat, around);
        if (values.isEmpty()) {
            ++m_count;
            add(element);
            return shown;
        }
        const qsizetype room = std::max<qsizetype>(1, kMostInstances - m_count); // each element is to be seen at least once
        const int count = int(std::min(values.size(), room));
        m_count += count;
        m_out.leftOut += int(values.size()) - count;
        for (int i = 0; i < count; ++i) {
            PlacedElement each = element;
            each.id = withValue(element.id, values[i].value);
            each.values.append({item.repeat, values[i]});
            add(each);
        }
        RepeatPlace place = element.repeat;
        place.repeats = true;
        place.count = int(shown.size());
        place.columns = item.repeatsDown ? 1 : std::clamp(item.maxPerRow, 1, std::max(1, place.count));
        for (qsizetype i = 0; i < shown.size(); ++i) {
            shown[i].repeat = place;
            shown[i].repeat.index = int(i);
            shown[i].rect.h *= std::max(1, place.rows());
        }
        return shown;
    }

    const QHash<QString, bool> &m_folded;
    const RepeatValues &m_repeats;
    const PlacingRules &m_rules;
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

PlacedLayout placed(const LayoutItem &layout, const QHash<QString, bool> &folded, const RepeatValues &repeats, const PlacingRules &rules)
{
    return Placing(folded, repeats, rules).run(layout);
}

GridRect autoPlace(int index, int count, int columns, int height)
{
    columns = std::clamp(std::min(columns, count), 1, kGridColumns);
    const auto edge = [&](int column) { return qRound(double(kGridColumns) * column / columns); };
    const int column = index % columns;
    return {edge(column), index / columns * height, edge(column + 1) - edge(column), height};
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
