// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/v2/v2sharing.h>

#include <QtCore/QSet>
#include <core/jsonscan.h>
#include <dashboard/v2/exportlabels.h>
#include <dashboard/v2/v2newer.h>
#include <dashboard/v2/v2sections.h>

using namespace Qt::StringLiterals;

namespace {

constexpr int kMaxLevels = 64; // of the JSON

class Sharing
{
public:
    Sharing(const Document &document, const SourceNameOf &name)
        : m_nameOf(name)
        , m_spec(document.valueAt(document.root()))
        , m_root(document.root())
        , m_text(document.toEdit())
    {
    }

    void run()
    {
        takeLabels(m_spec, 0);
        takeVariables(m_spec[u"variables"], m_root + "/variables"_L1); // first: their names are known then
        forEachSection(m_spec[u"layout"], m_root + "/layout"_L1,
                       [this](const Json &section, const QString &at) { takeVariables(section[u"variables"], at + "/variables"_L1); });
        for (const QString &name : m_spec[u"elements"].keys()) {
            const Json queries = m_spec[u"elements"][name][u"spec"][u"data"][u"spec"][u"queries"];
            for (qsizetype i = 0; i < queries.size(); ++i)
                open(queries.at(i)[u"spec"][u"query"],
                     u"%1/elements/%2/spec/data/spec/queries/%3/spec/query"_s.arg(m_root, pointerEscaped(name)).arg(i));
        }
        const Json annotations = m_spec[u"annotations"];
        for (qsizetype i = 0; i < annotations.size(); ++i)
            open(annotations.at(i)[u"spec"][u"query"], u"%1/annotations/%2/spec/query"_s.arg(m_root).arg(i));
        if (m_root == "/spec"_L1)
            for (const char *own :
                 {"namespace", "uid", "resourceVersion", "generation", "creationTimestamp", "managedFields", "annotations"})
                m_text.remove("/metadata/"_L1 + QLatin1String(own));
    }

    const JsonText &text() const { return m_text; }

private:
    // query: whatever has "group" and "datasource". A source that a variable of the dashboard chooses stays.
    void open(const Json &query, const QString &pointer)
    {
        const QString name = query[u"datasource"][u"name"].toString();
        if (name.isEmpty() || isChosen(name))
            return;
        const QString labels = pointer + "/labels/"_L1;
        m_text.set(labels + pointerEscaped(kExportLabel.toString()), labelOf(query[u"group"].toString(), name));
        if (const QString shown = m_nameOf ? m_nameOf(name) : QString(); !shown.isEmpty())
            m_text.set(labels + pointerEscaped(kExportSourceName.toString()), shown);
        m_text.remove(pointer + "/datasource"_L1);
    }

    QString labelOf(const QString &group, const QString &source)
    {
        QString &label = m_labels[group + u'\n' + source];
        for (int i = 1; label.isEmpty(); ++i)
            if (const QString next = u"%1-%2"_s.arg(group).arg(i); !m_taken.contains(next))
                label = next;
        m_taken.insert(label);
        return label;
    }

    // Labels that the file bears already stay, and nothing else gets them.
    void takeLabels(const Json &json, int depth)
    {
        if (const Json label = json[u"labels"][kExportLabel]; label.isString())
            m_taken.insert(label.toString());
        for (const Json &each : json.isObject() || json.isArray() ? json.items() : std::vector<Json>())
            if (depth < kMaxLevels)
                takeLabels(each, depth + 1);
    }

    bool isChosen(const QString &name) const
    {
        const bool isBraced = name.startsWith("${"_L1) && name.endsWith(u'}');
        return name.startsWith(u'$') && m_sourceVariables.contains(isBraced ? name.mid(2, name.size() - 3) : name.mid(1));
    }

    void takeVariables(const Json &variables, const QString &pointer)
    {
        for (const Json &variable : variables.items())
            if (variable[u"kind"] == Json(u"DatasourceVariable"_s))
                m_sourceVariables.insert(variable[u"spec"][u"name"].toString());
        const Json none = Json::object({{u"text"_s, QString()}, {u"value"_s, QString()}});
        for (qsizetype i = 0; i < variables.size(); ++i) {
            const QString at = pointer + u'/' + QString::number(i);
            const QString kind = variables.at(i)[u"kind"].toString();
            if (kind == "AdhocVariable"_L1 || kind == "GroupByVariable"_L1)
                open(variables.at(i), at);
            if (kind == "QueryVariable"_L1) {
                open(variables.at(i)[u"spec"][u"query"], at + "/spec/query"_L1);
                m_text.set(at + "/spec/options"_L1, Json::array());
            }
            if (kind == "QueryVariable"_L1 || kind == "DatasourceVariable"_L1)
                m_text.set(at + "/spec/current"_L1, none);
        }
    }

    SourceNameOf m_nameOf;
    Json m_spec;
    QString m_root;
    JsonText m_text;
    QHash<QString, QString> m_labels; // by type and source
    QSet<QString> m_taken;
    QSet<QString> m_sourceVariables;
};

} // namespace

Result<QByteArray> v2ForSharing(const Document &document, const SourceNameOf &name)
{
    const Result<Splices> groups = splicesToGroups(document); // v2alpha1 has no place for labels
    const Result<Document> renewed = groups ? document.edited(*groups) : tl::unexpected<Error>(groups.error());
    if (!renewed)
        return tl::unexpected<Error>(renewed.error());
    Sharing sharing(*renewed, name);
    sharing.run();
    if (sharing.text().error())
        return tl::unexpected<Error>(*sharing.text().error());
    return sharing.text().text();
}
