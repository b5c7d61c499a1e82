// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/secretstore.h>

#include <QtCore/QTimer>
#include <qt6keychain/keychain.h>

using namespace Qt::StringLiterals;

namespace {
QString service()
{
    return u"promontory"_s;
}
} // namespace

SecretStore::SecretStore(bool useKeyring, QObject *parent)
    : QObject(parent)
    , m_useKeyring(useKeyring)
    , m_keeping(useKeyring ? Keeping::Unknown : Keeping::SessionOnly)
{
}

void SecretStore::setKeeping(Keeping keeping)
{
    if (std::exchange(m_keeping, keeping) != keeping)
        emit keepingChanged();
}

void SecretStore::read(const QString &uid, std::function<void(QByteArray)> done)
{
    if (m_session.contains(uid) || !m_useKeyring) {
        QTimer::singleShot(0, this, [secret = m_session.value(uid), done = std::move(done)] { done(secret); });
        return;
    }
    auto *job = new QKeychain::ReadPasswordJob(service(), this);
    job->setKey(uid);
    job->setInsecureFallback(false);
    connect(job, &QKeychain::Job::finished, this, [this, job, uid, done = std::move(done)] {
        const bool isThere = job->error() == QKeychain::NoError || job->error() == QKeychain::EntryNotFound;
        setKeeping(isThere ? Keeping::Keyring : Keeping::SessionOnly);
        const QByteArray secret = job->error() == QKeychain::NoError ? job->binaryData() : QByteArray();
        if (!secret.isEmpty())
            m_session.insert(uid, secret);
        done(secret);
    });
    job->start();
}

void SecretStore::write(const QString &uid, const QByteArray &secret)
{
    m_session.insert(uid, secret);
    if (!m_useKeyring)
        return;
    auto *job = new QKeychain::WritePasswordJob(service(), this);
    job->setKey(uid);
    job->setInsecureFallback(false);
    job->setBinaryData(secret);
    connect(job, &QKeychain::Job::finished, this,
            [this, job] { setKeeping(job->error() == QKeychain::NoError ? Keeping::Keyring : Keeping::SessionOnly); });
    job->start();
}

void SecretStore::remove(const QString &uid)
{
    m_session.remove(uid);
    if (!m_useKeyring)
        return;
    auto *job = new QKeychain::DeletePasswordJob(service(), this);
    job->setKey(uid);
    job->setInsecureFallback(false);
    job->start();
}
