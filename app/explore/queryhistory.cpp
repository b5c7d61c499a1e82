// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/explore/queryhistory.h>

#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QSaveFile>
#include <QtCore/QStandardPaths>
#include <app/query/targetoptions.h>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMost = 500; // without a star
constexpr qint64 kMostBytes = 16 << 20;

Json toJson(const PastQuery &query)
{
    return Json::object({{u"targets"_s, Json::array(std::vector<Json>(query.targets.begin(), query.targets.end()))},
                         {u"source"_s, query.sourceUid},
                         {u"sourceName"_s, query.sourceName},
                         {u"ran"_s, query.ranMs},
                         {u"starred"_s, query.starred}});
}

PastQuery fromJson(const Json &json)
{
    PastQuery query;
    for (const Json &target : json[u"targets"].items())
        if (target.isObject())
            query.targets.append(target);
    query.sourceUid = json[u"source"].toString();
    query.sourceName = json[u"sourceName"].toString();
    query.ranMs = json[u"ran"].toInt();
    query.starred = json[u"starred"].toBool();
    return query;
}

} // namespace

QString PastQuery::text() const
{
    QStringList lines;
    for (const Json &target : targets)
        lines.append(queryTextOf(target).trimmed());
    return lines.join(u'\n');
}

QueryHistory::QueryHistory(const QString &file, QObject *parent) : QObject(parent), m_file(file)
{
    read();
}

QString QueryHistory::defaultFile()
{
    QString state = qEnvironmentVariable("XDG_STATE_HOME");
    if (state.isEmpty() || !QDir::isAbsolutePath(state))
        state = QDir::homePath() + "/.local/state"_L1;
    return state + "/promontory/explore-history.json"_L1;
}

void QueryHistory::add(const PastQuery &query)
{
    if (query.text().trimmed().isEmpty())
        return;
    read();
    PastQuery kept = query;
    m_entries.removeIf([&](const PastQuery &each) {
        const bool same = each.sameAs(query);
        kept.starred |= same && each.starred;
        return same;
    });
    m_entries.prepend(kept);
    write();
}

void QueryHistory::setStarred(const PastQuery &query, bool starred)
{
    read();
    for (PastQuery &each : m_entries)
        if (each.sameAs(query))
            each.starred = starred;
    write();
}

void QueryHistory::remove(const PastQuery &query)
{
    read();
    m_entries.removeIf([&](const PastQuery &each) { return each.sameAs(query); });
    write();
}

// An unreadable file leaves what is known as it is.
void QueryHistory::read()
{
    QFile file(m_file);
    if (!file.open(QIODevice::ReadOnly))
        return;
    const Result<Json> json = Json::parse(file.read(kMostBytes));
    if (!json)
        return;
    m_entries.clear();
    for (const Json &item : (*json)[u"queries"].items())
        if (const PastQuery query = fromJson(item); !query.text().trimmed().isEmpty())
            m_entries.append(query);
}

void QueryHistory::write()
{
    qsizetype plain = 0;
    m_entries.removeIf([&](const PastQuery &each) { return !each.starred && ++plain > kMost; });
    std::vector<Json> items;
    for (const PastQuery &query : std::as_const(m_entries))
        items.push_back(toJson(query));
    QDir().mkpath(QFileInfo(m_file).path());
    QSaveFile file(m_file);
    const QByteArray text = Json::object({{u"version"_s, 1}, {u"queries"_s, Json::array(items)}}).dump(1) + '\n';
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit())
        qWarning("%s: %s", qPrintable(m_file), qPrintable(file.errorString()));
    emit changed();
}
