// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/paneledit.h>

#include <dashboard/panelediting.h>

Result<Command> commandOf(const Document &document, const QString &elementId, const PanelEdit &edit)
{
    switch (edit.kind) {
    case PanelEdit::Kind::Set:
        return setPanelValue(document, elementId, edit.path, edit.value, edit.text);
    case PanelEdit::Kind::SetMembers:
        return setPanelMembers(document, elementId, edit.path, edit.value, edit.text);
    case PanelEdit::Kind::Remove:
        return removePanelValue(document, elementId, edit.path, edit.text);
    case PanelEdit::Kind::AddItem:
        return addPanelItem(document, elementId, edit.path, edit.index, edit.value, edit.text);
    case PanelEdit::Kind::RemoveItem:
        return removePanelItem(document, elementId, edit.path, edit.index, edit.text);
    case PanelEdit::Kind::MoveItem:
        return movePanelItem(document, elementId, edit.path, edit.index, edit.to, edit.text);
    }
    Q_UNREACHABLE();
}
