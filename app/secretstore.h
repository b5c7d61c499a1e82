// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QHash>
#include <QtCore/QObject>
#include <functional>

// Secrets of sources by uid, in the desktop's keyring; where there is none, in memory until the program ends. Answers come from the
// event loop.
class SecretStore : public QObject
{
    Q_OBJECT

public:
    enum class Keeping { Unknown, Keyring, SessionOnly };

    // useKeyring false: memory from the start (tests).
    explicit SecretStore(bool useKeyring = true, QObject *parent = nullptr);

    void read(const QString &uid, std::function<void(QByteArray secret)> done); // empty: none is known
    void write(const QString &uid, const QByteArray &secret);
    void remove(const QString &uid);

    // Known after the first answer of the keyring.
    Keeping keeping() const { return m_keeping; }

signals:
    void keepingChanged();

private:
    void setKeeping(Keeping keeping);

    bool m_useKeyring;
    Keeping m_keeping;
    QHash<QString, QByteArray> m_session;
};
