// SPDX-License-Identifier: GPL-3.0-or-later
#include <datasource/local/loopbackhttp.h>

#include <QtCore/QPointer>
#include <QtNetwork/QNetworkProxy>
#include <QtNetwork/QNetworkReply>
#include <QtNetwork/QNetworkRequest>

LoopbackHttp::LoopbackHttp(QObject *parent) : QObject(parent)
{
    m_network.setProxy(QNetworkProxy::NoProxy);
    m_network.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
}

void LoopbackHttp::setCredentials(const QString &user, const QString &password)
{
    m_authorization = user.isEmpty() ? QByteArray() : "Basic " + (user + QLatin1Char(':') + password).toUtf8().toBase64();
}

void LoopbackHttp::get(QObject *context, const QUrl &url, int timeoutMs, const Done &done)
{
    ask(context, QNetworkAccessManager::GetOperation, url, timeoutMs, done);
}

void LoopbackHttp::post(QObject *context, const QUrl &url, int timeoutMs, const Done &done)
{
    ask(context, QNetworkAccessManager::PostOperation, url, timeoutMs, done);
}

void LoopbackHttp::ask(QObject *context, QNetworkAccessManager::Operation operation, const QUrl &url, int timeoutMs, const Done &done)
{
    constexpr qint64 maxBytes = 64 * 1024;
    QNetworkRequest request(url);
    request.setTransferTimeout(timeoutMs);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    // Qt would otherwise look for credentials of its own after a 401.
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    if (!m_authorization.isEmpty())
        request.setRawHeader("Authorization", m_authorization);
    QNetworkReply *reply = nullptr;
    if (operation == QNetworkAccessManager::PostOperation) {
        request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArrayLiteral("application/x-www-form-urlencoded"));
        reply = m_network.post(request, QByteArray());
    } else {
        reply = m_network.get(request);
    }
    connect(reply, &QNetworkReply::downloadProgress, reply, [reply](qint64 received, qint64) {
        if (received > maxBytes)
            reply->abort();
    });
    connect(reply, &QNetworkReply::finished, reply, [reply, guard = QPointer<QObject>(context), done] {
        reply->deleteLater();
        const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        if (guard)
            done({status, reply->isOpen() ? reply->read(maxBytes) : QByteArray()});
    });
}
