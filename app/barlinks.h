// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <app/library.h>
#include <dashboard/session.h>
#include <widgets/controls/variablebar.h>

// The links of a dashboard as its bar shows them. Dashboards with a tag are those of the library that are files still; they are links to
// the file, with what is taken along in the query: from, to, var-NAME.
QList<BarLink> barLinks(const DashboardSession &session, const QString &path, const QList<KnownDashboard> &known);

// What a link to a dashboard takes along, for the one that it opens.
void takeAlong(const QUrl &url, DashboardSession &session);
