// SPDX-License-Identifier: GPL-3.0-or-later
#include <datasource/local/sampleapp.h>

#include <datasource/local/procnet.h>

namespace {

constexpr int lookMs = 50;
constexpr int mostFailures = 5; // in a row, without ever listening
constexpr int backOffMs = 300; // times the failures

} // namespace

SampleApp::SampleApp(const QString &python, const QStringList &arguments, QObject *parent)
    : QObject(parent)
    , m_python(python)
    , m_arguments(arguments)
{
    m_child.setProcessChannelMode(QProcess::SeparateChannels);
    m_child.setStandardOutputFile(QProcess::nullDevice());
    m_child.setStandardErrorFile(QProcess::nullDevice());
    connect(&m_look, &QTimer::timeout, this, &SampleApp::look);
    connect(&m_child, &QProcess::finished, this, &SampleApp::ended);
    connect(&m_child, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            ended();
    });
}

void SampleApp::start()
{
    m_failures = 0;
    launch();
}

void SampleApp::launch()
{
    m_look.start(lookMs);
    m_child.launch(m_python, m_arguments);
}

void SampleApp::look()
{
    const QList<quint16> ports = ProcNet::listeningPorts(m_child.processId());
    if (ports.isEmpty())
        return;
    m_look.stop();
    m_failures = 0;
    m_port = ports.first();
    emit portChanged(m_port);
}

void SampleApp::ended()
{
    m_look.stop();
    if (m_port != 0) {
        m_port = 0;
        emit portChanged(0);
    }
    if (++m_failures > mostFailures) {
        emit failed(
            tr("The sample application does not start. It needs python3-flask and python3-prometheus-client for %1.").arg(m_python));
        return;
    }
    QTimer::singleShot(backOffMs * m_failures, this, &SampleApp::launch);
}
