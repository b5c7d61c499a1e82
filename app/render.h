// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QObject>
#include <QtWidgets/QWidget>
#include <app/app.h>
#include <app/timing.h>

class DashboardSession;
class DashboardView;
class LoadWatch;

// `promontory render`: draws a dashboard into a picture. finished() carries the exit code:
// 0 all drawn, 1 some panel failed (the picture is written), 3 the file cannot be read (or the picture not written), 4 source unreachable.
class Render : public QObject
{
    Q_OBJECT

public:
    explicit Render(App &app);
    ~Render() override;
    void start();

signals:
    void finished(int exitCode);

private:
    void show(const Document &document);
    void draw();
    void tell();
    void end(int exitCode);

    App &m_app;
    std::unique_ptr<DashboardSession> m_session;
    std::unique_ptr<QWidget> m_sheet;
    DashboardView *m_view = nullptr;
    LoadWatch *m_watch = nullptr;
    Timing m_timing;
};

// What a panel shows, in a line: type, title, how much, the first few values.
QString panelLine(const DashboardSession &session, const DashboardView &view, const QString &instanceId);
