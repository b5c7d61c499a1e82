// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/dashboardview.h>

#include <QtWidgets/QLayout>
#include <app/overrideedit.h>
#include <app/sectionbars.h>
#include <panels/placeholder/placeholderpanel.h>
#include <widgets/controls/emptystate.h>
#include <widgets/controls/panelframe.h>
#include <widgets/controls/rowheader.h>
#include <widgets/controls/sectiontabs.h>
#include <widgets/theme/paint.h>

using namespace Qt::StringLiterals;

// The part of the view that makes what lies on the grid, and lets it go.

// Instances and rows as the session has them now: what is gone goes, what stays moves, what is new has its place.
void DashboardView::layOut()
{
    QSet<QString> wanted;
    for (const RowInstance &row : m_session.rows()) {
        if (!row.hidesHeader)
            wanted.insert(row.tabs.isEmpty() ? row.id : row.tabs);
        wanted.insert(SectionBars::idOf(row.id));
        if (m_rows.contains(row.id))
            tellRow(row);
    }
    for (const PanelGroup &group : std::as_const(m_carried)) { // in the mouse's hand, whatever tab is in front
        if (group.isRow)
            wanted.insert(SectionBars::idOf(group.rowId));
        for (const auto &[id, repeat] : group.items)
            wanted.insert(id);
    }
    placeItems();
    tellTabs();
    for (const PanelInstance &instance : m_session.instances()) {
        if (m_session.isFolded(instance.id))
            continue;
        wanted.insert(instance.id);
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
        m_tabs.erase(id);
        m_sectionBars->forget(id);
    }
    if (!gone.isEmpty())
        m_grid->removeItems(gone);
    m_selection.removeIf([&](const QString &id) { return !wanted.contains(id); });
    keepViewed();
    showEmptyState();
}

void DashboardView::makeEmptyState()
{
    m_nothing = new EmptyState(EmptyState::Size::Large, this);
    m_nothing->setObjectName(u"emptyDashboard"_s);
    m_nothing->setIcon(u"dashboard"_s);
    m_nothing->setTitle(tr("Nothing on this dashboard yet"));
    m_nothing->setText(tr("A panel draws what a query answers. One copied elsewhere, or its JSON, can be pasted."));
    const auto offer = [&](const QString &what, const QString &text, const QString &icon, TextButton::Kind kind) {
        TextButton *button = m_nothing->addAction(text, icon, kind);
        button->setObjectName(u"empty."_s + what);
        connect(button, &TextButton::clicked, this, [this, what] { emit addRequested(what); });
    };
    offer(u"panel"_s, tr("Add a panel"), u"add"_s, TextButton::Kind::Primary);
    offer(u"row"_s, tr("Add a row"), u"row"_s, TextButton::Kind::Secondary);
    offer(u"paste"_s, tr("Paste"), u"paste"_s, TextButton::Kind::Secondary);
    layout()->addWidget(m_nothing);
    m_nothing->hide();
}

void DashboardView::makeHiddenState()
{
    m_allHidden = new EmptyState(EmptyState::Size::Large, this);
    m_allHidden->setObjectName(u"allHidden"_s);
    m_allHidden->setIcon(u"eye"_s);
    m_allHidden->setTitle(tr("Nothing to show now"));
    m_allHidden->setText(
        tr("Conditions of this dashboard hide its panels: by the values of variables, the time range, or for want of data."));
    TextButton *show = m_allHidden->addAction(tr("Show them all"), u"eye"_s);
    show->setObjectName(u"allHidden.show"_s);
    connect(show, &TextButton::clicked, this, [this] { m_session.setShowsHidden(true); });
    connect(&m_session, &DashboardSession::refreshed, this, &DashboardView::showEmptyState);
    layout()->addWidget(m_allHidden);
    m_allHidden->hide();
}

// What repeats by a variable without values is a panel, too.
void DashboardView::showEmptyState()
{
    const bool nothing = m_interactive && m_session.dashboard().panels.isEmpty() && m_session.rows().isEmpty();
    const bool hidden
        = m_interactive && m_session.rows().isEmpty() && m_session.hiddenCount() > 0 && m_grid->items().isEmpty() && !m_session.isLoading();
    m_nothing->setVisible(nothing);
    m_allHidden->setVisible(hidden);
    m_grid->setVisible(!nothing && !hidden);
}

void DashboardView::placeItems()
{
    const QHash<QString, QRectF> cells = cellsOf(groups(), screenLines());
    double lines = 0;
    for (auto it = cells.begin(); it != cells.end(); ++it) {
        m_grid->setItem(it.key(), nullptr, it.value());
        lines = std::max(lines, it->bottom());
    }
    m_pageLines = int(std::ceil(lines - 1e-6));
    QStringList gone; // of rows that are folded now, or whose variables went
    for (const QString &id : m_grid->items())
        if (id.startsWith(SectionBars::idOf({})) && !cells.contains(id) && m_carried.isEmpty())
            gone.append(id);
    for (const QString &id : std::as_const(gone))
        m_sectionBars->forget(id);
    if (!gone.isEmpty())
        m_grid->removeItems(gone);
}

void DashboardView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const QList<RowInstance> &rows = m_session.rows();
    if (m_session.dashboard().layout.traits.fillsScreen || std::any_of(rows.begin(), rows.end(), [this](const RowInstance &row) {
            return row.fillsScreen || !m_session.sectionVariables(row.id).isEmpty();
        }))
        placeItems();
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
        if (QWidget *row = makeRow(id))
            return row;
    if (!instance)
        if (QWidget *variables = m_sectionBars->make(id, m_grid))
            return variables;
    if (!instance)
        return makeTabs(id);
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
        return nullptr; // tabs, or nothing
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

SectionTabs *DashboardView::makeTabs(const QString &id)
{
    const QList<RowInstance> &rows = m_session.rows();
    if (std::none_of(rows.begin(), rows.end(), [&](const RowInstance &row) { return row.tabs == id; }))
        return nullptr;
    auto *bar = new SectionTabs(m_grid);
    m_tabs[id] = bar;
    bar->setObjectName(u"tabs."_s + id);
    connect(bar, &SectionTabs::activated, this, [this, id](const QString &tab) { m_session.setCurrentTab(id, tab); });
    connect(bar, &SectionTabs::menuRequested, this, [this, id](const QString &tab, const QPoint &global) {
        m_session.setCurrentTab(id, tab);
        openTabMenu(tab, global);
    });
    tellTabs();
    return bar;
}

void DashboardView::tellTabs()
{
    for (const TabsInstance &each : m_session.tabs()) {
        const auto bar = m_tabs.find(each.id);
        if (bar == m_tabs.end())
            continue;
        QList<SectionTab> tabs;
        for (const TabsInstance::Tab &tab : each.tabs)
            tabs.append({tab.id, tab.title});
        bar->second->setTabs(tabs, each.current);
    }
}

void DashboardView::stepTab(int by)
{
    for (const TabsInstance &each : m_session.tabs())
        if (m_grid->made(each.id)) {
            m_tabs[each.id]->step(by);
            return;
        }
}

QString DashboardView::frontTab() const
{
    const QList<TabsInstance> bars = m_session.tabs();
    return bars.isEmpty() ? QString() : bars.first().current;
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
    shown.panel->setAnnotations(m_session.annotationsOf(instance.id));
    connectPanel(instance.id, shown.panel);
    m_grid->contentChanged();
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
