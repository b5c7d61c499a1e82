// SPDX-License-Identifier: GPL-3.0-or-later
#include <datasource/local/procnet.h>

#include <QtCore/QByteArray>
#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QSet>
#include <unistd.h>

namespace {

struct Listener {
    quint16 port = 0;
    QByteArray inode;
};

// Columns of /proc/net/tcp: sl local remote st tx:rx tr:when retrnsmt uid timeout inode …; addresses are host-order words in hex.
bool coversLoopback(const QByteArray &hexAddress)
{
    static const QSet<QByteArray> covering{
        "0100007F",
        "00000000", // 127.0.0.1, 0.0.0.0
        "00000000000000000000000000000000",
        "0000000000000000FFFF00000100007F",
        "0000000000000000FFFF000000000000",
    };
    return covering.contains(hexAddress);
}

void readTable(const QString &path, QList<Listener> &out)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return;
    const QByteArray text = file.readAll();
    for (const QByteArray &line : text.split('\n')) {
        const QList<QByteArray> cells = line.simplified().split(' ');
        const QByteArray listening = "0A";
        if (cells.size() < 10 || cells[3] != listening)
            continue;
        const qsizetype colon = cells[1].indexOf(':');
        if (colon > 0 && coversLoopback(cells[1].left(colon)))
            out.append({static_cast<quint16>(cells[1].mid(colon + 1).toUInt(nullptr, 16)), cells[9]});
    }
}

// "self" sees the network as we do: the question is where our own connections arrive.
QList<Listener> listeners()
{
    QList<Listener> all;
    readTable(QStringLiteral("/proc/self/net/tcp"), all);
    readTable(QStringLiteral("/proc/self/net/tcp6"), all);
    return all;
}

QSet<QByteArray> socketInodes(qint64 pid)
{
    QSet<QByteArray> inodes;
    const QString folder = QStringLiteral("/proc/%1/fd").arg(pid);
    const QStringList names = QDir(folder).entryList(QDir::Files | QDir::System | QDir::NoDotAndDotDot);
    for (const QString &name : names) {
        char target[64];
        const QByteArray link = QFile::encodeName(folder + QLatin1Char('/') + name);
        const ssize_t length = readlink(link.constData(), target, sizeof target);
        const QByteArray text(target, length > 0 ? length : 0);
        if (text.startsWith("socket:[") && text.endsWith(']'))
            inodes.insert(text.mid(8, text.size() - 9));
    }
    return inodes;
}

} // namespace

QList<quint16> ProcNet::listeningPorts(qint64 pid)
{
    QList<quint16> ports;
    const QSet<QByteArray> inodes = socketInodes(pid);
    if (inodes.isEmpty())
        return ports;
    for (const Listener &listener : listeners()) {
        if (inodes.contains(listener.inode) && !ports.contains(listener.port))
            ports.append(listener.port);
    }
    return ports;
}

bool ProcNet::ownsListener(qint64 pid, quint16 port)
{
    const QSet<QByteArray> inodes = socketInodes(pid);
    bool found = false;
    for (const Listener &listener : listeners()) {
        if (listener.port != port)
            continue;
        if (!inodes.contains(listener.inode))
            return false;
        found = true;
    }
    return found;
}

bool ProcNet::isListening(quint16 port)
{
    for (const Listener &listener : listeners()) {
        if (listener.port == port)
            return true;
    }
    return false;
}
