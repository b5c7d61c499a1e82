// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/settings/reportsection.h>

#include <QtGui/QClipboard>
#include <QtWidgets/QApplication>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QStackedWidget>
#include <app/compatibility/reportlist.h>
#include <app/compatibility/reporttext.h>
#include <app/dashboardpage.h>
#include <widgets/controls/emptystate.h>

using namespace Qt::StringLiterals;

ReportSection::ReportSection(DashboardPage &page, const PanelRegistry &registry, QWidget *parent)
    : QWidget(parent)
    , m_page(page)
    , m_registry(registry)
    , m_summary(new PlainLabel({}, TextStyle::Heading))
    , m_counts(new PlainLabel({}, TextStyle::Label, PlainLabel::Tone::Secondary))
    , m_copy(new TextButton(tr("Copy as text"), TextButton::Kind::Secondary, u"copy"_s))
    , m_body(new QStackedWidget)
    , m_list(new ReportList)
    , m_empty(new EmptyState(EmptyState::Size::Large))
{
    m_summary->setObjectName(u"report.summary"_s);
    m_counts->setObjectName(u"report.counts"_s);
    m_copy->setObjectName(u"report.copy"_s);
    m_list->setObjectName(u"report.list"_s);
    m_empty->setIcon(u"check"_s, PlainLabel::Tone::Good);
    m_empty->setTitle(tr("Everything in this dashboard is honoured"));
    m_empty->setText(tr("Whatever the file holds beyond that has no visible meaning; it stays as it is."));
    m_body->addWidget(m_list);
    m_body->addWidget(m_empty);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addWidget(m_summary);
    texts->addWidget(m_counts);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(space::group, space::window, space::group, space::window);
    head->setSpacing(space::group);
    head->addLayout(texts, 1);
    head->addWidget(m_copy, 0, Qt::AlignTop);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(m_body, 1);
    connect(m_list, &ReportList::panelChosen, this, &ReportSection::panelChosen);
    connect(m_copy, &TextButton::clicked, this, [this] { QApplication::clipboard()->setText(reportText(m_report)); });
}

void ReportSection::showDocument()
{
    m_work.start(
        this,
        [document = m_page.editor().document(), &registry = m_registry](std::stop_token) {
            return reportOf(document, registry, Vocabulary(registry));
        },
        [this](const FileReport &report) { show(report); });
}

void ReportSection::show(const FileReport &report)
{
    m_report = report;
    m_summary->setText(reportSummary(report));
    m_counts->setText(tr("Schema version %1 · %2").arg(report.schemaVersion).arg(oneLine(typesText(report.types))));
    m_list->setReport(report, *m_page.editor().document().dashboard(), m_registry);
    m_body->setCurrentWidget(report.saysSomething() ? static_cast<QWidget *>(m_list) : m_empty);
}
