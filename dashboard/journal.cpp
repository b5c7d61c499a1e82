// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/journal.h>

#include <QtCore/QCoreApplication>
#include <QtCore/QCryptographicHash>
#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QStandardPaths>
#include <QtCore/QUuid>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kMostBytes = 256 << 20;
constexpr auto kSuffix = ".journal"_L1;

QByteArray hashOf(const QByteArray &text)
{
    return QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex();
}

QByteArray checksum(const QByteArray &record)
{
    return QCryptographicHash::hash(record, QCryptographicHash::Sha1).toHex().left(12);
}

// Bytes of a splice may begin or end within a character.
Json toJson(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toBase64());
}

QByteArray bytesOf(const Json &json)
{
    return QByteArray::fromBase64(json.toString().toLatin1());
}

Json toJson(const Command &command)
{
    std::vector<Json> splices;
    for (const Splice &splice : command.splices)
        splices.push_back(Json::array({qint64(splice.offset), toJson(splice.oldBytes), toJson(splice.newBytes)}));
    return Json::object({{u"text"_s, command.text}, {u"key"_s, command.mergeKey}, {u"splices"_s, Json::array(splices)}});
}

Command commandFrom(const Json &json)
{
    Command command{json[u"text"].toString(), json[u"key"].toString(), {}};
    for (const Json &item : json[u"splices"].items())
        command.splices.append({qsizetype(item.at(0).toInt()), bytesOf(item.at(1)), bytesOf(item.at(2))});
    return command;
}

void take(const Json &record, Journal::Found &found)
{
    const QString what = record[u"what"].toString();
    const auto done = qsizetype(record[u"done"].toInt());
    if (what == "begin"_L1) {
        found = {};
        found.baseHash = record[u"hash"].toString().toLatin1();
        found.baseText = bytesOf(record[u"base"]);
    } else if (what == "add"_L1) {
        found.commands.resize(std::min(done, found.commands.size()));
        found.commands.append(commandFrom(record[u"command"]));
        found.done = found.commands.size();
    } else if (what == "merge"_L1 && !found.commands.isEmpty()) {
        found.commands.last().splices += commandFrom(record[u"command"]).splices;
    } else if (what == "move"_L1) {
        found.done = std::clamp<qsizetype>(done, 0, found.commands.size());
    } else if (what == "saved"_L1) {
        found.baseHash = record[u"hash"].toString().toLatin1();
        found.savedAt = done;
        found.baseText.clear();
    }
}

} // namespace

QString Journal::folder()
{
    const QString state = qEnvironmentVariable("XDG_STATE_HOME");
    return (state.isEmpty() ? QDir::homePath() + "/.local/state"_L1 : state) + "/promontory/journal"_L1;
}

QString Journal::fileFor(const QString &documentPath, const QString &folder)
{
    const QFileInfo info(documentPath);
    const QString path = info.exists() ? info.canonicalFilePath() : info.absoluteFilePath();
    return folder + u'/' + QLatin1String(hashOf(path.toUtf8()).left(32)) + kSuffix;
}

QString Journal::newUntitled(const QString &folder)
{
    return folder + "/untitled-"_L1 + QUuid::createUuid().toString(QUuid::Id128) + kSuffix;
}

QStringList Journal::untitled(const QString &folder)
{
    QStringList files;
    for (const QString &name : QDir(folder).entryList({"untitled-*"_L1 + kSuffix}, QDir::Files, QDir::Time))
        if (const auto journal = Journal::open(folder + u'/' + name))
            files.append(journal->file());
    return files;
}

Result<Journal::Found> Journal::read(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(Error::Kind::Io, file.errorString(), path);
    if (file.size() > kMostBytes)
        return fail(Error::Kind::Limit, QCoreApplication::translate("Errors", "the journal is too large"), path);
    Found found;
    bool begun = false;
    while (!file.atEnd()) {
        const QByteArray line = file.readLine();
        const QByteArray record = line.mid(13).chopped(line.size() > 13 ? 1 : 0);
        if (!line.endsWith('\n') || line.left(12) != checksum(record))
            break; // torn: what was before it counts
        const Result<Json> json = Json::parse(record);
        if (!json)
            break;
        take(*json, found);
        begun = true;
    }
    if (!begun)
        return fail(Error::Kind::Parse, QCoreApplication::translate("Errors", "the journal holds nothing that can be read"), path);
    return found;
}

Journal::Journal(const QString &file) : m_file(file), m_lock(std::make_unique<QLockFile>(file + ".lock"_L1)) { }

std::unique_ptr<Journal> Journal::open(const QString &file)
{
    const QString folder = QFileInfo(file).path();
    QDir().mkpath(folder);
    QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    auto journal = std::unique_ptr<Journal>(new Journal(file));
    journal->m_lock->setStaleLockTime(0); // stale only when its process is gone
    if (!journal->m_lock->tryLock(0))
        return nullptr;
    return journal;
}

Journal::~Journal()
{
    sync();
}

void Journal::begin(const QByteArray &text, bool untitled, const QList<Command> &commands, qsizetype savedAt, qsizetype done)
{
    // Written beside and renamed: a crash leaves the journal that was.
    const QString name = m_file.fileName();
    m_file.close();
    m_file.setFileName(name + ".new"_L1);
    if (!m_file.open(QIODevice::WriteOnly | QIODevice::Truncate))
        qWarning("%s: %s", qPrintable(name), qPrintable(m_file.errorString()));
    m_file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    write(Json::object(
        {{u"what"_s, u"begin"_s}, {u"hash"_s, QString::fromLatin1(hashOf(text))}, {u"base"_s, untitled ? toJson(text) : Json()}}));
    for (qsizetype i = 0; i < commands.size(); ++i)
        add(commands[i], i);
    if (!untitled)
        saved(text, savedAt);
    if (done != commands.size())
        move(done);
    sync();
    m_file.close();
    ::rename(QFile::encodeName(name + ".new"_L1).constData(), QFile::encodeName(name).constData());
    m_file.setFileName(name);
    if (!m_file.open(QIODevice::WriteOnly | QIODevice::Append))
        qWarning("%s: %s", qPrintable(name), qPrintable(m_file.errorString()));
}

void Journal::add(const Command &command, qsizetype done)
{
    write(Json::object({{u"what"_s, u"add"_s}, {u"done"_s, qint64(done)}, {u"command"_s, toJson(command)}}));
}

void Journal::merge(const Command &command)
{
    write(Json::object({{u"what"_s, u"merge"_s}, {u"command"_s, toJson(command)}}));
}

void Journal::move(qsizetype done)
{
    write(Json::object({{u"what"_s, u"move"_s}, {u"done"_s, qint64(done)}}));
}

void Journal::saved(const QByteArray &text, qsizetype done)
{
    write(Json::object({{u"what"_s, u"saved"_s}, {u"hash"_s, QString::fromLatin1(hashOf(text))}, {u"done"_s, qint64(done)}}));
}

void Journal::write(const Json &record)
{
    const QByteArray line = record.dump();
    m_file.write(checksum(line) + ' ' + line + '\n');
    m_dirty = true;
}

void Journal::sync()
{
    if (!std::exchange(m_dirty, false) || !m_file.isOpen())
        return;
    m_file.flush();
    ::fdatasync(m_file.handle());
}

void Journal::discard()
{
    m_dirty = false;
    m_file.close();
    QFile::remove(m_file.fileName());
}
