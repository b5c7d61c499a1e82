// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/explore/explorepage.h>

#include <QtGui/QShortcut>
#include <QtWidgets/QApplication>
#include <QtWidgets/QSplitter>
#include <QtWidgets/QVBoxLayout>
#include <app/app.h>
#include <app/explore/exploredock.h>
#include <app/explore/labelspage.h>
#include <app/query/metricindexes.h>
#include <app/query/pickbutton.h>
#include <app/sessiontime.h>
#include <core/duration.h>
#include <widgets/controls/timecontrols.h>
#include <widgets/controls/toolbar.h>
#include <widgets/theme/style.h>

using namespace Qt::StringLiterals;

namespace {
constexpr int kDockWidth = 320; // px, at least
constexpr int kDockFrom = 1000; // a page narrower than this opens without its dock
constexpr int kLeastSide = 320;
constexpr int kKeepMs = 500; // what is typed is on the disk within a second
constexpr qsizetype kMostSides = 2;
} // namespace

ExplorePage::ExplorePage(App &app, QWidget *parent)
    : QWidget(parent)
    , m_app(app)
    , m_view(std::make_shared<ViewContext>())
    , m_sides(new QSplitter(this))
    , m_dock(new ExploreDock(app.queryHistory(), this))
{
    setObjectName(u"explore"_s);
    m_view->resetRange({u"now-1h"_s, u"now"_s});
    m_sides->setChildrenCollapsible(false);
    m_sides->setHandleWidth(1);
    m_dock->setFixedWidth(std::max(kDockWidth, m_dock->minimumSizeHint().width())); // words are longer in some languages
    makeToolbar();
    auto *body = new QHBoxLayout;
    body->setSpacing(0);
    body->addWidget(m_sides, 1);
    body->addWidget(m_dock);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_toolbar);
    layout->addLayout(body, 1);
    m_progress = new ProgressLine(m_toolbar, Qt::BottomEdge, 1);
    for (const int keys : {int(Qt::SHIFT) | int(Qt::Key_Return), int(Qt::CTRL) | int(Qt::Key_Return)})
        connect(new QShortcut(QKeySequence(keys), this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut), &QShortcut::activated, this,
                &ExplorePage::run);
    connect(m_dock, &ExploreDock::closeRequested, this, [this] {
        m_dockChosen = true;
        showDock(false);
    });
    connect(m_dock, &ExploreDock::metricChosen, this, [this](const QString &name) { m_active->insertMetric(name); });
    connect(m_dock, &ExploreDock::runRequested, this, [this](const PastQuery &query) {
        m_active->setQueries(query.targets, {{}, query.sourceUid}, tr("Query of the history"));
    });
    connect(m_dock, &ExploreDock::labelsWanted, this, &ExplorePage::showLabels);
    connect(&m_dock->labels(), &LabelsPage::matcherToggled, this,
            [this](const QString &label, const QString &value) { m_active->toggleMatcher(label, value); });
    connect(qApp, &QApplication::focusChanged, this, [this](const QWidget *, const QWidget *now) {
        if (!now) // also told while the page itself goes
            return;
        for (ExplorePane *pane : std::as_const(m_panes))
            if (pane->isAncestorOf(now))
                setActive(pane);
    });
    connect(m_view.get(), &ViewContext::rangeChanged, this, &ExplorePage::showTime);
    connect(m_view.get(), &ViewContext::zoneChanged, this, &ExplorePage::showTime);
    m_keep.setSingleShot(true);
    m_keep.setInterval(kKeepMs);
    connect(&m_keep, &QTimer::timeout, this, &ExplorePage::keepDrafts);
    addPane();
    takeDrafts();
    showTime();
}

// The sides read sessions that read the view.
ExplorePage::~ExplorePage()
{
    keepDrafts();
    for (ExplorePane *pane : std::exchange(m_panes, {}))
        delete pane;
}

void ExplorePage::makeToolbar()
{
    m_toolbar = new Toolbar(tr("Explore"), this);
    m_toolbar->setObjectName(u"toolbar"_s);
    m_toolbar->setLineBelow(true);
    m_source = new QWidget(m_toolbar);
    auto *source = new QHBoxLayout(m_source);
    source->setContentsMargins({});
    m_toolbar->addLeft(m_source);
    m_history = new IconButton(u"history"_s, tr("History, metrics and labels"), TextButton::Kind::Secondary, m_toolbar);
    m_history->setObjectName(u"showDock"_s);
    m_split = new TextButton(tr("Split"), TextButton::Kind::Secondary, u"split"_s, m_toolbar);
    m_split->setObjectName(u"split"_s);
    m_add = new TextButton(tr("Add to dashboard"), TextButton::Kind::Secondary, u"add"_s, m_toolbar);
    m_add->setObjectName(u"addToDashboard"_s);
    m_time = new TimeControls(
        [](const QString &text, bool roundUp, const QTimeZone &zone) {
            return readTypedTime(text, roundUp, {QDateTime::currentMSecsSinceEpoch(), zone, weekStartByName({}), 0});
        },
        m_toolbar);
    m_time->setObjectName(u"time"_s);
    m_toolbar->addRight(m_history);
    m_toolbar->addRight(m_split);
    m_toolbar->addRight(m_add);
    m_toolbar->addSeparator();
    m_toolbar->addRight(m_time);
    makeRun();
    connect(m_history, &IconButton::clicked, this, &ExplorePage::toggleDock);
    connect(m_split, &TextButton::clicked, this, &ExplorePage::split);
    connect(m_add, &TextButton::clicked, this, &ExplorePage::openAddMenu);
    connect(m_time, &TimeControls::rangeChosen, this, [this](const RawTimeRange &range) { m_active->session().setTimeRange(range); });
    connect(m_time, &TimeControls::zoneChosen, this, [this](const QString &zone) { m_active->session().setZone(zone); });
    connect(m_time, &TimeControls::moveRequested, this, [this](int direction) { m_active->session().shift(direction); });
    connect(m_time, &TimeControls::zoomOutRequested, this, [this] { m_active->session().zoomOut(); });
}

void ExplorePage::makeRun()
{
    m_run = new TextButton(tr("Run"), TextButton::Kind::Primary, u"play"_s, m_toolbar);
    m_run->setObjectName(u"run"_s);
    m_run->setToolTip(tr("Run the queries (Shift+Enter)"));
    m_every = new TextButton({}, TextButton::Kind::Primary, {}, m_toolbar);
    m_every->setObjectName(u"runEvery"_s);
    m_every->setArrow(true);
    m_every->setToolTip(tr("Run again and again"));
    m_every->setAccessibleName(tr("How often to run"));
    auto *joined = new JoinedButtons(m_toolbar);
    joined->addButton(m_run);
    joined->addButton(m_every);
    m_toolbar->addRight(joined);
    connect(m_run, &TextButton::clicked, this, [this] {
        bool running = false;
        for (ExplorePane *pane : std::as_const(m_panes))
            running |= pane->session().runningQueries() > 0;
        if (!running)
            return run();
        for (ExplorePane *pane : std::as_const(m_panes))
            pane->session().cancel();
    });
    connect(m_every, &TextButton::clicked, this, &ExplorePage::chooseInterval);
}

void ExplorePage::toggleDock()
{
    m_dockChosen = true;
    showDock(m_dock->isHidden());
}

void ExplorePage::openAddMenu()
{
    emit addRequested(m_add);
}

void ExplorePage::chooseInterval()
{
    auto *popup = new OptionPopup(this);
    popup->setAttribute(Qt::WA_DeleteOnClose);
    popup->setRowHeight(26);
    QList<Option> options{{QString(), tr("Only when asked")}};
    for (const QString &interval : {u"5s"_s, u"10s"_s, u"30s"_s, u"1m"_s, u"5m"_s})
        options.append({interval, tr("Every %1").arg(interval)});
    popup->setOptions(options, m_interval);
    connect(popup, &OptionPopup::chosen, this, [this](const QString &interval) {
        m_interval = interval;
        m_every->setText(interval);
        for (ExplorePane *pane : std::as_const(m_panes))
            pane->session().setRefreshInterval(interval);
    });
    popup->popupUnder(m_every, Popup::Align::Right);
}

void ExplorePage::addPane()
{
    auto *pane = new ExplorePane(m_app, m_view, m_sides);
    pane->setObjectName(u"side.%1"_s.arg(m_panes.size()));
    pane->setMinimumWidth(kLeastSide);
    m_sides->addWidget(pane);
    m_panes.append(pane);
    DashboardSession &session = pane->session();
    session.setRefreshInterval(m_interval);
    session.setWindowShown(m_shown);
    connect(pane, &ExplorePane::ran, &m_app.queryHistory(), &QueryHistory::add);
    connect(pane, &ExplorePane::linkActivated, this, &ExplorePage::linkActivated);
    connect(pane, &ExplorePane::notice, this, &ExplorePage::notice);
    connect(pane, &ExplorePane::closeRequested, this, [this, pane] { closePane(pane); });
    connect(pane, &ExplorePane::changed, this, [this, pane] {
        if (pane != m_active)
            return;
        m_dock->setIndex(m_app.metricIndexes().of(pane->sourceUid()));
        showLabels();
    });
    // Not later again with every key: who types without a pause must lose no more than others.
    for (const auto told : {&ExplorePane::typed, &ExplorePane::changed})
        connect(pane, told, this, [this] {
            if (!m_keep.isActive())
                m_keep.start();
        });
    connect(pane, &ExplorePane::answered, this, [this, pane] {
        if (pane == m_active)
            showLabels();
    });
    connect(&session, &DashboardSession::loadingChanged, this, &ExplorePage::showLoading);
    connect(&session, &DashboardSession::refreshed, this, [this, &session] {
        emit refreshed(session.lastRefresh().queries);
        emit statusChanged();
    });
    setActive(pane);
    showPanes();
}

void ExplorePage::takeDrafts()
{
    const Json drafts = m_drafts.take();
    const std::vector<Json> sides = drafts[u"sides"].items();
    for (size_t i = 0; i < std::min(sides.size(), size_t(kMostSides)); ++i) {
        if (i > 0)
            addPane();
        m_active->takeDraft(sides[i]);
    }
    const RawTimeRange range{drafts.get(u"range.from").toString(), drafts.get(u"range.to").toString()};
    if (!range.from.isEmpty() && !range.to.isEmpty())
        m_view->resetRange(range);
}

void ExplorePage::keepDrafts()
{
    std::vector<Json> sides;
    for (const ExplorePane *pane : std::as_const(m_panes))
        if (const Json draft = pane->draft(); !draft.isNull())
            sides.push_back(draft);
    const RawTimeRange range = m_view->range();
    m_drafts.keep(sides.empty() ? Json()
                                : Json::object({{u"range"_s, Json::object({{u"from"_s, Json(range.from)}, {u"to"_s, Json(range.to)}})},
                                                {u"sides"_s, Json::array(sides)}}));
}

void ExplorePage::closePane(ExplorePane *pane)
{
    if (m_panes.size() < 2)
        return;
    m_panes.removeAll(pane);
    setActive(m_panes.first());
    pane->hide();
    pane->deleteLater();
    m_keep.start();
    showPanes();
}

void ExplorePage::split()
{
    if (m_panes.size() > 1)
        return closePane(m_panes.last());
    const PastQuery asked = m_active->asked();
    const SourceRef source = m_active->panel().datasource;
    addPane();
    if (!asked.targets.isEmpty())
        m_active->setQueries(asked.targets, source, tr("Split"));
    m_active->focusQuery();
}

// One side has its source in the toolbar, two have theirs above their queries.
void ExplorePage::showPanes()
{
    const bool several = m_panes.size() > 1;
    qDeleteAll(m_source->findChildren<PickButton *>(QString(), Qt::FindDirectChildrenOnly));
    if (!several)
        m_source->layout()->addWidget(&m_panes.first()->makeSourcePicker(m_source));
    for (ExplorePane *pane : std::as_const(m_panes))
        pane->setHead(several);
    m_sides->setSizes(QList<int>(m_panes.size(), width()));
    m_split->setActive(several);
    m_split->setToolTip(several ? tr("Close the second side") : tr("Two sides with one time range"));
}

void ExplorePage::setActive(ExplorePane *pane)
{
    if (m_active == pane)
        return;
    m_active = pane;
    m_dock->setIndex(m_app.metricIndexes().of(pane->sourceUid()));
    showLabels();
    emit statusChanged();
}

void ExplorePage::open(const QList<Json> &targets, const SourceRef &source, const std::optional<RawTimeRange> &range, const QString &step)
{
    if (range)
        m_view->setRange(*range);
    m_active->setQueries(targets, source, step);
}

void ExplorePage::run()
{
    for (ExplorePane *pane : std::as_const(m_panes))
        pane->run();
}

void ExplorePage::showDock(bool shown)
{
    m_dock->setVisible(shown);
    m_history->setActive(shown);
    showLabels();
}

void ExplorePage::showLabels()
{
    if (!m_dock->showsLabels())
        return;
    m_dock->labels().setQuery(m_active->queryText());
    m_dock->labels().setResult(m_active->answer());
}

void ExplorePage::openTimePicker()
{
    m_time->openPicker();
}

void ExplorePage::setShown(bool shown)
{
    m_shown = shown;
    for (ExplorePane *pane : std::as_const(m_panes))
        pane->session().setWindowShown(shown);
}

void ExplorePage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (!m_dockChosen)
        showDock(width() >= kDockFrom);
    const bool narrow = width() < kDockFrom;
    m_split->setText(narrow ? QString() : tr("Split"));
    m_split->setAccessibleName(tr("Split"));
    m_add->setText(narrow ? QString() : tr("Add to dashboard"));
    m_add->setAccessibleName(tr("Add to dashboard"));
    m_add->setToolTip(tr("Add these queries as a panel to a dashboard"));
}

void ExplorePage::showTime()
{
    const QString zone = m_view->zone();
    m_time->setRange(m_view->range(), zone.isEmpty() ? u"browser"_s : zone);
    m_time->setForwardEnabled(m_view->range().to != u"now");
    emit statusChanged();
}

void ExplorePage::showLoading()
{
    int running = 0;
    for (ExplorePane *pane : std::as_const(m_panes))
        running += pane->session().runningQueries();
    m_progress->setRunning(running > 0);
    m_run->setIconName(running > 0 ? u"stop"_s : u"play"_s);
    m_run->setText(running > 0 ? tr("Stop") : tr("Run"));
}

QList<StatusItem> ExplorePage::status() const
{
    QList<StatusItem> items;
    const RefreshStats stats = m_active->session().lastRefresh();
    if (stats.queries > 0)
        items.append({(stats.queries == 1 ? tr("1 query") : tr("%n queries", nullptr, stats.queries))
                      + tr(" · %1 ms").arg(qRound(stats.milliseconds))});
    for (const TargetReport &report : m_active->session().explain(kExploreGraph)) {
        if (report.stepMs > 0) {
            items.append({tr("Step %1").arg(stepText(report.stepMs))});
            break;
        }
    }
    const QString zone = m_view->zone();
    items.append({zoneText(zone.isEmpty() ? u"browser"_s : zone)});
    return items;
}
