// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <app/compatibility/report.h>
#include <core/offload.h>
#include <widgets/controls/banner.h>

class DashboardPage;

// After an import: how much of the file is not honoured, in a line over the panels; silent where all is. The report is made off the GUI
// thread.
class ReportBanner : public Banner
{
    Q_OBJECT

public:
    ReportBanner(DashboardPage &page, const PanelRegistry &registry);
    void look(); // at the document as it is now

private:
    DashboardPage &m_page;
    const PanelRegistry &m_registry;
    Offload m_work;
};
