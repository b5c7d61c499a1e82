// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/mainwindow.h>

#include <QtWidgets/QStackedWidget>
#include <app/app.h>
#include <app/dashboardfiles.h>
#include <app/dashboardlinks.h>
#include <app/dashboardopener.h>
#include <app/dashboardpage.h>
#include <app/exploretab.h>
#include <app/externallinks.h>
#include <app/home/homepage.h>
#include <app/library.h>
#include <app/localengineservice.h>
#include <app/sourcespage.h>
#include <app/windowpages.h>
#include <widgets/controls/questionsheet.h>
#include <widgets/controls/rail.h>
#include <widgets/controls/tabstrip.h>

using namespace Qt::StringLiterals;
using namespace windowpages;

// The pages of the window and their tabs.

void MainWindow::makeTabs()
{
    m_tabs = new TabStrip(this);
    m_tabs->setObjectName(u"tabs"_s);
    connect(m_tabs, &TabStrip::activated, this, &MainWindow::showTab);
    connect(m_tabs, &TabStrip::closeRequested, this, &MainWindow::closeTab);
    connect(m_tabs, &TabStrip::addRequested, m_opener, &DashboardOpener::newDashboard);
}

void MainWindow::stepTab(int by)
{
    const QStringList ids = m_tabs->ids();
    if (ids.isEmpty())
        return;
    const qsizetype at = ids.indexOf(m_tabs->current());
    showTab(at < 0 ? (by > 0 ? ids.first() : ids.last()) : ids[(at + by + ids.size()) % ids.size()]);
}

void MainWindow::closeCurrentTab()
{
    closeTab(m_tabs->current());
}

QList<MainWindow::OpenPage> MainWindow::openPages() const
{
    QList<OpenPage> pages;
    for (const QString &tab : m_tabs->ids()) {
        const auto *page = qobject_cast<DashboardPage *>(m_pageOf.value(tab));
        if (page)
            pages.append({tab, page->title(), page->path(), u"dashboard"_s});
        else
            pages.append(tab == ExploreTab::id ? OpenPage{tab, tr("Explore"), {}, u"explore"_s}
                                               : OpenPage{tab, tr("Sources"), {}, u"source"_s});
    }
    return pages;
}

DashboardPage *MainWindow::addDashboard(std::unique_ptr<DashboardEditor> editor)
{
    auto *page = new DashboardPage(std::move(editor), m_app, this);
    const CommandLine &line = m_app.commandLine();
    if (line.from || line.to)
        page->session().setTimeRange({line.from.value_or(page->session().rawRange().from), line.to.value_or(u"now"_s)});
    connect(page, &DashboardPage::statusChanged, this, &MainWindow::showStatus);
    connect(page, &DashboardPage::kioskRequested, this, [this] { setKiosk(!m_kiosk); });
    connect(page, &DashboardPage::linkActivated, this, [this, page](const QUrl &url) { m_links->follow(url, page->path()); });
    connect(page, &DashboardPage::dashboardRequested, this, &MainWindow::openLink);
    connect(page, &DashboardPage::notice, this, &MainWindow::toast);
    connect(page, &DashboardPage::fileActionRequested, this, [this, page](const QString &id) { m_files->run(*page, id); });
    connect(page, &DashboardPage::titleChanged, this, [this, page] { showTitle(tabOf(page)); });
    connect(&page->view(), &DashboardView::panelActionRequested, this, [this, page](const QString &action, const QString &instance) {
        if (action == u"explore")
            m_explore->openPanel(*page, instance);
    });
    connect(page, &DashboardPage::starToggled, this,
            [this, page] { m_app.library().setStarred(page->path(), page->title(), !m_app.library().isStarred(page->path())); });
    if (LocalEngineService *local = m_app.localEngine())
        connect(&page->session(), &DashboardSession::refreshed, local,
                [local, page] { local->countRefresh(page->session().lastRefresh().queries); });
    TabInfo tab;
    tab.id = u"tab%1"_s.arg(++m_nextTab);
    addPage(page, tab);
    showTitle(tab.id);
    QMetaObject::invokeMethod(
        page, [this, page] { m_files->askForInputs(*page); }, Qt::QueuedConnection);
    return page;
}

QString MainWindow::tabOf(const QWidget *page) const
{
    return m_pageOf.key(const_cast<QWidget *>(page));
}

void MainWindow::showTitle(const QString &id)
{
    const auto *page = qobject_cast<DashboardPage *>(m_pageOf.value(id));
    if (!page)
        return;
    TabInfo tab;
    tab.id = id;
    tab.title = page->title();
    tab.toolTip = page->path().isEmpty() ? tr("Not saved yet") : page->path();
    tab.modified = page->editor().isModified();
    m_tabs->setTab(tab);
    if (page == m_pages->currentWidget())
        setWindowTitle(page->title() + u" – Promontory"_s);
    showStatus();
}

bool MainWindow::showDashboard(const QString &path)
{
    for (auto it = m_pageOf.begin(); it != m_pageOf.end(); ++it) {
        auto *page = qobject_cast<DashboardPage *>(it.value());
        if (page && page->path() == path) {
            showTab(it.key());
            return true;
        }
    }
    return false;
}

void MainWindow::showExplore()
{
    m_explore->show();
}

void MainWindow::addExplore(ExplorePage *page, const TabInfo &tab)
{
    connect(page, &ExplorePage::statusChanged, this, &MainWindow::showStatus);
    connect(page, &ExplorePage::linkActivated, this, [this](const QUrl &url) { m_links->follow(url, {}); });
    connect(page, &ExplorePage::notice, this, &MainWindow::toast);
    addPage(page, tab);
}

bool MainWindow::showParked(const TabInfo &tab)
{
    QWidget *page = m_parked.take(tab.id);
    if (page)
        addPage(page, tab);
    return page;
}

void MainWindow::showSources()
{
    TabInfo tab;
    tab.id = kSources;
    tab.title = tr("Sources");
    tab.icon = u"source"_s;
    if (!m_pageOf.contains(kSources) && !showParked(tab))
        addPage(new SourcesPage(m_app.sourceManager(), this), tab);
    showTab(kSources);
}

bool MainWindow::askForSources()
{
    auto *page = qobject_cast<SourcesPage *>(m_pageOf.value(kSources, m_parked.value(kSources)));
    const QStringList names = page && !m_dropsSources ? page->unsaved() : QStringList();
    if (names.isEmpty())
        return false;
    showSources();
    auto *question
        = new QuestionSheet(this, tr("Sources are not saved"), tr("What was typed for these is gone then: %1").arg(names.join(u", "_s)));
    question->setObjectName(u"sourcesQuestion"_s);
    question->addAnswer(u"discard"_s, tr("Close without them"))->setDanger(true);
    question->addAnswer(u"cancel"_s, tr("Stay"), TextButton::Kind::Primary);
    connect(question, &QuestionSheet::answered, this, [this](const QString &answer) {
        m_dropsSources = answer == "discard"_L1;
        if (m_dropsSources)
            close();
    });
    question->open();
    return true;
}

void MainWindow::addPage(QWidget *page, const TabInfo &tab)
{
    m_pageOf.insert(tab.id, page);
    m_pages->addWidget(page);
    m_tabs->addTab(tab);
    showTab(tab.id);
}

void MainWindow::showTab(const QString &id)
{
    QWidget *page = m_pageOf.value(id, m_home);
    QStringList unsaved;
    for (QWidget *each : std::as_const(m_pageOf))
        if (auto *dashboard = qobject_cast<DashboardPage *>(each); dashboard && dashboard->editor().isModified())
            unsaved.append(dashboard->path());
    m_home->setUnsaved(unsaved);
    m_pages->setCurrentWidget(page);
    m_tabs->setCurrent(id);
    m_rail->setCurrent(page == m_home ? kHome : id == kSources || id == ExploreTab::id ? id : kDashboards);
    auto *dashboard = currentDashboard();
    setWindowTitle(dashboard ? dashboard->title() + u" – Promontory"_s : u"Promontory"_s);
    tellShown();
    showStatus();
}

void MainWindow::closeTab(const QString &id)
{
    if (auto *page = qobject_cast<DashboardPage *>(m_pageOf.value(id)))
        return m_files->askToClose({page}, [this, id](const QList<DashboardPage *> &) { removeTab(id); });
    removeTab(id);
}

void MainWindow::removeTab(const QString &id)
{
    const QStringList ids = m_tabs->ids();
    const qsizetype index = ids.indexOf(id);
    QWidget *page = m_pageOf.take(id);
    if (!page || index < 0)
        return;
    if (auto *dashboard = qobject_cast<DashboardPage *>(page); dashboard && dashboard->isVisible())
        keepThumbnail(*dashboard);
    if (qobject_cast<DashboardPage *>(page))
        page->deleteLater();
    else
        m_parked.insert(id, page);
    if (auto *explore = qobject_cast<ExplorePage *>(page))
        explore->setShown(false);
    m_tabs->removeTab(id);
    m_pages->removeWidget(page);
    page->hide();
    const QStringList left = m_tabs->ids();
    showTab(left.isEmpty() ? QString() : left[std::min(index, left.size() - 1)]);
}

DashboardPage *MainWindow::currentDashboard() const
{
    return qobject_cast<DashboardPage *>(m_pages->currentWidget());
}

ExplorePage *MainWindow::currentExplore() const
{
    return qobject_cast<ExplorePage *>(m_pages->currentWidget());
}

DashboardSession *MainWindow::currentSession() const
{
    if (DashboardPage *page = currentDashboard())
        return &page->session();
    const ExplorePage *page = currentExplore();
    return page ? &page->pane().session() : nullptr;
}
