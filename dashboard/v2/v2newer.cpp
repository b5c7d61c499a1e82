// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/v2/v2newer.h>

#include <core/jsonscan.h>
#include <dashboard/v2/v2panel.h>
#include <dashboard/v2/v2sections.h>

using namespace Qt::StringLiterals;

namespace {

class Renewing
{
public:
    explicit Renewing(const Document &document)
        : m_root(document.root())
        , m_spec(document.valueAt(document.root()))
        , m_text(document.toEdit())
    {
    }

    void run()
    {
        if (m_text.valueAt(u"/apiVersion"_s).toString().endsWith("/v2alpha1"_L1))
            m_text.set(u"/apiVersion"_s, u"dashboard.grafana.app/v2beta1"_s);
        const Json elements = m_spec[u"elements"];
        for (const QString &name : elements.keys())
            element(elements[name][u"spec"], u"%1/elements/%2/spec"_s.arg(m_root, pointerEscaped(name)));
        const Json annotations = m_spec[u"annotations"];
        for (qsizetype i = 0; i < annotations.size(); ++i)
            query(annotations.at(i)[u"spec"], u"%1/annotations/%2/spec"_s.arg(m_root).arg(i));
        variables(m_spec[u"variables"], m_root + "/variables"_L1);
        forEachSection(m_spec[u"layout"], m_root + "/layout"_L1,
                       [this](const Json &section, const QString &at) { variables(section[u"variables"], at + "/variables"_L1); });
    }

    const JsonText &text() const { return m_text; }

private:
    void element(const Json &spec, const QString &at)
    {
        const Json queries = spec[u"data"][u"spec"][u"queries"];
        for (qsizetype i = 0; i < queries.size(); ++i)
            query(queries.at(i)[u"spec"], u"%1/data/spec/queries/%2/spec"_s.arg(at).arg(i));
        const Json viz = spec[u"vizConfig"];
        if (!viz[u"kind"].isString() || viz.contains(u"group"))
            return;
        const QString look = at + "/vizConfig"_L1;
        m_text.set(look + "/kind"_L1, u"VizConfig"_s);
        m_text.set(look + "/group"_L1, viz[u"kind"]);
        m_text.set(look + "/version"_L1, viz[u"spec"][u"pluginVersion"].toString());
        m_text.remove(look + "/spec/pluginVersion"_L1);
    }

    // owner: what has "query" and, beside it, "datasource".
    void query(const Json &owner, const QString &at)
    {
        const Json old = owner[u"query"], source = owner[u"datasource"];
        if (!old.isObject() || old.contains(u"group"))
            return;
        const QString inside = at + "/query"_L1;
        const QString kind = old[u"kind"].toString(), type = source[u"type"].toString();
        m_text.set(inside + "/kind"_L1, u"DataQuery"_s);
        m_text.set(inside + "/group"_L1, kind.isEmpty() ? type : kind);
        m_text.set(inside + "/version"_L1, u"v0"_s);
        name(source, inside);
        m_text.remove(at + "/datasource"_L1);
    }

    void name(const Json &source, const QString &at)
    {
        if (const QString uid = source[u"uid"].toString(); !uid.isEmpty())
            m_text.set(at + "/datasource"_L1, Json::object({{u"name"_s, uid}}));
    }

    void variables(const Json &list, const QString &pointer)
    {
        for (qsizetype i = 0; i < list.size(); ++i) {
            const Json spec = list.at(i)[u"spec"];
            const QString kind = list.at(i)[u"kind"].toString(), at = u"%1/%2"_s.arg(pointer).arg(i);
            if (kind == "QueryVariable"_L1)
                query(spec, at + "/spec"_L1);
            if ((kind != "AdhocVariable"_L1 && kind != "GroupByVariable"_L1) || list.at(i).contains(u"group"))
                continue;
            m_text.set(at + "/group"_L1, spec[u"datasource"][u"type"].toString());
            name(spec[u"datasource"], at);
            m_text.remove(at + "/spec/datasource"_L1);
        }
    }

    QString m_root;
    Json m_spec;
    JsonText m_text;
};

} // namespace

Result<Splices> splicesToGroups(const Document &document)
{
    if (dialectOf(document.valueAt(document.root() + "/elements"_L1)).hasGroups)
        return Splices();
    Renewing renewing(document);
    renewing.run();
    if (renewing.text().error())
        return tl::unexpected<Error>(*renewing.text().error());
    return renewing.text().splices();
}
