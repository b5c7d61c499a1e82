// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QObject>
#include <QtCore/QStringList>
#include <QtCore/QTimer>
#include <datasource/local/childprocess.h>

// One instance of the sample application: started, found by the port that the kernel says it listens on, restarted when it ends.
class SampleApp : public QObject
{
    Q_OBJECT

public:
    SampleApp(const QString &python, const QStringList &arguments, QObject *parent = nullptr);

    void start();
    quint16 port() const { return m_port; } // 0 while it does not listen
    qint64 pid() const { return m_child.processId(); }

signals:
    void portChanged(quint16 port);
    void failed(const QString &why); // does not stay up; not tried again

private:
    void launch();
    void look();
    void ended();

    QString m_python;
    QStringList m_arguments;
    ChildProcess m_child;
    QTimer m_look;
    quint16 m_port = 0;
    int m_failures = 0;
};
