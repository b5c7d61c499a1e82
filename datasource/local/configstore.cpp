// SPDX-License-Identifier: GPL-3.0-or-later
#include <datasource/local/configstore.h>

#include <QtCore/QCryptographicHash>
#include <QtCore/QDir>
#include <QtCore/QFile>
#include <datasource/local/childprocess.h>
#include <datasource/local/configwriter.h>
#include <datasource/local/privatefiles.h>

namespace {

constexpr int checkTimeoutMs = 20'000;

QByteArray readWhole(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

ConfigStore::ConfigStore(const QString &folder, QObject *parent) : QObject(parent), m_folder(folder) { }

QString ConfigStore::path() const
{
    return m_folder + QStringLiteral("/prometheus.yml");
}

QString ConfigStore::draftPath() const
{
    return m_folder + QStringLiteral("/prometheus-draft.yml");
}

bool ConfigStore::hasGood() const
{
    return QFile::exists(path());
}

void ConfigStore::check(const QString &promtool, const ServerConfig &config, const QList<QByteArray> &rules,
                        std::function<void(Result<>)> done)
{
    const Result<QStringList> ruleFiles = writeRules(rules);
    Result<> written = ruleFiles ? PrivateFiles::write(draftPath(), ConfigWriter::prometheusYaml(config, *ruleFiles))
                                 : Result<>(tl::unexpected<Error>(ruleFiles.error()));
    if (!written) {
        QMetaObject::invokeMethod(
            this, [done = std::move(done), written] { done(written); }, Qt::QueuedConnection);
        return;
    }
    const QStringList arguments{QStringLiteral("check"), QStringLiteral("config"), draftPath()};
    runTool(this, promtool, arguments, checkTimeoutMs, [done = std::move(done)](const ToolAnswer &answer) {
        if (answer.exitCode == 0)
            done({});
        else
            done(fail(Error::Kind::Config, tr("The configuration is not valid: %1").arg(complaint(answer.output)), tr("Local Prometheus"),
                      tr("The last good configuration stays in use.")));
    });
}

Result<> ConfigStore::accept()
{
    m_before = readWhole(path());
    Result<> written = PrivateFiles::write(path(), readWhole(draftPath()));
    if (written)
        removeOldRules();
    return written;
}

Result<> ConfigStore::revert()
{
    return m_before.isEmpty() ? Result<>() : PrivateFiles::write(path(), m_before);
}

QString ConfigStore::complaint(const QString &output)
{
    constexpr int maxLength = 400;
    const QString mark = QStringLiteral("FAILED:");
    const qsizetype at = output.indexOf(mark);
    const QString text = at < 0 ? output : output.mid(at + mark.size());
    return text.simplified().left(maxLength);
}

// A rule file is named after its content, so that a draft never touches what the running server reads.
Result<QStringList> ConfigStore::writeRules(const QList<QByteArray> &rules)
{
    QStringList paths;
    for (const QByteArray &text : rules) {
        const QByteArray hash = QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex().left(16);
        const QString path = QStringLiteral("%1/rules-%2.yml").arg(m_folder, QString::fromLatin1(hash));
        if (const Result<> written = PrivateFiles::write(path, text); !written)
            return tl::unexpected<Error>(written.error());
        paths.append(path);
    }
    return paths;
}

void ConfigStore::removeOldRules()
{
    const QByteArray now = readWhole(path()) + m_before; // the one before may come back
    const QStringList names = QDir(m_folder).entryList({QStringLiteral("rules-*.yml")}, QDir::Files);
    for (const QString &name : names) {
        if (!now.contains(name.toUtf8()))
            QFile::remove(m_folder + QLatin1Char('/') + name);
    }
}
