// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/paneljob.h>

#include <pipeline/fieldpipeline.h>
#include <pipeline/transform/transformation.h>

using namespace Qt::StringLiterals;

namespace {
// ${__field.name}, ${__field.labels.x} and ${__series.name} of one field.
std::optional<VariableValue> fieldVariable(const QString &name, const Field &field)
{
    VariableValue out;
    if (name == "__series"_L1) {
        const QString series = field.state.displayName.isEmpty() ? field.name : field.state.displayName;
        out.value = Json::object({{u"name"_s, Json(series)}});
        out.text = series;
        return out;
    }
    if (name != "__field"_L1)
        return {};
    std::vector<std::pair<QString, Json>> labels;
    for (auto it = field.labels.begin(); it != field.labels.end(); ++it)
        labels.emplace_back(it.key(), Json(it.value()));
    const QString display = field.state.displayName.isEmpty() ? field.name : field.state.displayName;
    out.value = Json::object({{u"name"_s, Json(field.name)}, {u"displayName"_s, Json(display)}, {u"labels"_s, Json::object(labels)}});
    out.text = field.name;
    return out;
}

void nameValueColumn(Frame &frame, const QString &refId)
{
    for (Field &field : frame.fields)
        if (field.name == "Value"_L1)
            field.name = "Value #"_L1 + refId;
}

std::optional<VariableValue> variableOf(const PanelJob &job, const QString &name)
{
    const auto it = job.variables.find(name);
    return it == job.variables.end() ? std::nullopt : std::optional(*it);
}

Frames transformed(const PanelJob &job, const Frames &raw, std::stop_token stop, QList<Notice> &notices)
{
    if (job.transformations.size() == 0)
        return raw;
    TransformRun run;
    run.stop = stop;
    run.interpolate
        = [&job](const QString &text) { return interpolateText(text, [&job](const QString &name) { return variableOf(job, name); }); };
    Frames frames = transformFrames(job.transformations, raw, run);
    notices += run.notices;
    return frames;
}
} // namespace

PanelResult runPanelJob(const PanelJob &job, std::stop_token stop)
{
    PanelResult result;
    const qsizetype tables = std::count_if(job.answers.begin(), job.answers.end(), [](const NamedFrames &each) { return each.isTable; });
    for (const NamedFrames &answer : job.answers) {
        for (Frame frame : answer.frames) {
            frame.refId = answer.refId;
            if (!answer.isTable)
                nameSeries(frame, answer.legendFormat, answer.expr);
            else if (tables > 1)
                nameValueColumn(frame, answer.refId);
            result.raw.append(frame);
        }
    }
    for (const NamedFrames &answer : job.answers)
        if (!answer.isTable && answer.legendFormat == "__auto"_L1)
            nameAutoSeries(result.raw, answer.refId);
    if (stop.stop_requested())
        return result;
    result.frames = transformed(job, result.raw, stop, result.notices);
    if (stop.stop_requested())
        return result;
    const FieldConfigSource source = readFieldConfigSource(job.fieldConfig, job.typeDefaults);
    result.noValue = source.defaults.noValue;
    result.frames = applyFieldConfig(std::move(result.frames), source, [&](const QString &text, const Field &field) {
        return interpolateText(text, [&](const QString &name) {
            const auto own = fieldVariable(name, field);
            return own ? own : variableOf(job, name);
        });
    });
    return result;
}
