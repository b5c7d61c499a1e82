// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/dashboardpage.h>

#include <QtWidgets/QVBoxLayout>
#include <app/app.h>
#include <app/inspectdialog.h>
#include <app/variableitems.h>
#include <core/datemath.h>
#include <widgets/controls/popup.h>
#include <widgets/controls/timecontrols.h>
#include <widgets/controls/toolbar.h>
#include <widgets/controls/variablebar.h>
#include <widgets/theme/style.h>

using namespace Qt::StringLiterals;

namespace {

QString bytesText(qint64 bytes)
{
    return QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeIecFormat);
}

} // namespace

DashboardPage::DashboardPage(const Document &document, App &app, QWidget *parent) : QWidget(parent)
{
    SessionSetup setup;
    setup.traits = app.traits();
    m_session = std::make_unique<DashboardSession>(document, app.sources(), setup);

    makeToolbar();
    m_variables = new VariableBar(this);
    m_variables->setObjectName(u"variables"_s);
    m_view = new DashboardView(*m_session, app.panels(), this);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_toolbar);
    layout->addWidget(m_variables);
    layout->addWidget(m_view, 1);
    m_progress = new ProgressLine(m_variables, Qt::BottomEdge, 1);

    connectTime();
    connect(m_variables, &VariableBar::changed, m_session.get(), &DashboardSession::setVariable);
    connect(m_variables, &VariableBar::linkActivated, this, &DashboardPage::followLink);
    connect(m_session.get(), &DashboardSession::variablesChanged, this, &DashboardPage::showVariables);
    connect(m_session.get(), &DashboardSession::loadingChanged, this, [this](int running, int total) {
        m_progress->setRunning(running > 0);
        m_progress->setFraction(total > 1 ? double(total - running) / total : -1);
        m_refresh->setRunning(running > 0);
    });
    connect(m_session.get(), &DashboardSession::refreshed, this, &DashboardPage::statusChanged);
    connect(m_view, &DashboardView::inspectRequested, this, &DashboardPage::inspect);
    connect(m_view, &DashboardView::retryRequested, &app, &App::retryEngine);
    connect(m_view, &DashboardView::linkActivated, this, &DashboardPage::linkActivated);
    showTime();
    showVariables();
    m_session->start();
}

DashboardPage::~DashboardPage()
{
    delete m_view; // before the session that it reads
}

void DashboardPage::makeToolbar()
{
    m_toolbar = new Toolbar(title(), this);
    m_toolbar->setObjectName(u"toolbar"_s);
    if (const QString description = m_session->dashboard().description; !description.isEmpty()) {
        auto *info = new IconButton(u"info"_s, tr("About this dashboard"), TextButton::Kind::Ghost, m_toolbar);
        info->setObjectName(u"about"_s);
        connect(info, &IconButton::clicked, this, [this, info] {
            auto *popup = new MessagePopup(u"info"_s, currentTheme(this).info.text, title(),
                                           m_session->interpolate(m_session->dashboard().description), this);
            popup->setAttribute(Qt::WA_DeleteOnClose);
            popup->popupUnder(info);
        });
        m_toolbar->addLeft(info);
    }
    m_time = new TimeControls([this](const QString &text, bool roundUp, const QTimeZone &zone) { return readTime(text, roundUp, zone); },
                              m_toolbar);
    m_time->setObjectName(u"time"_s);
    m_refresh = new RefreshPicker(m_toolbar);
    m_refresh->setObjectName(u"refresh"_s);
    m_kiosk = new IconButton(u"kiosk"_s, tr("Kiosk (D K, F11)"), TextButton::Kind::Secondary, m_toolbar);
    m_kiosk->setObjectName(u"kiosk"_s);
    m_toolbar->addRight(m_time);
    m_toolbar->addRight(m_refresh);
    m_toolbar->addSeparator();
    m_toolbar->addRight(m_kiosk);
    connect(m_kiosk, &IconButton::clicked, this, &DashboardPage::kioskRequested);
}

Result<qint64> DashboardPage::readTime(const QString &text, bool roundUp, const QTimeZone &zone) const
{
    const Dashboard &dashboard = m_session->dashboard();
    const TimeSettings settings{QDateTime::currentMSecsSinceEpoch(), zone, weekStartByName(dashboard.weekStart),
                                dashboard.fiscalYearStartMonth};
    if (const auto ms = resolveTime(text.trimmed(), settings, roundUp))
        return *ms;
    return fail(Error::Kind::Parse, tr("Not a time; try now-6h, now/d or 2026-11-17 09:00"));
}

void DashboardPage::connectTime()
{
    DashboardSession *session = m_session.get();
    const QStringList intervals = session->dashboard().refreshIntervals;
    m_refresh->setIntervals(
        intervals.isEmpty() ? QStringList{u"5s"_s, u"10s"_s, u"30s"_s, u"1m"_s, u"5m"_s, u"15m"_s, u"30m"_s, u"1h"_s} : intervals, {});
    connect(m_time, &TimeControls::rangeChosen, session, &DashboardSession::setTimeRange);
    connect(m_time, &TimeControls::zoneChosen, session, &DashboardSession::setZone);
    connect(m_time, &TimeControls::moveRequested, session, &DashboardSession::shift);
    connect(m_time, &TimeControls::zoomOutRequested, session, &DashboardSession::zoomOut);
    connect(m_refresh, &RefreshPicker::refreshRequested, session, &DashboardSession::refresh);
    connect(m_refresh, &RefreshPicker::cancelRequested, session, &DashboardSession::cancel);
    connect(m_refresh, &RefreshPicker::intervalChosen, session, &DashboardSession::setRefreshInterval);
    connect(session, &DashboardSession::timeRangeChanged, this, &DashboardPage::showTime);
    connect(session, &DashboardSession::refreshIntervalChanged, this, &DashboardPage::showTime);
}

void DashboardPage::showTime()
{
    const QString zone = m_session->view().zone();
    m_time->setRange(m_session->rawRange(), zone.isEmpty() ? u"browser"_s : zone);
    m_time->setForwardEnabled(m_session->rawRange().to != u"now");
    m_refresh->setInterval(m_session->refreshInterval());
    emit statusChanged();
}

void DashboardPage::showVariables()
{
    m_variables->setItems(variableItems(m_session->variables()));
    showLinks();
    m_variables->setVisible(!m_toolbar->isHidden());
}

void DashboardPage::showLinks()
{
    QList<BarLink> links;
    for (const PanelLink &link : m_session->dashboard().links)
        if (link.type != u"dashboards")
            links.append({m_session->interpolate(link.title), u"link"_s, QUrl(m_session->interpolate(link.url, {}, u"queryparam"_s)),
                          m_session->interpolate(link.tooltip)});
    m_variables->setLinks(links);
}

void DashboardPage::followLink(const BarLink &link)
{
    emit linkActivated(link.url);
}

QString DashboardPage::path() const
{
    return m_session->document().path();
}

QString DashboardPage::title() const
{
    const QString title = m_session->dashboard().title;
    return title.isEmpty() ? tr("Untitled dashboard") : title;
}

QList<StatusItem> DashboardPage::status() const
{
    QList<StatusItem> items;
    const RefreshStats stats = m_session->lastRefresh();
    if (stats.queries > 0)
        items.append({tr("%1 queries · %2 ms · %3").arg(stats.queries).arg(qRound(stats.milliseconds)).arg(bytesText(stats.bytes))});
    const QString zone = m_session->view().zone();
    items.append({zoneText(zone.isEmpty() ? u"browser"_s : zone)});
    return items;
}

void DashboardPage::setKiosk(bool kiosk)
{
    m_toolbar->setVisible(!kiosk);
    m_variables->setVisible(!kiosk);
    m_view->setInteractive(!kiosk);
}

void DashboardPage::openTimePicker()
{
    m_time->openPicker();
}

void DashboardPage::inspect(const QString &instanceId, const QString &tab)
{
    auto *dialog = new InspectDialog(*m_session, instanceId, this);
    dialog->showTab(tab);
    dialog->open();
}
