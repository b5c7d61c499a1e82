// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QObject>
#include <QtCore/QUrl>
#include <QtNetwork/QNetworkAccessManager>
#include <functional>

// Asks a server of ours on loopback: no proxy, no redirects, no cookies, at most 64 KiB of answer.
class LoopbackHttp : public QObject
{
    Q_OBJECT

public:
    struct Answer {
        int status = 0; // 0: no answer at all, or none in time
        QByteArray body;
    };
    using Done = std::function<void(const Answer &)>;

    explicit LoopbackHttp(QObject *parent = nullptr);

    void setCredentials(const QString &user, const QString &password); // for every request; empty = none
    // The callback comes once, from the event loop, unless the context or this object dies first.
    void get(QObject *context, const QUrl &url, int timeoutMs, const Done &done);
    void post(QObject *context, const QUrl &url, int timeoutMs, const Done &done); // no body

private:
    void ask(QObject *context, QNetworkAccessManager::Operation operation, const QUrl &url, int timeoutMs, const Done &done);

    QNetworkAccessManager m_network;
    QByteArray m_authorization;
};
