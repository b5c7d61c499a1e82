// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/sharing.h>

#include <QtCore/QMap>
#include <QtCore/QRegularExpression>
#include <dashboard/editsupport.h>

using namespace Qt::StringLiterals;

namespace {

struct Input {
    QString name; // DS_PROMETHEUS
    QString label;
    QString type;
};

class Sharing
{
public:
    Sharing(const Document &document, const SourceNameOf &name) : m_document(document), m_text(document.toEdit()), m_name(name) { }

    void run()
    {
        replaceSources();
        clearVariables();
    }

    JsonText &text() { return m_text; }
    const QMap<QString, Input> &inputs() const { return m_inputs; }

private:
    // Sources that a variable chooses, and Grafana's own, stay.
    static bool isOwn(const QString &uid) { return uid.startsWith(u'$') || uid.startsWith("-- "_L1) || uid == "grafana"_L1; }

    void replaceSources()
    {
        const auto &nodes = m_document.index().nodes();
        QStringList pointers;
        for (size_t i = 0; i < nodes.size(); ++i)
            if (m_document.index().key(m_document.text(), int(i)) == "datasource"_L1)
                pointers.append(m_document.index().pointer(m_document.text(), int(i)));
        for (const QString &pointer : std::as_const(pointers)) {
            const Json source = m_document.valueAt(pointer);
            const QString uid = source.isString() ? source.toString() : source[u"uid"].toString();
            if (isOwn(uid) || source[u"type"] == Json(u"grafana"_s) || (!source.isString() && !source.isObject() && !source.isNull()))
                continue;
            const QString type = source[u"type"].toString(u"prometheus"_s);
            const Json to = Json::object({{u"type"_s, type}, {u"uid"_s, u"${"_s + inputOf(uid, type).name + u'}'}});
            if (source.isObject() && source.contains(u"uid"))
                m_text.set(pointer + "/uid"_L1, to[u"uid"]);
            else
                m_text.set(pointer, to);
        }
    }

    const Input &inputOf(const QString &uid, const QString &type)
    {
        const auto known = m_inputs.constFind(uid);
        if (known != m_inputs.constEnd())
            return *known;
        QString label = m_name(uid);
        if (label.isEmpty())
            label = uid.isEmpty() ? type : uid;
        static const QRegularExpression other(u"[^A-Z0-9]+"_s);
        QString name = "DS_"_L1 + label.toUpper().replace(other, u"_"_s);
        const auto taken
            = [&] { return std::any_of(m_inputs.begin(), m_inputs.end(), [&](const Input &each) { return each.name == name; }); };
        for (int i = 2; taken(); ++i)
            name = "DS_"_L1 + label.toUpper().replace(other, u"_"_s) + u'_' + QString::number(i);
        return *m_inputs.insert(uid, {name, label, type});
    }

    void clearVariables()
    {
        for (const Variable &variable : m_document.dashboard()->variables) {
            if (variable.type != "query"_L1)
                continue;
            m_text.set(variable.pointer + "/current"_L1, Json::object());
            m_text.set(variable.pointer + "/options"_L1, Json::array());
        }
    }

    const Document &m_document;
    JsonText m_text;
    SourceNameOf m_name;
    QMap<QString, Input> m_inputs; // by uid
};

Json requirements(const Document &document, const QMap<QString, Input> &inputs, const QString &programVersion)
{
    QMap<QString, Json> sorted;
    const auto add = [&](const QString &type, const QString &id, const QString &version) {
        sorted.insert(type + id, Json::object({{u"type"_s, type}, {u"id"_s, id}, {u"name"_s, id}, {u"version"_s, version}}));
    };
    add(u"grafana"_s, u"grafana"_s, programVersion);
    for (const Input &input : inputs)
        add(u"datasource"_s, input.type, u"1.0.0"_s);
    for (const PanelPtr &panel : document.dashboard()->panels)
        add(u"panel"_s, panel->type, QString());
    const QList<Json> values = sorted.values();
    return Json::array({values.begin(), values.end()});
}

} // namespace

Result<QByteArray> exportedForSharing(const Document &document, const SourceNameOf &name, const QString &programVersion)
{
    if (const Result<> can = canEdit(document); !can)
        return tl::unexpected<Error>(can.error());
    Sharing sharing(document, name);
    sharing.run();
    std::vector<Json> inputs;
    for (const Input &input : sharing.inputs())
        inputs.push_back(Json::object({{u"name"_s, input.name},
                                       {u"label"_s, input.label},
                                       {u"description"_s, QString()},
                                       {u"type"_s, u"datasource"_s},
                                       {u"pluginId"_s, input.type},
                                       {u"pluginName"_s, input.type == "prometheus"_L1 ? u"Prometheus"_s : input.type}}));
    JsonText &text = sharing.text();
    const QString root = document.root();
    text.set(root + "/__inputs"_L1, Json::array(inputs));
    text.set(root + "/__elements"_L1, Json::object());
    text.set(root + "/__requires"_L1, requirements(document, sharing.inputs(), programVersion));
    text.remove(root + "/id"_L1); // of the database it came from
    if (text.error())
        return tl::unexpected<Error>(*text.error());
    return text.text();
}
