// SPDX-License-Identifier: GPL-3.0-or-later
#include <tests/support/stubserver.h>

#include <QtCore/QTimer>
#include <QtNetwork/QTcpServer>
#include <QtNetwork/QTcpSocket>
#include <array>

namespace {
quint32 crc32(const QByteArray &bytes)
{
    quint32 crc = 0xffffffff;
    for (const char byte : bytes) {
        crc ^= quint8(byte);
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc >> 1) ^ (0xedb88320 & (0 - (crc & 1)));
    }
    return ~crc;
}

void appendLittle(QByteArray &to, quint32 value)
{
    for (int shift = 0; shift < 32; shift += 8)
        to.append(char(value >> shift));
}

QByteArray gzipped(const QByteArray &bytes)
{
    QByteArray result = QByteArray::fromHex("1f8b08000000000000ff");
    result += qCompress(bytes).mid(6).chopped(4); // Qt's length, zlib's head and its sum are not part of gzip
    appendLittle(result, crc32(bytes));
    appendLittle(result, quint32(bytes.size()));
    return result;
}

QByteArray head(const StubAnswer &answer, qint64 length)
{
    QByteArray text = "HTTP/1.1 " + QByteArray::number(answer.status) + " Scripted\r\n";
    if (!answer.contentType.isEmpty())
        text += "Content-Type: " + answer.contentType + "\r\n";
    if (answer.announced)
        text += "Content-Length: " + QByteArray::number(answer.declaredLength >= 0 ? answer.declaredLength : length) + "\r\n";
    if (answer.gzip)
        text += "Content-Encoding: gzip\r\n";
    for (const auto &[name, value] : answer.headers)
        text += name + ": " + value + "\r\n";
    return text + "\r\n";
}

// The first whole request of the bytes, which it leaves; false: more must come.
bool takeRequest(QByteArray &bytes, StubRequest &request)
{
    const qsizetype headEnd = bytes.indexOf("\r\n\r\n");
    if (headEnd < 0)
        return false;
    const QList<QByteArray> lines = bytes.left(headEnd).split('\n');
    request = {};
    for (const QByteArray &line : lines.mid(1)) {
        const qsizetype colon = line.indexOf(':');
        request.headers[line.left(colon).trimmed().toLower()] = line.mid(colon + 1).trimmed();
    }
    const qsizetype length = request.headers.value("content-length").toLongLong();
    if (bytes.size() < headEnd + 4 + length)
        return false;
    request.body = bytes.mid(headEnd + 4, length);
    bytes.remove(0, headEnd + 4 + length);
    const QList<QByteArray> words = lines.first().split(' ');
    request.method = words.value(0);
    const QUrl url = QUrl::fromEncoded(words.value(1));
    request.path = url.path(QUrl::FullyEncoded);
    QByteArray query = url.query(QUrl::FullyEncoded).toUtf8();
    if (request.headers.value("content-type").startsWith("application/x-www-form-urlencoded"))
        query += (query.isEmpty() ? "" : "&") + request.body;
    request.query = QUrlQuery(QString::fromUtf8(query.replace('+', "%20").replace("%5B", "[").replace("%5D", "]")));
    return true;
}
} // namespace

class StubServer::Worker : public QTcpServer
{
public:
    explicit Worker(std::shared_ptr<Log> log) : m_log(std::move(log)) { }

    void start()
    {
        listen(QHostAddress::LocalHost, 0);
        connect(this, &QTcpServer::newConnection, this, &Worker::accept);
    }

private:
    void accept()
    {
        while (QTcpSocket *socket = nextPendingConnection()) {
            {
                const QMutexLocker lock(&m_log->mutex);
                ++m_log->connections;
                ++m_log->open;
            }
            auto buffer = std::make_shared<QByteArray>();
            connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
                const QMutexLocker lock(&m_log->mutex);
                --m_log->open;
                socket->deleteLater();
            });
            connect(socket, &QTcpSocket::readyRead, this, [this, socket, buffer] {
                *buffer += socket->readAll();
                for (StubRequest request; takeRequest(*buffer, request);)
                    answer(socket, request);
            });
        }
    }

    void answer(QTcpSocket *socket, const StubRequest &request)
    {
        Script script;
        {
            const QMutexLocker lock(&m_log->mutex);
            m_log->requests.append(request);
            script = m_log->script;
        }
        const StubAnswer answer = script ? script(request) : StubAnswer::json("{}", 404);
        if (answer.pace == StubAnswer::Pace::Hang)
            return;
        const QByteArray body = answer.gzip ? gzipped(answer.body) : answer.body;
        socket->write(head(answer, body.size() * answer.repeat));
        if (answer.pace == StubAnswer::Pace::Trickle)
            trickle(socket, body, answer);
        else if (answer.repeat > 1)
            pour(socket, body, answer.repeat);
        else
            finish(socket, body, answer.declaredLength);
    }

    static void finish(QTcpSocket *socket, const QByteArray &body, qint64 declaredLength)
    {
        socket->write(body);
        if (declaredLength > body.size())
            socket->disconnectFromHost();
    }

    static void trickle(QTcpSocket *socket, const QByteArray &body, const StubAnswer &answer)
    {
        auto *timer = new QTimer(socket);
        auto sent = std::make_shared<qsizetype>(0);
        connect(timer, &QTimer::timeout, socket, [timer, socket, sent, body, piece = answer.pieceBytes] {
            socket->write(body.mid(*sent, piece));
            *sent += piece;
            if (*sent >= body.size())
                timer->deleteLater();
        });
        timer->start(answer.pieceMs);
    }

    static void pour(QTcpSocket *socket, const QByteArray &body, qint64 times)
    {
        auto left = std::make_shared<qint64>(times);
        auto more = [socket, body, left] {
            while (*left > 0 && socket->bytesToWrite() < 1 << 20) {
                socket->write(body);
                --*left;
            }
        };
        connect(socket, &QTcpSocket::bytesWritten, socket, more);
        more();
    }

    std::shared_ptr<Log> m_log;
};

StubAnswer StubAnswer::hang()
{
    StubAnswer answer;
    answer.pace = Pace::Hang;
    return answer;
}

StubAnswer StubAnswer::redirect(const QByteArray &location, int status)
{
    StubAnswer answer;
    answer.status = status;
    answer.headers = {{"Location", location}};
    return answer;
}

StubServer::StubServer(Script script) : m_log(std::make_shared<Log>()), m_worker(new Worker(m_log))
{
    m_log->script = std::move(script);
    m_worker->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread.start();
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker] { worker->start(); }, Qt::BlockingQueuedConnection);
    m_port = m_worker->serverPort();
}

StubServer::~StubServer()
{
    m_thread.quit();
    m_thread.wait();
}

void StubServer::setScript(Script script)
{
    const QMutexLocker lock(&m_log->mutex);
    m_log->script = std::move(script);
}

QUrl StubServer::url() const
{
    return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(m_port));
}

QList<StubRequest> StubServer::requests() const
{
    const QMutexLocker lock(&m_log->mutex);
    return m_log->requests;
}

int StubServer::connections() const
{
    const QMutexLocker lock(&m_log->mutex);
    return m_log->connections;
}

int StubServer::openConnections() const
{
    const QMutexLocker lock(&m_log->mutex);
    return m_log->open;
}
