// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/settings/variablesources.h>

#include <QtCore/QCoreApplication>

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Variables", text);
}

} // namespace

QList<Option> variableSources(const Variable &variable, const QList<Variable> &all, const SourceRegistry &sources)
{
    const SourceRegistry::Found standard = sources.find({});
    QList<Option> options{{QString(), standard.entry.name.isEmpty() ? tr("Default") : tr("Default (%1)").arg(standard.entry.name)}};
    for (const SourceEntry &entry : sources.entries())
        options.append({entry.uid, entry.name, entry.type});
    for (const Variable &each : all)
        if (each.type == u"datasource" && each.name != variable.name)
            options.append({u"${%1}"_s.arg(each.name), u'$' + each.name, tr("variable")});
    return options;
}
