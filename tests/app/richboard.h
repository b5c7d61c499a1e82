// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QFile>
#include <app/settings/variabletypes.h>
#include <core/json.h>
#include <panels/registry.h>
#include <pipeline/transform/catalogue.h>

// A dashboard with a panel of each type, a variable of each kind and a link. The first panel has every option that there is, and every
// transformation.
inline QByteArray richBoard(const PanelRegistry &registry)
{
    using namespace Qt::StringLiterals;
    const auto panel = [](int id, const QString &type) {
        Json panel = Json::object({{u"title"_s, Json(u"Panel"_s)}});
        if (id == 1) {
            QFile rich(QStringLiteral(TEST_DATA_DIR "/panels/options.json"));
            const auto json = Json::parse(rich.open(QIODevice::ReadOnly) ? rich.readAll() : QByteArray());
            Json steps = Json::array();
            for (const Transformation &each : transformationCatalogue())
                steps = steps.appended(Json::object({{u"id"_s, Json(each.id)}, {u"options"_s, Json::object()}}));
            panel = (json ? *json : panel).with(u"transformations"_s, steps);
        }
        const Json target = Json::object({{u"refId"_s, Json(u"A"_s)}, {u"expr"_s, Json(u"rate(requests_total[5m])"_s)}});
        const Json place = Json::object({{u"x"_s, Json(id % 2 * 12)}, {u"y"_s, Json(id / 2 * 8)}, {u"w"_s, Json(12)}, {u"h"_s, Json(8)}});
        return panel.with(u"id"_s, Json(id))
            .with(u"type"_s, Json(type))
            .with(u"gridPos"_s, place)
            .with(u"targets"_s, Json::array({target}));
    };
    Json variables = Json::array();
    for (const VariableType &type : variableTypes())
        variables = variables.appended(newVariable(type.id, u"of_"_s + type.id, {}));
    Json panels = Json::array();
    int id = 0;
    for (const PanelType &type : registry.types())
        if (type.id != u"row")
            panels = panels.appended(panel(++id, type.id));
    const Json link
        = Json::object({{u"title"_s, Json(u"Docs"_s)}, {u"type"_s, Json(u"link"_s)}, {u"url"_s, Json(u"https://example.org"_s)}});
    return Json::object({{u"title"_s, Json(u"Board"_s)},
                         {u"description"_s, Json(u"What it is for"_s)},
                         {u"schemaVersion"_s, Json(41)},
                         {u"links"_s, Json::array({link})},
                         {u"templating"_s, Json::object({{u"list"_s, variables}})},
                         {u"panels"_s, panels}})
        .dump();
}
