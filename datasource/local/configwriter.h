// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QString>
#include <datasource/local/engineconfig.h>

// The files that the managed server reads, as text. Pure functions but for the salt.
namespace ConfigWriter {

// Any text as a double-quoted YAML scalar on one line.
[[nodiscard]] QByteArray quoted(const QString &text);

// The server's configuration; ruleFiles are paths, config.rules is not looked at.
[[nodiscard]] QByteArray prometheusYaml(const ServerConfig &config, const QStringList &ruleFiles);

// The web configuration: one user, whose password is stored as a bcrypt hash. Empty when libcrypt refuses.
[[nodiscard]] QByteArray webYaml(const QString &user, const QString &password);

// A file_sd file with one group of targets.
[[nodiscard]] QByteArray targetsJson(const QStringList &targets, const QMap<QString, QString> &labels);

// 192 random bits as text.
[[nodiscard]] QString newPassword();

} // namespace ConfigWriter
