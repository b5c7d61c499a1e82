// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QObject>
#include <QtCore/QPointer>
#include <QtWidgets/QWidget>

class App;
class DashboardPage;
class SettingsPage;

// Puts the settings in the place of a page's panels, and back. The settings are made when they are first asked for.
class SettingsHost : public QObject
{
    Q_OBJECT

public:
    SettingsHost(DashboardPage &page, App &app);

    void open(const QString &section = {}); // "general", "variables", "annotations", "links", "json", "report"; empty: the one shown last
    void showVariable(const QString &name);
    void showAnnotation(const QString &name);
    void close();
    bool isOpen() const;
    void finishTyping();
    bool hasUnfinished() const; // see SettingsPage

private:
    void show();
    void follow(const class Document &document);

    DashboardPage &m_page;
    App &m_app;
    SettingsPage *m_settings = nullptr;
    QList<QPointer<QWidget>> m_covered; // what was seen before
    std::shared_ptr<const struct Dashboard> m_before;
};
