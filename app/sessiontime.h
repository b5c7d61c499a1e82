// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>
#include <core/datemath.h>
#include <dashboard/session.h>

class RefreshPicker;
class TimeControls;

// A time as typed into a picker, ms; the error says what may be written.
Result<qint64> readTypedTime(const QString &text, bool roundUp, const TimeSettings &settings);
// What the toolbar offers where the dashboard says nothing of its own.
QStringList usualRefreshIntervals();

// Time range and refresh of a session, for a toolbar; several may show the same session. Outlived by the session.
class SessionTime : public QWidget
{
    Q_OBJECT

public:
    explicit SessionTime(DashboardSession &session, QWidget *parent = nullptr);
    void openPicker(); // of the range
    void openRefresh(); // how often
    void setCompact(bool compact); // the range and "refresh now" alone

private:
    void showTime();

    DashboardSession &m_session;
    TimeControls *m_time;
    RefreshPicker *m_refresh;
};
