// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/explore/exploredrafts.h>

using namespace Qt::StringLiterals;

ExploreDrafts::ExploreDrafts(const QString &folder) : m_folder(folder) { }

QString ExploreDrafts::defaultFolder()
{
    return Journal::folder() + "/explore"_L1;
}

Json ExploreDrafts::take()
{
    for (const QString &file : Journal::untitled(m_folder)) {
        const Result<Journal::Found> found = Journal::read(file);
        const Json drafts = found ? Json::parse(found->baseText).value_or(Json()) : Json();
        if (!drafts.isObject())
            continue;
        m_file = Journal::open(file);
        if (!m_file) // another window was quicker
            continue;
        m_kept = drafts;
        return drafts;
    }
    return {};
}

void ExploreDrafts::keep(const Json &drafts)
{
    if (drafts == m_kept)
        return;
    m_kept = drafts;
    if (drafts.isNull()) {
        if (m_file)
            m_file->discard();
        m_file.reset();
        return;
    }
    if (!m_file)
        m_file = Journal::open(Journal::newUntitled(m_folder));
    if (m_file)
        m_file->begin(drafts.dump(), true);
}
