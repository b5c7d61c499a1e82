// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QRandomGenerator>
#include <dashboard/layoutediting.h>
#include <dashboard/panelclipboard.h>
#include <dashboard/settingsediting.h>

using namespace Qt::StringLiterals;

// All kinds of edits, at random, on whatever the document holds by then.
class RandomEditor
{
public:
    explicit RandomEditor(quint32 seed) : m_random(seed) { }

    Result<Command> next(const Document &document)
    {
        switch (m_random.bounded(20)) {
        case 0:
            return commandOf(addPanel(document, Json::object({{u"type"_s, u"stat"_s}, {u"title"_s, text()}})));
        case 1:
            return removePanels(document, {panel(document)});
        case 2:
            return document.dashboard()->panels.size() < 60 ? commandOf(duplicatePanels(document, {panel(document), panel(document)}))
                                                            : removePanels(document, {panel(document), panel(document)});
        case 3:
            return commandOf(pastePanels(document, copiedPanels(document, {panel(document)})));
        case 4:
            return changePanelType(document, panel(document), {m_random.bounded(2) ? u"gauge"_s : u"table"_s, {u"legend"_s}, {}}, {});
        case 5:
            return setPlaces(document, {{panel(document), {m_random.bounded(12), m_random.bounded(40), 12, m_random.bounded(1, 9)}}}, {});
        case 6:
            return setRowFolded(document, row(document), m_random.bounded(2));
        case 7:
            return moveRow(document, row(document), m_random.bounded(-2, 3));
        case 8:
            return m_random.bounded(3) ? commandOf(addRow(document, text())) : removeRow(document, row(document), m_random.bounded(2));
        case 9:
            return addTarget(document, panel(document), Json::object({{u"expr"_s, text()}}));
        case 10:
            return duplicateTarget(document, panel(document), m_random.bounded(3));
        case 11:
            return removePanelItem(document, panel(document), u"targets"_s, m_random.bounded(4), {});
        case 12:
            return movePanelItem(document, panel(document), u"targets"_s, m_random.bounded(3), m_random.bounded(3), {});
        case 13:
            return addVariable(document, Json::object({{u"name"_s, u"v%1"_s.arg(m_random.bounded(50))}, {u"type"_s, u"custom"_s}}));
        case 14:
            return renameVariable(document, variable(document), u"w%1"_s.arg(m_random.bounded(50)));
        case 15:
            return m_random.bounded(2) ? removeVariable(document, variable(document)) : moveVariable(document, variable(document), 0);
        case 16:
            return setDashboardValue(document, m_random.bounded(2) ? u"title"_s : u"timepicker.x"_s, Json(text()), {});
        case 17:
            return removePanelValue(document, panel(document), path(), {});
        default:
            return setPanelValue(document, panel(document), path(), m_random.bounded(2) ? Json(text()) : Json(m_random.bounded(1e6)), {});
        }
    }

private:
    template <class New>
    static Result<Command> commandOf(const Result<New> &made)
    {
        return made ? Result<Command>(made->command) : tl::unexpected<Error>(made.error());
    }
    QString panel(const Document &document)
    {
        const auto &panels = document.dashboard()->panels;
        return panels.isEmpty() ? u"none"_s : panels[m_random.bounded(panels.size())]->elementId();
    }
    QString row(const Document &document)
    {
        QStringList rows;
        for (const LayoutItem &item : document.dashboard()->layout.children)
            if (item.kind == LayoutItem::Kind::Row)
                rows.append(item.id);
        return rows.isEmpty() ? u"none"_s : rows[m_random.bounded(rows.size())];
    }
    QString variable(const Document &document)
    {
        const auto &variables = document.dashboard()->variables;
        return variables.isEmpty() ? u"none"_s : variables[m_random.bounded(variables.size())].name;
    }
    QString path()
    {
        static const QStringList paths{u"title"_s,
                                       u"description"_s,
                                       u"options.legend.show"_s,
                                       u"options.a~b/c"_s,
                                       u"fieldConfig.defaults.unit"_s,
                                       u"fieldConfig.defaults.custom.lineWidth"_s,
                                       u"interval"_s};
        return paths[m_random.bounded(paths.size())];
    }
    QString text() { return u"t %1 \"é\\ $v%2"_s.arg(m_random.bounded(1000)).arg(m_random.bounded(50)); }

    QRandomGenerator m_random;
};
