// SPDX-License-Identifier: GPL-3.0-or-later
#include <datasource/local/serverprocess.h>

#include <datasource/local/procnet.h>

ServerProcess::ServerProcess(const Launch &launch, const EngineTimings &timings, QObject *parent)
    : QObject(parent)
    , m_launch(launch)
    , m_timings(timings)
{
    m_deadline.setSingleShot(true);
    connect(&m_poll, &QTimer::timeout, this, &ServerProcess::poll);
    connect(&m_deadline, &QTimer::timeout, this, [this] { giveUp(End::Silent); });
    connect(&m_child, &QProcess::finished, this, [this](int code) { finished(code); });
    connect(&m_child, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            finished(-1);
    });
    if (!launch.logFile.isEmpty())
        m_child.setStandardErrorFile(launch.logFile);
    m_child.setStandardOutputFile(QProcess::nullDevice());
}

ServerProcess::~ServerProcess()
{
    m_child.disconnect(this);
    if (m_child.state() == QProcess::NotRunning)
        return;
    m_child.terminate();
    m_child.waitForFinished(2'000);
}

void ServerProcess::start()
{
    m_deadline.start(m_timings.listenMs);
    m_poll.start(m_timings.pollMs);
    m_child.launch(m_launch.program, m_launch.arguments);
}

void ServerProcess::stop()
{
    giveUp(End::Stopped);
}

void ServerProcess::poll()
{
    if (m_child.state() != QProcess::Running || m_asking)
        return;
    if (m_ready)
        askHealthy();
    else if (m_url.isEmpty())
        proveListener();
    else
        askReady();
}

void ServerProcess::proveListener()
{
    const QList<quint16> ports = ProcNet::listeningPorts(m_child.processId());
    if (ports.isEmpty())
        return;
    const quint16 port = ports.first();
    if ((m_launch.port != 0 && port != m_launch.port) || !ProcNet::ownsListener(m_child.processId(), port)) {
        giveUp(End::PortTaken);
        return;
    }
    m_url.setScheme(QStringLiteral("http"));
    m_url.setHost(QStringLiteral("127.0.0.1"));
    m_url.setPort(port);
    m_http.setCredentials(m_launch.user, m_launch.password);
    m_deadline.start(m_timings.readyMs);
    askReady();
}

void ServerProcess::askReady()
{
    m_asking = true;
    m_http.get(this, m_url.resolved(QUrl(QStringLiteral("/-/ready"))), m_timings.healthMs, [this](const LoopbackHttp::Answer &answer) {
        m_asking = false;
        readyAnswered(answer.status);
    });
}

void ServerProcess::readyAnswered(int status)
{
    if (status != 200 || m_ended || m_end == End::Stopped)
        return;
    m_deadline.stop();
    m_ready = true;
    m_poll.start(m_timings.healthMs);
    emit ready();
}

void ServerProcess::askHealthy()
{
    constexpr int patience = 3;
    m_asking = true;
    m_http.get(this, m_url.resolved(QUrl(QStringLiteral("/-/healthy"))), m_timings.healthMs, [this](const LoopbackHttp::Answer &answer) {
        m_asking = false;
        m_missed = answer.status == 200 ? 0 : m_missed + 1;
        if (m_missed >= patience)
            giveUp(End::Silent);
    });
}

void ServerProcess::finished(int exitCode)
{
    if (m_ended)
        return;
    m_ended = true;
    m_poll.stop();
    m_deadline.stop();
    const bool neverListened = m_url.isEmpty();
    if (m_end == End::Crashed && neverListened && m_launch.port != 0 && ProcNet::isListening(m_launch.port))
        m_end = End::PortTaken;
    emit ended(m_end, exitCode);
}

void ServerProcess::giveUp(End how)
{
    m_end = how;
    m_poll.stop();
    m_deadline.stop();
    if (m_child.state() == QProcess::NotRunning)
        QMetaObject::invokeMethod(
            this, [this] { finished(-1); }, Qt::QueuedConnection);
    else
        m_child.stop(how == End::Stopped ? m_timings.terminateMs : 0);
}
