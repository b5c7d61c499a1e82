// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panelrows.h"
#include <dashboard/model.h>
#include <panels/registry.h>

// Fail the test where two dashboards do not say the same: what counts is compared, not how it is written.
QString said(const QString &what, const Json &is, const Json &wanted);
void sameVariables(const Dashboard &is, const Dashboard &wanted);
void samePanels(const Dashboard &is, const Dashboard &wanted, const PanelRegistry &registry);
void sameLayouts(const LayoutItem &is, const LayoutItem &wanted);
