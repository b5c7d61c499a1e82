// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/dashboardview.h>

#include <QtGui/QClipboard>
#include <QtWidgets/QApplication>
#include <QtWidgets/QVBoxLayout>
#include <app/overrideedit.h>
#include <app/panelstate.h>
#include <core/duration.h>
#include <panels/placeholder/placeholderpanel.h>
#include <widgets/controls/dashboardgrid.h>
#include <widgets/controls/menu.h>
#include <widgets/controls/panelframe.h>
#include <widgets/controls/rowheader.h>
#include <widgets/theme/paint.h>
#include <widgets/theme/style.h>

using namespace Qt::StringLiterals;

namespace {

QRectF cells(const GridRect &rect)
{
    return QRectF(rect.x, rect.y, rect.w, rect.h);
}

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
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_grid);

    connectGrid();
    connect(m_grid, &DashboardGrid::visibleChanged, this, &DashboardView::showVisible);
    connect(&m_session, &DashboardSession::layoutChanged, this, &DashboardView::layOut);
    connect(&m_session, &DashboardSession::panelDataChanged, this, &DashboardView::tellData);
    connect(&m_session, &DashboardSession::variablesChanged, this, &DashboardView::tellAllTexts);
    connect(&m_session, &DashboardSession::timeRangeChanged, this, &DashboardView::tellAllTexts);
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
    return instance && (!type || type->asksData);
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
    if (m_session.isFolded(instanceId))
        m_session.setRowCollapsed(QString(instance->rowId), false);
    m_grid->scrollTo(instanceId);
    if (PanelFrame *shown = frame(instanceId))
        shown->setFocus(Qt::ShortcutFocusReason);
}

// Instances and rows as the session has them now: what is gone goes, what stays moves, what is new has its place.
void DashboardView::layOut()
{
    QSet<QString> wanted;
    for (const RowInstance &row : m_session.rows()) {
        wanted.insert(row.id);
        m_grid->setItem(row.id, nullptr, cells(row.rect));
        if (m_rows.contains(row.id))
            tellRow(row);
    }
    for (const PanelInstance &instance : m_session.instances()) {
        if (m_session.isFolded(instance.id))
            continue;
        wanted.insert(instance.id);
        m_grid->setItem(instance.id, nullptr, instance.place());
        const auto it = m_shown.find(instance.id);
        if (it == m_shown.end())
            continue;
        if (it->second.type != instance.panel->type
            || (it->second.element != instance.panel && it->second.foreign != foreignPanel(*instance.panel)))
            makeContent(instance, it->second);
        if (it->second.element != instance.panel)
            tellOptions(instance, it->second);
        tellData(instance.id);
    }
    QStringList gone;
    for (const QString &id : m_grid->items())
        if (!wanted.contains(id))
            gone.append(id);
    for (const QString &id : std::as_const(gone)) {
        m_shown.erase(id);
        m_rows.erase(id);
    }
    if (!gone.isEmpty())
        m_grid->removeItems(gone);
    keepViewed();
}

// The panel over the whole page went: another repeat of it, when its variable has other values now.
void DashboardView::keepViewed()
{
    if (m_viewedElement.isEmpty() || !viewedPanel().isEmpty())
        return;
    const QString element = std::exchange(m_viewedElement, {});
    for (const PanelInstance &instance : m_session.instances())
        if (instance.elementId == element && !m_session.isFolded(instance.id))
            return viewPanel(instance.id);
    emit viewedPanelChanged({});
}

QWidget *DashboardView::makeItem(const QString &id)
{
    const PanelInstance *instance = m_session.instance(id);
    if (!instance)
        return makeRow(id);
    const auto it = m_shown.emplace(id, makeShown(*instance)).first;
    tellOptions(*instance, it->second);
    tellData(id);
    return it->second.frame;
}

RowHeader *DashboardView::makeRow(const QString &id)
{
    const QList<RowInstance> &rows = m_session.rows();
    const auto row = std::find_if(rows.begin(), rows.end(), [&](const RowInstance &each) { return each.id == id; });
    if (row == rows.end())
        return nullptr;
    auto *header = new RowHeader({}, m_grid);
    m_rows[id] = header;
    header->setObjectName(u"row."_s + id);
    connect(header, &RowHeader::openChanged, this, [this, id](bool open) { m_session.setRowCollapsed(id, !open); });
    connect(header, &RowHeader::menuRequested, this, [this, id](const QPoint &global) { openRowMenu(id, global); });
    connect(header, &RowHeader::dragStarted, this, [this, id](const QPoint &global) { dragRow(id, global); });
    connect(header, &RowHeader::actionRequested, this, [this, id](const QString &action) {
        if (m_interactive)
            emit rowActionRequested(action, id);
    });
    tellRow(*row);
    return header;
}

void DashboardView::tellRow(const RowInstance &row)
{
    RowHeader *header = m_rows[row.id];
    header->setTitle(m_session.rowTitle(row));
    header->setPanelCount(row.panelCount);
    header->setOpen(!row.collapsed);
}

void DashboardView::tellAllTexts()
{
    for (const auto &[id, shown] : m_shown)
        if (const PanelInstance *instance = m_session.instance(id))
            tellTexts(*instance, shown);
    for (const RowInstance &row : m_session.rows())
        if (m_rows.contains(row.id))
            tellRow(row);
}

DashboardView::Shown DashboardView::makeShown(const PanelInstance &instance)
{
    Shown shown;
    shown.frame = new PanelFrame(m_grid);
    shown.frame->setObjectName(u"panel."_s + instance.id);
    shown.frame->setMenuVisible(m_interactive);
    shown.frame->setSelected(m_selection.contains(instance.id));
    shown.frame->setEditing(instance.id == m_edited);
    makeContent(instance, shown);
    connectFrame(instance.id, shown.frame);
    return shown;
}

void DashboardView::makeContent(const PanelInstance &instance, Shown &shown)
{
    const PanelType *type = m_registry.find(instance.panel->type);
    const ForeignPanel foreign = !type || type->asksData ? foreignPanel(*instance.panel) : ForeignPanel();
    shown.element.reset();
    shown.type = instance.panel->type;
    shown.foreign = foreign;
    shown.asksData = type ? type->asksData : instance.panel->missingLibraryPanel.isEmpty();
    shown.panel = (type && foreign.kinds.isEmpty() ? *type : m_registry.placeholder()).create(shown.frame);
    if (auto *placeholder = qobject_cast<PlaceholderPanel *>(shown.panel)) {
        placeholder->setTypeId(type ? QString() : instance.panel->type);
        placeholder->setLibraryPanel(instance.panel->missingLibraryPanel);
    }
    shown.frame->setContent(shown.panel);
    connectPanel(instance.id, shown.panel);
}

void DashboardView::connectPanel(const QString &id, PanelWidget *panel)
{
    connect(panel, &PanelWidget::optionEdited, this,
            [this, id](const QString &path, const Json &value) { emit panelEdited(id, PanelEdit::set(path, value, tr("Edit panel"))); });
    connect(panel, &PanelWidget::overrideEdited, this, [this, id](const QString &fieldName, const QString &property, const Json &value) {
        takeOverride(id, fieldName, property, value);
    });
    connect(panel, &PanelWidget::rangeSelected, this, [this](const TimeRange &range) { m_session.setAbsoluteRange(range); });
    connect(panel, &PanelWidget::settled, this, &DashboardView::panelSettled);
    connect(panel, &PanelWidget::zoomOutRequested, &m_session, &DashboardSession::zoomOut);
    connect(panel, &PanelWidget::linkActivated, this, &DashboardView::linkActivated);
    connect(panel, &PanelWidget::cursorMoved, this, [this, panel](std::optional<double> ms) {
        if (m_session.dashboard().graphTooltip > 0)
            m_session.view().setCursorMs(ms, panel);
    });
}

void DashboardView::takeOverride(const QString &id, const QString &fieldName, const QString &property, const Json &value)
{
    const PanelInstance *instance = m_session.instance(id);
    if (!instance)
        return;
    const QString text = property == u"color" ? tr("Colour of %1")
        : property == u"custom.width"         ? tr("Width of column %1")
                                              : tr("Override of %1");
    const Json overrides = instance->panel->fieldConfig[u"overrides"];
    if (const auto edit = overrideEdit(overrides, fieldName, property, value, text.arg(oneLine(fieldName, 60))))
        emit panelEdited(id, *edit);
}

void DashboardView::connectFrame(const QString &id, PanelFrame *frame)
{
    connect(frame, &PanelFrame::reached, this, [this, id] { m_reached = id; });
    connect(frame, &PanelFrame::menuRequested, this, [this, id](const QPoint &global) { openMenu(id, global); });
    connect(frame, &PanelFrame::linkActivated, this, &DashboardView::linkActivated);
    connect(frame, &PanelFrame::actionTriggered, this, [this, id](const QString &action) { takeAction(id, action); });
    connect(frame, &PanelFrame::dragStarted, this,
            [this, id](const QPoint &global) { dragPanels(id, DashboardGrid::Gesture::Move, global); });
    connect(frame, &PanelFrame::resizeStarted, this,
            [this, id](const QPoint &global) { dragPanels(id, DashboardGrid::Gesture::Resize, global); });
    connect(frame, &PanelFrame::headerClicked, this, [this, id](Qt::KeyboardModifiers modifiers) {
        if (modifiers & Qt::ControlModifier)
            toggleSelected(id);
        else
            setSelection({});
    });
    connect(frame, &PanelFrame::titleDoubleClicked, this, [this, id] {
        if (m_interactive)
            emit panelActionRequested(u"edit"_s, id);
        else
            viewPanel(viewedPanel() == id ? QString() : id);
    });
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
        links.append({m_session.interpolate(link.title, instance.id),
                      QUrl(m_session.interpolate(link.url, instance.id, u"queryparam"_s), QUrl::StrictMode)});
    shown.frame->setLinks(links);
    if (shown.panel)
        shown.panel->setContext(contextOf(instance.id));
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
    context.sharedCursor = m_session.dashboard().graphTooltip > 0;
    context.sharedTooltip = m_session.dashboard().graphTooltip > 1;
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
    shown->setMenuVisible(false);
    shown->setSelected(false);
    shown->setEditing(false);
    draw(*shown);
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

void DashboardView::openMenu(const QString &id, const QPoint &global)
{
    const PanelInstance *instance = m_session.instance(id);
    if (!m_interactive || !instance)
        return;
    auto *menu = new Menu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const bool viewed = viewedPanel() == id;
    connect(menu->add(u"view"_s, viewed ? u"dashboard"_s : u"eye"_s, viewed ? tr("Back to the dashboard") : tr("View"), u"V"_s),
            &QAction::triggered, this, [this, id, viewed] { viewPanel(viewed ? QString() : id); });
    const auto addEdit = [&](const QString &action, const QString &icon, const QString &text, const QString &keys) {
        connect(menu->add(action, icon, text, keys), &QAction::triggered, this,
                [this, id, action] { emit panelActionRequested(action, id); });
    };
    addEdit(u"edit"_s, u"edit"_s, tr("Edit"), u"E"_s);
    if (asks(id))
        addEdit(u"explore"_s, u"explore"_s, tr("Explore"), u"P X"_s);
    Menu *inspect = menu->addSub(u"inspect"_s, u"table"_s, tr("Inspect"));
    const auto addInspect = [&](const QString &tab, const QString &icon, const QString &text) {
        connect(inspect->add(u"inspect."_s + tab, icon, text), &QAction::triggered, this,
                [this, id, tab] { emit inspectRequested(id, tab); });
    };
    addInspect(u"data"_s, u"table"_s, tr("Data"));
    addInspect(u"query"_s, u"query"_s, tr("Query"));
    addInspect(u"json"_s, u"code"_s, tr("Panel JSON"));
    Menu *exported = menu->addSub(u"export"_s, u"export"_s, tr("Export"));
    const auto addExport = [&](const QString &format, const QString &icon, const QString &text) {
        connect(exported->add(u"export."_s + format, icon, text), &QAction::triggered, this,
                [this, id, format] { emit panelActionRequested(u"export."_s + format, id); });
    };
    addExport(u"png"_s, u"panel"_s, tr("Picture (PNG)…"));
    addExport(u"svg"_s, u"panel"_s, tr("Vector picture (SVG)…"));
    addExport(u"pdf"_s, u"file"_s, tr("PDF…"));
    if (asks(id))
        addExport(u"csv"_s, u"table"_s, tr("Data (CSV)…"));
    addExport(u"json"_s, u"code"_s, tr("Panel JSON…"));
    menu->addSeparator();
    connect(menu->add(u"refresh"_s, u"refresh"_s, tr("Refresh this panel")), &QAction::triggered, this,
            [this, id] { m_session.refreshPanel(id); });
    menu->addSeparator();
    addEdit(u"copy"_s, u"copy"_s, tr("Copy"), QKeySequence(QKeySequence::Copy).toString(QKeySequence::NativeText));
    addEdit(u"duplicate"_s, u"duplicate"_s, tr("Duplicate"), QKeySequence(Qt::CTRL | Qt::Key_D).toString(QKeySequence::NativeText));
    menu->addSeparator();
    connect(menu->addDanger(u"remove"_s, u"delete"_s, tr("Remove"), QKeySequence(QKeySequence::Delete).toString(QKeySequence::NativeText)),
            &QAction::triggered, this, [this, id] { emit panelActionRequested(u"remove"_s, id); });
    menu->popup(global);
}

void DashboardView::takeAction(const QString &id, const QString &action)
{
    if (action == u"retry") {
        emit retryRequested();
        m_session.refreshPanel(id);
    } else if (action == u"copy")
        QApplication::clipboard()->setText(frame(id)->state().error);
}

void DashboardView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        for (const auto &[id, shown] : m_shown)
            shown.panel->setContext(contextOf(id));
}
