// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/editor/editorcontext.h>

#include <QtCore/QCoreApplication>
#include <app/app.h>

using namespace Qt::StringLiterals;

namespace {

constexpr auto kMixed = "-- Mixed --"_L1;

QString tr(const char *text)
{
    return QCoreApplication::translate("PanelEditor", text);
}

} // namespace

FormContext formContext(const DashboardSession &session, const QString &instanceId)
{
    FormContext context;
    for (const Frame &frame : session.data(instanceId).frames)
        for (const Field &field : frame.fields) {
            const QString name = field.state.displayName.isEmpty() ? field.name : field.state.displayName;
            if (!context.fieldNames.contains(name))
                context.fieldNames.append(name);
        }
    if (const PanelInstance *instance = session.instance(instanceId))
        for (const Target &target : instance->panel->targets)
            context.refIds.append(target.refId);
    for (const VariableState &variable : session.variables())
        context.variables.append(variable.definition.name);
    return context;
}

QList<Option> sourceOptions(const DashboardSession &session, const SourceRegistry &sources)
{
    const QString standard = sources.find({}).entry.name;
    QList<Option> options{{{}, standard.isEmpty() ? tr("Default") : standard, standard.isEmpty() ? QString() : tr("default")}};
    for (const SourceEntry &entry : sources.entries())
        options.append({entry.uid, entry.name, entry.type});
    for (const VariableState &variable : session.variables())
        if (variable.definition.type == u"datasource") {
            const QString name = u"${%1}"_s.arg(variable.definition.name);
            options.append({name, name, variable.texts.join(u", "_s)});
        }
    options.append({kMixed, tr("Mixed"), tr("each query its own")});
    return options;
}

Json sourceJson(const QString &uid, const SourceRegistry &sources)
{
    if (uid.isEmpty())
        return {};
    QString type = uid == kMixed ? u"datasource"_s : u"prometheus"_s;
    for (const SourceEntry &entry : sources.entries())
        if (entry.uid == uid)
            type = entry.type;
    return Json::object({{u"type"_s, type}, {u"uid"_s, uid}});
}
