// SPDX-License-Identifier: GPL-3.0-or-later
#include <tests/support/liveprometheus.h>

#include <QtCore/QElapsedTimer>
#include <QtCore/QFile>
#include <QtCore/QThread>
#include <QtNetwork/QTcpServer>
#include <QtNetwork/QTcpSocket>
#include <csignal>
#include <sys/prctl.h>

namespace {
constexpr int kStartMs = 30'000;

quint16 freePort()
{
    QTcpServer probe;
    probe.listen(QHostAddress::LocalHost, 0);
    return probe.serverPort();
}
} // namespace

LiveServer::LiveServer() : m_port(freePort())
{
    m_process.setChildProcessModifier([] { prctl(PR_SET_PDEATHSIG, SIGKILL); });
    m_process.setStandardOutputFile(path(QStringLiteral("log")));
    m_process.setProcessChannelMode(QProcess::MergedChannels);
}

LiveServer::~LiveServer()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.terminate();
    if (!m_process.waitForFinished(5'000)) {
        m_process.kill();
        m_process.waitForFinished(5'000);
    }
}

QUrl LiveServer::url() const
{
    return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(m_port));
}

bool LiveServer::write(const QString &name, const QByteArray &text)
{
    QFile file(path(name));
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
}

bool LiveServer::runTool(const QString &program, const QStringList &arguments)
{
    QProcess tool;
    tool.setProcessChannelMode(QProcess::MergedChannels);
    tool.start(program, arguments);
    if (tool.waitForFinished(120'000) && tool.exitStatus() == QProcess::NormalExit && tool.exitCode() == 0)
        return true;
    m_problem = program + QStringLiteral(": ") + QString::fromUtf8(tool.readAll()) + tool.errorString();
    return false;
}

void LiveServer::start(const QString &program, const QStringList &arguments, const QByteArray &readyPath, const QByteArray &authorization)
{
    m_process.setWorkingDirectory(m_folder.path());
    m_process.start(program, arguments);
    if (!m_process.waitForStarted(5'000)) {
        m_problem = program + QStringLiteral(": ") + m_process.errorString();
        return;
    }
    QElapsedTimer clock;
    clock.start();
    while (!m_ready && clock.elapsed() < kStartMs && !m_process.waitForFinished(20))
        m_ready = answers(readyPath, authorization);
    if (!m_ready) {
        QFile log(path(QStringLiteral("log")));
        log.open(QIODevice::ReadOnly);
        m_problem = program + QStringLiteral(" is not ready: ") + QString::fromUtf8(log.readAll().right(2'000));
    }
}

bool LiveServer::answers(const QByteArray &path, const QByteArray &authorization) const
{
    QTcpSocket socket;
    socket.connectToHost(QHostAddress(QHostAddress::LocalHost), m_port);
    if (!socket.waitForConnected(1'000))
        return false;
    QByteArray request = "GET " + path + " HTTP/1.0\r\nHost: 127.0.0.1\r\n";
    if (!authorization.isEmpty())
        request += "Authorization: " + authorization + "\r\n";
    socket.write(request + "\r\n");
    return socket.waitForReadyRead(2'000) && socket.readLine().contains(" 200 ");
}

LivePrometheus::LivePrometheus() : LivePrometheus(Options{}) { }

LivePrometheus::LivePrometheus(const Options &options)
{
    const QString data = path(QStringLiteral("data"));
    bool prepared = write(QStringLiteral("prometheus.yml"), options.config);
    QStringList arguments{QStringLiteral("--config.file=") + path(QStringLiteral("prometheus.yml")),
                          QStringLiteral("--storage.tsdb.path=") + data, QStringLiteral("--storage.tsdb.retention.time=10y"),
                          QStringLiteral("--web.listen-address=127.0.0.1:%1").arg(port()), QStringLiteral("--log.level=warn")};
    if (!options.webConfig.isEmpty()) {
        prepared = prepared && write(QStringLiteral("web.yml"), options.webConfig);
        arguments << QStringLiteral("--web.config.file=") + path(QStringLiteral("web.yml"));
    }
    if (!options.openMetrics.isEmpty()) {
        const QByteArray eof = options.openMetrics.trimmed().endsWith("# EOF") ? QByteArray() : QByteArray("# EOF\n");
        prepared = prepared && write(QStringLiteral("history"), options.openMetrics + eof)
            && runTool(QStringLiteral("promtool"),
                       {QStringLiteral("tsdb"), QStringLiteral("create-blocks-from"), QStringLiteral("openmetrics"),
                        path(QStringLiteral("history")), data});
    }
    if (prepared)
        start(QStringLiteral("prometheus"), arguments + options.arguments, "/-/ready", options.authorization);
}

LiveVictoriaMetrics::LiveVictoriaMetrics()
{
    start(QStringLiteral("victoria-metrics"),
          {QStringLiteral("-httpListenAddr=127.0.0.1:%1").arg(port()), QStringLiteral("-storageDataPath=") + path(QStringLiteral("data")),
           QStringLiteral("-retentionPeriod=100y"), QStringLiteral("-loggerLevel=WARN")},
          "/health");
}
