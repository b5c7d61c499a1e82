// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QObject>
#include <core/result.h>
#include <datasource/local/engineconfig.h>
#include <functional>

// The configuration of the server on disk. A new one is a draft until promtool has passed it; the file that the server reads
// (path()) always holds the last one that passed.
class ConfigStore : public QObject
{
    Q_OBJECT

public:
    ConfigStore(const QString &folder, QObject *parent = nullptr);

    QString path() const;
    bool hasGood() const; // there is a configuration that passed, now or in an earlier session

    // Writes the draft and has promtool check it. What promtool says is the error's text. One check at a time.
    void check(const QString &promtool, const ServerConfig &config, const QList<QByteArray> &rules, std::function<void(Result<>)> done);
    [[nodiscard]] Result<> accept(); // the draft becomes the configuration
    [[nodiscard]] Result<> revert(); // after accept(): the one before is back

    // The part of promtool's answer that says what is wrong.
    [[nodiscard]] static QString complaint(const QString &output);

private:
    QString draftPath() const;
    [[nodiscard]] Result<QStringList> writeRules(const QList<QByteArray> &rules);
    void removeOldRules();

    QString m_folder;
    QByteArray m_before;
};
