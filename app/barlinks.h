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
// To one panel of the file, with the range and the values of now; the panel is "viewPanel" of the query, as in Grafana's addresses.
QUrl linkToPanel(const QString &path, const DashboardSession &session, const QString &instanceId);
QString panelOfLink(const QUrl &url, const DashboardSession &session); // an instance; "" = none
