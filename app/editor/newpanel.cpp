// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/editor/newpanel.h>

#include <QtCore/QCoreApplication>

using namespace Qt::StringLiterals;

namespace {

constexpr int kHeight = 8; // rows of the grid

QString tr(const char *text)
{
    return QCoreApplication::translate("Gallery", text);
}

} // namespace

Json newPanelTarget(const QString &typeId, const QString &expr)
{
    const bool table = typeId == u"table";
    const QString format = table ? u"table"_s : typeId == u"heatmap" ? u"heatmap"_s : u"time_series"_s;
    return Json::object({{u"refId"_s, u"A"_s},
                         {u"expr"_s, expr},
                         {u"legendFormat"_s, u"__auto"_s},
                         {u"format"_s, format},
                         {u"instant"_s, table},
                         {u"range"_s, !table}});
}

Json newPanelJson(const PanelType &type, const NewPanel &wanted)
{
    Json panel = Json::object({{u"type"_s, type.id}, {u"title"_s, tr("New panel")}});
    if (type.asksData) {
        if (!wanted.source.isNull())
            panel = panel.with(u"datasource", wanted.source);
        panel = panel.with(u"targets", Json::array({newPanelTarget(type.id, wanted.expr)}))
                    .with(u"fieldConfig", Json::object({{u"defaults"_s, Json::object()}, {u"overrides"_s, Json::array()}}));
    }
    Json options = Json::object();
    if (type.id == u"text")
        options = Json::object({{u"mode"_s, u"markdown"_s}, {u"content"_s, tr("Text in **markdown**")}});
    return panel.with(u"options", options).with(u"gridPos", Json::object({{u"w"_s, wanted.width}, {u"h"_s, kHeight}}));
}
