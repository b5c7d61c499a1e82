// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QProcess>
#include <QtCore/QString>
#include <functional>

// A process that never outlives this one: the kernel kills it when we end, however we end. To be started from the main thread.
class ChildProcess : public QProcess
{
    Q_OBJECT

public:
    explicit ChildProcess(QObject *parent = nullptr);
    ~ChildProcess() override; // kills and reaps: at most one second

    void launch(const QString &program, const QStringList &arguments); // with a small environment and no standard input
    void stop(int terminateMs); // SIGTERM now, SIGKILL later; finished() follows
};

// Runs a program to its end, gathering at most a megabyte of its output. The callback comes once, unless the context dies first
// (then the program is killed). exitCode is -1 when it could not be started, was killed, or took longer than timeoutMs.
struct ToolAnswer {
    int exitCode = -1;
    QString output; // standard output, then standard error
};
void runTool(QObject *context, const QString &program, const QStringList &arguments, int timeoutMs,
             std::function<void(const ToolAnswer &)> done);
