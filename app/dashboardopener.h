// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QObject>
#include <widgets/controls/pill.h>

class App;
class MainWindow;

// How dashboards come into a window: from a file, from text, new, or left behind by an earlier run.
class DashboardOpener : public QObject
{
    Q_OBJECT

public:
    DashboardOpener(App &app, MainWindow &window);

    bool openFile(const QString &path); // one that is open comes to the front; false: said why in a notice
    void chooseFiles();
    bool openText(const QByteArray &json, const QString &name); // as a new dashboard that has no file; false: said why
    void import(); // files, or what the clipboard holds
    void newDashboard();
    void restoreUnsaved(); // dashboards without a file that an earlier run left behind

signals:
    void notice(Tint tint, const QString &title, const QString &text);

private:
    void choosePart(const QStringList &paths); // of a YAML file that holds several

    App &m_app;
    MainWindow &m_window;
};
