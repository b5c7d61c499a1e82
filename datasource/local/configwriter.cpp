// SPDX-License-Identifier: GPL-3.0-or-later
#include <datasource/local/configwriter.h>

#include <QtCore/QRandomGenerator>
#include <core/json.h>
#include <crypt.h>

namespace {

void member(QByteArray &out, int depth, const char *key, const QByteArray &value)
{
    out += QByteArray(depth, ' ') + key + ": " + value + '\n';
}

QByteArray milliseconds(int ms)
{
    return QByteArray::number(ms) + "ms";
}

QByteArray quotedList(const QStringList &texts)
{
    QByteArray out = "[";
    for (const QString &text : texts) {
        if (out.size() > 1)
            out += ", ";
        out += ConfigWriter::quoted(text);
    }
    return out + ']';
}

void staticTargets(QByteArray &out, const ScrapeJob &job)
{
    out += "    static_configs:\n";
    member(out, 6, "- targets", quotedList(job.targets));
    if (job.labels.isEmpty())
        return;
    out += "        labels:\n";
    for (auto it = job.labels.begin(); it != job.labels.end(); ++it)
        out += QByteArray(10, ' ') + ConfigWriter::quoted(it.key()) + ": " + ConfigWriter::quoted(it.value()) + '\n';
}

void scrapeJob(QByteArray &out, const ScrapeJob &job)
{
    member(out, 2, "- job_name", ConfigWriter::quoted(job.name));
    member(out, 4, "scrape_interval", milliseconds(job.intervalMs));
    member(out, 4, "scrape_timeout", milliseconds(qMin(job.intervalMs, 10'000)));
    member(out, 4, "metrics_path", ConfigWriter::quoted(job.metricsPath));
    member(out, 4, "scheme", ConfigWriter::quoted(job.scheme));
    member(out, 4, "follow_redirects", "false");
    if (!job.userName.isEmpty()) {
        out += "    basic_auth:\n";
        member(out, 6, "username", ConfigWriter::quoted(job.userName));
        member(out, 6, "password_file", ConfigWriter::quoted(job.passwordFile));
    }
    if (!job.targets.isEmpty())
        staticTargets(out, job);
    if (!job.targetFiles.isEmpty()) {
        out += "    file_sd_configs:\n";
        member(out, 6, "- files", quotedList(job.targetFiles));
    }
}

} // namespace

QByteArray ConfigWriter::quoted(const QString &text)
{
    QByteArray out = "\"";
    for (const char32_t code : text.toUcs4()) {
        if (code == U'"' || code == U'\\')
            out += '\\' + QByteArray(1, static_cast<char>(code));
        else if (code < 0x20 || (code >= 0x7f && code < 0xa0) || code == 0x2028 || code == 0x2029 || code == 0xfeff)
            out += "\\u" + QByteArray::number(static_cast<uint>(code), 16).rightJustified(4, '0');
        else
            out += QString::fromUcs4(&code, 1).toUtf8();
    }
    return out + '"';
}

QByteArray ConfigWriter::prometheusYaml(const ServerConfig &config, const QStringList &ruleFiles)
{
    QByteArray out = "# Written by Promontory; changes made here are lost.\nglobal:\n";
    member(out, 2, "scrape_interval", milliseconds(config.scrapeIntervalMs));
    member(out, 2, "scrape_timeout", milliseconds(qMin(config.scrapeIntervalMs, 10'000)));
    member(out, 2, "evaluation_interval", milliseconds(config.evaluationIntervalMs));
    out += "rule_files: " + quotedList(ruleFiles) + '\n';
    out += config.jobs.isEmpty() ? "scrape_configs: []\n" : "scrape_configs:\n";
    for (const ScrapeJob &job : config.jobs)
        scrapeJob(out, job);
    return out;
}

QByteArray ConfigWriter::webYaml(const QString &user, const QString &password)
{
    // The lowest cost: what is hashed has 192 random bits, so there is nothing to slow down but our own start.
    constexpr unsigned long cost = 4;
    quint32 seed[4];
    QRandomGenerator::system()->fillRange(seed);
    char salt[CRYPT_GENSALT_OUTPUT_SIZE] = {};
    if (crypt_gensalt_rn("$2b$", cost, reinterpret_cast<const char *>(seed), sizeof seed, salt, sizeof salt) == nullptr)
        return {};
    const auto data = std::make_unique<crypt_data>();
    const char *hash = crypt_r(password.toUtf8().constData(), salt, data.get());
    if (hash == nullptr || hash[0] == '*')
        return {};
    return "basic_auth_users:\n  " + quoted(user) + ": " + quoted(QString::fromLatin1(hash)) + '\n';
}

QByteArray ConfigWriter::targetsJson(const QStringList &targets, const QMap<QString, QString> &labels)
{
    std::vector<std::pair<QString, Json>> members;
    for (auto it = labels.begin(); it != labels.end(); ++it)
        members.emplace_back(it.key(), Json(it.value()));
    const Json names = Json::object(members);
    return Json::array({Json::object({{QStringLiteral("targets"), Json::strings(targets)}, {QStringLiteral("labels"), names}})}).dump();
}

QString ConfigWriter::newPassword()
{
    quint32 bits[6];
    QRandomGenerator::system()->fillRange(bits);
    const QByteArray bytes(reinterpret_cast<const char *>(bits), sizeof bits);
    return QString::fromLatin1(bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}
