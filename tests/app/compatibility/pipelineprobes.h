// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <app/editor/sampledata.h>
#include <pipeline/fieldpipeline.h>
#include <pipeline/transform/transformation.h>

// Options of transformations and of fields that change what comes out, and options of panels that need others to be seen.

struct StepProbe {
    const char *id;
    const char *key;
    const char *with; // options
    const char *without;
};

inline const QList<StepProbe> &stepProbes()
{
    static const QList<StepProbe> all{
        {"reduce", "fields", R"({"reducers":["max"],"fields":{"id":"byName","options":"n"}})", R"({"reducers":["max"]})"},
        {"filterFieldsByName", "exclude.variable", R"({"byVariable":true,"exclude":{"variable":"$which"}})", R"({"byVariable":true})"},
        {"calculateField", "index.asPercentile", R"({"mode":"index","index":{"asPercentile":true}})", R"({"mode":"index"})"},
        {"filterByRefId", "exclude", R"({"exclude":"A"})", "{}"},
        {"filterFields", "exclude", R"({"exclude":{"id":"byName","options":"n"}})", "{}"},
        {"extractFields", "source", R"({"source":"json","format":"json"})", R"({"format":"json"})"},
        {"extractFields", "format", R"({"source":"pairs","format":"kvp"})", R"({"source":"pairs","format":"json"})"},
        {"extractFields", "delimiter", R"({"source":"list","format":"delimiter","delimiter":";"})",
         R"({"source":"list","format":"delimiter"})"},
        {"extractFields", "regExp", R"({"source":"pairs","format":"regexp","regExp":"/a=(?<A>.)/"})",
         R"({"source":"pairs","format":"regexp"})"},
        {"extractFields", "jsonPaths", R"({"source":"json","format":"json","jsonPaths":[{"path":"b","alias":"B"}]})",
         R"({"source":"json","format":"json"})"},
        {"extractFields", "replace", R"({"source":"pairs","format":"kvp","replace":true})", R"({"source":"pairs","format":"kvp"})"},
        {"extractFields", "keepTime", R"({"source":"pairs","format":"kvp","replace":true,"keepTime":true})",
         R"({"source":"pairs","format":"kvp","replace":true})"},
        {"prepareTimeSeries", "format", R"({"format":"long"})", "{}"},
        {"rowsToFields", "mappings", R"({"mappings":[{"fieldName":"list","handlerKey":"field.name"}]})", "{}"},
        {"partitionByValues", "fields", R"({"fields":["pairs"]})", "{}"},
        {"partitionByValues", "keepFields", R"({"fields":["pairs"],"keepFields":true})", R"({"fields":["pairs"]})"},
        {"histogram", "bucketOffset", R"({"bucketSize":10,"bucketOffset":3})", R"({"bucketSize":10})"},
    };
    return all;
}

inline Frames probeFrames()
{
    Frame frame{{}, QStringLiteral("A"), Frame::Kind::Table, {}};
    const auto texts = [](const char *a, const char *b) { return Column::texts({QString::fromLatin1(a), QString::fromLatin1(b)}); };
    frame.fields = {Field{QStringLiteral("t"), {}, Column::times({1000, 2000}), {}, {}},
                    Field{QStringLiteral("n"), {}, Column::numbers({4, 25}), {}, {}},
                    Field{QStringLiteral("m"), {}, Column::numbers({7, Column::missing()}), {}, {}},
                    Field{QStringLiteral("pairs"), {}, texts("a=1", "a=2"), {}, {}},
                    Field{QStringLiteral("list"), {}, texts("x,y;z", "x;y,z"), {}, {}},
                    Field{QStringLiteral("json"), {}, texts(R"({"a":1,"b":2})", R"({"a":3,"b":4})"), {}, {}}};
    return {frame};
}

inline QString dumpFrames(const Frames &frames)
{
    QStringList lines;
    for (const Frame &frame : frames) {
        lines << QStringLiteral("frame ") + frame.name;
        for (const Field &field : frame.fields) {
            QStringList cells{field.name,
                              labelsText(field.labels),
                              QString::number(int(field.values.type())),
                              field.state.displayName,
                              QString::number(field.state.rangeMin.value_or(-1)),
                              QString::number(field.state.rangeMax.value_or(-1))};
            for (qsizetype row = 0; row < field.values.size(); ++row)
                cells << (field.values.type() == Column::Type::Text ? field.values.text(row) : QString::number(field.values.number(row)));
            lines << cells.join(QLatin1Char('|'));
        }
    }
    return lines.join(QLatin1Char('\n'));
}

inline QString stepped(const StepProbe &probe, bool set)
{
    TransformRun run;
    run.interpolate = [](const QString &text) { return QString(text).replace(QLatin1String("$which"), QLatin1String("n")); };
    const Json options = *Json::parse(set ? probe.with : probe.without);
    const Json step = Json::object({{QStringLiteral("id"), Json(QString::fromLatin1(probe.id))}, {QStringLiteral("options"), options}});
    return dumpFrames(transformFrames(Json::array({step}), probeFrames(), run));
}

// Of a panel's picture: field defaults and options, of which one makes the difference.
struct PictureProbe {
    const char *scope; // "options:stat"
    const char *key;
    const char *options;
    const char *optionsWithout;
    const char *defaults = "{}"; // laid over those of the sample
    const char *defaultsWithout = "{}";
};

inline const QList<PictureProbe> &pictureProbes()
{
    static const QList<PictureProbe> all{
        {"options:stat", "text.percentSize", R"({"showPercentChange":true,"text":{"percentSize":30}})", R"({"showPercentChange":true})"},
        {"options:bargauge", "maxVizHeight", R"({"orientation":"horizontal","sizing":"manual","maxVizHeight":20})",
         R"({"orientation":"horizontal","sizing":"manual"})"},
        {"options:bargauge", "minVizHeight", R"({"orientation":"horizontal","sizing":"manual","minVizHeight":200})",
         R"({"orientation":"horizontal","sizing":"manual"})"},
        {"options:bargauge", "minVizWidth", R"({"orientation":"vertical","sizing":"manual","minVizWidth":300})",
         R"({"orientation":"vertical","sizing":"manual"})"},
        {"options:bargauge", "sizing", R"({"orientation":"horizontal","sizing":"manual","minVizHeight":200})",
         R"({"orientation":"horizontal","minVizHeight":200})"},
        {"options:gauge", "minVizWidth", R"({"sizing":"manual","minVizWidth":400})", R"({"sizing":"manual"})"},
        {"options:gauge", "minVizHeight", R"({"orientation":"horizontal","sizing":"manual","minVizHeight":300})",
         R"({"orientation":"horizontal","sizing":"manual"})"},
        {"options:gauge", "sizing", R"({"sizing":"manual","minVizWidth":400})", R"({"minVizWidth":400})"},
        {"custom:table", "cellOptions.mode", "{}", "{}", R"({"custom":{"cellOptions":{"type":"gauge","mode":"lcd"}}})",
         R"({"custom":{"cellOptions":{"type":"gauge"}}})"},
        {"custom:table", "cellOptions.applyToRow", "{}", "{}",
         R"({"overrides":[{"matcher":{"id":"byName","options":"rate"},"properties":[{"id":"custom.cellOptions","value":
{"type":"color-background","applyToRow":true}}]}]})",
         R"({"overrides":[{"matcher":{"id":"byName","options":"rate"},"properties":[{"id":"custom.cellOptions","value":
{"type":"color-background"}}]}]})"},
        {"options:table", "footer.fields", R"({"footer":{"show":true,"reducer":["max"],"fields":["nothing"]}})",
         R"({"footer":{"show":true,"reducer":["max"]}})"},
        {"options:table", "footer.enablePagination", R"({"footer":{"show":true,"enablePagination":true}})", R"({"footer":{"show":true}})"},
        {"options:heatmap", "yAxis.max", R"({"yAxis":{"max":"0.1"}})", "{}"},
        {"options:table", "maxRowHeight", R"({"maxRowHeight":30})", "{}", R"({"custom":{"wrapText":true,"width":50}})",
         R"({"custom":{"wrapText":true,"width":50}})"},
        {"field", "nullValueMode", R"({"reduceOptions":{"calcs":["mean"]}})", R"({"reduceOptions":{"calcs":["mean"]}})",
         R"({"nullValueMode":"null as zero"})", "{}"},
        {"field", "noValue", "{}", "{}", R"({"noValue":"nothing","mappings":[]})", "{}"},
    };
    return all;
}
