// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QObject>
#include <widgets/theme/theme.h>

class QDBusVariant;

// What the desktop asks for: "color-scheme" of org.freedesktop.appearance, from the settings portal, followed live. Dark where
// the portal is missing or has no opinion.
class DesktopTheme : public QObject
{
    Q_OBJECT

public:
    // Asks at once without waiting; `service` is for tests.
    explicit DesktopTheme(QObject *parent = nullptr, const QString &service = QStringLiteral("org.freedesktop.portal.Desktop"));

    Brightness brightness() const { return m_brightness; }
    const Theme &theme() const { return m_brightness == Brightness::Dark ? Theme::dark() : Theme::light(); }

signals:
    void changed();

private slots:
    void settingChanged(const QString &group, const QString &key, const QDBusVariant &value);

private:
    void take(const QVariant &value);

    Brightness m_brightness = Brightness::Dark;
};
