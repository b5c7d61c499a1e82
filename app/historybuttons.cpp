// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/historybuttons.h>

#include <widgets/controls/menu.h>

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
    if (withList) {
        auto *more = new IconButton(u"history"_s, tr("History of edits"), TextButton::Kind::Secondary, this);
        more->setObjectName(u"history"_s);
        addButton(more);
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
    m_undo->setToolTipText(history.canUndo() ? tr("Undo: %1 (Ctrl+Z)").arg(history.undoText()) : tr("Undo (Ctrl+Z)"));
    m_redo->setToolTipText(history.canRedo() ? tr("Redo: %1 (Ctrl+Shift+Z)").arg(history.redoText()) : tr("Redo (Ctrl+Shift+Z)"));
}

void HistoryButtons::openList()
{
    const EditHistory &history = m_editor.history();
    auto *menu = new Menu(this);
    menu->setObjectName(u"historyMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    constexpr qsizetype kMost = 30;
    const auto add = [&](qsizetype done, const QString &text) {
        QAction *action = menu->addData(done == history.done() ? u"check"_s : QString(), text);
        action->setObjectName(u"history.%1"_s.arg(done));
        connect(action, &QAction::triggered, this, [this, done] {
            if (const Result<> went = m_editor.goTo(done); !went)
                emit failed(went.error().what);
        });
    };
    const QList<Command> &commands = history.commands();
    const qsizetype first = std::max<qsizetype>(0, commands.size() - kMost);
    for (qsizetype i = commands.size(); i > first; --i)
        add(i, commands[i - 1].text);
    add(first, first == 0 ? tr("As it was opened first") : tr("%1 edits before").arg(first));
    menu->popup(mapToGlobal(QPoint(0, height() + 4)));
}
