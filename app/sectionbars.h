// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QObject>
#include <dashboard/session.h>
#include <map>
#include <widgets/controls/variablebar.h>

// The variables of rows and tabs with their controls, on the grid below the header of each. Owned by a view; the bars belong to the grid.
class SectionBars : public QObject
{
    Q_OBJECT

public:
    SectionBars(DashboardSession &session, QObject *parent);

    static QString idOf(const QString &rowId) { return QStringLiteral("variables.") + rowId; } // on the grid
    VariableBar *make(const QString &id, QWidget *parent); // null: it is not one of a bar
    void forget(const QString &id) { m_bars.erase(id); }
    void tell(); // what is offered and chosen now
    // Lines of the grid below the header of a row; one as long as its bar is not made.
    int lines(const QString &rowId, int width) const;

signals:
    void linesChanged();
    void editRequested(const QString &variable); // VariableId::text(): the variable itself, not its value

private:
    QList<VariableItem> itemsOf(const QString &rowId) const;

    DashboardSession &m_session;
    std::map<QString, VariableBar *> m_bars; // by id on the grid
};
