// SPDX-License-Identifier: GPL-3.0-or-later
#include <datasource/prometheus/httpfetch.h>

#include <QtCore/QCoreApplication>
#include <QtCore/QUrlQuery>
#include <QtNetwork/QNetworkAccessManager>
#include <QtNetwork/QSslConfiguration>
#include <QtNetwork/QSslSocket>
#include <datasource/prometheus/httperrors.h>

namespace {
constexpr int kMaxRedirects = 5;
constexpr qint64 kReadAtOnce = 256 * 1024; // in one turn of the event loop

QByteArray formEncoded(const FormParameters &parameters)
{
    QByteArray text;
    for (const auto &[name, value] : parameters) {
        text += text.isEmpty() ? "" : "&";
        text += QUrl::toPercentEncoding(name) + '=' + QUrl::toPercentEncoding(value);
    }
    return text;
}

QUrl below(const QUrl &base, const QString &path)
{
    QUrl url = base.adjusted(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment | QUrl::StripTrailingSlash);
    QByteArray encoded = url.toEncoded();
    while (encoded.endsWith('/'))
        encoded.chop(1);
    return QUrl::fromEncoded(encoded + path.toUtf8());
}

void signIn(QNetworkRequest &request, const PrometheusConfig &config)
{
    switch (config.auth) {
    case PrometheusConfig::Auth::None:
        return;
    case PrometheusConfig::Auth::Basic:
        request.setRawHeader("Authorization", "Basic " + (config.user.toUtf8() + ':' + config.secret).toBase64());
        return;
    case PrometheusConfig::Auth::Bearer:
        request.setRawHeader("Authorization", "Bearer " + config.secret);
        return;
    case PrometheusConfig::Auth::Header:
        request.setRawHeader(config.headerName, config.secret);
        return;
    }
}

QNetworkRequest makeRequest(const QUrl &url, const PrometheusConfig &config)
{
    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    // Series that stand still compress a hundredfold; the cap on bytes is ours, and says what it is. Qt's would end in "Decompression
    // failed".
    request.setDecompressedSafetyCheckThreshold(-1);
    request.setRawHeader("User-Agent", "Promontory/" PROMONTORY_VERSION);
    request.setRawHeader("Accept", "application/json");
    if (!config.verifyCertificate) {
        QSslConfiguration ssl = request.sslConfiguration();
        ssl.setPeerVerifyMode(QSslSocket::VerifyNone);
        request.setSslConfiguration(ssl);
    }
    signIn(request, config);
    return request;
}
// RFC 9110's preferred form: "Sun, 06 Nov 1994 08:49:37 GMT". 0 when it is another.
qint64 dateMs(const QByteArray &header)
{
    QDateTime date = QLocale::c().toDateTime(QString::fromLatin1(header), QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'"));
    date.setTimeSpec(Qt::UTC);
    return date.isValid() ? date.toMSecsSinceEpoch() : 0;
}

} // namespace

void HttpFetch::AbortReply::operator()(QNetworkReply *reply) const
{
    reply->disconnect(listener);
    reply->abort();
    reply->deleteLater();
}

HttpFetch::HttpFetch(HttpPeer &peer, HttpQuestion question, Done done)
    : m_peer(peer)
    , m_question(std::move(question))
    , m_done(std::move(done))
    , m_reply(nullptr, AbortReply{this})
{
    m_question.parameters += m_peer.config.extraParameters;
    m_limit.setSingleShot(true);
    m_more.setSingleShot(true);
    connect(&m_more, &QTimer::timeout, this, &HttpFetch::readSome);
    connect(&m_limit, &QTimer::timeout, this, [this] {
        finish(fail(Error::Kind::Network,
                    QCoreApplication::translate("Errors", "No complete answer within %1 s").arg(double(m_peer.config.timeoutMs) / 1000),
                    originOf(m_url), QCoreApplication::translate("Errors", "Ask for less, or raise the time limit of the source.")));
    });
}

HttpFetch::~HttpFetch() = default;

void HttpFetch::Stop::operator()(HttpFetch *fetch) const
{
    fetch->m_done = nullptr;
    fetch->m_limit.stop();
    fetch->m_more.stop();
    fetch->m_reply.reset();
    fetch->deleteLater();
}

void HttpFetch::start()
{
    if (!m_done) // stopped before its turn came: who asked, and the peer, may be gone
        return;
    m_clock.start();
    m_limit.start(int(std::clamp(m_peer.config.timeoutMs, qint64(1), qint64(86'400'000))));
    m_url = below(m_peer.config.url, m_question.path);
    const QString scheme = m_url.scheme();
    if (!m_url.isValid() || m_url.host().isEmpty() || (scheme != QLatin1String("http") && scheme != QLatin1String("https"))) {
        finish(fail(Error::Kind::Config, QCoreApplication::translate("Errors", "The address is not one of a server"), originOf(m_url),
                    QStringLiteral("Write it like http://host:9090")));
        return;
    }
    if (m_peer.config.secret.contains('\n') || m_peer.config.secret.contains('\r') || m_peer.config.headerName.contains('\n')) {
        finish(fail(Error::Kind::Config, QCoreApplication::translate("Errors", "The secret or the header's name has a line break in it"),
                    originOf(m_url)));
        return;
    }
    send(m_url);
}

bool HttpFetch::usesPost() const
{
    return m_question.canPost && !m_peer.postRefused && m_peer.config.method != QLatin1String("GET");
}

void HttpFetch::send(const QUrl &url)
{
    m_url = url;
    m_body.clear();
    m_posted = usesPost();
    const QByteArray form = formEncoded(m_question.parameters);
    if (m_posted) {
        QNetworkRequest request = makeRequest(url, m_peer.config);
        request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/x-www-form-urlencoded"));
        m_reply.reset(m_peer.network->post(request, form));
    } else {
        QUrl full = url;
        if (!form.isEmpty())
            full.setQuery(QString::fromLatin1(form), QUrl::StrictMode);
        m_reply.reset(m_peer.network->get(makeRequest(full, m_peer.config)));
    }
    m_isComplete = false;
    // The network goes with the program, and takes its replies along.
    connect(m_reply.get(), &QObject::destroyed, this, [this] { static_cast<void>(m_reply.release()); });
    connect(m_reply.get(), &QNetworkReply::readyRead, this, &HttpFetch::readSome);
    connect(m_reply.get(), &QNetworkReply::finished, this, [this] {
        m_isComplete = true;
        readSome();
    });
}

void HttpFetch::readSome()
{
    const qint64 available = m_reply->bytesAvailable();
    const qint64 most = m_peer.config.limits.maxBytes;
    if (m_body.size() + available > most) {
        finish(fail(Error::Kind::Limit, QCoreApplication::translate("Errors", "The answer is larger than %1 MiB").arg(most / (1024 * 1024)),
                    originOf(m_url), QCoreApplication::translate("Errors", "Ask for a shorter range, a longer step, or fewer series.")));
        return;
    }
    if (m_body.isEmpty()) {
        // Room for all of it, and for the decoder's padding, at once.
        const qint64 announced = m_reply->header(QNetworkRequest::ContentLengthHeader).toLongLong();
        m_body.reserve(qsizetype(qBound(available, announced, most)) + 64);
    }
    const qsizetype before = m_body.size();
    const qint64 wanted = std::min(available, kReadAtOnce);
    m_body.resize(before + qsizetype(wanted));
    const qint64 got = m_reply->read(m_body.data() + before, wanted);
    m_body.resize(before + qsizetype(std::max<qint64>(0, got)));
    if (got > 0 && available > wanted)
        m_more.start();
    else if (m_isComplete)
        conclude();
}

void HttpFetch::redirect(const QUrl &target)
{
    if (!isSameOrigin(target, m_url)) {
        finish(fail(
            Error::Kind::Http,
            QCoreApplication::translate("Errors", "The server sends us on to %1, another origin; not followed").arg(originOf(target)),
            originOf(m_url), QCoreApplication::translate("Errors", "If that is the right server, make it the address of this source.")));
    } else if (++m_redirects > kMaxRedirects) {
        finish(fail(Error::Kind::Http, QCoreApplication::translate("Errors", "The server redirects in a circle"), originOf(m_url)));
    } else {
        QUrl url = target;
        if (!m_posted)
            url.setQuery(QString());
        send(url);
    }
}

void HttpFetch::conclude()
{
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const QByteArray contentType = m_reply->rawHeader("Content-Type");
    const QByteArray location = m_reply->rawHeader("Location");
    const auto code = m_reply->error();
    if (status >= 300 && status < 400 && !location.isEmpty()) {
        redirect(m_url.resolved(QUrl::fromEncoded(location)));
    } else if (status == 405 && m_posted) {
        m_peer.postRefused = true;
        send(m_url);
    } else if (status == 0 || (status == 200 && code != QNetworkReply::NoError)) {
        finish(tl::unexpected(networkError(m_url, code, m_reply->errorString())));
    } else if (!m_reply->hasRawHeader("Content-Encoding")
               && m_reply->header(QNetworkRequest::ContentLengthHeader).toLongLong() > m_body.size()) {
        // Qt does not always tell of a connection that closed early. The length of a packed answer is that of its packing.
        finish(fail(Error::Kind::Network, QCoreApplication::translate("Errors", "The connection closed before the answer was whole"),
                    originOf(m_url),
                    QCoreApplication::translate("Errors", "Try again; if it stays, look at the server or a proxy in between.")));
    } else if (status != 200) {
        finish(tl::unexpected(statusError(m_url, status, m_body, contentType)));
    } else {
        const bool isVictoriaMetrics = m_reply->hasRawHeader("X-Server-Hostname");
        finish(HttpAnswer{std::move(m_body), contentType, isVictoriaMetrics, double(m_clock.nsecsElapsed()) / 1e6,
                          dateMs(m_reply->rawHeader("Date"))});
    }
}

void HttpFetch::finish(Result<HttpAnswer> result)
{
    m_limit.stop();
    m_more.stop();
    m_reply.reset();
    if (!result)
        result = tl::unexpected(withoutSecrets(result.error(), m_peer.config));
    if (const Done done = std::exchange(m_done, nullptr))
        done(std::move(result));
}
