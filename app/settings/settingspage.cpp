// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/settings/settingspage.h>

#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QVBoxLayout>
#include <app/app.h>
#include <app/dashboardpage.h>
#include <app/historybuttons.h>
#include <app/jsonedit.h>
#include <app/keys/keytip.h>
#include <app/settings/annotationssection.h>
#include <app/settings/generalsection.h>
#include <app/settings/linkssection.h>
#include <app/settings/reportsection.h>
#include <app/settings/variablessection.h>
#include <dashboard/settingsediting.h>
#include <widgets/controls/docktabs.h>
#include <widgets/controls/linktext.h>
#include <widgets/controls/toolbar.h>
#include <widgets/theme/style.h>

using namespace Qt::StringLiterals;

namespace {

QStringList sectionIds()
{
    return {u"general"_s, u"variables"_s, u"annotations"_s, u"links"_s, u"json"_s, u"report"_s};
}

} // namespace

SettingsPage::SettingsPage(DashboardPage &page, App &app)
    : QWidget(&page)
    , m_page(page)
    , m_tabs(new DockTabs(this))
    , m_sections(new QStackedWidget)
    , m_general(new GeneralSection(page))
    , m_variables(new VariablesSection(page, app.sources(), app.metricIndexes()))
    , m_annotations(new AnnotationsSection(page, app.sources(), app.metricIndexes()))
    , m_links(new LinksSection(page))
    , m_json(new JsonEdit)
    , m_report(new ReportSection(page, app.panels()))
{
    setObjectName(u"settings"_s);
    setAccessibleName(tr("Settings of the dashboard"));
    m_tabs->setObjectName(u"settings.tabs"_s);
    m_json->setObjectName(u"settings.json"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(makeToolbar());
    layout->addWidget(m_tabs);
    layout->addWidget(m_sections, 1);
    for (QWidget *section : std::initializer_list<QWidget *>{m_general, m_variables, m_annotations, m_links, m_json, m_report})
        m_sections->addWidget(section);
    showTabs();
    connect(m_tabs, &DockTabs::activated, this, &SettingsPage::open);
    connect(m_report, &ReportSection::panelChosen, this, &SettingsPage::panelChosen);
    connect(m_json, &JsonEdit::applied, this, &SettingsPage::applyText);
    connect(&page.editor(), &DashboardEditor::documentChanged, this, [this] {
        if (isVisible())
            showDocument();
    });
}

QWidget *SettingsPage::makeToolbar()
{
    auto *toolbar = new Toolbar({}, this);
    auto *back = new TextButton(tr("Dashboard"), TextButton::Kind::Ghost, u"chevron-left"_s);
    back->setObjectName(u"settings.back"_s);
    back->setToolTip(plainToolTip(tr("Back to the panels")));
    showKeysInToolTip(*back, u"view.leave"_s);
    auto *line = new Separator(Qt::Vertical, toolbar, true);
    line->setFixedHeight(20);
    m_title = new PlainLabel({}, TextStyle::Title);
    m_title->setObjectName(u"settings.title"_s);
    toolbar->findChild<QWidget *>(u"toolbar.title"_s)->hide(); // the way back stands first
    auto *left = new QWidget;
    auto *row = new QHBoxLayout(left);
    row->setContentsMargins({});
    row->setSpacing(space::window);
    row->addWidget(back);
    row->addWidget(line);
    row->addWidget(m_title, 1);
    toolbar->addLeft(left);
    auto *history = new HistoryButtons(m_page.editor(), true, toolbar);
    auto *done = new TextButton(tr("Done"), TextButton::Kind::Primary, u"check"_s);
    done->setObjectName(u"settings.done"_s);
    toolbar->addRight(history);
    toolbar->addRight(done);
    connect(history, &HistoryButtons::undoRequested, &m_page, &DashboardPage::undo);
    connect(history, &HistoryButtons::redoRequested, &m_page, &DashboardPage::redo);
    connect(back, &TextButton::clicked, this, &SettingsPage::closeRequested);
    connect(done, &TextButton::clicked, this, &SettingsPage::closeRequested);
    return toolbar;
}

QString SettingsPage::section() const
{
    return m_tabs->current();
}

void SettingsPage::open(const QString &section)
{
    finishTyping();
    const qsizetype index = sectionIds().indexOf(section.isEmpty() ? m_tabs->current() : section);
    m_sections->setCurrentIndex(int(std::max<qsizetype>(0, index)));
    m_tabs->setCurrent(sectionIds().value(m_sections->currentIndex()));
    showDocument();
}

void SettingsPage::showVariable(const QString &name)
{
    open(u"variables"_s);
    m_variables->choose(name);
}

void SettingsPage::showAnnotation(const QString &name)
{
    open(u"annotations"_s);
    m_annotations->choose(name);
}

void SettingsPage::finishTyping()
{
    m_general->finishTyping();
    m_variables->finishTyping();
    m_annotations->finishTyping();
    m_links->finishTyping();
    if (section() == "json"_L1)
        m_json->finishTyping();
}

bool SettingsPage::hasUnfinished() const
{
    return m_json->isChanged() && !m_json->text().isEmpty();
}

void SettingsPage::showTabs()
{
    const Dashboard &dashboard = *m_page.editor().document().dashboard();
    int variables = 0;
    for (const VariableGroup &group : variableGroups(m_page.editor().document()))
        variables += int(group.variables.size());
    m_tabs->setTabs({{u"general"_s, tr("General")},
                     {u"variables"_s, tr("Variables"), variables},
                     {u"annotations"_s, tr("Annotations"), int(dashboard.annotations.size())},
                     {u"links"_s, tr("Links"), int(dashboard.links.size())},
                     {u"json"_s, tr("JSON")},
                     {u"report"_s, tr("Compatibility")}});
}

// Only the section that is seen: the others are shown when they are opened.
void SettingsPage::showDocument()
{
    showTabs();
    m_title->setText(tr("Settings of %1").arg(m_page.title()));
    const QString section = m_tabs->current();
    if (section == u"general")
        m_general->showDocument();
    else if (section == u"variables")
        m_variables->showDocument();
    else if (section == u"annotations")
        m_annotations->showDocument();
    else if (section == u"links")
        m_links->showDocument();
    else if (section == u"report")
        m_report->showDocument();
    else
        m_json->setJson(m_page.editor().document().text());
}

void SettingsPage::applyText(const QByteArray &text)
{
    const Result<Command> command = replaceText(m_page.editor().document(), text, tr("JSON of the dashboard"));
    if (!command)
        return m_json->showError(command.error());
    m_page.apply(command);
    m_json->setJson(m_page.editor().document().text());
}

void SettingsPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        emit closeRequested();
    else
        QWidget::keyPressEvent(event);
}

void SettingsPage::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), currentTheme(this).bg.window);
}
