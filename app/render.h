// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QObject>
#include <app/app.h>
#include <app/timing.h>

class DashboardSession;
class DashboardSheet;
class DashboardView;

// `promontory render`: draws a dashboard into a picture (PNG, SVG, PDF). finished() carries the exit code:
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
    void drawGallery();
    void show(const Document &document);
    void draw();
    Result<> write();
    void tell();
    void end(int exitCode);

    App &m_app;
    std::unique_ptr<DashboardSheet> m_sheet;
    Timing m_timing;
};

// What a panel shows, in a line: type, title, how much, the first few values.
QString panelLine(const DashboardSession &session, const DashboardView &view, const QString &instanceId);
