// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <app/secretstore.h>
#include <app/sourcesettings.h>
#include <datasource/registry.h>

// Keeps the configured sources: file, keyring and registry follow each edit. Entries that others put into the registry (the local
// engine) are not touched, but may be made the default.
class SourceManager : public QObject
{
    Q_OBJECT

public:
    SourceManager(SourceRegistry &registry, SecretStore &secrets, const QString &path = sourceSettingsPath(), QObject *parent = nullptr);

    // Fills the registry; sources with a secret join it when the keyring has answered. takeDefault false: another source was asked
    // for on the command line and stays the default until the person says otherwise.
    Result<> load(bool takeDefault = true);
    const SourceRegistry &registry() const { return m_registry; }
    const QList<SourceSettings> &sources() const { return m_list.sources; }
    const SourceSettings *find(const QString &uid) const;
    bool isDefault(const QString &uid) const { return m_registry.defaultUid() == uid; }
    SecretStore &secrets() { return m_secrets; }

    // Adds or replaces by uid (an empty one is made). secret: empty = the one that is kept already.
    Result<QString> save(SourceSettings settings, const QByteArray &secret);
    Result<> remove(const QString &uid);
    Result<> setDefault(const QString &uid);
    // Asks a server as it would be asked with these settings; secret as in save().
    [[nodiscard]] Pending test(const SourceSettings &settings, const QByteArray &secret, std::function<void(Result<SourceHealth>)> done);

signals:
    void changed();

private:
    void publish(const SourceSettings &settings, const QByteArray &secret);
    Result<> store();

    SourceRegistry &m_registry;
    SecretStore &m_secrets;
    QString m_path;
    SourceSettingsList m_list;
    bool m_takeDefault = true;
};
