// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/inputs.h>

#include <dashboard/interpolate.h>
#include <dashboard/sourcekind.h>
#include <dashboard/v2/exportlabels.h>

using namespace Qt::StringLiterals;

namespace {

bool isAskedHere(const QString &type)
{
    return type.isEmpty() || speaksPromql(type);
}

QString textOf(const Json &value)
{
    return value.isString() || value.isNull() ? value.toString() : QString::fromUtf8(value.dump());
}

DashboardInput declared(const Json &json)
{
    const bool constant = json[u"type"] == Json(u"constant"_s);
    return {constant ? DashboardInput::Kind::Constant : DashboardInput::Kind::Source, json[u"name"].toString(), json[u"label"].toString(),
            json[u"description"].toString(), constant ? textOf(json[u"value"]) : QString()};
}

// The placeholder that the whole text is; empty: it is none.
QString placeholderIn(const QString &text)
{
    const QStringList names = variablesIn(text);
    if (names.size() != 1 || names.first().startsWith("__"_L1))
        return {};
    const QString &name = names.first();
    return text == u'$' + name || text == "${"_L1 + name + u'}' || text == "[["_L1 + name + "]]"_L1 ? name : QString();
}

class Collecting
{
public:
    explicit Collecting(const Document &document) : m_document(document)
    {
        for (const Variable &variable : document.dashboard()->variables)
            m_known.insert(variable.name);
    }

    QList<DashboardInput> run()
    {
        for (const Json &item : m_document.valueAt(m_document.root() + "/__inputs"_L1).items())
            takeDeclared(declared(item), item[u"pluginId"].toString());
        const auto &nodes = m_document.index().nodes();
        for (size_t i = 0; i < nodes.size(); ++i) {
            const QString key = nodes[i].key.size() > 0 ? m_document.index().key(m_document.text(), int(i)) : QString();
            if (key == "datasource"_L1 && (nodes[i].kind == '"' || nodes[i].kind == '{'))
                takeSource(nodes[i].value);
            else if (key == kExportLabel && nodes[i].kind == '"' && nodes[size_t(nodes[i].parent)].parent >= 0)
                takeLabelled(nodes[size_t(nodes[size_t(nodes[i].parent)].parent)].value);
        }
        return m_inputs + m_labelled;
    }

private:
    QByteArray bytes(const ByteSpan &span) const { return m_document.text().mid(span.begin, span.size()); }

    void takeDeclared(const DashboardInput &input, const QString &plugin)
    {
        if (input.name.isEmpty() || m_known.contains(input.name))
            return;
        m_known.insert(input.name);
        if (input.kind == DashboardInput::Kind::Constant || isAskedHere(plugin))
            m_inputs.append(input);
    }

    void takeSource(const ByteSpan &span)
    {
        const QByteArray text = bytes(span);
        if (!text.contains('$') && !text.contains("[["))
            return;
        const Json source = Json::parse(text).value_or(Json());
        const QString uid = source.isString() ? source.toString() : source[source.contains(u"uid") ? u"uid" : u"name"].toString();
        const QString name = placeholderIn(uid);
        if (name.isEmpty() || m_known.contains(name) || !isAskedHere(source[u"type"].toString()))
            return;
        m_known.insert(name);
        m_inputs.append({DashboardInput::Kind::Source, name, {}, {}, {}});
    }

    void takeLabelled(const ByteSpan &span)
    {
        const Json query = Json::parse(bytes(span)).value_or(Json());
        const QString label = exportLabelOf(query);
        const QString name = inputNameOfLabel(label);
        if (label.isEmpty() || m_known.contains(name) || !isAskedHere(query[u"group"].toString()))
            return;
        m_known.insert(name);
        m_labelled.append({DashboardInput::Kind::Source, name, query[u"labels"][kExportSourceName].toString(), {}, {}, label});
    }

    const Document &m_document;
    QSet<QString> m_known;
    QList<DashboardInput> m_inputs;
    QList<DashboardInput> m_labelled;
};

} // namespace

QList<DashboardInput> inputsOf(const Document &document)
{
    return Collecting(document).run();
}
