// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/annotation.h>

#include <dashboard/modelreader.h>
#include <dashboard/sourcekind.h>

using namespace Qt::StringLiterals;

namespace {
constexpr int kMostPoints = 1500; // about the pixels of a window

void readQuery(const ModelReader &reader, Annotation &annotation)
{
    const Json target = reader.object(u"target"_s);
    const auto either = [&](const QString &inTarget, const QString &own) {
        const QString text = target[inTarget].toString();
        return text.isEmpty() ? reader.text(own) : text;
    };
    annotation.expr = either(u"expr"_s, u"expr"_s);
    annotation.step = either(u"interval"_s, u"step"_s);
    const Json asked = target.isObject() ? target : reader.json();
    annotation.foreign = foreignKind(asked.without(u"target").with(u"expr", annotation.expr), annotation.datasource);
}

void readFilter(const ModelReader &reader, Annotation &annotation)
{
    const Json filter = reader.object(u"filter"_s);
    for (const Json &id : filter[u"ids"].items())
        annotation.panelIds.append(int(id.toInt()));
    annotation.exclude = filter[u"exclude"].toBool();
    annotation.isFiltered = !annotation.panelIds.isEmpty();
}
} // namespace

Annotation readAnnotation(const Json &json, const QString &pointer, QList<ModelProblem> &problems)
{
    const ModelReader reader(json, pointer, problems);
    Annotation annotation;
    annotation.pointer = pointer;
    annotation.name = reader.text(u"name"_s);
    annotation.enabled = reader.boolean(u"enable"_s); // absent is off in Grafana, whatever its schema says
    annotation.hidden = reader.boolean(u"hide"_s);
    annotation.inControlsMenu = reader.text(u"placement"_s) == "inControlsMenu"_L1;
    annotation.color = reader.text(u"iconColor"_s);
    annotation.datasource = reader.source(u"datasource"_s);
    annotation.titleFormat = reader.text(u"titleFormat"_s);
    annotation.textFormat = reader.text(u"textFormat"_s);
    for (const QString &key : reader.text(u"tagKeys"_s).split(u',', Qt::SkipEmptyParts))
        annotation.tagKeys.append(key.trimmed());
    annotation.useValueForTime = reader.boolean(u"useValueForTime"_s);
    annotation.builtIn = reader.boolean(u"builtIn"_s);
    readQuery(reader, annotation);
    readFilter(reader, annotation);
    return annotation;
}

Panel Annotation::query() const
{
    Target target;
    target.refId = u"Anno"_s;
    target.expr = expr;
    target.interval = step;
    Panel panel;
    panel.datasource = datasource;
    panel.maxDataPoints = kMostPoints;
    panel.targets = {target};
    return panel;
}
