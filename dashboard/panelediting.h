// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <dashboard/edithistory.h>

// Edits of panels as commands: pure, from a document to the splices that change it. Panels are named by their element id
// ("panel-4"). A path below a panel is dotted, list items by number: "options.legend.calcs", "targets.0.expr". An edit that
// changes nothing is an empty command. Of the v2 form too (see v2twin.h).

// text: for the history list. Values at the same path merge.
Result<Command> setPanelValue(const Document &document, const QString &elementId, const QString &path, const Json &value,
                              const QString &text);
// Members of one object; null removes. One step for keys that only mean something together.
Result<Command> setPanelMembers(const Document &document, const QString &elementId, const QString &path, const Json &members,
                                const QString &text);
Result<Command> removePanelValue(const Document &document, const QString &elementId, const QString &path, const QString &text);
// Items of a list of the panel: "targets", "transformations", "links", "fieldConfig.overrides".
Result<Command> addPanelItem(const Document &document, const QString &elementId, const QString &list, qsizetype index, const Json &item,
                             const QString &text);
Result<Command> removePanelItem(const Document &document, const QString &elementId, const QString &list, qsizetype index,
                                const QString &text);
Result<Command> movePanelItem(const Document &document, const QString &elementId, const QString &list, qsizetype from, qsizetype to,
                              const QString &text);

// The first of A, B, … Z, AA, … that no query of the panel has.
QString nextRefId(const Panel &panel);
Result<Command> addTarget(const Document &document, const QString &elementId, const Json &members); // refId is added
Result<Command> duplicateTarget(const Document &document, const QString &elementId, qsizetype index);

// ref: as a panel keeps it; null: the default. Its queries go along, those of a mixed panel keep theirs.
Result<Command> setPanelSource(const Document &document, const QString &elementId, const Json &ref, const QString &text);

// What a panel type knows: of the keys below "options" and "fieldConfig.defaults.custom", others are dropped when a panel becomes that
// type. Everything else carries over; custom properties of overrides that the type does not know are dropped too.
struct PanelTypeKeys {
    QString id;
    QSet<QString> options; // top-level keys
    QSet<QString> custom;
};
Result<Command> changePanelType(const Document &document, const QString &elementId, const PanelTypeKeys &type, const QString &text);
// As a person wrote it; must be a JSON object with the same id.
Result<Command> replacePanel(const Document &document, const QString &elementId, const QByteArray &json);

struct NewPanels {
    Command command;
    QStringList elementIds; // as they are called after it
};
// With a new id; without gridPos it lies at the end. panel: an object with a type.
Result<NewPanels> addPanel(const Document &document, const Json &panel);
// Each with a new id; several lie at the end, whatever they say.
Result<NewPanels> addPanels(const Document &document, const std::vector<Json> &panels, const QString &text);
Result<NewPanels> duplicatePanels(const Document &document, const QStringList &elementIds); // at their right, else below
Result<Command> removePanels(const Document &document, const QStringList &elementIds);
