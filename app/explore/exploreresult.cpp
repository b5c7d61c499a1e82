// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/explore/exploreresult.h>

#include <QtGui/QClipboard>
#include <QtWidgets/QApplication>
#include <QtWidgets/QVBoxLayout>
#include <app/panelstate.h>
#include <panels/panelwidget.h>
#include <widgets/theme/style.h>

using namespace Qt::StringLiterals;

namespace {
constexpr int kResizeMs = 150; // a new width is asked for when the edge rests
}

ExploreResult::ExploreResult(DashboardSession &session, const QString &instanceId, const PanelRegistry &registry, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_id(instanceId)
    , m_frame(new PanelFrame(this))
{
    const PanelInstance *instance = session.instance(instanceId);
    const PanelType *type = registry.find(instance ? instance->panel->type : u"table"_s);
    m_panel = (type ? *type : registry.placeholder()).create(m_frame);
    m_frame->setMenuVisible(false);
    m_frame->setContent(m_panel);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_frame);
    connectPanel();
    m_resized.setSingleShot(true);
    m_resized.setInterval(kResizeMs);
    connect(&m_resized, &QTimer::timeout, this, &ExploreResult::tellVisible);
    connect(&m_session, &DashboardSession::layoutChanged, this, &ExploreResult::tellOptions);
    connect(&m_session, &DashboardSession::timeRangeChanged, this, &ExploreResult::tellContext);
    connect(&m_session, &DashboardSession::panelDataChanged, this, [this](const QString &id) {
        if (id == m_id)
            showData();
    });
    tellOptions();
}

void ExploreResult::connectPanel()
{
    connect(m_panel, &PanelWidget::rangeSelected, this, [this](const TimeRange &range) { m_session.setAbsoluteRange(range); });
    connect(m_panel, &PanelWidget::zoomOutRequested, &m_session, &DashboardSession::zoomOut);
    connect(m_panel, &PanelWidget::linkActivated, this, &ExploreResult::linkActivated);
    connect(m_frame, &PanelFrame::actionTriggered, this, [this](const QString &action) {
        if (action == u"copy")
            return QApplication::clipboard()->setText(m_frame->state().error);
        emit retryRequested();
        m_session.refreshPanel(m_id);
    });
}

void ExploreResult::tellOptions()
{
    const PanelInstance *instance = m_session.instance(m_id);
    setVisible(instance && (!m_hiddenIdle || asks()));
    if (!instance || m_told == instance->panel)
        return;
    m_told = instance->panel;
    m_panel->setOptions(instance->panel->options);
    tellVisible(); // instances that are new are not known to be shown
    showData();
}

void ExploreResult::tellContext()
{
    PanelContext context;
    context.theme = &currentTheme(this);
    context.zone = m_session.zone();
    const TimeRange shown = m_session.data(m_id).range;
    context.range = shown.spanMs() > 0 ? shown : m_session.range();
    context.interpolate = [session = &m_session, id = m_id](const QString &text) { return session->interpolate(text, id); };
    context.fill = [session = &m_session, id = m_id](const QString &text, bool isAddress, const DataLookup &data) {
        return session->interpolateLink(text, isAddress, id, data);
    };
    m_panel->setContext(context);
}

bool ExploreResult::asks() const
{
    const PanelInstance *instance = m_session.instance(m_id);
    const QList<Target> targets = instance ? instance->panel->targets : QList<Target>();
    return std::any_of(targets.begin(), targets.end(), [](const Target &each) { return !each.hide && !each.expr.trimmed().isEmpty(); });
}

void ExploreResult::showData()
{
    const PanelInstance *instance = m_session.instance(m_id);
    if (!instance)
        return;
    const PanelData &data = m_session.data(m_id);
    const QList<TargetReport> reports = m_session.explain(m_id);
    PanelStateInput input;
    input.hasQueries = asks();
    input.sourceName = reports.isEmpty() ? tr("the source") : reports.first().sourceName;
    input.nowMs = QDateTime::currentMSecsSinceEpoch();
    PanelFrameState state = panelFrameState(data, input);
    if (!input.hasQueries) {
        state = {};
        state.body = PanelFrameState::Body::NoData;
        state.headline = tr("Nothing asked yet");
        state.reason = tr("Write a query above and run it with Shift+Enter");
    }
    if (state.body == PanelFrameState::Body::Content && data.state != PanelData::State::Loading) {
        tellContext();
        PanelData shown = data;
        if (m_shaped)
            shown.frames = m_shaped(data.frames);
        m_panel->setData(shown);
    }
    m_frame->setState(state);
}

void ExploreResult::tellVisible()
{
    const bool shown = isVisible() && width() > 1;
    m_session.setVisible(m_id, shown, shown ? std::max(50, width() - 2 * space::unit) : 0);
}

void ExploreResult::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (event->oldSize().width() != event->size().width())
        m_resized.start();
}

void ExploreResult::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    tellVisible();
}

void ExploreResult::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    tellVisible();
}

void ExploreResult::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        tellContext();
}
