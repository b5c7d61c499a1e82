// SPDX-License-Identifier: GPL-3.0-or-later
#include <datasource/local/toolfinder.h>

#include <QtCore/QCoreApplication>
#include <QtCore/QFileInfo>
#include <QtCore/QRegularExpression>
#include <QtCore/QStandardPaths>
#include <QtCore/QTimer>
#include <datasource/local/childprocess.h>
#include <memory>

namespace {

constexpr int toolTimeoutMs = 20'000;

QString tr(const char *text)
{
    return QCoreApplication::translate("ToolFinder", text);
}

QString installHint()
{
    return tr("Install Prometheus (Debian: apt install prometheus), or name the program in the settings; or use a server that runs "
              "already: add it under Sources.");
}

Result<QString> findProgram(const QString &path, const QString &name)
{
    if (path.isEmpty()) {
        const QString found = QStandardPaths::findExecutable(name);
        if (!found.isEmpty())
            return found;
        return fail(Error::Kind::Config, tr("The program “%1” is not installed.").arg(name), QStringLiteral("PATH"), installHint());
    }
    const QFileInfo info(path);
    if (info.isFile() && info.isExecutable())
        return info.absoluteFilePath();
    return fail(Error::Kind::Config, tr("There is no program “%1”.").arg(path), path, installHint());
}

// Three runs, side by side; the answer is judged when the last one has ended.
struct Search {
    Tools tools;
    ToolFinder::Wanted wanted;
    ToolAnswer version;
    ToolAnswer flags;
    ToolAnswer promtool;
    int waiting = 3;
    std::function<void(Result<Tools>)> done;

    Result<Tools> judge() const;
};

Result<Tools> Search::judge() const
{
    Tools found = tools;
    found.version = ToolFinder::versionIn(version.output);
    if (version.exitCode != 0 || found.version.isEmpty())
        return fail(Error::Kind::Config, tr("“%1” does not answer like Prometheus.").arg(tools.prometheus), tools.prometheus,
                    installHint());
    if (promtool.exitCode != 0)
        return fail(Error::Kind::Config, tr("“%1” cannot be run.").arg(tools.promtool), tools.promtool, installHint());
    if (ToolFinder::isOlder(found.version, wanted.minimumMajor, wanted.minimumMinor)) {
        const QString what = tr("Prometheus %1 is too old: %2.%3 or later is needed.");
        return fail(Error::Kind::Unsupported, what.arg(found.version).arg(wanted.minimumMajor).arg(wanted.minimumMinor), tools.prometheus,
                    installHint());
    }
    // Debian's build has the lock off and a flag to turn it on; the original has it on and no such flag.
    const QString lockFlag = QStringLiteral("--storage.tsdb.use-lockfile");
    if (flags.output.contains(lockFlag))
        found.lockArguments.append(lockFlag);
    return found;
}

} // namespace

void ToolFinder::find(QObject *context, const Wanted &wanted, std::function<void(Result<Tools>)> done)
{
    const Result<QString> prometheus = findProgram(wanted.prometheusPath, QStringLiteral("prometheus"));
    const Result<QString> promtool = findProgram(wanted.promtoolPath, QStringLiteral("promtool"));
    if (!prometheus || !promtool) {
        const Error error = !prometheus ? prometheus.error() : promtool.error();
        QTimer::singleShot(0, context, [done = std::move(done), error] { done(tl::unexpected<Error>(error)); });
        return;
    }
    const auto search = std::make_shared<Search>();
    search->tools.prometheus = *prometheus;
    search->tools.promtool = *promtool;
    search->wanted = wanted;
    search->done = std::move(done);
    const auto run = [context, search](const QString &program, const QString &argument, ToolAnswer Search::*slot) {
        runTool(context, program, {argument}, toolTimeoutMs, [search, slot](const ToolAnswer &answer) {
            (*search).*slot = answer;
            if (--search->waiting == 0)
                search->done(search->judge());
        });
    };
    run(*prometheus, QStringLiteral("--version"), &Search::version);
    run(*prometheus, QStringLiteral("--help"), &Search::flags);
    run(*promtool, QStringLiteral("--version"), &Search::promtool);
}

QString ToolFinder::versionIn(const QString &output)
{
    static const QRegularExpression pattern(QStringLiteral(R"(\bversion v?(\d+\.\d+(?:\.\d+)?))"));
    return pattern.match(output.section(QLatin1Char('\n'), 0, 0)).captured(1);
}

bool ToolFinder::isOlder(const QString &version, int major, int minor)
{
    const int ours = version.section(QLatin1Char('.'), 0, 0).toInt();
    return ours < major || (ours == major && version.section(QLatin1Char('.'), 1, 1).toInt() < minor);
}
