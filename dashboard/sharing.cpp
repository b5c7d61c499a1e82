// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/sharing.h>

#include <QtCore/QMap>
#include <QtCore/QRegularExpression>
#include <dashboard/editsupport.h>
#include <dashboard/inputs.h>
#include <dashboard/librarypanels.h>
#include <dashboard/v2/v2sharing.h>
#include <dashboard/v2/v2twin.h>

using namespace Qt::StringLiterals;

namespace {

struct Input {
    QString name; // DS_PROMETHEUS
    QString label;
    QString type;
};

QString nameOf(QLatin1String prefix, const QString &text)
{
    static const QRegularExpression other(u"[^A-Z0-9]+"_s);
    return prefix + text.toUpper().replace(other, u"_"_s);
}

class Sharing
{
public:
    Sharing(const Document &document, const SourceNameOf &name) : m_document(document), m_text(document.toEdit()), m_name(name) { }

    void run()
    {
        replaceSources();
        clearVariables();
        takeLibraryPanels();
    }

    JsonText &text() { return m_text; }
    const QMap<QString, Input> &inputs() const { return m_inputs; }
    const std::vector<Json> &constants() const { return m_constants; }

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
        QString name = nameOf("DS_"_L1, label);
        const auto taken
            = [&] { return std::any_of(m_inputs.begin(), m_inputs.end(), [&](const Input &each) { return each.name == name; }); };
        for (int i = 2; taken(); ++i)
            name = nameOf("DS_"_L1, label) + u'_' + QString::number(i);
        return *m_inputs.insert(uid, {name, label, type});
    }

    void clearVariables()
    {
        for (const Variable &variable : m_document.dashboard()->variables) {
            if (variable.type == "constant"_L1)
                openConstant(variable);
            if (variable.type != "query"_L1)
                continue;
            m_text.set(variable.pointer + "/current"_L1, Json::object());
            m_text.set(variable.pointer + "/options"_L1, Json::array());
        }
    }

    // Its value is what the other person may want otherwise.
    void openConstant(const Variable &variable)
    {
        const QString value = variable.query.toString();
        if (value.startsWith("${VAR_"_L1))
            return; // it is open already
        const QString name = nameOf("VAR_"_L1, variable.name);
        const QString open = u"${"_s + name + u'}';
        m_constants.push_back(Json::object({{u"name"_s, name},
                                            {u"type"_s, u"constant"_s},
                                            {u"label"_s, variable.label.isEmpty() ? variable.name : variable.label},
                                            {u"value"_s, value},
                                            {u"description"_s, variable.description}}));
        const Json option = Json::object({{u"value"_s, open}, {u"text"_s, open}, {u"selected"_s, false}});
        m_text.set(variable.pointer + "/query"_L1, open);
        m_text.set(variable.pointer + "/current"_L1, option);
        m_text.set(variable.pointer + "/options"_L1, Json::array({option}));
    }

    // Panels that carry the whole of a library panel become stubs of it; the others' models are in "__elements" already, or not at hand.
    void takeLibraryPanels()
    {
        const QString elements = m_document.root() + "/__elements"_L1;
        if (m_text.valueAt(elements).keys().isEmpty())
            m_text.set(elements, Json::object());
        for (const PanelPtr &panel : m_document.dashboard()->panels) {
            const Json json = m_text.valueAt(panel->pointer);
            const QString uid = json[u"libraryPanel"][u"uid"].toString();
            if (uid.isEmpty() || isLibraryStub(json))
                continue;
            m_text.set(elements + u'/' + pointerEscaped(uid), libraryElement(json));
            for (const QString &key : json.keys())
                if (key != "id"_L1 && key != "gridPos"_L1 && key != "libraryPanel"_L1)
                    m_text.remove(panel->pointer + u'/' + pointerEscaped(key));
        }
    }

    const Document &m_document;
    JsonText m_text;
    SourceNameOf m_name;
    QMap<QString, Input> m_inputs; // by uid
    std::vector<Json> m_constants;
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
        if (!panel->type.isEmpty())
            add(u"panel"_s, panel->type, QString());
    const QList<Json> values = sorted.values();
    return Json::array({values.begin(), values.end()});
}

Json sourceInput(const QString &name, const QString &label, const QString &type)
{
    return Json::object({{u"name"_s, name},
                         {u"label"_s, label},
                         {u"description"_s, QString()},
                         {u"type"_s, u"datasource"_s},
                         {u"pluginId"_s, type},
                         {u"pluginName"_s, type == "prometheus"_L1 ? u"Prometheus"_s : type}});
}

// What was open before stays open.
std::vector<Json> inputsBefore(const Document &document)
{
    std::vector<Json> inputs = document.valueAt(document.root() + "/__inputs"_L1).items();
    QStringList names;
    for (const Json &input : inputs)
        names.append(input[u"name"].toString());
    for (const DashboardInput &input : inputsOf(document))
        if (!names.contains(input.name))
            inputs.push_back(sourceInput(input.name, input.name, u"prometheus"_s));
    return inputs;
}

} // namespace

Result<QByteArray> exportedForSharing(const Document &document, const SourceNameOf &name, const QString &programVersion)
{
    if (isV2(document))
        return v2ForSharing(document, name);
    Sharing sharing(document, name);
    sharing.run();
    std::vector<Json> inputs = inputsBefore(document);
    for (const Input &input : sharing.inputs())
        inputs.push_back(sourceInput(input.name, input.label, input.type));
    inputs.insert(inputs.end(), sharing.constants().begin(), sharing.constants().end());
    JsonText &text = sharing.text();
    const QString root = document.root();
    text.set(root + "/__inputs"_L1, Json::array(inputs));
    text.set(root + "/__requires"_L1, requirements(document, sharing.inputs(), programVersion));
    text.remove(root + "/id"_L1); // of the database it came from
    if (text.error())
        return tl::unexpected<Error>(*text.error());
    return text.text();
}
