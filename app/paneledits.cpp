// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/paneledits.h>

#include <QtCore/QMimeData>
#include <QtGui/QClipboard>
#include <QtWidgets/QApplication>
#include <QtWidgets/QVBoxLayout>
#include <app/dashboardpage.h>
#include <app/panelexport.h>
#include <app/panelgroups.h>
#include <dashboard/gridplacement.h>
#include <dashboard/layoutediting.h>
#include <dashboard/panelclipboard.h>
#include <widgets/controls/dashboardgrid.h>
#include <widgets/controls/field.h>
#include <widgets/controls/questionsheet.h>

using namespace Qt::StringLiterals;

PanelEdits::PanelEdits(DashboardPage &page, const PanelRegistry &types) : QObject(&page), m_page(page), m_types(types) { }

QStringList PanelEdits::elementsOf(const QStringList &instanceIds) const
{
    QStringList elements;
    for (const QString &id : instanceIds)
        if (const PanelInstance *instance = m_page.session().instance(id); instance && !elements.contains(instance->elementId))
            elements.append(instance->elementId);
    return elements;
}

void PanelEdits::run(const QString &action, const QString &instanceId)
{
    const QStringList selection = m_page.view().selection();
    const bool alone = !instanceId.isEmpty() && !selection.contains(instanceId);
    const QStringList elements = elementsOf(alone ? QStringList{instanceId} : m_page.view().chosen());
    if (elements.isEmpty())
        return;
    if (action == u"edit")
        return m_page.editPanel(instanceId.isEmpty() ? m_page.view().hoveredPanel() : instanceId);
    if (action.startsWith(u"export."_s))
        return exportPanel(m_page, instanceId, action.section(u'.', 1));
    if (action == u"link")
        return copyLink(instanceId.isEmpty() ? m_page.view().hoveredPanel() : instanceId);
    if (action == u"legend")
        return setLegends(elements);
    const Document &document = m_page.editor().document();
    if (action == u"copy") {
        auto *data = new QMimeData;
        const QByteArray json = copiedPanels(document, elements, m_page.session().inputs());
        data->setText(QString::fromUtf8(json)); // for text editors
        data->setData(u"application/json"_s, json);
        QApplication::clipboard()->setMimeData(data);
    } else if (action == u"cut") {
        run(u"copy"_s, instanceId);
        run(u"remove"_s, instanceId);
    } else if (action == u"remove") {
        if (m_page.apply(removePanels(document, elements)))
            m_page.view().setSelection({});
    } else if (action == u"duplicate") {
        const Result<NewPanels> made = duplicatePanels(document, elements);
        if (m_page.apply(made.map([](const NewPanels &panels) { return panels.command; })))
            show(made->elementIds);
    }
}

void PanelEdits::paste()
{
    const Result<NewPanels> made = pastePanels(m_page.editor().document(), QApplication::clipboard()->text().toUtf8());
    const bool hasTabs = !m_page.session().tabs().isEmpty(); // the end may be in another one
    if (m_page.apply(made.map([&](const NewPanels &panels) { return hasTabs ? movedIntoView(panels) : panels.command; })))
        show(made->elementIds);
}

QString PanelEdits::addPanel(const Json &panel, bool inView)
{
    const Result<NewPanels> made = ::addPanel(m_page.editor().document(), panel);
    const PanelType *type = m_types.find(panel[u"type"].toString());
    const auto command = [&](const NewPanels &panels) {
        Command command = inView ? movedIntoView(panels) : panels.command;
        if (type)
            command.text = tr("Add panel: %1").arg(QCoreApplication::translate("Panels", type->name));
        return command;
    };
    if (!m_page.apply(made.map(command)))
        return {};
    show(made->elementIds);
    return made->elementIds.first();
}

// Panels that were made at the end, where the page is scrolled to; what is there goes down.
Command PanelEdits::movedIntoView(const NewPanels &made) const
{
    const DashboardSession &session = m_page.session();
    const Result<Document> with = m_page.editor().document().edited(made.command.splices);
    if (!with)
        return made.command;
    QList<PanelGroup> groups = panelGroups(session);
    QList<GridRect> rects;
    for (const PanelGroup &group : std::as_const(groups))
        rects.append(group.rect);
    for (qsizetype k = made.elementIds.size() - 1; k >= 0; --k) { // the last one first: each goes above it
        const QString &id = made.elementIds[k];
        const PanelPtr panel = with->dashboard()->panel(id);
        if (!panel)
            return made.command;
        groups.append({id, {}, false, {}, {}, {{id, {}}}});
        rects.append({0, INT_MAX / 2, panel->gridPos.w, panel->gridPos.h});
        GridRect to = rects.last();
        to.y = m_page.view().fileLineAt(m_page.view().grid().firstRowInView());
        rects = movedTo(rects, rects.size() - 1, to);
    }
    for (qsizetype i = 0; i < groups.size(); ++i)
        groups[i].rect = rects[i];
    const QHash<QString, GridRect> places = placesInFile(session, groups, made.elementIds);
    Command command = made.command;
    if (const Result<Command> moved = ::setPlaces(*with, places, {}))
        command.splices += moved->splices;
    return command;
}

void PanelEdits::addRow()
{
    QStringList frontTabs;
    for (const RowInstance &row : m_page.session().rows())
        if (!row.tabs.isEmpty())
            frontTabs.append(row.sourceId);
    const Result<NewRow> made = ::addRow(m_page.editor().document(), tr("New row"), frontTabs);
    if (!m_page.apply(made.map([](const NewRow &row) { return row.command; })))
        return;
    m_page.view().grid().scrollTo(made->rowId);
    renameRow(made->rowId);
}

void PanelEdits::placeRow(const QString &rowId, const QString &anchorId, RowSide side)
{
    m_page.apply(placeV2Row(m_page.editor().document(), rowId, anchorId, side));
}

void PanelEdits::show(const QStringList &elementIds)
{
    QStringList instances;
    for (const PanelInstance &instance : m_page.session().instances())
        if (elementIds.contains(instance.elementId))
            instances.append(instance.id);
    if (!instances.isEmpty())
        m_page.session().bringForward(instances.first());
    m_page.view().setSelection(instances.size() > 1 ? instances : QStringList());
    if (!instances.isEmpty())
        m_page.view().grid().scrollTo(instances.first());
}

void PanelEdits::selectAll()
{
    QStringList ids;
    for (const PanelInstance &instance : m_page.session().instances())
        if (!m_page.session().isFolded(instance.id))
            ids.append(instance.id);
    m_page.view().setSelection(ids);
}

void PanelEdits::edit(const QString &instanceId, const PanelEdit &edit)
{
    if (const PanelInstance *instance = m_page.session().instance(instanceId))
        m_page.apply(commandOf(m_page.editor().document(), instance->elementId, edit));
}

void PanelEdits::setPlaces(const QHash<QString, GridRect> &places, bool ofRow)
{
    const qsizetype moved = m_page.view().chosen().size();
    const QString text = ofRow ? tr("Move row") : moved > 1 ? tr("Move %1 panels").arg(moved) : tr("Move or resize panel");
    m_page.apply(::setPlaces(m_page.editor().document(), places, text));
}

void PanelEdits::runOnRow(const QString &action, const QString &instanceId)
{
    const QString rowId = rowOf(instanceId).sourceId;
    const Document &document = m_page.editor().document();
    if (action == u"rename")
        return renameRow(rowId);
    if (action == u"up" || action == u"down")
        m_page.apply(moveRow(document, rowId, action == u"up" ? -1 : 1));
    else if (action == u"fold" || action == u"unfold")
        m_page.apply(setRowFolded(document, rowId, action == u"fold"));
    else if (action.startsWith(u"repeat."_s))
        m_page.apply(setRowRepeat(document, rowId, action.section(u'.', 1)));
    else if (action.startsWith(u"into."_s))
        placeRow(rowId, action.section(u'.', 1), RowSide::Inside);
    else if (action == u"remove" || action == u"removeAll")
        m_page.apply(removeRow(document, rowId, action == u"removeAll"));
}

RowInstance PanelEdits::rowOf(const QString &instanceId) const
{
    for (const RowInstance &row : m_page.session().rows())
        if (row.id == instanceId || row.sourceId == instanceId)
            return row;
    return {};
}

void PanelEdits::renameRow(const QString &rowId)
{
    auto *sheet = new QuestionSheet(&m_page, tr("Name of the row"), tr("Variables may be used: $instance."));
    sheet->setObjectName(u"rowName"_s);
    auto *field = new LineEdit(sheet);
    field->setObjectName(u"rowNameField"_s);
    field->setAccessibleName(tr("Name of the row"));
    field->setText(rowOf(rowId).title);
    field->selectAll();
    sheet->addField(field);
    sheet->addAnswer(u"cancel"_s, tr("Cancel"));
    sheet->addAnswer(u"ok"_s, tr("Rename"), TextButton::Kind::Primary);
    field->setFocus();
    connect(field, &QLineEdit::returnPressed, sheet, [sheet] { sheet->answer(u"ok"_s); });
    connect(sheet, &QuestionSheet::answered, this, [this, rowId, field](const QString &answer) {
        if (answer == u"ok")
            m_page.apply(::renameRow(m_page.editor().document(), rowId, field->text()));
    });
    sheet->open();
}
