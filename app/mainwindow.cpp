// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/mainwindow.h>

#include <QtCore/QMimeData>
#include <QtCore/QProcess>
#include <QtGui/QCloseEvent>
#include <QtGui/QScreen>
#include <QtWidgets/QApplication>
#include <QtWidgets/QStackedWidget>
#include <app/actions.h>
#include <app/app.h>
#include <app/barlinks.h>
#include <app/dashboardfiles.h>
#include <app/dashboardlinks.h>
#include <app/dashboardopener.h>
#include <app/dashboardpage.h>
#include <app/exploretab.h>
#include <app/externallinks.h>
#include <app/helpsheet.h>
#include <app/home/homepage.h>
#include <app/keys/keyssheet.h>
#include <app/keys/keytip.h>
#include <app/keys/keyway.h>
#include <app/library.h>
#include <app/localengineservice.h>
#include <app/settings/settingshost.h>
#include <app/windowactions.h>
#include <app/windowpages.h>
#include <app/windowpalette.h>
#include <widgets/controls/rail.h>
#include <widgets/controls/statusbar.h>
#include <widgets/controls/taborder.h>
#include <widgets/controls/tabstrip.h>
#include <widgets/controls/toast.h>
#include <widgets/theme/icons.h>
#include <widgets/theme/style.h>

using namespace Qt::StringLiterals;
using namespace windowpages;

namespace {

const auto kHelp = u"help"_s;

Tint tintOf(LocalEngine::State state)
{
    switch (state) {
    case LocalEngine::State::Ready:
        return Tint::Good;
    case LocalEngine::State::Starting:
    case LocalEngine::State::Restarting:
    case LocalEngine::State::Stopping:
        return Tint::Warning;
    case LocalEngine::State::Stopped:
        return Tint::Neutral;
    default:
        return Tint::Bad;
    }
}

} // namespace

MainWindow::MainWindow(App &app) : m_app(app)
{
    setObjectName(u"mainWindow"_s);
    setWindowTitle(u"Promontory"_s);
    setWindowIcon(applicationIcon());
    setAcceptDrops(true);
    resize(QSize(1600, 1000).boundedTo(screen()->availableSize()));
    m_opener = new DashboardOpener(m_app, *this);
    connect(m_opener, &DashboardOpener::notice, this, &MainWindow::toast);
    makeRail();
    makeTabs();
    m_pages = new QStackedWidget(this);
    makeHome();
    m_status = new StatusBar(this);
    m_status->setObjectName(u"status"_s);
    m_toasts = new ToastStack(this);
    m_links = new DashboardLinks(m_app.library(), *new ExternalLinks(this), *this);
    m_files = new DashboardFiles(m_app, this);
    m_explore = new ExploreTab(m_app, *this);
    connect(m_files, &DashboardFiles::notice, this, &MainWindow::toast);
    connect(m_files, &DashboardFiles::inputsChosen, this, [this] {
        for (QWidget *each : std::as_const(m_pageOf))
            if (auto *page = qobject_cast<DashboardPage *>(each))
                page->takeInputs();
    });

    auto *column = new QVBoxLayout;
    column->setSpacing(0);
    column->addWidget(m_tabs);
    column->addWidget(m_pages, 1);
    column->addWidget(m_status);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_rail);
    layout->addLayout(column, 1);

    m_actions = new Actions(m_app.keyMap(), this);
    addWindowActions(*m_actions, *this);
    const auto showKeys = [this] { m_home->setSearchKeys(keyway::caps(m_actions->ways(u"palette"_s).value(0))); };
    connect(m_actions, &Actions::keysChanged, this, showKeys);
    showKeys();
    if (LocalEngineService *local = m_app.localEngine()) {
        connect(local, &LocalEngineService::changed, this, &MainWindow::showStatus);
        connect(local, &LocalEngineService::notice, this,
                [this](const QString &text) { m_toasts->show(Tint::Info, tr("Local Prometheus"), text); });
    }
    connect(&m_app.sources(), &SourceRegistry::changed, this, &MainWindow::showStatus);
    showTab({});
}

MainWindow::~MainWindow()
{
    for (QWidget *page : std::exchange(m_pageOf, {}).values() + std::exchange(m_parked, {}).values())
        delete page;
}

void MainWindow::makeRail()
{
    m_rail = new Rail(this);
    m_rail->setObjectName(u"rail"_s);
    showKeysInToolTip(*m_rail->addPage(kHome, u"home"_s, tr("Home")), u"go.home"_s);
    showKeysInToolTip(*m_rail->addPage(kDashboards, u"dashboard"_s, tr("Dashboards")), u"go.dashboards"_s);
    showKeysInToolTip(*m_rail->addPage(ExploreTab::id, u"explore"_s, tr("Explore")), u"go.explore"_s);
    showKeysInToolTip(*m_rail->addPage(kSources, u"source"_s, tr("Sources")), u"go.sources"_s);
    showKeysInToolTip(*m_rail->addFoot(kHelp, u"keyboard"_s, tr("Keyboard")), u"help"_s);
    connect(m_rail, &Rail::activated, this, [this](const QString &id) {
        if (id == kHelp)
            return openHelp();
        if (id == kSources)
            return showSources();
        if (id == ExploreTab::id)
            return showExplore();
        if (id == kHome)
            return showHome();
        showDashboards();
    });
}

void MainWindow::showHome()
{
    if (DashboardPage *page = currentDashboard())
        keepThumbnail(*page);
    showTab({});
}

void MainWindow::showDashboards()
{
    for (const QString &tab : m_tabs->ids())
        if (qobject_cast<DashboardPage *>(m_pageOf.value(tab)))
            return showTab(tab);
    showTab({});
}

void MainWindow::openLink(const QUrl &file)
{
    if (!m_opener->openFile(file.toLocalFile()) || !currentDashboard())
        return;
    takeAlong(file, currentDashboard()->session());
    if (const QString panel = panelOfLink(file, currentDashboard()->session()); !panel.isEmpty())
        currentDashboard()->view().viewPanel(panel);
}

void MainWindow::openSample()
{
    QProcess::startDetached(QCoreApplication::applicationFilePath(), {u"--demo"_s});
}

void MainWindow::toggleTheme()
{
    m_app.chooseTheme(currentTheme(this).brightness == Brightness::Dark ? u"light"_s : u"dark"_s);
}

void MainWindow::followDesktop()
{
    m_app.chooseTheme({});
}

void MainWindow::makeHome()
{
    m_home = new HomePage(m_app.library(), this);
    connect(m_home, &HomePage::openRequested, m_opener, &DashboardOpener::openFile);
    connect(m_home, &HomePage::openFileRequested, m_opener, &DashboardOpener::chooseFiles);
    connect(m_home, &HomePage::newRequested, m_opener, &DashboardOpener::newDashboard);
    connect(m_home, &HomePage::importRequested, m_opener, &DashboardOpener::import);
    connect(m_home, &HomePage::searchRequested, this, &MainWindow::openPalette);
    connect(m_home, &HomePage::sampleRequested, this, &MainWindow::openSample);
    m_pages->addWidget(m_home);
}

// The page as it is now, small, for Home.
void MainWindow::keepThumbnail(const DashboardPage &page)
{
    if (page.path().isEmpty() || !isVisible())
        return;
    const QWidget &view = const_cast<DashboardPage &>(page).view();
    m_home->keepThumbnail(page.path(), const_cast<QWidget &>(view).grab().toImage());
}

void MainWindow::openPalette()
{
    if (m_palette && m_palette->isVisible())
        return m_palette->close();
    m_palette = new Palette(paletteItems(*this, m_app.panels(), m_app.library()), this);
    m_palette->open();
}

void MainWindow::openHelp()
{
    auto *help = new HelpSheet(*m_actions, this);
    connect(help, &HelpSheet::changeRequested, this, &MainWindow::openKeys);
    help->open();
}

void MainWindow::openKeys()
{
    (new KeysSheet(*m_actions, this))->open();
}

void MainWindow::leave()
{
    auto *page = currentDashboard();
    if (page && page->settings().isOpen())
        page->settings().close();
    else if (page && !page->view().viewedPanel().isEmpty())
        page->view().viewPanel({});
    else if (page && !page->view().selection().isEmpty())
        page->view().setSelection({});
    else if (page && !page->editedPanel().isEmpty())
        page->closeEditor();
    else if (m_kiosk)
        setKiosk(false);
}

void MainWindow::fileAction(const QString &id)
{
    if (DashboardPage *page = currentDashboard())
        m_files->run(*page, id);
}

void MainWindow::toast(Tint tint, const QString &title, const QString &text)
{
    m_toasts->show(tint, title, text);
}

void MainWindow::setKiosk(bool kiosk)
{
    auto *page = currentDashboard();
    if (kiosk == m_kiosk || (kiosk && !page))
        return;
    m_kiosk = kiosk;
    m_rail->setVisible(!kiosk);
    m_tabs->setVisible(!kiosk);
    m_status->setVisible(!kiosk);
    if (page)
        page->setKiosk(kiosk);
    setWindowState(windowState().setFlag(Qt::WindowFullScreen, kiosk));
}

void MainWindow::showStatus()
{
    QList<StatusItem> left;
    if (LocalEngineService *local = m_app.localEngine())
        left.append({local->engine().message(), {}, tintOf(local->engine().state())});
    const SourceRegistry::Found found = m_app.sources().find({});
    if (!found.entry.name.isEmpty() && found.entry.uid != QLatin1String(LocalEngineService::uid))
        left.append({found.entry.name, u"source"_s});
    QList<StatusItem> right;
    if (const DashboardPage *page = currentDashboard()) {
        left.append({page->path().isEmpty() ? tr("not saved yet") : page->path(), u"folder"_s});
        right = page->status();
    } else if (const ExplorePage *page = currentExplore()) {
        right = page->status();
    }
    m_status->setLeft(left);
    m_status->setRight(right);
}

// Dashboards in tabs that are not in front, or in a window that is not shown, do not refresh by themselves.
void MainWindow::tellShown()
{
    const bool shown = isVisible() && !isMinimized();
    for (QWidget *each : std::as_const(m_pageOf))
        if (auto *page = qobject_cast<DashboardPage *>(each))
            page->session().setWindowShown(shown && page == m_pages->currentWidget());
        else if (auto *page = qobject_cast<ExplorePage *>(each))
            page->setShown(shown && page == m_pages->currentWidget());
}

void MainWindow::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), currentTheme(this).bg.window);
    if (!std::exchange(m_painted, true))
        emit firstPainted();
}

void MainWindow::showEvent(QShowEvent *)
{
    tellShown();
}

void MainWindow::hideEvent(QHideEvent *)
{
    tellShown();
}

QList<DashboardPage *> MainWindow::unsavedPages() const
{
    QList<DashboardPage *> pages;
    for (const QString &id : m_tabs->ids()) {
        auto *page = qobject_cast<DashboardPage *>(m_pageOf.value(id));
        if (!page)
            continue;
        page->commitEdits(); // what is half typed is an edit, too
        if (page->editor().isModified() || !page->unfinished().isEmpty())
            pages.append(page);
    }
    return pages;
}

// One question for all dashboards with unsaved edits; the window closes when each was saved or is not wanted.
void MainWindow::closeEvent(QCloseEvent *event)
{
    if (const QList<DashboardPage *> unsaved = unsavedPages(); !unsaved.isEmpty()) {
        event->ignore();
        if (!unsaved.contains(currentDashboard()))
            showTab(tabOf(unsaved.first()));
        return m_files->askToClose(unsaved, [this](const QList<DashboardPage *> &discarded) {
            for (const DashboardPage *page : discarded)
                removeTab(tabOf(page));
            close();
        });
    }
    if (askForSources())
        return event->ignore();
    if (DashboardPage *page = currentDashboard())
        keepThumbnail(*page);
    event->accept();
}

void MainWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::WindowStateChange)
        tellShown();
    QWidget::changeEvent(event);
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    for (const QUrl &url : event->mimeData()->urls())
        if (url.isLocalFile())
            openLink(url);
}

bool MainWindow::focusNextPrevChild(bool next)
{
    return focusNextTabStop(*this, next);
}
