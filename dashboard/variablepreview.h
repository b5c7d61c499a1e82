// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <dashboard/variableset.h>

// What a variable that is being written would offer. Asks on its own: the dashboard's session does not see it. The other variables are
// as they are now.
class VariablePreview : public QObject
{
    Q_OBJECT

public:
    VariablePreview(SourceRegistry &sources, VariableLookup others, QObject *parent = nullptr);

    void show(const Variable &variable, const TimeRange &range); // what was asked before is dropped
    const VariableSet::State *state() const; // null: nothing was shown yet

signals:
    void changed();

private:
    RequestHub m_hub;
    VariableSet m_set;
};
