// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/dashboardview.h>

#include <QtGui/QClipboard>
#include <QtWidgets/QApplication>
#include <QtWidgets/QVBoxLayout>
#include <app/panelstate.h>
#include <app/sectionbars.h>
#include <app/tabhover.h>
#include <core/duration.h>
#include <panels/placeholder/placeholderpanel.h>
#include <panels/singlevaluepanel.h>
#include <widgets/controls/dashboardgrid.h>
#include <widgets/controls/panelframe.h>
#include <widgets/controls/rowheader.h>
#include <widgets/theme/style.h>

using namespace Qt::StringLiterals;

namespace {

QString sourceNameOf(const QList<TargetReport> &reports)
{
    for (const TargetReport &report : reports)
        if (!report.sourceName.isEmpty())
            return report.sourceName;
    return DashboardView::tr("the source");
}

bool hasQueries(const Panel &panel)
{
    return std::any_of(panel.targets.begin(), panel.targets.end(),
                       [](const Target &target) { return !target.hide && !target.expr.isEmpty(); });
}

constexpr int kAgePeriodMs = 5'000;

} // namespace

DashboardView::DashboardView(DashboardSession &session, const PanelRegistry &registry, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_registry(registry)
    , m_grid(new DashboardGrid(this))
{
    setObjectName(u"dashboardView"_s);
    m_grid->setObjectName(u"grid"_s);
    m_grid->setAccessibleName(tr("Panels"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_grid);
    m_sectionBars = new SectionBars(session, this);
    m_tabHover = new TabHover(this);
    makeEmptyState();
    makeHiddenState();

    connectGrid();
    connect(m_grid, &DashboardGrid::visibleChanged, this, &DashboardView::showVisible);
    connect(&m_session, &DashboardSession::layoutChanged, this, &DashboardView::layOut);
    connect(&m_session, &DashboardSession::variablesChanged, m_sectionBars, &SectionBars::tell);
    connect(m_sectionBars, &SectionBars::linesChanged, this, &DashboardView::placeItems);
    connect(m_sectionBars, &SectionBars::editRequested, this, &DashboardView::variableEditRequested);
    connect(&m_session, &DashboardSession::panelDataChanged, this, &DashboardView::tellData);
    connect(&m_session, &DashboardSession::variablesChanged, this, &DashboardView::tellAllTexts);
    connect(&m_session, &DashboardSession::timeRangeChanged, this, &DashboardView::tellAllTexts);
    connect(&m_session, &DashboardSession::annotationsChanged, this, &DashboardView::tellAnnotations);
    connect(&m_session.view(), &ViewContext::cursorChanged, this, &DashboardView::tellCursor);
    m_ages.setInterval(kAgePeriodMs);
    connect(&m_ages, &QTimer::timeout, this, &DashboardView::showAges);
    layOut();
}

DashboardView::~DashboardView() = default;

void DashboardView::setInteractive(bool interactive)
{
    m_interactive = interactive;
    for (const auto &[id, shown] : m_shown)
        shown.frame->setMenuVisible(interactive);
    layOut();
}

PanelFrame *DashboardView::frame(const QString &instanceId) const
{
    m_grid->made(instanceId);
    const auto it = m_shown.find(instanceId);
    return it == m_shown.end() ? nullptr : it->second.frame;
}

PanelWidget *DashboardView::panel(const QString &instanceId) const
{
    m_grid->made(instanceId);
    const auto it = m_shown.find(instanceId);
    return it == m_shown.end() ? nullptr : it->second.panel;
}

bool DashboardView::asksData(const QString &instanceId) const
{
    const PanelInstance *instance = m_session.instance(instanceId);
    const PanelType *type = instance ? m_registry.find(instance->panel->type) : nullptr;
    return instance && (type ? type->asksData : instance->panel->missingLibraryPanel.isEmpty());
}

bool DashboardView::asks(const QString &instanceId) const
{
    const PanelInstance *instance = m_session.instance(instanceId);
    return instance && asksData(instanceId) && hasQueries(*instance->panel) && foreignPanel(*instance->panel).kinds.isEmpty();
}

QString DashboardView::hoveredPanel() const
{
    const auto is = [](const Shown &shown) {
        return shown.frame->isVisible() && (shown.frame->underMouse() || shown.frame->isAncestorOf(QApplication::focusWidget()));
    };
    if (const auto last = m_shown.find(m_reached); last != m_shown.end() && is(last->second))
        return m_reached;
    for (const auto &[id, shown] : m_shown)
        if (is(shown))
            return id;
    return {};
}

QString DashboardView::hoveredRow() const
{
    for (const auto &[id, header] : m_rows)
        if (header->hasFocus())
            return id;
    for (const auto &[id, header] : m_rows)
        if (header->isVisible() && header->underMouse())
            return id;
    return {};
}

QString DashboardView::viewedPanel() const
{
    return m_grid->maximized();
}

void DashboardView::viewPanel(const QString &instanceId)
{
    if (m_grid->maximized() == instanceId)
        return;
    m_grid->setMaximized(instanceId);
    const PanelInstance *instance = m_session.instance(viewedPanel());
    m_viewedElement = instance ? instance->elementId : QString();
    emit viewedPanelChanged(instanceId);
}

void DashboardView::reveal(const QString &instanceId)
{
    const PanelInstance *instance = m_session.instance(instanceId);
    if (!instance)
        return;
    viewPanel({});
    m_session.bringForward(instanceId);
    m_grid->scrollTo(instanceId);
    if (PanelFrame *shown = frame(instanceId))
        shown->setFocus(Qt::ShortcutFocusReason);
}

void DashboardView::tellOptions(const PanelInstance &instance, Shown &shown)
{
    shown.element = instance.panel;
    shown.frame->setTransparent(instance.panel->transparent);
    shown.panel->setOptions(instance.panel->options);
    if (auto *placeholder = qobject_cast<PlaceholderPanel *>(shown.panel))
        placeholder->setQueries(shown.foreign.kinds, queryTexts(*instance.panel));
    tellTexts(instance, shown);
}

// What holds variables: title, description, links, and the content's own texts.
void DashboardView::tellTexts(const PanelInstance &instance, const Shown &shown)
{
    const QString info = m_session.timeInfo(instance.id);
    const QString title = m_session.interpolate(instance.panel->title, instance.id);
    shown.frame->setTitle(info.isEmpty() ? title : title.isEmpty() ? info : title + u"  ·  "_s + info);
    shown.frame->setDescription(m_session.interpolate(instance.panel->description, instance.id));
    QList<PanelLinkMark> links;
    for (const PanelLink &link : instance.panel->links)
        links.append({m_session.interpolateLink(link.title, false, instance.id),
                      QUrl(m_session.interpolateLink(link.url, true, instance.id).trimmed())});
    shown.frame->setLinks(links);
    if (shown.panel)
        shown.panel->setContext(contextOf(instance.id));
}

// How many rows a row lies in; tabs show that by themselves.
int DashboardView::levelOf(const QString &sourceId) const
{
    QList<const LayoutItem *> around;
    for (const LayoutItem &item : m_session.dashboard().layout.children) {
        if (item.kind != LayoutItem::Kind::Row)
            continue;
        while (!around.isEmpty() && around.last()->traits.depth >= item.traits.depth)
            around.removeLast();
        if (item.id == sourceId)
            break;
        around.append(&item);
    }
    return int(std::count_if(around.begin(), around.end(),
                             [](const LayoutItem *item) { return item->traits.tabs.isEmpty() && !item->traits.hidesHeader; }));
}

void DashboardView::tellRow(const RowInstance &row)
{
    RowHeader *header = m_rows[row.id];
    header->setTitle(m_session.rowTitle(row));
    header->setPanelCount(row.panelCount);
    header->setOpen(!row.collapsed);
    header->setLevel(levelOf(row.sourceId));
}

void DashboardView::tellAllTexts()
{
    for (const auto &[id, shown] : m_shown)
        if (const PanelInstance *instance = m_session.instance(id))
            tellTexts(*instance, shown);
    for (const RowInstance &row : m_session.rows())
        if (m_rows.contains(row.id))
            tellRow(row);
    tellTabs();
}

PanelContext DashboardView::contextOf(const QString &id) const
{
    PanelContext context;
    context.theme = &currentTheme(this);
    context.zone = m_session.zone();
    if (const PanelInstance *instance = m_session.instance(id); instance && instance->panel->transparent)
        context.ground = context.theme->bg.window;
    const TimeRange shown = m_session.data(id).range;
    context.range = shown.spanMs() > 0 ? shown : m_session.panelRange(id);
    context.interpolate = [session = &m_session, id](const QString &text) { return session->interpolate(text, id); };
    context.fill = [session = &m_session, id](const QString &text, bool isAddress, const DataLookup &data) {
        return session->interpolateLink(text, isAddress, id, data);
    };
    context.sharedCursor = m_session.dashboard().graphTooltip > 0;
    context.sharedTooltip = m_session.dashboard().graphTooltip > 1;
    context.interactive = m_interactive;
    context.editable = m_interactive;
    return context;
}

void DashboardView::tellData(const QString &id)
{
    const auto it = m_shown.find(id);
    const PanelInstance *instance = m_session.instance(id);
    if (it == m_shown.end() || !instance)
        return;
    const Shown &shown = it->second;
    const PanelData &data = m_session.data(id);

    PanelStateInput input;
    input.asksData = shown.asksData;
    input.saysNoDataItself = qobject_cast<PlaceholderPanel *>(shown.panel);
    input.showsNoValue = qobject_cast<SingleValuePanel *>(shown.panel);
    input.hasQueries = input.saysNoDataItself || hasQueries(*instance->panel);
    input.sourceName = sourceNameOf(m_session.explain(id));
    input.nowMs = QDateTime::currentMSecsSinceEpoch();
    input.refreshMs = m_session.refreshInterval().isEmpty() ? 0 : intervalToMs(m_session.refreshInterval()).value_or(0);
    const PanelFrameState state = panelFrameState(data, input);

    if (state.body == PanelFrameState::Body::Content && data.state != PanelData::State::Loading) {
        shown.panel->setContext(contextOf(id));
        shown.panel->setData(data);
    }
    shown.frame->setState(state);
    if (!state.stale.isEmpty() && !m_ages.isActive())
        m_ages.start();
}

void DashboardView::showAges()
{
    bool anyStale = false;
    for (const auto &[id, shown] : m_shown) {
        PanelFrameState state = shown.frame->state();
        if (state.stale.isEmpty())
            continue;
        anyStale = true;
        state.stale = ageText(QDateTime::currentMSecsSinceEpoch() - m_session.data(id).fetchedAtMs);
        shown.frame->setState(state);
    }
    if (!anyStale)
        m_ages.stop();
}

void DashboardView::tellAnnotations()
{
    for (const auto &[id, shown] : m_shown)
        shown.panel->setAnnotations(m_session.annotationsOf(id));
}

void DashboardView::tellCursor(std::optional<double> ms, const QObject *from)
{
    for (const auto &[id, shown] : m_shown)
        if (shown.panel != from)
            shown.panel->setSharedCursor(ms);
}

void DashboardView::showVisible(const QStringList &ids)
{
    for (const QString &id : m_visible)
        if (!ids.contains(id) && m_session.instance(id))
            m_session.setVisible(id, false, 0);
    m_visible = ids;
    for (const QString &id : ids)
        if (const PanelFrame *shown = frame(id))
            m_session.setVisible(id, true, std::max(50, shown->width() - 2 * space::unit));
}

void DashboardView::drawBare(const QString &instanceId, const std::function<void(QWidget &)> &draw) const
{
    PanelFrame *shown = frame(instanceId);
    if (!shown)
        return;
    PanelWidget *panel = m_shown.at(instanceId).panel;
    const auto tell = [&](bool interactive) {
        PanelContext context = panel->context();
        context.interactive = interactive;
        panel->setContext(context);
    };
    shown->setMenuVisible(false);
    shown->setSelected(false);
    shown->setEditing(false);
    tell(false);
    draw(*shown);
    tell(m_interactive);
    shown->setMenuVisible(m_interactive);
    shown->setSelected(m_selection.contains(instanceId));
    shown->setEditing(instanceId == m_edited);
}

QImage DashboardView::picture(const QString &instanceId, double ratio) const
{
    QImage image;
    drawBare(instanceId, [&](QWidget &frame) {
        image = QImage(frame.size() * ratio, QImage::Format_ARGB32_Premultiplied);
        image.setDevicePixelRatio(ratio);
        image.fill(currentTheme(this).bg.window);
        frame.render(&image, {}, {}, QWidget::DrawChildren);
    });
    return image;
}

void DashboardView::takeAction(const QString &id, const QString &action)
{
    if (action == u"retry") {
        emit retryRequested();
        m_session.refreshPanel(id);
    } else if (action == u"copy") {
        QApplication::clipboard()->setText(frame(id)->state().error);
    } else if (action == u"edit") {
        emit panelActionRequested(action, id);
    }
}

void DashboardView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        for (const auto &[id, shown] : m_shown)
            shown.panel->setContext(contextOf(id));
}

QString leftOutText(int count)
{
    return DashboardView::tr("%n more repeats are not shown: a page holds no more. Choose fewer values.", nullptr, count);
}
