// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/settings/settingshost.h>

#include <QtWidgets/QBoxLayout>
#include <app/dashboardpage.h>
#include <app/settings/settingspage.h>

using namespace Qt::StringLiterals;

SettingsHost::SettingsHost(DashboardPage &page, App &app) : QObject(&page), m_page(page), m_app(app)
{
    connect(&page.editor(), &DashboardEditor::documentChanged, this, [this] { follow(m_page.editor().document()); });
}

bool SettingsHost::isOpen() const
{
    return m_settings && !m_settings->isHidden();
}

void SettingsHost::open(const QString &section)
{
    show();
    m_settings->open(section);
}

void SettingsHost::showVariable(const QString &name)
{
    show();
    m_settings->showVariable(name);
}

void SettingsHost::showAnnotation(const QString &name)
{
    show();
    m_settings->showAnnotation(name);
}

void SettingsHost::show()
{
    if (isOpen())
        return;
    m_page.closeEditor();
    m_before = m_page.editor().document().dashboard();
    if (!m_settings) {
        m_settings = new SettingsPage(m_page, m_app);
        m_settings->hide();
        static_cast<QBoxLayout *>(m_page.layout())->addWidget(m_settings, 1);
        connect(m_settings, &SettingsPage::closeRequested, this, &SettingsHost::close);
        connect(m_settings, &SettingsPage::panelChosen, this, [this](const QString &pointer) {
            close();
            for (const PanelInstance &instance : m_page.session().instances())
                if (instance.panel->pointer == pointer)
                    return m_page.view().reveal(instance.id);
        });
    }
    m_covered.clear();
    for (QWidget *child : m_page.findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly)) {
        if (child == m_settings || child->isHidden() || child->isWindow())
            continue;
        child->hide();
        m_covered.append(child);
    }
    m_settings->show();
    m_settings->setFocus(Qt::OtherFocusReason);
}

void SettingsHost::close()
{
    if (!isOpen())
        return;
    m_settings->finishTyping();
    m_settings->hide();
    for (const QPointer<QWidget> &child : std::as_const(m_covered))
        if (child)
            child->show();
    m_covered.clear();
    m_page.view().setFocus(Qt::OtherFocusReason);
}

void SettingsHost::finishTyping()
{
    if (isOpen())
        m_settings->finishTyping();
}

bool SettingsHost::hasUnfinished() const
{
    return m_settings && m_settings->hasUnfinished();
}

// What a dashboard opens with holds at once for the one that is looked at when a person changes it here; elsewhere an edit (say, a file
// that another program changed) does not move the time range under somebody's eyes.
void SettingsHost::follow(const Document &document)
{
    const DashboardPtr before = std::exchange(m_before, document.dashboard());
    if (!isOpen() || !before)
        return;
    const Dashboard &now = *document.dashboard();
    if (before->timezone != now.timezone)
        m_page.session().setZone(now.timezone);
    if (!(before->time == now.time))
        m_page.session().setTimeRange(now.time);
    if (before->refresh != now.refresh)
        m_page.session().setRefreshInterval(now.refresh);
}
