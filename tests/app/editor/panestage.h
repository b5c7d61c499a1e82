// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>
#include <app/editor/optionspane.h>
#include <dashboard/document.h>
#include <panels/registry.h>
#include <widgets/form/optionform.h>

// A document, its history and the options of its one panel, wired as the editor wires them.
struct PaneStage {
    PanelRegistry registry = PanelRegistry::standard();
    EditHistory history;
    OptionsPane pane;
    FormContext context{{QStringLiteral("/api/orders"), QStringLiteral("/api/search")},
                        {QStringLiteral("A"), QStringLiteral("B")},
                        {QStringLiteral("instance")}};
    QByteArray before;
    QStringList texts; // of the edits
    QString error;
    qint64 now = 0;

    explicit PaneStage(const QByteArray &panel)
        : history(*Document::fromText("{\n  \"title\": \"T\",\n  \"schemaVersion\": 42,\n  \"panels\": [\n    " + panel + "\n  ]\n}\n"))
    {
        before = history.document().text();
        QObject::connect(&pane, &OptionsPane::edited, &pane, [this](const PanelEdit &edit) { take(edit); });
        pane.resize(344, 1000);
        show();
        pane.show();
    }

    PanelPtr panel() const { return history.document().dashboard()->panels.first(); }
    Json at(const QString &path) const { return panel()->raw.get(path); }
    void show()
    {
        const PanelType *type = registry.find(panel()->type);
        pane.setPanel(panel(), type ? *type : registry.placeholder(), context);
    }
    void take(const PanelEdit &edit)
    {
        texts.append(edit.text);
        const Result<Command> command = commandOf(history.document(), panel()->elementId(), edit);
        const Result<> done = command ? history.apply(*command, now += 5000) : tl::unexpected<Error>(command.error());
        if (!done)
            error = done.error().what;
        show();
    }
    void undoAll()
    {
        while (history.canUndo() && history.undo())
            show();
    }
};
