// SPDX-License-Identifier: GPL-3.0-or-later
#include <datasource/local/childprocess.h>

#include <QtCore/QCoreApplication>
#include <QtCore/QPointer>
#include <QtCore/QThread>
#include <QtCore/QTimer>
#include <csignal>
#include <memory>
#include <sys/prctl.h>
#include <unistd.h>

namespace {

// Proxies, library paths and secrets of the desktop session are nobody's business down there.
QProcessEnvironment smallEnvironment()
{
    const QProcessEnvironment ours = QProcessEnvironment::systemEnvironment();
    QProcessEnvironment environment;
    for (const QString &name : {QStringLiteral("PATH"), QStringLiteral("HOME"), QStringLiteral("TMPDIR"), QStringLiteral("TZ")}) {
        if (ours.contains(name))
            environment.insert(name, ours.value(name));
    }
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    return environment;
}

} // namespace

ChildProcess::ChildProcess(QObject *parent) : QProcess(parent)
{
    setProcessEnvironment(smallEnvironment());
    setStandardInputFile(QProcess::nullDevice());
    const pid_t us = getpid();
    setChildProcessModifier([us] {
        prctl(PR_SET_PDEATHSIG, SIGKILL);
        if (getppid() != us) // we ended between fork and prctl
            _exit(127);
    });
}

ChildProcess::~ChildProcess()
{
    if (state() == QProcess::NotRunning)
        return;
    disconnect(); // nobody wants to hear of it any more
    kill();
    waitForFinished(1'000);
}

void ChildProcess::launch(const QString &program, const QStringList &arguments)
{
    Q_ASSERT(QThread::currentThread() == QCoreApplication::instance()->thread());
    start(program, arguments);
}

void ChildProcess::stop(int terminateMs)
{
    terminate();
    QTimer::singleShot(terminateMs, this, [this] { kill(); });
}

void runTool(QObject *context, const QString &program, const QStringList &arguments, int timeoutMs,
             std::function<void(const ToolAnswer &)> done)
{
    constexpr qsizetype maxBytes = 1 << 20;
    // Not the context's child: the callback may end the context while the process is still emitting.
    auto *process = new ChildProcess;
    const auto text = std::make_shared<QByteArray>();
    process->setProcessChannelMode(QProcess::MergedChannels);
    const auto gather = [process, text] {
        const QByteArray more = process->readAllStandardOutput();
        text->append(more.left(maxBytes - text->size()));
    };
    const auto finish = [process, text, gather, guard = QPointer<QObject>(context), done = std::move(done)](int exitCode) {
        gather();
        process->disconnect();
        process->deleteLater();
        if (guard)
            done({exitCode, QString::fromUtf8(*text)});
    };
    QObject::connect(context, &QObject::destroyed, process, [process] {
        process->disconnect();
        process->kill();
        process->deleteLater();
    });
    QObject::connect(process, &QProcess::readyReadStandardOutput, process, gather);
    QObject::connect(process, &QProcess::finished, process, [finish](int code, QProcess::ExitStatus status) {
        finish(status == QProcess::NormalExit ? code : -1); //
    });
    QObject::connect(process, &QProcess::errorOccurred, process, [finish](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            finish(-1);
    });
    QTimer::singleShot(timeoutMs, process, [process] { process->kill(); });
    process->launch(program, arguments);
}
