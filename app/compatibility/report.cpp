// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/compatibility/report.h>

#include <QtCore/QCoreApplication>
#include <app/compatibility/panelwalk.h>
#include <core/jsonscan.h>
#include <dashboard/conditions.h>
#include <panels/registry.h>

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Compatibility", text);
}

// "QueryVariable" -> "query"
QString v2VariableType(const QString &kind)
{
    const QString type = kind.chopped(kind.endsWith("Variable"_L1) ? 8 : 0).toLower();
    return type == "text"_L1 ? u"textbox"_s : type;
}

class Reporter
{
public:
    Reporter(const Document &document, const PanelRegistry &registry, const Vocabulary &vocabulary)
        : m_document(document)
        , m_registry(registry)
        , m_root(document.root())
        , m_object(document.valueAt(document.root()))
        , m_isV2(m_object[u"elements"].isObject())
        , m_walk(vocabulary, m_report.ignored, m_object[u"schemaVersion"])
    {
    }

    FileReport run()
    {
        const Dashboard &dashboard = *m_document.dashboard();
        m_report.path = m_document.path();
        m_report.title = dashboard.title;
        m_report.schemaVersion = m_isV2 ? dashboard.schemaVersion : int(m_object[u"schemaVersion"].toInt());
        if (m_object[u"schemaVersion"].isString())
            m_report.schemaVersion = m_object[u"schemaVersion"].toString().toInt();
        countRows(dashboard.layout);
        for (const PanelPtr &panel : dashboard.panels)
            addPanel(*panel);
        m_walk.object(m_object, m_root, m_isV2 ? u"v2:dashboard"_s : u"dashboard"_s);
        if (m_isV2)
            addLayout(m_object[u"layout"], m_root + "/layout"_L1);
        addVariables();
        addAnnotations();
        m_walk.links(m_object[u"links"], m_root + "/links"_L1);
        addProblems(dashboard);
        return m_report;
    }

private:
    // What lies at a pointer into the file below its dashboard.
    Json at(const QString &pointer) const
    {
        Json json = m_object;
        const QStringList parts = pointer.mid(m_root.size()).split(u'/', Qt::SkipEmptyParts);
        for (const QString &part : parts)
            json = json.isArray() ? json.at(part.toInt()) : json[QString(part).replace("~1"_L1, "/"_L1).replace("~0"_L1, "~"_L1)];
        return json;
    }

    void countRows(const LayoutItem &item)
    {
        if (item.kind == LayoutItem::Kind::Row) {
            ++m_report.panels;
            ++m_report.types[u"row"_s];
            if (!m_isV2)
                m_walk.kinds(at(item.pointer)[u"panels"], item.pointer + "/panels"_L1, u"row"_s, u"panels"_s);
        }
        for (const LayoutItem &child : item.children)
            countRows(child);
    }

    void addPanel(const Panel &panel)
    {
        QString pointer = panel.pointer;
        if (panel.isOfLibrary)
            pointer = m_root + "/__elements/"_L1 + pointerEscaped(at(pointer)[u"libraryPanel"][u"uid"].toString()) + "/model"_L1;
        const PanelInFile file = m_isV2 ? v2PanelInFile(at(pointer), pointer) : classicPanelInFile(at(pointer), pointer);
        const QString type = file.type.isEmpty() ? panel.type : file.type;
        ++m_report.panels;
        ++m_report.types[type.isEmpty() ? tr("none") : type];
        const PanelType *known = m_registry.find(panel.type);
        if (!known)
            m_report.placeholders.append({panel.pointer, type,
                                          panel.missingLibraryPanel.isEmpty()
                                              ? QString()
                                              : tr("the library panel “%1” is not in this file").arg(panel.missingLibraryPanel.left(60))});
        m_walk.panel(file, panel, known);
    }

    void addVariables()
    {
        const Json list = m_isV2 ? m_object[u"variables"] : m_object[u"templating"][u"list"];
        const QString at = m_root + (m_isV2 ? "/variables/"_L1 : "/templating/list/"_L1);
        const std::vector<Json> items = list.items();
        for (size_t i = 0; i < items.size(); ++i) {
            const QString pointer = at + QString::number(i);
            const QString type = m_isV2 ? v2VariableType(items[i][u"kind"].toString()) : items[i][u"type"].toString(u"query"_s);
            if (!m_isV2) {
                m_walk.object(items[i], pointer, u"variable"_s);
                m_walk.kinds(items[i][u"query"], pointer + "/query"_L1, u"variable:"_s + type, u"query"_s);
            }
            m_walk.word(u"variableType"_s, type, pointer + (m_isV2 ? "/kind"_L1 : "/type"_L1), tr("variables of type “%1” are not known"));
        }
    }

    void addAnnotations()
    {
        const std::vector<Json> items = (m_isV2 ? m_object[u"annotations"] : m_object[u"annotations"][u"list"]).items();
        for (size_t i = 0; i < items.size(); ++i) {
            if (m_isV2)
                m_walk.newerAnnotation(items[i][u"spec"], m_root + u"/annotations/%1/spec"_s.arg(i));
            else
                m_walk.annotation(items[i], m_root + u"/annotations/list/%1"_s.arg(i));
        }
    }

    // Of the v2 form: what a layout says beside places.
    void addLayout(const Json &layout, const QString &pointer, int depth = 0)
    {
        const Json spec = layout[u"spec"];
        for (const QString &list : {u"items"_s, u"rows"_s, u"tabs"_s}) {
            const std::vector<Json> items = depth > 16 ? std::vector<Json>() : spec[list].items();
            for (size_t i = 0; i < items.size(); ++i) {
                const QString at = u"%1/spec/%2/%3/spec"_s.arg(pointer, list).arg(i);
                const Json item = items[i][u"spec"];
                addConditions(item[u"conditionalRendering"][u"spec"][u"items"].items(), at + "/conditionalRendering/spec/items/"_L1);
                addLayout(item[u"layout"], at + "/layout"_L1, depth + 1);
            }
        }
    }

    void addConditions(const std::vector<Json> &conditions, const QString &pointer)
    {
        for (size_t i = 0; i < conditions.size(); ++i)
            if (!isKnownCondition(conditions[i]))
                m_report.ignored.append({pointer + QString::number(i),
                                         tr("conditions of the kind “%1” do not count").arg(conditions[i][u"kind"].toString()),
                                         {}});
    }

    // What the reader of the file had to say. Each lies in the panel whose pointer begins it.
    void addProblems(const Dashboard &dashboard)
    {
        QSet<QString> panels;
        for (const PanelPtr &panel : dashboard.panels)
            panels.insert(panel->pointer);
        QSet<QString> said;
        for (const ReportLine &line : std::as_const(m_report.ignored))
            said.insert(line.pointer);
        for (const ModelProblem &problem : dashboard.problems) {
            QString in = problem.pointer;
            while (!in.isEmpty() && !panels.contains(in))
                in.truncate(std::max<qsizetype>(0, in.lastIndexOf(u'/')));
            if (!said.contains(problem.pointer))
                m_report.ignored.append({problem.pointer, problem.why, in});
        }
    }

    const Document &m_document;
    const PanelRegistry &m_registry;
    FileReport m_report;
    QString m_root;
    Json m_object;
    bool m_isV2;
    PanelWalk m_walk;
};

} // namespace

bool isDashboard(const Document &document)
{
    const auto is = [&](QLatin1String member, char kind) {
        const int node = document.index().find(document.text(), document.root() + member);
        return node >= 0 && document.index().nodes()[size_t(node)].kind == kind;
    };
    return is("/panels"_L1, '[') || is("/rows"_L1, '[') || is("/elements"_L1, '{')
        || (is("/title"_L1, '"') && (is("/schemaVersion"_L1, '0') || is("/templating"_L1, '{')));
}

FileReport reportOf(const Document &document, const PanelRegistry &registry, const Vocabulary &vocabulary)
{
    return Reporter(document, registry, vocabulary).run();
}
