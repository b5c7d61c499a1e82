// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/dashboardpage.h>

#include <app/editor/paneleditor.h>
#include <app/library.h>
#include <app/settings/settingshost.h>
#include <widgets/controls/banner.h>
#include <widgets/controls/button.h>
#include <widgets/theme/style.h>

using namespace Qt::StringLiterals;

// Edits of the document, and what the page says of them.

bool DashboardPage::apply(const Result<Command> &command)
{
    if (!m_session->dashboard().editable && !m_settings->isOpen()) {
        emit notice(Tint::Warning, title(), tr("This dashboard says that its panels may not be edited. Its settings can change that."));
        return false;
    }
    const Result<> done = m_editor->apply(command);
    if (!done)
        emit notice(Tint::Bad, command ? command->text : tr("This cannot be done"),
                    QStringList{done.error().what, done.error().where, done.error().hint}.join(u' ').simplified());
    else
        sayUpgraded(*command);
    return done.has_value();
}

void DashboardPage::sayUpgraded(const Command &command)
{
    switch (command.notice) {
    case Command::Notice::None:
        return;
    case Command::Notice::PanelUpgraded:
        emit notice(Tint::Info, title(),
                    tr("This panel was in an old form that cannot hold the change; it is now in today's. Undo gives it back."));
        return;
    case Command::Notice::LibraryUnlinked:
        emit notice(
            Tint::Info, title(),
            tr("This panel was drawn from the library part of the file; the change made it a panel of its own. Undo links it again."));
        return;
    case Command::Notice::LayoutUpgraded:
        emit notice(
            Tint::Info, title(),
            tr("The rows of this file were in an old form that cannot hold the change; they are now a grid. Undo gives them back."));
        return;
    }
}

void DashboardPage::sayLeftOut()
{
    const int count = m_session->leftOutRepeats();
    if (count > 0 && m_leftOut == 0)
        emit notice(Tint::Warning, title(), leftOutText(count));
    m_leftOut = count;
}

void DashboardPage::undo()
{
    commitEdits();
    if (const Result<> done = m_editor->undo(); !done)
        emit notice(Tint::Bad, tr("Undo"), done.error().what);
}

void DashboardPage::redo()
{
    if (const Result<> done = m_editor->redo(); !done)
        emit notice(Tint::Bad, tr("Redo"), done.error().what);
}

void DashboardPage::showHistory()
{
    m_save->setEnabled(m_editor->isModified() || path().isEmpty());
    const auto kind = m_save->isEnabled() ? TextButton::Kind::Primary : TextButton::Kind::Secondary;
    m_save->setKind(kind);
    m_saveMore->setKind(kind);
    const bool starred = !path().isEmpty() && m_library.isStarred(path());
    m_star->setVisible(!path().isEmpty());
    m_star->setIconName(starred ? u"star-filled"_s : u"star"_s);
    m_star->setIconColor(starred ? currentTheme(this).brand.star : QColor());
    m_star->setToolTipText(starred ? tr("Remove the star") : tr("Star"));
}

void DashboardPage::showOutside()
{
    const DashboardEditor::Outside outside = m_editor->outside();
    m_outside->setVisible(outside != DashboardEditor::Outside::Same);
    m_outside->setText(outside == DashboardEditor::Outside::Gone
                           ? tr("This file was removed or renamed. Save writes it again.")
                           : tr("Another program changed this file while there are unsaved edits here."));
    for (const QString &id : {u"compare"_s, u"merge"_s, u"reload"_s})
        m_outside->findChild<QWidget *>(u"outside."_s + id)->setVisible(outside == DashboardEditor::Outside::Changed);
}

void DashboardPage::commitEdits()
{
    m_panelEditor->commit();
    m_settings->finishTyping();
}

QStringList DashboardPage::unfinished() const
{
    if (m_dropsUnfinished)
        return {};
    QStringList places;
    for (const QString &panel : m_panelEditor->unfinished())
        places.append(tr("panel “%1”").arg(panel));
    return m_settings->hasUnfinished() ? places << tr("the dashboard") : places;
}

void DashboardPage::dropUnfinished(bool drops)
{
    m_dropsUnfinished = drops;
}
