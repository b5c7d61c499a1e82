// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtCore/QTimer>
#include <QtWidgets/QApplication>
#include <app/app.h>
#include <app/cli/check.h>
#include <app/cli/set.h>
#include <app/cli/sourcecheck.h>
#include <app/cli/upgrade.h>
#include <app/dashboardopener.h>
#include <app/dashboardpage.h>
#include <app/loadwatch.h>
#include <app/mainwindow.h>
#include <app/render.h>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

int runRender(App &app)
{
    Render render(app);
    QObject::connect(&render, &Render::finished, qApp, &QApplication::exit);
    QTimer::singleShot(0, &render, &Render::start);
    return QApplication::exec();
}

// Prints what the window took once all is painted, then quits.
void watchTiming(MainWindow &window, Timing &timing)
{
    QObject::connect(&window, &MainWindow::firstPainted, &window, [&timing] { timing.windowMs = msSinceProcessStart(); });
    DashboardPage *page = window.currentDashboard();
    if (!page)
        return;
    auto *watch = new LoadWatch(page->session(), page->view(), page);
    QObject::connect(watch, &LoadWatch::firstData, &window, [&timing] { timing.firstDataMs = msSinceProcessStart(); });
    QObject::connect(watch, &LoadWatch::done, &window, [&window, &timing, watch] {
        window.repaint();
        timing.paintedMs = msSinceProcessStart();
        timing.panels = int(watch->watched().size());
        timing.failed = watch->failed();
        QTimer::singleShot(1'000, &window, [&timing] {
            timing.measureMemory();
            std::printf("%s\n", timing.line().constData());
            std::fflush(stdout);
            QApplication::exit(timing.failed.isEmpty() ? 0 : 1);
        });
    });
}

int runWindow(App &app)
{
    MainWindow window(app);
    Timing timing;
    window.show();
    const CommandLine &line = app.commandLine();
    QStringList files = line.files;
    if (line.demo) {
        if (const Result<QString> demo = app.demoFile())
            files.prepend(*demo);
        else
            std::fprintf(stderr, "promontory: %s\n", qUtf8Printable(demo.error().what));
    }
    for (const QString &file : files)
        if (!window.opener().openFile(file) && line.timing)
            return 3;
    if (line.timing)
        watchTiming(window, timing);
    else
        window.opener().restoreUnsaved();
    QTimer::singleShot(0, &app, &App::startEngine);
    return QApplication::exec();
}

} // namespace

int main(int argc, char **argv)
{
    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    const Result<CommandLine> line = parseCommandLine(arguments);
    if (!line) {
        std::fprintf(stderr, "promontory: %s\n%s\n", qUtf8Printable(line.error().what), qUtf8Printable(line.error().hint));
        return 2;
    }
    if (line->mode == CommandLine::Mode::Help || line->mode == CommandLine::Mode::Version) {
        std::fputs(line->mode == CommandLine::Mode::Help ? qUtf8Printable(commandLineHelp()) : "promontory " PROMONTORY_VERSION "\n",
                   stdout);
        return 0;
    }
    if (line->mode == CommandLine::Mode::Upgrade || line->mode == CommandLine::Mode::Set) {
        QCoreApplication application(argc, argv);
        return line->mode == CommandLine::Mode::Set ? runSet(*line) : runUpgrade(*line);
    }
    const bool check = line->mode == CommandLine::Mode::Check;
    if (check && line->source.isEmpty()) {
        QCoreApplication application(argc, argv);
        return runCheck(*line);
    }
    const bool render = line->mode == CommandLine::Mode::Render;
    if (check)
        qputenv("QT_QPA_PLATFORM", "offscreen");
    if (render) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
        if (line->format() != u"svg" && line->format() != u"pdf") // those have no pixels
            qputenv("QT_SCALE_FACTOR", QByteArray::number(line->scale));
    }
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"promontory"_s);
    QApplication::setApplicationDisplayName(u"Promontory"_s);
    QApplication::setDesktopFileName(u"promontory"_s);
    App app(*line);
    return check ? runSourceCheck(app) : render ? runRender(app) : runWindow(app);
}
