// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/v2/v2shape.h>

#include <QtCore/QCoreApplication>
#include <QtCore/QSet>
#include <core/jsonscan.h>
#include <dashboard/v2/v2sections.h>
#include <dashboard/v2/v2variableshape.h>

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Errors", text);
}

enum class Type { Text, Number, Bool, Object, List, Map };

// One member of an object of a kind. of: the kind of the object, of the list's items, or of the map's values.
struct Member {
    const char *owner;
    const char16_t *key;
    Type type;
    const char *of = nullptr;
    bool isNeeded = false;
};

constexpr Member kMembers[] = {
    {"spec", u"cursorSync", Type::Text},
    {"spec", u"preload", Type::Bool},
    {"spec", u"timeSettings", Type::Object},
    {"spec", u"variables", Type::List, "variable"},
    {"spec", u"annotations", Type::List, "annotation"},
    {"spec", u"elements", Type::Map, "element"},
    {"spec", u"layout", Type::Object, "layout", true},
    {"variable", u"kind", Type::Text, nullptr, true},
    {"variable", u"spec", Type::Object, "variableSpec", true},
    {"variableSpec", u"hide", Type::Text},
    {"variableSpec", u"refresh", Type::Text},
    {"variableSpec", u"sort", Type::Text},
    {"annotation", u"kind", Type::Text},
    {"annotation", u"spec", Type::Object, "annotationSpec", true},
    {"annotationSpec", u"query", Type::Object, "query"},
    {"annotationSpec", u"legacyOptions", Type::Object},
    {"query", u"kind", Type::Text},
    {"query", u"group", Type::Text},
    {"query", u"datasource", Type::Object, "source"},
    {"query", u"spec", Type::Object},
    {"source", u"name", Type::Text},
    {"source", u"uid", Type::Text},
    {"element", u"kind", Type::Text},
    {"element", u"spec", Type::Object, "elementSpec", true},
    {"elementSpec", u"data", Type::Object, "data"},
    {"elementSpec", u"vizConfig", Type::Object, "viz"},
    {"elementSpec", u"libraryPanel", Type::Object},
    {"data", u"kind", Type::Text},
    {"data", u"spec", Type::Object, "dataSpec"},
    {"dataSpec", u"queries", Type::List, "panelQuery"},
    {"dataSpec", u"transformations", Type::List, "transformation"},
    {"dataSpec", u"queryOptions", Type::Object},
    {"panelQuery", u"kind", Type::Text},
    {"panelQuery", u"spec", Type::Object, "panelQuerySpec", true},
    {"panelQuerySpec", u"query", Type::Object, "query", true},
    {"panelQuerySpec", u"datasource", Type::Object, "source"},
    {"transformation", u"kind", Type::Text},
    {"transformation", u"group", Type::Text},
    {"transformation", u"spec", Type::Object},
    {"viz", u"kind", Type::Text},
    {"viz", u"group", Type::Text},
    {"viz", u"version", Type::Text},
    {"viz", u"spec", Type::Object, "vizSpec"},
    {"vizSpec", u"pluginVersion", Type::Text},
    {"layout", u"kind", Type::Text, nullptr, true},
    {"layout", u"spec", Type::Object, "layoutSpec"},
    {"layoutSpec", u"rows", Type::List, "section"},
    {"layoutSpec", u"tabs", Type::List, "section"},
    {"layoutSpec", u"items", Type::List, "item"},
    {"layoutSpec", u"maxColumnCount", Type::Number},
    {"layoutSpec", u"columnWidthMode", Type::Text},
    {"layoutSpec", u"columnWidth", Type::Number},
    {"layoutSpec", u"rowHeightMode", Type::Text},
    {"layoutSpec", u"rowHeight", Type::Number},
    {"layoutSpec", u"fillScreen", Type::Bool},
    {"section", u"kind", Type::Text},
    {"section", u"spec", Type::Object, "sectionSpec", true},
    {"sectionSpec", u"title", Type::Text},
    {"sectionSpec", u"collapse", Type::Bool},
    {"sectionSpec", u"hideHeader", Type::Bool},
    {"sectionSpec", u"fillScreen", Type::Bool},
    {"sectionSpec", u"repeat", Type::Object, "repeat"},
    {"sectionSpec", u"conditionalRendering", Type::Object, "conditions"},
    {"sectionSpec", u"variables", Type::List, "variable"},
    {"sectionSpec", u"layout", Type::Object, "layout", true},
    {"item", u"kind", Type::Text},
    {"item", u"spec", Type::Object, "itemSpec", true},
    {"itemSpec", u"x", Type::Number},
    {"itemSpec", u"y", Type::Number},
    {"itemSpec", u"width", Type::Number},
    {"itemSpec", u"height", Type::Number},
    {"itemSpec", u"element", Type::Object, "reference", true},
    {"itemSpec", u"repeat", Type::Object, "repeat"},
    {"itemSpec", u"conditionalRendering", Type::Object, "conditions"},
    {"reference", u"kind", Type::Text},
    {"reference", u"name", Type::Text, nullptr, true},
    {"repeat", u"mode", Type::Text},
    {"repeat", u"value", Type::Text},
    {"repeat", u"direction", Type::Text},
    {"repeat", u"maxPerRow", Type::Number},
    {"conditions", u"kind", Type::Text},
    {"conditions", u"spec", Type::Object, "conditionsSpec"},
    {"conditionsSpec", u"visibility", Type::Text},
    {"conditionsSpec", u"condition", Type::Text},
    {"conditionsSpec", u"items", Type::List, "condition"},
    {"condition", u"kind", Type::Text},
    {"condition", u"spec", Type::Object, "conditionSpec"},
    {"conditionSpec", u"variable", Type::Text},
    {"conditionSpec", u"operator", Type::Text},
};

bool is(Type type, const Json &value)
{
    switch (type) {
    case Type::Text:
        return value.isString();
    case Type::Number:
        return value.isNumber();
    case Type::Bool:
        return value.isBool();
    case Type::List:
        return value.isArray();
    default:
        return value.isObject();
    }
}

QString expected(Type type)
{
    switch (type) {
    case Type::Text:
        return tr("expected a text");
    case Type::Number:
        return tr("expected a number");
    case Type::Bool:
        return tr("expected true or false");
    case Type::List:
        return tr("expected a list");
    default:
        return tr("expected an object");
    }
}

class Walk
{
public:
    Walk(const Json &spec, const QString &root) : m_elements(spec[u"elements"]), m_root(root)
    {
        object(spec, root, "spec");
        for (const QString &name : m_elements.isObject() ? m_elements.keys() : QStringList())
            if (!m_shown.contains(name))
                note(root + "/elements/"_L1 + pointerEscaped(name), tr("no place of the layout shows this element"));
    }

    QList<ModelProblem> problems;

private:
    static constexpr int kMost = 1000; // lines; nobody reads more
    static constexpr int kMaxDepth = 200;
    static constexpr int kMaxLayouts = kMaxSectionDepth + 1; // inside each other, as v2Nodes reads them

    void note(const QString &pointer, const QString &why)
    {
        if (problems.size() < kMost)
            problems.append({pointer, why});
    }

    void object(const Json &json, const QString &pointer, const char *kind)
    {
        if (++m_depth < kMaxDepth)
            for (const Member &member : kMembers)
                if (qstrcmp(member.owner, kind) == 0)
                    take(json, pointer, member);
        --m_depth;
        if (qstrcmp(kind, "reference") == 0 && json[u"name"].isString())
            refer(json[u"name"].toString(), pointer + "/name"_L1);
        if (qstrcmp(kind, "variable") == 0)
            checkV2Variable(json, pointer, [this](const QString &at, const QString &why) { note(at, why); });
        if (qstrcmp(kind, "variableSpec") == 0)
            variableQuery(json[u"query"], pointer + "/query"_L1);
        if (qstrcmp(kind, "layout") == 0 && json[u"kind"].isString())
            layoutKind(json[u"kind"].toString(), pointer + "/kind"_L1);
        if (qstrcmp(kind, "layout") == 0 && pointer.count("/layout"_L1) == kMaxLayouts + 1)
            note(pointer, tr("it is nested too deeply to be shown"));
    }

    void take(const Json &json, const QString &pointer, const Member &member)
    {
        const QString key = QStringView(member.key).toString(), at = pointer + u'/' + key;
        const Json value = json[key];
        if (value.isNull()) {
            if (member.isNeeded)
                note(at, tr("it is missing"));
            return;
        }
        if (!is(member.type, value))
            return note(at, expected(member.type));
        if (!member.of)
            return;
        if (member.type == Type::Object)
            return object(value, at, member.of);
        const QStringList keys = member.type == Type::Map ? value.keys() : QStringList();
        for (qsizetype i = 0; i < value.size(); ++i) {
            const QString inside = at + u'/' + (member.type == Type::Map ? pointerEscaped(keys[i]) : QString::number(i));
            const Json item = member.type == Type::Map ? value[keys[i]] : value.at(i);
            if (item.isObject())
                object(item, inside, member.of);
            else
                note(inside, expected(Type::Object));
        }
    }

    // A text, or the query of a source.
    void variableQuery(const Json &query, const QString &pointer)
    {
        if (query.isObject())
            object(query, pointer, "query");
        else if (!query.isString() && !query.isNull())
            note(pointer, tr("expected a text or an object"));
    }

    void refer(const QString &name, const QString &pointer)
    {
        m_shown.insert(name);
        if (!m_elements[name].isObject())
            note(pointer, tr("there is no element of this name"));
    }

    void layoutKind(const QString &kind, const QString &pointer)
    {
        static const QStringList known{u"GridLayout"_s, u"AutoGridLayout"_s, u"RowsLayout"_s, u"TabsLayout"_s};
        if (!known.contains(kind))
            note(pointer, tr("a layout of the kind “%1” is not known; its parts are shown as far as they are").arg(kind.left(80)));
    }

    Json m_elements;
    QString m_root;
    QSet<QString> m_shown;
    int m_depth = 0;
};

} // namespace

QList<ModelProblem> v2ShapeProblems(const Json &spec, const QString &root)
{
    return Walk(spec, root).problems;
}

QString v2PanelPointer(const QString &element, const QString &place, const QString &classic)
{
    const QString rest = classic.mid(element.size());
    const QString first = rest.section(u'/', 1, 1);
    if (first == "gridPos"_L1 || first.startsWith("repeat"_L1) || first == "maxPerRow"_L1)
        return place + "/spec"_L1 + (first == "gridPos"_L1 ? rest.mid(8) : rest);
    if (first == "options"_L1 || first == "fieldConfig"_L1)
        return element + "/spec/vizConfig/spec"_L1 + rest;
    static const QStringList queryOptions{u"interval"_s,         u"maxDataPoints"_s, u"timeFrom"_s,     u"timeShift"_s,
                                          u"hideTimeOverride"_s, u"timeCompare"_s,   u"cacheTimeout"_s, u"queryCachingTTL"_s};
    if (queryOptions.contains(first))
        return element + "/spec/data/spec/queryOptions"_L1 + rest;
    if (first == "transformations"_L1)
        return element + "/spec/data/spec"_L1 + rest;
    if (first != "targets"_L1)
        return element + (rest.isEmpty() ? QString() : "/spec"_L1 + rest);
    const QString query = u"%1/spec/data/spec/queries/%2"_s.arg(element, rest.section(u'/', 2, 2));
    const QString key = rest.section(u'/', 3, 3), inside = rest.section(u'/', 3);
    if (key.isEmpty())
        return query;
    if (key == "refId"_L1 || key == "hide"_L1)
        return query + "/spec/"_L1 + (key == "hide"_L1 ? u"hidden"_s : key);
    return query + (key == "datasource"_L1 ? "/spec/query/"_L1 : "/spec/query/spec/"_L1) + inside;
}
