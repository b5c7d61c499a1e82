// SPDX-License-Identifier: GPL-3.0-or-later
#include <tests/support/testmain.h>
#include <widgets/theme/desktoptheme.h>

#include <QtDBus/QDBusConnection>
#include <QtDBus/QDBusMessage>
#include <QtDBus/QDBusVariant>

using namespace Qt::StringLiterals;

// As a desktop's settings portal answers.
class SettingsPortal : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")

public:
    SettingsPortal(const QString &service, uint scheme)
        : m_bus(QDBusConnection::connectToBus(QDBusConnection::SessionBus, u"portal"_s))
        , m_service(service)
        , m_scheme(scheme)
    {
        m_ready = m_bus.registerObject(u"/org/freedesktop/portal/desktop"_s, this,
                                       QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals)
            && m_bus.registerService(service);
    }
    ~SettingsPortal() override
    {
        m_bus.unregisterService(m_service);
        QDBusConnection::disconnectFromBus(u"portal"_s);
    }
    bool isReady() const { return m_ready; }
    void change(uint scheme)
    {
        m_scheme = scheme;
        emit SettingChanged(u"org.freedesktop.appearance"_s, u"contrast"_s, QDBusVariant(2u));
        emit SettingChanged(u"org.freedesktop.appearance"_s, u"color-scheme"_s, QDBusVariant(scheme));
    }

public slots:
    QDBusVariant Read(const QString &group, const QString &key)
    {
        if (group != "org.freedesktop.appearance"_L1 || key != "color-scheme"_L1)
            return {};
        return QDBusVariant(QVariant::fromValue(QDBusVariant(m_scheme)));
    }

signals:
    void SettingChanged(const QString &group, const QString &key, const QDBusVariant &value);

private:
    QDBusConnection m_bus;
    QString m_service;
    uint m_scheme;
    bool m_ready = false;
};

// Dark and light as the desktop says, over a bus of this test's own. A name of its own each time: Qt remembers who owned a name.
class TstDesktopTheme : public QObject
{
    Q_OBJECT

private slots:
    void darkWithoutAPortal();
    void followsThePortalLive();
    void portalThatStartsLater();
    void noPreferenceIsDark();
};

void TstDesktopTheme::darkWithoutAPortal()
{
    DesktopTheme theme(nullptr, u"org.promontory.test.Nobody"_s);
    QSignalSpy changed(&theme, &DesktopTheme::changed);
    QTest::qWait(0);
    QCOMPARE(theme.brightness(), Brightness::Dark);
    QCOMPARE(changed.size(), 0);
}

void TstDesktopTheme::followsThePortalLive()
{
    SettingsPortal portal(u"org.freedesktop.portal.Desktop"_s, 2);
    QVERIFY(portal.isReady());
    DesktopTheme theme;
    QTRY_COMPARE(theme.brightness(), Brightness::Light);
    QSignalSpy changed(&theme, &DesktopTheme::changed);
    portal.change(1);
    QTRY_COMPARE(theme.brightness(), Brightness::Dark);
    portal.change(2);
    QTRY_COMPARE(theme.brightness(), Brightness::Light);
    QCOMPARE(changed.size(), 2); // "contrast" says nothing of light and dark
    QCOMPARE(theme.theme().brightness, Brightness::Light);
}

void TstDesktopTheme::portalThatStartsLater()
{
    const QString service = u"org.promontory.test.Later"_s;
    DesktopTheme theme(nullptr, service);
    QTest::qWait(0);
    SettingsPortal portal(service, 0);
    QVERIFY(portal.isReady());
    portal.change(2);
    QTRY_COMPARE(theme.brightness(), Brightness::Light);
}

void TstDesktopTheme::noPreferenceIsDark()
{
    const QString service = u"org.promontory.test.Plain"_s;
    SettingsPortal portal(service, 0);
    QVERIFY(portal.isReady());
    DesktopTheme theme(nullptr, service);
    portal.change(2);
    QTRY_COMPARE(theme.brightness(), Brightness::Light);
    portal.change(0);
    QTRY_COMPARE(theme.brightness(), Brightness::Dark);
}

ADD_TEST(TstDesktopTheme)

#include "tst_desktoptheme.moc"
