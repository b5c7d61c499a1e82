// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/json.h>
#include <datasource/prometheus/prometheussource.h>

// A source as the person configured it. config.secret is never stored here.
struct SourceSettings {
    QString uid;
    QString name;
    PrometheusConfig config;

    bool operator==(const SourceSettings &) const = default;
};

struct SourceSettingsList {
    QList<SourceSettings> sources;
    QString defaultUid; // empty: the program's own default

    bool operator==(const SourceSettingsList &) const = default;
};

Json toJson(const SourceSettingsList &list);
// Unreadable members get their defaults; a source without uid is left out.
SourceSettingsList sourceSettingsFromJson(const Json &json);

// The file of mode 0600 under the XDG configuration folder. No file: an empty list.
QString sourceSettingsPath();
Result<SourceSettingsList> loadSourceSettings(const QString &path);
Result<> saveSourceSettings(const QString &path, const SourceSettingsList &list); // atomic

// "a=1&b=2" as the form shows extra parameters.
QString extraParametersText(const PrometheusConfig &config);
QList<QPair<QString, QString>> extraParametersFromText(const QString &text);
