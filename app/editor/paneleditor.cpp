// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/editor/paneleditor.h>

#include <QtGui/QKeyEvent>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QSplitter>
#include <app/app.h>
#include <app/dashboardpage.h>
#include <app/editor/editorcontext.h>
#include <app/editor/editorheader.h>
#include <app/editor/optionsdock.h>
#include <app/editor/paneltext.h>
#include <app/editor/querydock.h>
#include <app/historybuttons.h>
#include <app/jsonedit.h>
#include <app/panelgroups.h>
#include <app/sessiontime.h>
#include <app/windowsettings.h>
#include <dashboard/panelediting.h>
#include <widgets/controls/dashboardgrid.h>
#include <widgets/controls/panelframe.h>

using namespace Qt::StringLiterals;

namespace {

constexpr double kMostOptions = 0.3; // of the width that there is
constexpr int kLeastOptions = 336; // px: words of segments have room
constexpr int kQueries = 364; // px
constexpr double kMostQueries = 0.5; // of the height that there is

// Top-level keys of the rows: what a panel of this type knows.
QSet<QString> keysOf(const QList<OptionRow> &rows)
{
    QSet<QString> keys;
    for (const OptionRow &row : rows)
        keys.insert(row.key.section(u'.', 0, 0));
    return keys;
}

} // namespace

PanelEditor::PanelEditor(DashboardPage &page, App &app, QSplitter *across, QSplitter *down, QBoxLayout *column)
    : QObject(&page)
    , m_page(page)
    , m_app(app)
    , m_across(across)
    , m_down(down)
    , m_column(column)
{
    DashboardSession *session = &page.session();
    connect(session, &DashboardSession::documentChanged, this, &PanelEditor::follow);
    connect(session, &DashboardSession::layoutChanged, this, &PanelEditor::follow);
    connect(session, &DashboardSession::panelDataChanged, this, &PanelEditor::showData);
    connect(session, &DashboardSession::variablesChanged, this, &PanelEditor::tellContext);
    connect(&app.sources(), &SourceRegistry::changed, this, &PanelEditor::tellContext);
}

void PanelEditor::make()
{
    m_header = new EditorHeader(m_page.editor(), m_page.session(), &m_page);
    m_column->insertWidget(0, m_header);
    m_options = new OptionsDock(m_app.panels(), &m_page);
    m_queries = new QueryDock(&m_page);
    m_across->addWidget(m_options);
    m_down->addWidget(m_queries);
    m_across->setHandleWidth(1); // the dock draws its edge
    m_across->setStretchFactor(0, 1);
    m_down->setStretchFactor(0, 1);
    for (QSplitter *splitter : {m_across, m_down})
        splitter->setChildrenCollapsible(false);
    for (QWidget *dock : std::initializer_list<QWidget *>{m_options, m_queries})
        dock->installEventFilter(this);
    for (QWidget *watched : std::initializer_list<QWidget *>{m_across, m_down, m_page.view().grid().viewport()})
        watched->installEventFilter(this);
    connectDocks();
}

void PanelEditor::connectDocks()
{
    connect(m_header, &EditorHeader::doneRequested, this, &PanelEditor::close);
    connect(m_header, &EditorHeader::revertRequested, this, &PanelEditor::revert);
    connect(m_header, &EditorHeader::aloneRequested, this,
            [this] { m_page.view().viewPanel(m_page.view().viewedPanel().isEmpty() ? m_instanceId : QString()); });
    connect(m_header->history(), &HistoryButtons::undoRequested, &m_page, &DashboardPage::undo);
    connect(m_header->history(), &HistoryButtons::redoRequested, &m_page, &DashboardPage::redo);
    connect(&m_page.view(), &DashboardView::viewedPanelChanged, m_header, [this](const QString &id) { m_header->setAlone(!id.isEmpty()); });
    connect(m_options, &OptionsDock::edited, this, &PanelEditor::apply);
    connect(m_options, &OptionsDock::placeEdited, this, [this](const GridRect &place) {
        m_page.view().place(m_instanceId, place);
        tellContext(); // where it landed
    });
    connect(m_options, &OptionsDock::typeChosen, this, &PanelEditor::changeType);
    connect(m_queries, &QueryDock::edited, this, &PanelEditor::apply);
    connect(m_queries, &QueryDock::inspectRequested, this, [this] { m_page.inspect(m_instanceId, u"data"_s); });
    connect(m_queries, &QueryDock::runRequested, this, [this] { m_page.session().refreshPanel(m_instanceId); });
    connect(m_queries, &QueryDock::sourceChosen, this, [this](const QString &uid) {
        m_page.apply(setPanelSource(m_page.editor().document(), m_elementId, sourceJson(uid, m_app.sources()), tr("Source")));
    });
    connect(m_queries, &QueryDock::openChanged, this, &PanelEditor::restoreSizes);
    connect(&m_queries->json(), &JsonEdit::applied, this, &PanelEditor::applyJson);
    for (QSplitter *splitter : {m_across, m_down})
        connect(splitter, &QSplitter::splitterMoved, this, &PanelEditor::saveSizes);
}

void PanelEditor::open(const QString &instanceId)
{
    const PanelInstance *instance = m_page.session().instance(instanceId);
    if (!instance || instanceId == m_instanceId)
        return;
    if (!m_header)
        make();
    const bool wasOpen = isOpen();
    commit();
    if (!m_page.view().viewedPanel().isEmpty())
        m_page.view().viewPanel(instanceId);
    m_instanceId = instanceId;
    m_elementId = instance->elementId;
    m_before = m_page.editor().document().textAt(instance->panel->pointer);
    m_shown.reset();
    m_showsOther = true;
    m_page.session().bringForward(instanceId);
    for (QWidget *part : std::initializer_list<QWidget *>{m_header, m_options, m_queries})
        part->show();
    m_page.view().setSelection({});
    m_page.view().setEdited(instanceId);
    m_header->setAlone(!m_page.view().viewedPanel().isEmpty());
    follow();
    if (!wasOpen) {
        emit openChanged(true);
        restoreSizes();
    }
    QMetaObject::invokeMethod(this, &PanelEditor::keepInView, Qt::QueuedConnection); // once all have their places
    const QList<Target> &targets = instance->panel->targets;
    if (!targets.isEmpty() && std::all_of(targets.begin(), targets.end(), [](const Target &each) { return each.expr.isEmpty(); }))
        focusContent();
}

void PanelEditor::close()
{
    if (!isOpen())
        return;
    commit();
    const QString id = std::exchange(m_instanceId, {});
    m_elementId.clear();
    m_shown.reset();
    for (QWidget *part : std::initializer_list<QWidget *>{m_header, m_options, m_queries})
        part->hide();
    m_page.view().viewPanel({});
    m_page.view().setEdited({});
    emit openChanged(false);
    if (PanelFrame *frame = m_page.view().frame(id))
        frame->setFocus();
}

void PanelEditor::focusContent()
{
    if (isOpen() && !m_queries->focusQuery())
        m_options->focusContent();
}

void PanelEditor::commit()
{
    if (!isOpen())
        return;
    m_queries->commit();
    JsonEdit &json = m_queries->json();
    json.finishTyping();
    if (json.isChanged())
        m_drafts[m_elementId] = json.text();
    else
        m_drafts.remove(m_elementId);
}

QStringList PanelEditor::unfinished() const
{
    QStringList titles;
    for (const PanelInstance &instance : m_page.session().instances())
        if (m_drafts.contains(instance.elementId) && !titles.contains(instance.panel->title))
            titles.append(instance.panel->title);
    return titles;
}

void PanelEditor::openTimePicker()
{
    m_header->time()->openPicker();
}

// The panel as the document has it now; another instance of a repeated one when this one went.
void PanelEditor::follow()
{
    if (!isOpen())
        return;
    const PanelInstance *instance = m_page.session().instance(m_instanceId);
    if (!instance || instance->elementId != m_elementId) {
        instance = nullptr;
        for (const PanelInstance &each : m_page.session().instances())
            if (!instance && each.elementId == m_elementId)
                instance = &each;
    }
    if (!instance)
        return close();
    m_instanceId = instance->id;
    if (instance->panel != m_shown)
        show(*instance);
}

void PanelEditor::show(const PanelInstance &instance)
{
    m_shown = instance.panel;
    const PanelType *type = m_app.panels().find(m_shown->type);
    m_page.view().setEdited(m_instanceId);
    m_header->setTitle(m_page.session().interpolate(m_shown->title, m_instanceId));
    m_header->setCanRevert(m_page.editor().document().textAt(m_shown->pointer) != m_before);
    m_queries->setInterpolation([this](const QString &text) { return m_page.session().interpolate(text, m_instanceId); });
    m_queries->setPanel(m_shown, !type || type->asksData);
    showData(m_instanceId);
    showJson();
}

void PanelEditor::showJson()
{
    const QByteArray json = PanelText(m_page.editor().document().textAt(m_shown->pointer)).shown();
    if (std::exchange(m_showsOther, false))
        m_queries->json().showOther(json, m_drafts.value(m_elementId));
    else
        m_queries->json().setJson(json);
}

void PanelEditor::showData(const QString &instanceId)
{
    if (instanceId != m_instanceId || !m_shown)
        return;
    m_queries->setReports(m_page.session().explain(m_instanceId));
    m_queries->setRaw(m_page.session().rawData(m_instanceId).frames);
    tellContext();
}

// What the forms offer: from the data, the variables and the sources as they are now.
void PanelEditor::tellContext()
{
    if (!isOpen() || !m_shown)
        return;
    const DashboardSession &session = m_page.session();
    const PanelInstance *instance = session.instance(m_instanceId);
    m_options->setPanel(m_shown, formContext(session, m_instanceId), instance ? onePlace(*instance) : m_shown->gridPos);
    m_queries->setContext(queryContext(session, m_instanceId, m_app.sources(), m_app.metricIndexes()),
                          sourceOptions(session, m_app.sources()));
}

void PanelEditor::apply(const PanelEdit &edit)
{
    m_page.session().setHeld(m_elementId, edit.isDraft);
    m_page.apply(commandOf(m_page.editor().document(), m_elementId, edit));
}

void PanelEditor::changeType(const QString &typeId)
{
    const PanelType *type = m_app.panels().find(typeId);
    if (!type || typeId == m_shown->type)
        return;
    commit();
    const QString name = QCoreApplication::translate("Panels", type->name);
    m_page.apply(changePanelType(m_page.editor().document(), m_elementId, {typeId, keysOf(type->options), keysOf(type->fieldOptions)},
                                 tr("Panel type: %1").arg(name)));
}

void PanelEditor::applyJson(const QByteArray &json)
{
    const Document &document = m_page.editor().document();
    const PanelText text(document.textAt(m_shown->pointer));
    const Result<Command> command = replacePanel(document, m_elementId, text.stored(json));
    if (!command)
        return m_queries->json().showError(command.error());
    m_page.apply(command);
}

void PanelEditor::revert()
{
    commit();
    m_page.apply(replacePanel(m_page.editor().document(), m_elementId, m_before).map([](Command command) {
        command.text = tr("Revert panel");
        return command;
    }));
}

void PanelEditor::keepInView()
{
    if (isOpen())
        m_page.view().grid().scrollTo(m_instanceId);
}

// What the person dragged the docks to, as far as the window has room.
void PanelEditor::restoreSizes()
{
    if (!isOpen())
        return;
    const QSettings stored = windowSettings();
    const int across = m_across->width();
    const int most = std::max(kLeastOptions, int(across * kMostOptions));
    const int options = stored.contains("editor/options") ? std::min(stored.value("editor/options").toInt(), across / 2)
                                                          : std::min(int(space::optionsDock), most);
    m_across->setSizes({across - options, options});
    const int down = m_down->height();
    const int queries = std::min(stored.value("editor/queries", kQueries).toInt(), int(down * kMostQueries));
    if (m_queries->isOpen())
        m_down->setSizes({down - queries, queries});
}

void PanelEditor::saveSizes() const
{
    QSettings stored = windowSettings();
    stored.setValue("editor/options", m_options->width());
    if (m_queries->isOpen())
        stored.setValue("editor/queries", m_queries->height());
}

// Escape in a dock goes to the panel, and from there out of the editor. A grid that became smaller keeps the panel in view.
bool PanelEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape && isOpen()
        && (watched == m_options || watched == m_queries)) {
        if (PanelFrame *frame = m_page.view().frame(m_instanceId))
            frame->setFocus(Qt::ShortcutFocusReason);
        return true;
    }
    if (event->type() == QEvent::Resize && isOpen()) {
        const bool docks = watched == m_across || watched == m_down;
        QMetaObject::invokeMethod(this, docks ? &PanelEditor::restoreSizes : &PanelEditor::keepInView, Qt::QueuedConnection);
    }
    return QObject::eventFilter(watched, event);
}
