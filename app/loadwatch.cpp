// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/loadwatch.h>

#include <QtCore/QTimer>
#include <app/dashboardview.h>
#include <widgets/controls/dashboardgrid.h>

LoadWatch::LoadWatch(DashboardSession &session, DashboardView &view, QObject *parent) : QObject(parent), m_session(session), m_view(view)
{
    connect(&session, &DashboardSession::panelDataChanged, this, [this](const QString &id) {
        if (!m_hasData && !m_session.data(id).frames.isEmpty()) {
            m_hasData = true;
            emit firstData();
        }
    });
    // Queued: the panels have taken their data by then, and what becomes visible has begun to ask.
    connect(&session, &DashboardSession::panelDataChanged, this, &LoadWatch::look, Qt::QueuedConnection);
    connect(&session, &DashboardSession::loadingChanged, this, &LoadWatch::look, Qt::QueuedConnection);
    connect(&session, &DashboardSession::variablesChanged, this, &LoadWatch::look, Qt::QueuedConnection);
    connect(&session, &DashboardSession::layoutChanged, this, &LoadWatch::look, Qt::QueuedConnection);
    connect(&view, &DashboardView::panelSettled, this, &LoadWatch::look, Qt::QueuedConnection);
    QTimer::singleShot(0, this, &LoadWatch::look);
}

QStringList LoadWatch::watched() const
{
    QStringList ids;
    for (const QString &id : m_view.grid().visibleItems())
        if (m_session.instance(id) && m_view.asks(id))
            ids.append(id);
    return ids;
}

bool LoadWatch::isDone(const QString &id) const
{
    const PanelData::State state = m_session.data(id).state;
    return (state == PanelData::State::Done || state == PanelData::State::Failed) && !m_view.panel(id)->isBusy();
}

void LoadWatch::look()
{
    const bool isNothing = m_session.instances().isEmpty() && m_session.rows().isEmpty();
    const bool isBare = m_view.grid().items().isEmpty() && (isNothing || m_session.hiddenCount() > 0);
    if (m_done || m_session.isLoading() || m_view.grid().isLayoutDue() || (m_view.grid().visibleItems().isEmpty() && !isBare))
        return;
    const QStringList ids = watched();
    if (!std::all_of(ids.begin(), ids.end(), [this](const QString &id) { return isDone(id); }))
        return;
    m_done = true;
    emit done();
}

QList<FailedPanel> LoadWatch::failed() const
{
    QList<FailedPanel> failed;
    for (const QString &id : watched()) {
        const PanelInstance &instance = *m_session.instance(id);
        if (const auto &error = m_session.data(id).error)
            failed.append({QString::number(instance.panel->id), m_session.interpolate(instance.panel->title, id),
                           error->where.isEmpty() ? error->what : error->what + QStringLiteral(" (") + error->where + u')'});
    }
    return failed;
}

bool LoadWatch::isUnreachable() const
{
    const QStringList ids = watched();
    return !ids.isEmpty() && std::all_of(ids.begin(), ids.end(), [this](const QString &id) {
        const auto &error = m_session.data(id).error;
        return error && error->kind == Error::Kind::Network;
    });
}
