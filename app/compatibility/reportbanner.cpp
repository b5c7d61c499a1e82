// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/compatibility/reportbanner.h>

#include <app/compatibility/reportlist.h>
#include <app/dashboardpage.h>
#include <app/settings/settingshost.h>

using namespace Qt::StringLiterals;

ReportBanner::ReportBanner(DashboardPage &page, const PanelRegistry &registry)
    : Banner(Tint::Info, &page)
    , m_page(page)
    , m_registry(registry)
{
    setObjectName(u"reportBanner"_s);
    addAction(u"show"_s, tr("Show list"));
    addAction(u"dismiss"_s, tr("Dismiss"), TextButton::Kind::Ghost);
    hide();
    connect(this, &Banner::chosen, this, [this](const QString &id) {
        hide();
        if (id == "show"_L1)
            m_page.settings().open(u"report"_s);
    });
}

void ReportBanner::look()
{
    m_work.start(
        this,
        [document = m_page.editor().document(), &registry = m_registry](std::stop_token) {
            return reportOf(document, registry, Vocabulary(registry));
        },
        [this](const FileReport &report) {
            if (report.saysSomething())
                setText(reportSummary(report));
            setVisible(report.saysSomething());
        });
}
