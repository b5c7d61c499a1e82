// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <dashboard/session.h>

class VariableBar;

// Between the bar's ad hoc filters and the session: what is chosen goes to the queries; the values of a label come from the source, those
// that series with the other filters have. Lives as long as the bar.
class FilterValues : public QObject
{
    Q_OBJECT

public:
    FilterValues(VariableBar &bar, DashboardSession &session, const QString &sectionId = {}); // whose variables they are; empty: its own

private:
    void ask(const QString &name, const QString &label);

    VariableBar &m_bar;
    DashboardSession &m_session;
    QString m_sectionId;
    Pending m_pending;
};
