// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/dashboardpage.h>

#include <app/actions.h>
#include <app/annotationitems.h>
#include <app/dashboardexport.h>
#include <app/editor/gallery.h>
#include <app/editor/paneleditor.h>
#include <app/historybuttons.h>
#include <app/inputvalues.h>
#include <app/inspectdialog.h>
#include <app/paneledits.h>
#include <app/sessiontime.h>
#include <app/settings/settingshost.h>
#include <widgets/controls/menu.h>
#include <widgets/controls/toolbar.h>

using namespace Qt::StringLiterals;

// What opens over the page: menus, pickers and sheets.

void DashboardPage::openAddMenu()
{
    openAddMenuAt(m_add->mapToGlobal(QPoint(0, m_add->height() + 4)));
}

void DashboardPage::openAddMenuAt(const QPoint &global)
{
    auto *menu = new Menu(this);
    menu->setObjectName(u"addMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto keys = [this](const QString &id) { return Actions::keyTextAt(this, id); };
    connect(menu->add(u"add.panel"_s, u"panel"_s, tr("Panel…"), keys(u"panel.add"_s)), &QAction::triggered, this,
            &DashboardPage::openGallery);
    connect(menu->add(u"add.row"_s, u"row"_s, tr("Row"), keys(u"row.add"_s)), &QAction::triggered, m_edits, &PanelEdits::addRow);
    connect(menu->add(u"add.paste"_s, u"paste"_s, tr("Panel from the clipboard"), keys(u"panel.paste"_s)), &QAction::triggered, m_edits,
            &PanelEdits::paste);
    menu->popup(global);
}

void DashboardPage::openGallery()
{
    auto *gallery = new GallerySheet(m_app, *m_session, this);
    connect(gallery, &GallerySheet::rowChosen, m_edits, &PanelEdits::addRow);
    connect(gallery, &GallerySheet::pasteChosen, m_edits, &PanelEdits::paste);
    connect(gallery, &GallerySheet::panelChosen, this, [this](const Json &panel, bool inView) {
        const QString element = m_edits->addPanel(panel, inView);
        for (const PanelInstance &instance : m_session->instances())
            if (instance.elementId == element) {
                editPanel(instance.id);
                // Behind the closing of the gallery, which gives the focus back.
                QMetaObject::invokeMethod(m_panelEditor, &PanelEditor::focusContent, Qt::QueuedConnection);
                return;
            }
    });
    gallery->open();
}

void DashboardPage::openSaveMenu()
{
    auto *menu = new Menu(this);
    menu->setObjectName(u"saveMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [&](const QString &id, const QString &icon, const QString &text) {
        QAction *action = menu->add(u"file."_s + id, icon, text, Actions::keyTextAt(this, u"file."_s + id));
        connect(action, &QAction::triggered, this, [this, id] { emit fileActionRequested(id); });
        return action;
    };
    add(u"save"_s, u"save"_s, tr("Save"));
    add(u"saveAs"_s, u"file"_s, tr("Save as…"));
    add(u"saveCopy"_s, u"copy"_s, tr("Save a copy…"));
    menu->addSeparator();
    add(u"defaultTime"_s, u"clock"_s, tr("This time range as the default"));
    add(u"defaultVariables"_s, u"variable"_s, tr("These variable values as the default"))->setEnabled(!m_session->variables().isEmpty());
    if (const QList<AnnotationState> all = m_session->annotations(); !annotationItems(all).isEmpty())
        add(u"defaultAnnotations"_s, u"pin"_s, tr("These annotation switches as the default"))
            ->setEnabled(std::any_of(all.begin(), all.end(), [](const AnnotationState &each) { return each.isChanged(); }));
    menu->addSeparator();
    add(u"copyJson"_s, u"code"_s, tr("Copy the JSON"));
    add(u"share"_s, u"export"_s, tr("Export for sharing…"));
    if (!inputsOf(m_editor->document()).isEmpty())
        add(u"inputs"_s, u"import"_s, tr("Sources of this shared dashboard…"));
    connect(menu->add(u"report"_s, u"info"_s, tr("Compatibility…"), Actions::keyTextAt(this, u"dashboard.report"_s)), &QAction::triggered,
            this, [this] { m_settings->open(u"report"_s); });
    addExportMenu(*menu, *this);
    menu->addSeparator();
    add(u"revert"_s, u"reset"_s, tr("Revert to the saved file"))->setEnabled(m_editor->isModified() && !path().isEmpty());
    menu->popup(m_saveMore->mapToGlobal(QPoint(m_saveMore->width() - menu->sizeHint().width(), m_saveMore->height() + 4)));
}

void DashboardPage::openTimePicker()
{
    if (m_panelEditor->isOpen())
        m_panelEditor->openTimePicker();
    else
        m_time->openPicker();
}

void DashboardPage::openRefreshPicker()
{
    m_time->openRefresh();
}

void DashboardPage::openHistory()
{
    for (HistoryButtons *each : findChildren<HistoryButtons *>())
        if (each->isVisible()) // of the toolbar, or of the editor that is in its place
            return each->openList();
}

void DashboardPage::inspect(const QString &instanceId, const QString &tab)
{
    auto *dialog = new InspectDialog(*m_session, instanceId, this);
    dialog->showTab(tab);
    dialog->open();
}
