// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/v2/v2layout.h>

#include <QtCore/QCoreApplication>
#include <QtCore/QSet>
#include <dashboard/document.h>
#include <dashboard/v2/v2panel.h>

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Errors", text);
}

struct Place {
    QString section; // a row's id; empty: under none
    GridRect rect;
    QString repeat;
    QString direction;
    int maxPerRow = 4;

    bool operator==(const Place &) const = default;
};

struct Section {
    QString title;
    QString repeat;
    bool collapsed = false;
    int top = 0; // where its panels begin
};

bool holdsSections(const Json &layoutSpec)
{
    return layoutSpec[u"rows"].size() > 0 || layoutSpec[u"tabs"].size() > 0;
}

// Where everything lies in a classic twin.
struct Places {
    explicit Places(const Document &twin)
    {
        for (const LayoutItem &item : twin.dashboard()->layout.children) {
            if (item.kind != LayoutItem::Kind::Row) {
                add(twin, item, {});
                continue;
            }
            sections.insert(item.id, {item.title, item.repeat, item.collapsed, item.rect.y + 1});
            order.append(item.id);
            for (const LayoutItem &child : item.children)
                add(twin, child, item.id);
        }
    }

    void add(const Document &twin, const LayoutItem &item, const QString &section)
    {
        const PanelPtr panel = twin.dashboard()->panel(item.id);
        panels.insert(item.id, {section, item.rect, panel->repeat, panel->repeatDirection, panel->maxPerRow});
        ids.append(item.id);
    }

    int top(const QString &section) const { return sections.value(section).top; }

    QHash<QString, Place> panels;
    QStringList ids; // of panels
    QHash<QString, Section> sections;
    QStringList order; // of sections
};

class Writing
{
public:
    Writing(const Document &document, const Document &before, const Document &after, const QHash<QString, QString> &names)
        : m_root(document.root())
        , m_before(before)
        , m_after(after)
        , m_names(names)
    {
        for (const LayoutItem &item : document.dashboard()->layout.children) {
            m_idAt.insert(item.place, item.id);
            for (const LayoutItem &child : item.children)
                m_idAt.insert(child.place, child.id);
        }
        m_isRows = document.valueAt(m_root + "/layout/spec"_L1)[u"rows"].isArray();
        findLeaves(document.valueAt(m_root + "/layout"_L1), m_root + "/layout"_L1, {});
        for (const QString &id : m_after.order)
            if (!m_before.sections.contains(id))
                m_leaves.append(id);
    }

    Result<Json> run(const Json &layout)
    {
        if (!m_isRows && m_after.order != m_before.order && m_after.order.size() > m_before.order.size())
            refuse(tr("the layout of this file has no rows: its kind is %1").arg(layout[u"kind"].toString()));
        const Json made = rebuilt(layout, m_root + "/layout"_L1, {});
        if (m_error)
            return tl::unexpected<Error>(*m_error);
        return made;
    }

private:
    void refuse(const QString &what)
    {
        if (!m_error)
            m_error = Error{Error::Kind::Unsupported, what, {}, {}};
    }

    void findLeaves(const Json &layout, const QString &pointer, const QString &section)
    {
        const Json spec = layout[u"spec"];
        bool isLeaf = true;
        for (const QString &list : {u"rows"_s, u"tabs"_s}) {
            const std::vector<Json> items = spec[list].items();
            for (size_t i = 0; i < items.size(); ++i) {
                const QString at = u"%1/spec/%2/%3"_s.arg(pointer, list).arg(i);
                if (!m_after.sections.contains(m_idAt.value(at)) && holdsSections(items[i][u"spec"][u"layout"][u"spec"]))
                    refuse(tr("this part holds rows or tabs of its own: remove those first"));
                findLeaves(items[i][u"spec"][u"layout"], at + "/spec/layout"_L1, m_idAt.value(at));
                isLeaf = false;
            }
        }
        if (isLeaf && (section.isEmpty() || m_after.sections.contains(section)))
            m_leaves.append(section);
    }

    // Where a panel is written: its own section, else the next one that holds panels and is open, else the last one.
    QString sectionOf(const QString &id) const
    {
        const QString wanted = m_after.panels[id].section;
        if (m_leaves.contains(wanted) || m_leaves.isEmpty())
            return wanted;
        for (qsizetype i = m_after.order.indexOf(wanted) + 1; i < m_after.order.size() && !wanted.isEmpty(); ++i)
            if (const QString &next = m_after.order[i]; m_leaves.contains(next) && !m_after.sections.value(next).collapsed)
                return next;
        for (qsizetype i = m_leaves.size() - 1; i >= 0; --i)
            if (!m_after.sections.value(m_leaves[i]).collapsed)
                return m_leaves[i];
        return m_leaves.last();
    }

    GridRect relative(const Places &places, const QString &id, const QString &section) const
    {
        GridRect rect = places.panels[id].rect;
        rect.y = std::max(0, rect.y - places.top(section));
        if (places.panels[id].section != section) { // it was put there for want of another: at the end
            rect.y = 0;
            for (const Place &other : places.panels)
                if (other.section == section)
                    rect.y = std::max(rect.y, other.rect.bottom() - places.top(section));
        }
        return rect;
    }

    Json rebuilt(const Json &layout, const QString &pointer, const QString &section)
    {
        Json made = layout;
        bool isLeaf = true, isList = false;
        for (const QString &list : {u"rows"_s, u"tabs"_s})
            if (layout[u"spec"][list].isArray()) {
                made = made.with(u"spec."_s + list, sections(layout[u"spec"][list], pointer + "/spec/"_L1 + list, list));
                isLeaf = isLeaf && made[u"spec"][list].size() == 0;
                isList = true;
            }
        if (!isLeaf)
            return made;
        const Json held = items(layout, pointer, section);
        if (!isList)
            return made.with(u"spec.items", held);
        return held.size() == 0 ? made : Json::object({{u"kind"_s, u"GridLayout"_s}, {u"spec"_s, Json::object({{u"items"_s, held}})}});
    }

    Json sections(const Json &list, const QString &pointer, const QString &name)
    {
        std::vector<std::pair<qsizetype, Json>> kept; // by where they stand now
        for (qsizetype i = 0; i < list.size(); ++i) {
            const QString at = pointer + u'/' + QString::number(i);
            const QString id = m_idAt.value(at);
            if (!m_after.sections.contains(id))
                continue;
            Json item = list.at(i);
            item = item.with(u"spec.layout", rebuilt(item[u"spec"][u"layout"], at + "/spec/layout"_L1, id));
            kept.push_back({m_after.order.indexOf(id), sectionChanged(item, id, name)});
        }
        if (pointer == m_root + "/layout/spec/rows"_L1)
            for (qsizetype i = 0; i < m_after.order.size(); ++i)
                if (const QString &id = m_after.order[i]; !m_before.sections.contains(id))
                    kept.push_back({i, newRow(id)});
        std::stable_sort(kept.begin(), kept.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
        std::vector<Json> items;
        for (const auto &[at, item] : kept)
            items.push_back(item);
        return Json::array(std::move(items));
    }

    Json sectionChanged(Json item, const QString &id, const QString &list)
    {
        const Section was = m_before.sections[id], is = m_after.sections[id];
        if (was.title != is.title)
            item = item.with(u"spec.title", is.title);
        if (was.collapsed != is.collapsed && list == "tabs"_L1)
            refuse(tr("a tab cannot be kept folded"));
        else if (was.collapsed != is.collapsed)
            item = item.with(u"spec.collapse", is.collapsed);
        if (was.repeat != is.repeat)
            item = is.repeat.isEmpty() ? item.without(u"spec.repeat")
                                       : item.with(u"spec.repeat", Json::object({{u"mode"_s, u"variable"_s}, {u"value"_s, is.repeat}}));
        return item;
    }

    Json newRow(const QString &id)
    {
        const Json grid = Json::object({{u"kind"_s, u"GridLayout"_s}, {u"spec"_s, Json::object({{u"items"_s, Json::array()}})}});
        const Json spec = Json::object({{u"title"_s, m_after.sections[id].title}, {u"collapse"_s, m_after.sections[id].collapsed}});
        const Json row = Json::object({{u"kind"_s, u"RowsLayoutRow"_s}, {u"spec"_s, spec.with(u"layout", rebuilt(grid, {}, id))}});
        return sectionChanged(row, id, u"rows"_s);
    }

    Json items(const Json &layout, const QString &pointer, const QString &section)
    {
        const bool isAuto = layout[u"kind"] == Json(u"AutoGridLayout"_s);
        const std::vector<Json> old = layout[u"spec"][u"items"].items();
        std::vector<std::pair<GridRect, Json>> made;
        QSet<QString> here;
        bool isMoved = false;
        for (size_t i = 0; i < old.size(); ++i) {
            const QString id = pointer.isEmpty() ? QString() : m_idAt.value(pointer + "/spec/items/"_L1 + QString::number(i));
            here.insert(id);
            if (id.isEmpty() || !m_after.panels.contains(id)) {
                if (id.isEmpty())
                    made.push_back({made.empty() ? GridRect() : made.back().first, old[i]});
                continue;
            }
            if (sectionOf(id) != section)
                continue;
            const GridRect was = relative(m_before, id, section), is = relative(m_after, id, section);
            isMoved = isMoved || !same(was, is);
            if (isAuto && (was.w != is.w || was.h != is.h))
                refuse(tr("an automatic grid gives its panels their size; it is set for the grid, in the file's JSON"));
            made.push_back({is, repeated(isAuto ? old[i] : placed(old[i], was, is), id)});
        }
        for (const QString &id : m_after.ids)
            if (sectionOf(id) == section && !here.contains(id))
                made.push_back({relative(m_after, id, section), repeated(newItem(id, section, isAuto), id)});
        if (isAuto && isMoved)
            std::stable_sort(made.begin(), made.end(), [](const auto &a, const auto &b) {
                return a.first.y != b.first.y ? a.first.y < b.first.y : a.first.x < b.first.x;
            });
        std::vector<Json> list;
        for (const auto &[rect, item] : made)
            list.push_back(item);
        return Json::array(std::move(list));
    }

    static bool same(const GridRect &a, const GridRect &b) { return a.x == b.x && a.y == b.y && a.w == b.w && a.h == b.h; }

    static Json placed(Json item, const GridRect &was, const GridRect &is)
    {
        for (const auto &[key, from, to] : {std::tuple(u"spec.x", was.x, is.x), std::tuple(u"spec.y", was.y, is.y),
                                            std::tuple(u"spec.width", was.w, is.w), std::tuple(u"spec.height", was.h, is.h)})
            if (from != to)
                item = item.with(key, to);
        return item;
    }

    Json newItem(const QString &id, const QString &section, bool isAuto) const
    {
        const GridRect rect = relative(m_after, id, section);
        const Json element = Json::object({{u"kind"_s, u"ElementReference"_s}, {u"name"_s, m_names.value(id)}});
        if (isAuto)
            return Json::object({{u"kind"_s, u"AutoGridLayoutItem"_s}, {u"spec"_s, Json::object({{u"element"_s, element}})}});
        const Json spec
            = Json::object({{u"x"_s, rect.x}, {u"y"_s, rect.y}, {u"width"_s, rect.w}, {u"height"_s, rect.h}, {u"element"_s, element}});
        return Json::object({{u"kind"_s, u"GridLayoutItem"_s}, {u"spec"_s, spec}});
    }

    Json repeated(Json item, const QString &id) const
    {
        const Place was = m_before.panels.value(id), is = m_after.panels[id];
        if (is.repeat.isEmpty())
            return was.repeat.isEmpty() ? item : item.without(u"spec.repeat");
        if (was.repeat != is.repeat)
            item = item.with(u"spec.repeat.mode", u"variable"_s).with(u"spec.repeat.value", is.repeat);
        if (was.direction != is.direction)
            item = item.with(u"spec.repeat.direction", is.direction.isEmpty() ? u"h"_s : is.direction);
        return was.maxPerRow != is.maxPerRow ? item.with(u"spec.repeat.maxPerRow", is.maxPerRow) : item;
    }

    QString m_root;
    Places m_before;
    Places m_after;
    const QHash<QString, QString> &m_names;
    QHash<QString, QString> m_idAt; // by pointer into the layout
    QStringList m_leaves; // sections that hold panels; "": the layout itself
    bool m_isRows = false;
    std::optional<Error> m_error;
};

} // namespace

Result<Json> v2LayoutOf(const Document &document, const Document &before, const Document &after,
                        const QHash<QString, QString> &elementNames)
{
    return Writing(document, before, after, elementNames).run(document.valueAt(document.root() + "/layout"_L1));
}
