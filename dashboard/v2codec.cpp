// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/v2codec.h>

#include <QtCore/QSet>
#include <dashboard/classiccodec.h>
#include <dashboard/v2/v2layout.h>
#include <dashboard/v2/v2settings.h>
#include <dashboard/v2/v2shape.h>

using namespace Qt::StringLiterals;

namespace {

// Where the v2 form has what the classic reader saw at a pointer.
QString v2Pointer(const QString &classic, const QString &root)
{
    for (const auto &[from, to] :
         {std::pair("/templating/list/"_L1, "/variables/"_L1), std::pair("/annotations/list/"_L1, "/annotations/"_L1)}) {
        const QString prefix = root + from;
        if (!classic.startsWith(prefix))
            continue;
        const QString rest = classic.mid(prefix.size());
        const qsizetype end = rest.indexOf(u'/');
        const QString item = root + to + (end < 0 ? rest : rest.left(end));
        return end < 0 ? item : item + "/spec"_L1 + rest.mid(end);
    }
    return classic;
}

} // namespace

DashboardPtr readV2Dashboard(const Json &json, const QString &root)
{
    auto dashboard = std::make_shared<Dashboard>(*readDashboard(classicSettingsOf(json), root, v2Nodes(json, root)));
    dashboard->layout.traits.fillsScreen = json[u"layout"][u"spec"][u"fillScreen"].toBool();
    for (Variable &variable : dashboard->variables)
        variable.pointer = v2Pointer(variable.pointer, root);
    for (Annotation &annotation : dashboard->annotations)
        annotation.pointer = v2Pointer(annotation.pointer, root);
    for (ModelProblem &problem : dashboard->problems)
        problem.pointer = v2Pointer(problem.pointer, root);
    QSet<QString> known; // of what stands twice on the page, too
    for (const ModelProblem &problem : std::exchange(dashboard->problems, {}) + v2ShapeProblems(json, root)) {
        if (!known.contains(problem.pointer))
            dashboard->problems.append(problem);
        known.insert(problem.pointer);
    }
    return dashboard;
}
