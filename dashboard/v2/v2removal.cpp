// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/v2/v2removal.h>

#include <QtCore/QCoreApplication>
#include <QtCore/QSet>
#include <dashboard/editsupport.h>
#include <dashboard/v2/v2rows.h>
#include <dashboard/v2/v2sections.h>

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Edit", text);
}

const LayoutItem *sectionOf(const Document &document, const QString &rowId)
{
    for (const LayoutItem &item : document.dashboard()->layout.children)
        if (item.kind == LayoutItem::Kind::Row && item.id == rowId)
            return &item;
    return nullptr;
}

void findElements(const Json &layout, QSet<QString> &names)
{
    const Json spec = layout[u"spec"];
    for (const Json &item : spec[u"items"].items())
        names.insert(item[u"spec"][u"element"][u"name"].toString());
    for (const char16_t *list : {u"rows", u"tabs"})
        for (const Json &section : spec[list].items())
            findElements(section[u"spec"][u"layout"], names);
}

class Removal
{
public:
    Removal(const Document &document, const LayoutItem &section)
        : m_document(document)
        , m_json(document.toEdit())
        , m_at(section.place)
        , m_depth(section.traits.depth)
        , m_list(m_at.section(u'/', 0, -2))
        , m_index(m_at.section(u'/', -1).toLongLong())
        , m_inside(m_at + "/spec/layout"_L1)
        , m_isTab(!section.traits.tabs.isEmpty())
    {
    }

    Result<Command> withPanels()
    {
        const QString root = m_document.root();
        QSet<QString> gone, left;
        findElements(m_json.valueAt(m_inside), gone);
        removeIt();
        findElements(m_json.valueAt(root + "/layout"_L1), left);
        m_json.removeMembers(root + "/elements"_L1, gone - left);
        return commandOf(m_json, m_isTab ? tr("Remove tab with its panels") : tr("Remove row with its panels"));
    }

    Result<Command> keepingPanels()
    {
        if (m_json.sizeOf(m_list) == 1) {
            m_json.setWritten(m_list.section(u'/', 0, -3), m_json.bytesAt(m_inside));
            return done();
        }
        const QByteArrayList rows = rowsInside();
        const QByteArray indent = m_json.indentOf(m_inside);
        if (!m_isTab) {
            removeIt();
            m_json.insertAll(m_list, m_index, rows, indent);
            return done();
        }
        const bool goesBehind = m_index > 0;
        const QString beside = neighbour(goesBehind);
        if (beside.isEmpty())
            return fail(Error::Kind::Unsupported,
                        QCoreApplication::translate("Errors", "what lies in this tab would be nested too deeply in the tab beside it"));
        const QString list = beside + "/spec/rows"_L1;
        if (!rows.isEmpty() && !m_json.valueAt(list).isArray())
            if (const Result<> made = makeV2Rows(m_json, beside); !made)
                return tl::unexpected<Error>(made.error());
        m_json.insertAll(list, goesBehind ? m_json.sizeOf(list) : 0, rows, indent);
        removeIt();
        return done();
    }

private:
    Result<Command> done() { return commandOf(m_json, m_isTab ? tr("Remove tab") : tr("Remove row")); }

    // A list of none would be nothing that one can add panels to.
    void removeIt()
    {
        if (m_json.sizeOf(m_list) == 1)
            m_json.setWritten(m_list.section(u'/', 0, -3), R"({ "kind": "GridLayout", "spec": { "items": [] } })");
        else
            m_json.remove(m_at);
    }

    // What lies in it, as rows.
    QByteArrayList rowsInside() const
    {
        QByteArrayList rows;
        const QString spec = m_inside + "/spec/"_L1;
        for (const QString &list : {spec + "rows"_L1, spec + "tabs"_L1})
            for (qsizetype i = 0; i < m_json.sizeOf(list); ++i)
                rows.append(asRow(m_json.bytesAt(list + u'/' + QString::number(i))));
        if (m_json.sizeOf(spec + "items"_L1) > 0)
            rows.append(v2RowAround(m_json.bytesAt(m_inside)));
        return rows;
    }

    static QByteArray asRow(const QByteArray &section)
    {
        const Result<JsonIndex> index = JsonIndex::scan(section);
        if (!index)
            return section;
        JsonText text(section, std::make_shared<const JsonIndex>(*index));
        if (text.valueAt(u"/kind"_s) == Json(u"TabsLayoutTab"_s))
            text.replace(u"/kind"_s, "\"RowsLayoutRow\"");
        return text.text();
    }

    // The layout in the next tab that its rows can go to: of tabs in it, the last or the first.
    QString neighbour(bool before) const
    {
        QString layout = m_list + u"/%1/spec/layout"_s.arg(before ? m_index - 1 : m_index + 1);
        int depth = m_depth + 1;
        for (; m_json.sizeOf(layout + "/spec/tabs"_L1) > 0; ++depth)
            layout += u"/spec/tabs/%1/spec/layout"_s.arg(before ? m_json.sizeOf(layout + "/spec/tabs"_L1) - 1 : 0);
        return depth + levelsInside() <= kMaxSectionDepth ? layout : QString();
    }

    int levelsInside() const
    {
        int deepest = m_depth + 1; // panels of the tab get a row
        for (const LayoutItem &item : m_document.dashboard()->layout.children)
            if (item.place.startsWith(m_at + u'/'))
                deepest = std::max(deepest, item.traits.depth);
        return deepest - m_depth;
    }

    const Document &m_document;
    JsonText m_json;
    QString m_at; // of the section
    int m_depth;
    QString m_list; // that it stands in
    qsizetype m_index; // there
    QString m_inside; // its layout
    bool m_isTab;
};

} // namespace

bool isV2Branch(const Document &document, const QString &rowId)
{
    const LayoutItem *const section = sectionOf(document, rowId);
    if (!section || section->place.isEmpty())
        return false;
    const auto count = [json = document.toEdit()](const QString &list) { return json.sizeOf(list); };
    const QString inside = section->place + "/spec/layout/spec"_L1;
    return !section->traits.tabs.isEmpty() || count(section->place.section(u'/', 0, -2)) == 1 || count(inside + "/rows"_L1) > 0
        || count(inside + "/tabs"_L1) > 0;
}

Result<Command> removeV2Section(const Document &document, const QString &rowId, bool withPanels)
{
    const LayoutItem *const section = sectionOf(document, rowId);
    if (!section)
        return fail(Error::Kind::Config, QCoreApplication::translate("Errors", "there is no row %1 any more").arg(rowId));
    Removal removal(document, *section);
    return withPanels ? removal.withPanels() : removal.keepingPanels();
}
