// SPDX-License-Identifier: GPL-3.0-or-later
#include <datasource/prometheus/httperrors.h>

#include <QtCore/QCoreApplication>
#include <core/json.h>

namespace {
constexpr qsizetype kMaxQuote = 300;
constexpr qsizetype kMaxErrorBody = 1 << 20;

QString shortened(QString text)
{
    text = text.simplified();
    return text.size() > kMaxQuote ? text.left(kMaxQuote - 1) + QChar(0x2026) : text;
}

QString statusText(int status)
{
    switch (status) {
    case 400:
        return QStringLiteral("HTTP 400 Bad Request");
    case 404:
        return QStringLiteral("HTTP 404 Not Found");
    case 422:
        return QStringLiteral("HTTP 422 Unprocessable Entity");
    case 429:
        return QStringLiteral("HTTP 429 Too Many Requests");
    case 500:
        return QStringLiteral("HTTP 500 Internal Server Error");
    case 502:
        return QStringLiteral("HTTP 502 Bad Gateway");
    case 503:
        return QStringLiteral("HTTP 503 Service Unavailable");
    case 504:
        return QStringLiteral("HTTP 504 Gateway Timeout");
    default:
        return QStringLiteral("HTTP %1").arg(status);
    }
}

QString addressHint()
{
    return QCoreApplication::translate("Errors", "Check the address: it is the part before /api/v1.");
}

QString hintFor(const QString &errorType, int status)
{
    if (errorType == QLatin1String("timeout") || errorType == QLatin1String("canceled"))
        return QCoreApplication::translate("Errors", "Ask for a shorter range or a longer step.");
    if (errorType == QLatin1String("unavailable") || status == 503)
        return QCoreApplication::translate("Errors", "The server is starting, stopping or overloaded; try again soon.");
    return {};
}
} // namespace

QString originOf(const QUrl &url)
{
    return url.toString(QUrl::RemoveUserInfo | QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment);
}

bool isSameOrigin(const QUrl &a, const QUrl &b)
{
    const auto port = [](const QUrl &url) { return url.port(url.scheme() == QLatin1String("https") ? 443 : 80); };
    return a.scheme() == b.scheme() && a.host().compare(b.host(), Qt::CaseInsensitive) == 0 && port(a) == port(b);
}

bool isForeignAnswer(const QByteArray &body)
{
    for (const char byte : body) {
        if (byte == ' ' || byte == '\n' || byte == '\r' || byte == '\t' || byte == '\xef' || byte == '\xbb' || byte == '\xbf')
            continue;
        return byte != '{';
    }
    return true;
}

Error foreignAnswerError(const QUrl &url, int status, const QByteArray &body, const QByteArray &contentType)
{
    const QByteArray start = body.left(kMaxErrorBody).trimmed();
    const bool isHtml = contentType.startsWith("text/html") || start.left(1) == "<";
    const QString answer = status == 200 ? QString() : QStringLiteral(" (%1)").arg(statusText(status));
    if (isHtml)
        return {Error::Kind::Http,
                QCoreApplication::translate("Errors", "The server answered with a web page, not with Prometheus' API%1").arg(answer),
                originOf(url), addressHint()};
    if (start.isEmpty())
        return {Error::Kind::Http, QCoreApplication::translate("Errors", "The server's answer is empty%1").arg(answer), originOf(url),
                addressHint()};
    const QString words = shortened(QString::fromUtf8(start.left(2'000)));
    return {Error::Kind::Http,
            QCoreApplication::translate("Errors", "The server does not answer with Prometheus' API%1: %2").arg(answer, words),
            originOf(url), status == 503 ? hintFor({}, status) : addressHint()};
}

Error statusError(const QUrl &url, int status, const QByteArray &body, const QByteArray &contentType)
{
    const Json json = isForeignAnswer(body) || body.size() > kMaxErrorBody ? Json() : Json::parse(body).value_or(Json());
    const QString words = shortened(json[u"error"].toString(json[u"message"].toString()));
    if (status == 401 || status == 403) {
        const QString detail = words.isEmpty() ? QString() : QStringLiteral(": ") + words;
        const QString what = status == 401 ? QCoreApplication::translate("Errors", "The server wants another sign-in (HTTP 401)")
                                           : QCoreApplication::translate("Errors", "The server forbids this (HTTP 403)");
        return {Error::Kind::Auth, what + detail, originOf(url),
                QCoreApplication::translate("Errors", "Check user, password or token of this source.")};
    }
    if (!words.isEmpty()) {
        const QString type = json[u"errorType"].toString();
        const bool isQuery = json[u"status"].toString() == QLatin1String("error");
        return {isQuery ? Error::Kind::Query : Error::Kind::Http, words, QStringLiteral("%1, %2").arg(originOf(url), statusText(status)),
                hintFor(type, status)};
    }
    return foreignAnswerError(url, status, body, contentType);
}

Error networkError(const QUrl &url, QNetworkReply::NetworkError code, const QString &text)
{
    const QString where = originOf(url);
    switch (code) {
    case QNetworkReply::ConnectionRefusedError:
        return {Error::Kind::Network, QCoreApplication::translate("Errors", "No server listens there (connection refused)"), where,
                QCoreApplication::translate("Errors", "Is the server running, and is the port right?")};
    case QNetworkReply::HostNotFoundError:
        return {Error::Kind::Network, QCoreApplication::translate("Errors", "The host name is not known"), where,
                QCoreApplication::translate("Errors", "Check the spelling, and the network.")};
    case QNetworkReply::RemoteHostClosedError:
        return {Error::Kind::Network,
                QCoreApplication::translate("Errors", "The server closed the connection before its answer was complete"), where};
    case QNetworkReply::SslHandshakeFailedError:
        return {Error::Kind::Network, QCoreApplication::translate("Errors", "The secure connection failed: %1").arg(shortened(text)), where,
                QCoreApplication::translate(
                    "Errors", "Install the server's certificate authority, or turn off “Check the server certificate” for this source.")};
    default:
        return {Error::Kind::Network, shortened(text), where};
    }
}

Error withoutSecrets(Error error, const PrometheusConfig &config)
{
    if (config.secret.isEmpty())
        return error;
    const QByteArray pair = config.user.toUtf8() + ':' + config.secret;
    const QString plain = QString::fromUtf8(config.secret);
    const QStringList forms{QString::fromLatin1(pair.toBase64()), plain, QString::fromUtf8(QUrl::toPercentEncoding(plain)),
                            QString::fromLatin1(config.secret.toBase64())};
    for (QString *text : {&error.what, &error.where, &error.hint}) {
        for (const QString &form : forms)
            text->replace(form, QStringLiteral("•••"));
    }
    return error;
}
