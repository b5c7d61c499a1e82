// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtTest/QTest>
#include <app/app.h>
#include <app/dashboardopener.h>
#include <app/dashboardpage.h>
#include <app/mainwindow.h>
#include <tests/support/stubserver.h>

// Settings, state and caches of a test are its own.
struct OwnHome {
    OwnHome()
    {
        for (const char *name : {"XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"})
            qputenv(name, folder.path().toUtf8());
    }
    QTemporaryDir folder;
};

// The program in a shown window, whose source is a server that answers as told.
class StubWindow
{
public:
    explicit StubWindow(StubServer::Script script, QSize size = {1400, 900}, const QString &theme = {})
        : stub(std::move(script))
        , app(lineFor(stub, theme))
        , window(app)
    {
        window.resize(size);
        window.show();
        isShown = QTest::qWaitForWindowExposed(&window);
    }

    // Null: the file did not open, or the window is not shown.
    DashboardPage *open(const QString &file) { return isShown && window.opener().openFile(file) ? window.currentDashboard() : nullptr; }

    const StubServer stub;
    App app;
    MainWindow window;
    bool isShown = false;

private:
    static CommandLine lineFor(const StubServer &stub, const QString &theme)
    {
        CommandLine line;
        line.source = stub.url();
        line.theme = theme;
        return line;
    }
};
