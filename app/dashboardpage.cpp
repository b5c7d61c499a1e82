// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/dashboardpage.h>

#include <QtWidgets/QSplitter>
#include <QtWidgets/QVBoxLayout>
#include <app/annotationitems.h>
#include <app/app.h>
#include <app/barlinks.h>
#include <app/compatibility/reportbanner.h>
#include <app/editor/paneleditor.h>
#include <app/filtervalues.h>
#include <app/historybuttons.h>
#include <app/inputvalues.h>
#include <app/keys/keytip.h>
#include <app/knowndashboards.h>
#include <app/library.h>
#include <app/paneledits.h>
#include <app/sessiontime.h>
#include <app/settings/settingshost.h>
#include <app/variableitems.h>
#include <app/variablememory.h>
#include <widgets/controls/banner.h>
#include <widgets/controls/menu.h>
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

DashboardPage::DashboardPage(std::unique_ptr<DashboardEditor> editor, App &app, QWidget *parent)
    : QWidget(parent)
    , m_app(app)
    , m_editor(std::move(editor))
    , m_library(app.library())
    , m_known(new KnownDashboards(m_library, this))
{
    SessionSetup setup;
    setup.traits = app.traits();
    setup.inputs = app.inputsFor(m_editor->document()).values;
    m_session = std::make_unique<DashboardSession>(m_editor->document(), app.sources(), setup);

    makeToolbar();
    m_variables = new VariableBar(this);
    m_variables->setObjectName(u"variables"_s);
    m_view = new DashboardView(*m_session, app.panels(), this);
    layOut();
    m_progress = new ProgressLine(m_variables, Qt::BottomEdge, 1);

    m_edits = new PanelEdits(*this, app.panels());
    m_settings = new SettingsHost(*this, app);
    connect(m_variables, &VariableBar::editRequested, this, [this](const QString &name) {
        const QString annotation = annotationOfItem(name);
        if (annotation.isEmpty())
            m_settings->showVariable(name);
        else
            m_settings->showAnnotation(annotation);
    });
    connect(m_view, &DashboardView::variableEditRequested, m_settings, &SettingsHost::showVariable);
    connect(m_view, &DashboardView::panelActionRequested, m_edits, &PanelEdits::run);
    connect(m_view, &DashboardView::rowActionRequested, m_edits, &PanelEdits::runOnRow);
    connect(m_view, &DashboardView::panelEdited, m_edits, &PanelEdits::edit);
    connect(m_view, &DashboardView::placesChanged, m_edits, &PanelEdits::setPlaces);
    connect(m_view, &DashboardView::rowPlaced, m_edits, &PanelEdits::placeRow);
    connect(m_view, &DashboardView::groundMenuRequested, this, &DashboardPage::openAddMenuAt);
    connect(m_view, &DashboardView::refused, this, [this](const QString &why) { emit notice(Tint::Info, title(), why); });
    connect(m_view, &DashboardView::addRequested, this, [this](const QString &what) {
        if (what == u"panel")
            openGallery();
        else if (what == u"row")
            m_edits->addRow();
        else
            m_edits->paste();
    });
    connect(m_variables, &VariableBar::changed, this, [this](const QString &name, const QStringList &values) {
        const QString annotation = annotationOfItem(name);
        if (annotation.isEmpty())
            m_session->setVariable(name, values);
        else
            m_session->setAnnotationEnabled(annotation, values.value(0) == u"true");
    });
    new FilterValues(*m_variables, *m_session);
    connect(m_variables, &VariableBar::linkActivated, this, &DashboardPage::followLink);
    connect(m_known, &KnownDashboards::looked, this, &DashboardPage::showLinks);
    connect(m_session.get(), &DashboardSession::variablesChanged, this, &DashboardPage::showVariables);
    connect(m_session.get(), &DashboardSession::annotationsChanged, this, &DashboardPage::showVariables);
    connect(m_session.get(), &DashboardSession::loadingChanged, this, [this](int running, int total) {
        m_progress->setRunning(running > 0);
        m_progress->setFraction(total > 1 ? double(total - running) / total : -1);
    });
    connect(m_session.get(), &DashboardSession::refreshed, this, &DashboardPage::statusChanged);
    connect(m_session.get(), &DashboardSession::timeRangeChanged, this, &DashboardPage::statusChanged);
    connect(m_view, &DashboardView::inspectRequested, this, &DashboardPage::inspect);
    connect(m_view, &DashboardView::retryRequested, &app, &App::retryEngine);
    connect(m_view, &DashboardView::linkActivated, this, &DashboardPage::linkActivated);
    // Queued: once someone listens.
    connect(m_session.get(), &DashboardSession::layoutChanged, this, &DashboardPage::sayLeftOut, Qt::QueuedConnection);
    QMetaObject::invokeMethod(this, &DashboardPage::sayLeftOut, Qt::QueuedConnection);
    connectEditor();
    m_memory = std::make_unique<VariableMemory>(*m_session, [this] { return path(); });
    showVariables();
    showHistory();
    m_session->start();
}

void DashboardPage::layOut()
{
    m_outside = new Banner(Tint::Warning, this);
    m_outside->setObjectName(u"outside"_s);
    m_outside->hide();
    m_report = new ReportBanner(*this, m_app.panels());
    auto *left = new QWidget(this);
    auto *down = new QSplitter(Qt::Vertical, left);
    down->setObjectName(u"splitDown"_s);
    down->addWidget(m_view);
    auto *column = new QVBoxLayout(left);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(m_toolbar);
    column->addWidget(m_variables);
    column->addWidget(m_outside);
    column->addWidget(m_report);
    column->addWidget(down, 1);
    auto *across = new QSplitter(Qt::Horizontal, this);
    across->setObjectName(u"splitAcross"_s);
    across->addWidget(left);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(across);
    m_panelEditor = new PanelEditor(*this, m_app, across, down, column);
    connect(m_panelEditor, &PanelEditor::openChanged, m_toolbar, [this](bool open) { m_toolbar->setVisible(!open); });
}

DashboardPage::~DashboardPage()
{
    delete m_panelEditor;
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
    m_time = new SessionTime(*m_session, m_toolbar);
    m_kiosk = new IconButton(u"kiosk"_s, tr("Kiosk"), TextButton::Kind::Secondary, m_toolbar);
    m_kiosk->setObjectName(u"kiosk"_s);
    showKeysInToolTip(*m_kiosk, u"view.kiosk"_s);
    auto *settings = new IconButton(u"settings"_s, tr("Settings of the dashboard"), TextButton::Kind::Secondary, m_toolbar);
    settings->setObjectName(u"openSettings"_s);
    showKeysInToolTip(*settings, u"dashboard.settings"_s);
    connect(settings, &IconButton::clicked, this, [this] { m_settings->open(); });
    makeEditTools();
    m_toolbar->addRight(m_time);
    m_toolbar->addSeparator();
    m_toolbar->addRight(settings);
    m_toolbar->addRight(m_kiosk);
    auto *save = new JoinedButtons(m_toolbar);
    save->addButton(m_save);
    save->addButton(m_saveMore);
    m_toolbar->addRight(save);
    connect(m_kiosk, &IconButton::clicked, this, &DashboardPage::kioskRequested);
}

void DashboardPage::makeEditTools()
{
    m_star = new IconButton(u"star"_s, tr("Star"), TextButton::Kind::Ghost, m_toolbar);
    m_star->setObjectName(u"star"_s);
    connect(m_star, &IconButton::clicked, this, &DashboardPage::starToggled);
    m_toolbar->addLeft(m_star);
    auto *steps = new HistoryButtons(*m_editor, true, m_toolbar);
    connect(steps, &HistoryButtons::undoRequested, this, &DashboardPage::undo);
    connect(steps, &HistoryButtons::redoRequested, this, &DashboardPage::redo);
    connect(steps, &HistoryButtons::failed, this, [this](const QString &what) { emit notice(Tint::Bad, tr("History"), what); });
    m_add = new TextButton(tr("Add"), TextButton::Kind::Secondary, u"add"_s, m_toolbar);
    m_add->setObjectName(u"add"_s);
    m_add->setArrow(true);
    showKeysInToolTip(*m_add, u"dashboard.add"_s);
    m_save = new TextButton(tr("Save"), TextButton::Kind::Primary, u"save"_s, m_toolbar);
    m_save->setObjectName(u"save"_s);
    showKeysInToolTip(*m_save, u"file.save"_s);
    m_saveMore = new TextButton({}, TextButton::Kind::Primary, {}, m_toolbar);
    m_saveMore->setObjectName(u"saveMore"_s);
    m_saveMore->setAccessibleName(tr("More ways to save"));
    m_saveMore->setArrow(true);
    m_toolbar->addRight(steps);
    m_toolbar->addRight(m_add);
    m_toolbar->addSeparator();
    connect(m_add, &TextButton::clicked, this, &DashboardPage::openAddMenu);
    connect(m_save, &TextButton::clicked, this, [this] { emit fileActionRequested(u"save"_s); });
    connect(m_saveMore, &TextButton::clicked, this, &DashboardPage::openSaveMenu);
}

void DashboardPage::connectEditor()
{
    DashboardEditor *editor = m_editor.get();
    connect(editor, &DashboardEditor::documentChanged, this, [this] {
        m_session->setDocument(m_editor->document());
        m_toolbar->setTitle(title());
        showVariables();
        emit titleChanged();
    });
    connect(editor, &DashboardEditor::historyChanged, this, &DashboardPage::showHistory);
    connect(editor, &DashboardEditor::modifiedChanged, this, [this] {
        showHistory();
        emit titleChanged();
    });
    connect(editor, &DashboardEditor::pathChanged, this, &DashboardPage::titleChanged);
    connect(editor, &DashboardEditor::changedOutside, this, &DashboardPage::showOutside);
    connect(editor, &DashboardEditor::reloaded, this, [this] {
        emit notice(Tint::Info, title(), tr("Another program saved this file; it was loaded again. Undo brings back what was."));
    });
    m_outside->addAction(u"compare"_s, tr("Compare"));
    m_outside->addAction(u"merge"_s, tr("Merge"));
    m_outside->addAction(u"reload"_s, tr("Load theirs"));
    m_outside->addAction(u"keep"_s, tr("Keep mine"));
    connect(m_outside, &Banner::chosen, this, [this](const QString &id) {
        if (id == u"compare" || id == u"merge")
            return emit fileActionRequested(id);
        if (id == u"keep")
            m_editor->keepMine();
        else if (const Result<> loaded = m_editor->reload(); !loaded)
            emit notice(Tint::Bad, title(), loaded.error().what);
        showOutside();
    });
    if (!editor->notice().isEmpty())
        QMetaObject::invokeMethod(
            this, [this] { emit notice(Tint::Warning, title(), m_editor->notice()); }, Qt::QueuedConnection);
    if (editor->isRecovered())
        QMetaObject::invokeMethod(
            this,
            [this] { emit notice(Tint::Info, title(), tr("Edits that were not saved last time are here again. Undo takes them back.")); },
            Qt::QueuedConnection);
}

void DashboardPage::editPanel(const QString &instanceId)
{
    m_panelEditor->open(instanceId);
}

QString DashboardPage::editedPanel() const
{
    return m_panelEditor->panel();
}

void DashboardPage::takeInputs()
{
    m_session->setInputs(m_app.inputsFor(m_editor->document()).values);
}

void DashboardPage::closeEditor()
{
    m_panelEditor->close();
}

void DashboardPage::showVariables()
{
    m_variables->setItems(variableItems(m_session->variables()) + annotationItems(m_session->annotations()));
    showLinks();
    m_variables->setVisible(!m_toolbar->isHidden() || m_panelEditor->isOpen());
}

void DashboardPage::showLinks()
{
    const QList<PanelLink> &links = m_session->dashboard().links;
    const bool asksTags = std::any_of(links.begin(), links.end(), [](const PanelLink &link) { return link.type == u"dashboards"; });
    if (asksTags && !std::exchange(m_looks, true))
        m_known->look(path());
    m_variables->setLinks(barLinks(*m_session, path(), m_known->all()));
}

void DashboardPage::followLink(const BarLink &link)
{
    if (link.isFile)
        emit dashboardRequested(link.url);
    else
        emit linkActivated(link.url);
}

QString DashboardPage::path() const
{
    return m_editor->path();
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
    closeEditor();
    m_toolbar->setVisible(!kiosk);
    m_variables->setVisible(!kiosk);
    m_view->setInteractive(!kiosk);
}
