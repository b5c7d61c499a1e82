// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/inputs.h>

#include <dashboard/interpolate.h>
#include <dashboard/sourcekind.h>

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

} // namespace

QList<DashboardInput> inputsOf(const Document &document)
{
    QList<DashboardInput> inputs;
    QSet<QString> known;
    for (const Variable &variable : document.dashboard()->variables)
        known.insert(variable.name);
    for (const Json &item : document.valueAt(document.root() + "/__inputs"_L1).items()) {
        const DashboardInput input = declared(item);
        if (input.name.isEmpty() || known.contains(input.name))
            continue;
        known.insert(input.name);
        if (input.kind == DashboardInput::Kind::Constant || isAskedHere(item[u"pluginId"].toString()))
            inputs.append(input);
    }
    const auto &nodes = document.index().nodes();
    for (size_t i = 0; i < nodes.size(); ++i) {
        if (document.index().key(document.text(), int(i)) != "datasource"_L1 || (nodes[i].kind != '"' && nodes[i].kind != '{'))
            continue;
        const QByteArray bytes = document.text().mid(nodes[i].value.begin, nodes[i].value.size());
        if (!bytes.contains('$') && !bytes.contains("[["))
            continue;
        const Json source = Json::parse(bytes).value_or(Json());
        const QString uid = source.isString() ? source.toString() : source[source.contains(u"uid") ? u"uid" : u"name"].toString();
        const QString name = placeholderIn(uid);
        if (name.isEmpty() || known.contains(name) || !isAskedHere(source[u"type"].toString()))
            continue;
        known.insert(name);
        inputs.append({DashboardInput::Kind::Source, name, {}, {}, {}});
    }
    return inputs;
}
