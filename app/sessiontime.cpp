// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/sessiontime.h>

#include <QtWidgets/QHBoxLayout>
#include <app/keys/keytip.h>
#include <widgets/controls/timecontrols.h>

using namespace Qt::StringLiterals;

Result<qint64> readTypedTime(const QString &text, bool roundUp, const TimeSettings &settings)
{
    if (const auto ms = typedTime(text.trimmed(), settings, roundUp))
        return *ms;
    return fail(Error::Kind::Parse, SessionTime::tr("Not a time; try now-6h, now/d or 2026-11-17 09:00"));
}

QStringList usualRefreshIntervals()
{
    return {u"5s"_s, u"10s"_s, u"30s"_s, u"1m"_s, u"5m"_s, u"15m"_s, u"30m"_s, u"1h"_s};
}

SessionTime::SessionTime(DashboardSession &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_time(new TimeControls(
          [this](const QString &text, bool roundUp, const QTimeZone &zone) {
              const Dashboard &dashboard = m_session.dashboard();
              return readTypedTime(
                  text, roundUp,
                  {QDateTime::currentMSecsSinceEpoch(), zone, weekStartByName(dashboard.weekStart), dashboard.fiscalYearStartMonth});
          },
          this))
    , m_refresh(new RefreshPicker(this))
{
    m_time->setObjectName(u"time"_s);
    m_refresh->setObjectName(u"refresh"_s);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(space::unit);
    layout->addWidget(m_time);
    layout->addWidget(m_refresh);
    for (const auto &[name, action] : {std::pair{"time.back", "time.left"},
                                       {"time.forward", "time.right"},
                                       {"time.range", "time.pick"},
                                       {"time.zoomOut", "time.zoomOut"},
                                       {"refresh.now", "dashboard.refresh"},
                                       {"refresh.interval", "time.refresh"}})
        showKeysInToolTip(*findChild<QWidget *>(QLatin1String(name)), QLatin1String(action));
    connect(m_time, &TimeControls::rangeChosen, &session, &DashboardSession::setTimeRange);
    connect(m_time, &TimeControls::zoneChosen, &session, &DashboardSession::setZone);
    connect(m_time, &TimeControls::moveRequested, &session, &DashboardSession::shift);
    connect(m_time, &TimeControls::zoomOutRequested, &session, &DashboardSession::zoomOut);
    connect(m_refresh, &RefreshPicker::refreshRequested, &session, &DashboardSession::refresh);
    connect(m_refresh, &RefreshPicker::cancelRequested, &session, &DashboardSession::cancel);
    connect(m_refresh, &RefreshPicker::intervalChosen, &session, &DashboardSession::setRefreshInterval);
    connect(&session, &DashboardSession::timeRangeChanged, this, &SessionTime::showTime);
    connect(&session, &DashboardSession::documentChanged, this, &SessionTime::showTime);
    connect(&session, &DashboardSession::refreshIntervalChanged, this, &SessionTime::showTime);
    connect(&session, &DashboardSession::loadingChanged, this, [this](int running) { m_refresh->setRunning(running > 0); });
    showTime();
}

void SessionTime::showTime()
{
    const QStringList intervals = m_session.dashboard().refreshIntervals;
    m_refresh->setIntervals(intervals.isEmpty() ? usualRefreshIntervals() : intervals, {});
    QList<QuickRange> ranges;
    for (const DashboardQuickRange &each : m_session.dashboard().quickRanges)
        ranges.append({each.display.isEmpty() ? rangeText(each.range, m_session.view().zone()) : each.display, each.range});
    m_time->setQuickRanges(ranges.isEmpty() ? defaultQuickRanges() : ranges);
    m_time->setWeekStart(weekStartByName(m_session.dashboard().weekStart));
    setVisible(!m_session.dashboard().timepickerHidden);
    const QString zone = m_session.view().zone();
    m_time->setRange(m_session.rawRange(), zone.isEmpty() ? u"browser"_s : zone);
    m_time->setForwardEnabled(m_session.rawRange().to != u"now");
    m_refresh->setInterval(m_session.refreshInterval());
}

void SessionTime::openPicker()
{
    m_time->openPicker();
}

void SessionTime::openRefresh()
{
    m_refresh->openMenu();
}

void SessionTime::setCompact(bool compact)
{
    m_time->setRangeOnly(compact);
    m_refresh->setIntervalVisible(!compact);
}
