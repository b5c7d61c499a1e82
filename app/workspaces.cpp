// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/workspaces.h>

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QSaveFile>

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 kMostBytes = 8 << 20;
} // namespace

Workspaces::Workspaces(const QString &file) : m_file(file) { }

QString Workspaces::defaultFile()
{
    QString state = qEnvironmentVariable("XDG_STATE_HOME");
    if (state.isEmpty() || !QDir::isAbsolutePath(state))
        state = QDir::homePath() + "/.local/state"_L1;
    return state + "/promontory/workspaces.json"_L1;
}

QString Workspaces::folderOf(const QString &dashboardPath, const QStringList &folders)
{
    if (dashboardPath.isEmpty())
        return {};
    const QFileInfo info(dashboardPath);
    const QString path = info.exists() ? info.canonicalFilePath() : info.absoluteFilePath();
    QString innermost;
    for (const QString &folder : folders) {
        const QFileInfo each(folder);
        const QString real = each.exists() ? each.canonicalFilePath() : each.absoluteFilePath();
        if (path.startsWith(real + u'/') && real.size() > innermost.size())
            innermost = real;
    }
    return innermost.isEmpty() ? QFileInfo(path).path() : innermost;
}

// An unreadable file is as none.
Json Workspaces::read() const
{
    QFile file(m_file);
    if (!file.open(QIODevice::ReadOnly))
        return Json::object();
    const Json json = Json::parse(file.read(kMostBytes)).value_or(Json());
    return json.isObject() ? json : Json::object();
}

InputValues Workspaces::inputs(const QString &folder) const
{
    InputValues values;
    const Json kept = read()[folder][u"inputs"];
    for (const QString &name : kept.keys())
        values.insert(name, kept[name].toString());
    return values;
}

void Workspaces::setInputs(const QString &folder, const InputValues &values)
{
    const Json all = read();
    Json inputs = all[folder][u"inputs"].isObject() ? all[folder][u"inputs"] : Json::object();
    for (auto it = values.begin(); it != values.end(); ++it)
        inputs = inputs.with(it.key(), Json(it.value()));
    const Json space = (all[folder].isObject() ? all[folder] : Json::object()).with(u"inputs", inputs);
    QDir().mkpath(QFileInfo(m_file).path());
    QSaveFile out(m_file);
    if (out.open(QIODevice::WriteOnly)) {
        out.write(all.with(folder, space).dump(2) + '\n');
        out.commit();
    }
}
