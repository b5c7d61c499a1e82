// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QElapsedTimer>
#include <QtCore/QObject>
#include <QtCore/QTimer>
#include <QtNetwork/QNetworkReply>
#include <datasource/prometheus/prometheussource.h>

class QNetworkAccessManager;

using FormParameters = QList<QPair<QString, QString>>;

// What is asked: a path below the source's URL and form parameters.
struct HttpQuestion {
    QString path; // "/api/v1/query", percent-encoded
    FormParameters parameters;
    bool canPost = false; // the endpoint takes a form body

    bool operator==(const HttpQuestion &) const = default;
};

struct HttpAnswer {
    QByteArray body;
    QByteArray contentType;
    bool isVictoriaMetrics = false; // its servers tell so in a header
    double networkMs = 0;
    qint64 serverMs = 0; // its Date header; 0 = none
};

// What the fetches of one source share.
struct HttpPeer {
    PrometheusConfig config;
    QNetworkAccessManager *network = nullptr;
    bool postRefused = false; // by 405: GET from then on
};

// One question until its answer is here whole, whatever it takes: redirects within the origin, the other method, the time limit, the
// cap on bytes. Any HTTP status but 200 is an error. Owned through Stop, which closes the connection at once and is safe inside `done`.
class HttpFetch : public QObject
{
    Q_OBJECT

public:
    using Done = std::function<void(Result<HttpAnswer>)>;

    HttpFetch(HttpPeer &peer, HttpQuestion question, Done done);
    ~HttpFetch() override;

    void start();

    struct Stop {
        void operator()(HttpFetch *fetch) const;
    };

private:
    struct AbortReply {
        QObject *listener = nullptr; // of the reply's signals
        void operator()(QNetworkReply *reply) const;
    };

    void send(const QUrl &url);
    bool usesPost() const;
    void readSome();
    void conclude();
    void redirect(const QUrl &target);
    void finish(Result<HttpAnswer> result);

    HttpPeer &m_peer;
    HttpQuestion m_question;
    Done m_done;
    QTimer m_limit;
    QTimer m_more; // runs while bytes wait to be read in another turn
    QElapsedTimer m_clock;
    std::unique_ptr<QNetworkReply, AbortReply> m_reply;
    QUrl m_url;
    QByteArray m_body;
    int m_redirects = 0;
    bool m_posted = false;
    bool m_isComplete = false;
};
