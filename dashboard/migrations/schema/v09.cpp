// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/migrations/schema/steps.h>

using namespace Qt::StringLiterals;

// Three thresholds had a first one that meant nothing.
Json v09Panel(const Json &panel, const MigrationContext &)
{
    const QString type = panel[u"type"].toString();
    const QStringList parts = panel[u"thresholds"].toString().split(u',');
    if (type != "singlestat"_L1 || parts.size() < 3)
        return panel;
    return Draft(panel).set(u"thresholds"_s, parts.mid(1).join(u',')).json();
}
