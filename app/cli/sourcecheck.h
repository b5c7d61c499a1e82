// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <app/cli/check.h>

class App;

// `promontory check --source`: runs each dashboard as `render` does, rows unfolded, and counts a panel as drawn only when its view holds
// marks for data that the server answered.
class SourceCheck : public QObject
{
    Q_OBJECT

public:
    explicit SourceCheck(App &app);
    ~SourceCheck() override;
    void start();

signals:
    void finished(int exitCode);

private:
    class Run;

    void next();
    void look();

    App &m_app;
    CheckedFiles m_checked;
    std::unique_ptr<Run> m_run;
    qsizetype m_at = -1;
    bool m_asked = false;
    bool m_hasAnswer = false;
};

int runSourceCheck(App &app);
