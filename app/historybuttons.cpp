// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/historybuttons.h>

#include <app/keys/keytip.h>
#include <widgets/controls/optionlist.h>

using namespace Qt::StringLiterals;

HistoryButtons::HistoryButtons(DashboardEditor &editor, bool withList, QWidget *parent)
    : JoinedButtons(parent)
    , m_editor(editor)
    , m_undo(new IconButton(u"undo"_s, tr("Undo"), TextButton::Kind::Secondary, this))
    , m_redo(new IconButton(u"redo"_s, tr("Redo"), TextButton::Kind::Secondary, this))
{
    m_undo->setObjectName(u"undo"_s);
    m_redo->setObjectName(u"redo"_s);
    addButton(m_undo);
    addButton(m_redo);
    showKeysInToolTip(*m_undo, u"edit.undo"_s);
    showKeysInToolTip(*m_redo, u"edit.redo"_s);
    if (withList) {
        auto *more = new IconButton(u"history"_s, tr("History of edits"), TextButton::Kind::Secondary, this);
        more->setObjectName(u"history"_s);
        addButton(more);
        showKeysInToolTip(*more, u"edit.history"_s);
        connect(more, &IconButton::clicked, this, &HistoryButtons::openList);
    }
    connect(m_undo, &IconButton::clicked, this, &HistoryButtons::undoRequested);
    connect(m_redo, &IconButton::clicked, this, &HistoryButtons::redoRequested);
    connect(&editor, &DashboardEditor::historyChanged, this, &HistoryButtons::showHistory);
    connect(&editor, &DashboardEditor::modifiedChanged, this, &HistoryButtons::showHistory);
    showHistory();
}

void HistoryButtons::showHistory()
{
    const EditHistory &history = m_editor.history();
    m_undo->setEnabled(history.canUndo());
    m_redo->setEnabled(history.canRedo());
    m_undo->setToolTipText(history.canUndo() ? tr("Undo: %1").arg(history.undoText()) : tr("Undo"));
    m_redo->setToolTipText(history.canRedo() ? tr("Redo: %1").arg(history.redoText()) : tr("Redo"));
}

void HistoryButtons::openList()
{
    const EditHistory &history = m_editor.history();
    const QList<Command> &commands = history.commands();
    QList<Option> steps;
    for (qsizetype done = commands.size(); done > 0; --done)
        steps.append({QString::number(done), commands[done - 1].text, done > history.done() ? tr("undone") : QString()});
    steps.append({u"0"_s, tr("As it was opened first")});
    auto *list = new OptionPopup(this);
    list->setObjectName(u"historyList"_s);
    list->setAttribute(Qt::WA_DeleteOnClose);
    list->setMinimumListWidth(280);
    list->setOptions(steps, QString::number(history.done()));
    connect(list, &OptionPopup::chosen, this, [this](const QString &done) {
        if (const Result<> went = m_editor.goTo(done.toLongLong()); !went)
            emit failed(went.error().what);
    });
    list->popupUnder(this);
}
