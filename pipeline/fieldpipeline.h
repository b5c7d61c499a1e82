// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/frame.h>
#include <core/optionschema.h>
#include <functional>

// fieldConfig of a panel: {"defaults": {...}, "overrides": [{matcher, properties}]} -> frames whose fields carry their config, display
// name, series index and range. Grafana's applyFieldOverrides.

using Interpolate = std::function<QString(const QString &text, const Field &field)>; // expands ${__field.labels.x}, ${__series.name}, $var

struct FieldConfigSource {
    FieldConfig defaults; // panel type's defaults, then the file's
    Json overrides; // as in the file
};

FieldConfig readFieldConfig(const Json &json, QList<OptionProblem> *problems = nullptr);
// fieldConfig of a panel as the file has it; typeDefaults (a fieldConfig.defaults object) stands under it.
FieldConfigSource readFieldConfigSource(const Json &fieldConfig, const Json &typeDefaults = {}, QList<OptionProblem> *problems = nullptr);
Frames applyFieldConfig(Frames frames, const FieldConfigSource &source, const Interpolate &interpolate = {});

// Grafana's getFieldDisplayName (goldens naming.*).
QString fieldDisplayName(const Field &field, const Frame &frame, const Frames &all);
// {a="1", b="2"}, without one of them where it is named; empty for none.
QString labelsText(const Labels &labels, const QString &withoutName = {});
// Prometheus' verbose name, "__auto" and {{label}} templates (goldens legend.*).
QString legendName(const Labels &labels, const QString &legendFormat, const QString &expr);
// Names the series of one answer: the field is called as its metric, displayNameFromDS is the legend.
void nameSeries(Frame &frame, const QString &legendFormat, const QString &expr);
// "__auto" for the series of one query among all frames of a panel: metrics are told apart by the labels that they do not all share.
void nameAutoSeries(Frames &frames, const QString &refId);
