// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/variablememory.h>

#include <QtCore/QCryptographicHash>
#include <QtCore/QDir>
#include <QtCore/QStandardPaths>
#include <dashboard/savefile.h>
#include <dashboard/session.h>

using namespace Qt::StringLiterals;

namespace {

constexpr int kWaitMs = 2000; // options come in bursts

QString folder()
{
    return QStandardPaths::writableLocation(QStandardPaths::CacheLocation) + "/variables"_L1;
}

bool isAsked(const Variable &variable)
{
    return variable.type == u"query" || variable.type == u"adhoc" || variable.type == u"groupby";
}

// Another question has other answers.
QString questionOf(const Variable &variable)
{
    const QByteArray text = variable.raw.without(u"current").without(u"options").without(u"filters").dump();
    return QString::fromLatin1(QCryptographicHash::hash(text, QCryptographicHash::Sha1).toHex());
}

Json optionsJson(const QList<VariableOption> &options)
{
    std::vector<Json> items;
    for (const VariableOption &option : options.mid(0, VariableMemory::kMostOptions))
        items.push_back(option.text == option.value ? Json(option.value) : Json::strings({option.text, option.value}));
    return Json::array(std::move(items));
}

QList<VariableOption> optionsOf(const Json &list)
{
    QList<VariableOption> options;
    for (const Json &item : list.items()) {
        const QStringList texts = item.toStrings();
        if (options.size() == VariableMemory::kMostOptions || texts.isEmpty())
            break;
        VariableOption option;
        option.text = texts.first();
        option.value = texts.last();
        options.append(option);
    }
    return options;
}

void forgetOldest()
{
    const QFileInfoList files = QDir(folder()).entryInfoList({u"*.json"_s}, QDir::Files, QDir::Time);
    for (const QFileInfo &file : files.mid(VariableMemory::kMostFiles))
        QFile::remove(file.filePath());
}

} // namespace

VariableMemory::VariableMemory(DashboardSession &session, std::function<QString()> path, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_path(std::move(path))
{
    recall();
    m_keep.setSingleShot(true);
    m_keep.setInterval(kWaitMs);
    connect(&m_keep, &QTimer::timeout, this, &VariableMemory::keep);
    connect(&session, &DashboardSession::variablesChanged, this, [this] {
        const QList<VariableState> states = m_session.variables();
        if (std::any_of(states.begin(), states.end(), [](const VariableState &state) { return isAsked(state.definition); }))
            m_keep.start();
    });
}

VariableMemory::~VariableMemory()
{
    if (m_keep.isActive())
        keep();
}

QString VariableMemory::fileFor(const QString &path)
{
    const QByteArray name = QCryptographicHash::hash(path.toUtf8(), QCryptographicHash::Sha1).toHex();
    return folder() + u'/' + QString::fromLatin1(name) + ".json"_L1;
}

void VariableMemory::recall()
{
    QFile file(fileFor(m_path()));
    if (m_path().isEmpty() || !file.open(QIODevice::ReadOnly))
        return;
    const Json known = Json::parse(file.readAll()).value_or(Json())[u"variables"];
    QHash<QString, QList<VariableOption>> offered;
    for (const VariableState &state : m_session.variables()) {
        const Json each = known[state.definition.name];
        if (isAsked(state.definition) && each[u"question"].toString() == questionOf(state.definition))
            offered.insert(state.definition.name, optionsOf(each[u"options"]));
    }
    m_session.offerRemembered(offered);
}

void VariableMemory::keep()
{
    if (m_path().isEmpty())
        return;
    std::vector<std::pair<QString, Json>> known;
    for (const VariableState &state : m_session.variables())
        if (isAsked(state.definition) && !state.loading && !state.error && !state.options.isEmpty())
            known.emplace_back(
                state.definition.name,
                Json::object({{u"question"_s, Json(questionOf(state.definition))}, {u"options"_s, optionsJson(state.options)}}));
    if (known.empty() || !QDir().mkpath(folder()))
        return;
    const QByteArray text = Json::object({{u"path"_s, Json(m_path())}, {u"variables"_s, Json::object(known)}}).dump();
    QFile file(fileFor(m_path()));
    if (file.open(QIODevice::ReadOnly) && file.readAll() == text)
        return;
    file.close();
    (void)saveFile(file.fileName(), text); // a cache that cannot be written is only slower
    forgetOldest();
}
