// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/secretstore.h>
#include <tests/support/testmain.h>

#include <QtCore/QDirIterator>
#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>
#include <QtDBus/QDBusConnection>
#include <QtDBus/QDBusConnectionInterface>
#include <QtDBus/QDBusReply>

using namespace Qt::StringLiterals;

// Secrets in a real keyring: gnome-keyring on a session bus of this test's own.
class TstKeyring : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase();
    void outlivesTheProgram();
    void removedIsGone();
    void noFileHoldsItBare();
    void keyringGone();

private:
    static QByteArray read(SecretStore &store, const QString &uid)
    {
        std::optional<QByteArray> secret;
        store.read(uid, [&](const QByteArray &answer) { secret = answer; });
        return QTest::qWaitFor([&] { return secret.has_value(); }) ? *secret : QByteArray("no answer");
    }

    QTemporaryDir m_home;
    QProcess m_daemon;
};

void TstKeyring::initTestCase()
{
    QVERIFY2(qEnvironmentVariableIsSet("DBUS_SESSION_BUS_ADDRESS"), "start this under dbus-run-session");
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"HOME"_s, m_home.path());
    environment.insert(u"XDG_DATA_HOME"_s, m_home.path());
    environment.insert(u"XDG_RUNTIME_DIR"_s, m_home.path());
    m_daemon.setProcessEnvironment(environment);
    m_daemon.setProcessChannelMode(QProcess::MergedChannels);
    m_daemon.start(u"gnome-keyring-daemon"_s, {u"--foreground"_s, u"--unlock"_s, u"--components=secrets"_s});
    QVERIFY(m_daemon.waitForStarted());
    m_daemon.write("the login password");
    m_daemon.closeWriteChannel();
    const auto isThere
        = [] { return QDBusConnection::sessionBus().interface()->isServiceRegistered(u"org.freedesktop.secrets"_s).value(); };
    QTRY_VERIFY_WITH_TIMEOUT(isThere(), 20000); // asking before would start another one
}

void TstKeyring::cleanupTestCase()
{
    m_daemon.terminate();
    m_daemon.waitForFinished();
}

void TstKeyring::outlivesTheProgram()
{
    {
        SecretStore store;
        store.write(u"source-1"_s, "pass wörd\n1");
        QTRY_COMPARE(store.keeping(), SecretStore::Keeping::Keyring);
    }
    SecretStore next;
    QCOMPARE(next.keeping(), SecretStore::Keeping::Unknown);
    QCOMPARE(read(next, u"source-1"_s), QByteArray("pass wörd\n1"));
    QCOMPARE(next.keeping(), SecretStore::Keeping::Keyring);
    QCOMPARE(read(next, u"source-2"_s), QByteArray());
}

void TstKeyring::removedIsGone()
{
    SecretStore store;
    store.write(u"source-3"_s, "short-lived");
    QTRY_COMPARE(store.keeping(), SecretStore::Keeping::Keyring);
    store.remove(u"source-3"_s);
    QTRY_COMPARE(read(*std::make_unique<SecretStore>(), u"source-3"_s), QByteArray());
}

void TstKeyring::noFileHoldsItBare()
{
    SecretStore store;
    store.write(u"source-4"_s, "planted-secret");
    QTRY_COMPARE(store.keeping(), SecretStore::Keeping::Keyring);
    int files = 0;
    for (QDirIterator it(m_home.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories); it.hasNext(); ++files) {
        QFile file(it.next());
        if (file.open(QIODevice::ReadOnly))
            QVERIFY2(!file.readAll().contains("planted-secret"), qPrintable(file.fileName()));
    }
    QVERIFY(files > 0);
}

// Last: the daemon ends. What was typed in this session is still known, and it is said that it is not kept.
void TstKeyring::keyringGone()
{
    SecretStore store;
    QCOMPARE(read(store, u"source-1"_s), QByteArray("pass wörd\n1"));
    m_daemon.kill();
    m_daemon.waitForFinished();
    store.write(u"source-5"_s, "typed");
    QTRY_COMPARE_WITH_TIMEOUT(store.keeping(), SecretStore::Keeping::SessionOnly, 30000);
    QCOMPARE(read(store, u"source-5"_s), QByteArray("typed"));
}

ADD_TEST(TstKeyring)

#include "tst_keyring.moc"
