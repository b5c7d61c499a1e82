// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/editor/querydock.h>

#include <QtGui/QPainter>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QVBoxLayout>
#include <app/editor/panelqueryoptions.h>
#include <app/editor/transformationlist.h>
#include <app/jsonedit.h>
#include <app/query/pickbutton.h>
#include <app/query/querylist.h>
#include <app/query/queryrow.h>
#include <widgets/controls/docktabs.h>
#include <widgets/theme/style.h>

using namespace Qt::StringLiterals;

namespace {

constexpr int kLowest = 140; // px, of the open dock
constexpr int kNarrowest = 420;
constexpr int kSource = 184;
constexpr int kWide = 900; // under it the tools lose their words

} // namespace

QueryDock::QueryDock(QWidget *parent)
    : QWidget(parent)
    , m_tabs(new DockTabs(this))
    , m_pages(new QStackedWidget(this))
    , m_queries(new QueryList)
    , m_transformations(new TransformationList)
    , m_json(new JsonEdit)
{
    setObjectName(u"queryDock"_s);
    setMinimumHeight(kLowest);
    m_tabs->setObjectName(u"queryTabs"_s);
    makeTools();
    m_queries->setAddVisible(false);
    m_pages->addWidget(scrolled(m_queries));
    m_pages->addWidget(scrolled(m_transformations));
    m_pages->addWidget(m_json);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->setSizeConstraint(QLayout::SetNoConstraint); // the words give way first, see showTools()
    layout->addWidget(m_tabs);
    layout->addWidget(m_pages, 1);
    connect(m_tabs, &DockTabs::activated, this, [this](const QString &id) {
        m_wanted = id;
        showTab(id);
        setOpen(true);
    });
    connect(m_queries, &QueryList::edited, this, &QueryDock::edited);
    connect(m_queries, &QueryList::runRequested, this, &QueryDock::runRequested);
    connect(m_transformations, &TransformationList::edited, this, &QueryDock::edited);
    showTabs();
}

void QueryDock::makeTools()
{
    m_source = new PickButton(tr("Source"), this);
    m_source->setObjectName(u"panelSource"_s);
    m_source->setIconName(u"source"_s);
    m_source->setBoxHeight(space::control);
    m_source->setMaximumWidth(kSource);
    m_options = new TextButton(tr("Query options"), TextButton::Kind::Ghost, u"settings"_s, this);
    m_options->setObjectName(u"queryOptions"_s);
    m_inspect = new TextButton(tr("Inspect"), TextButton::Kind::Ghost, u"table"_s, this);
    m_inspect->setObjectName(u"inspectPanel"_s);
    m_add = new TextButton(tr("Add query"), TextButton::Kind::Secondary, u"add"_s, this);
    m_add->setObjectName(u"addPanelQuery"_s);
    m_fold = new IconButton(u"chevron-down"_s, tr("Hide the dock"), TextButton::Kind::Ghost, this);
    m_fold->setObjectName(u"foldDock"_s);
    for (QWidget *tool : std::initializer_list<QWidget *>{m_source, m_options, m_inspect, m_add, m_fold})
        m_tabs->addTool(tool);
    connect(m_source, &PickButton::chosen, this, &QueryDock::sourceChosen);
    connect(m_options, &TextButton::clicked, this, &QueryDock::openOptions);
    connect(m_inspect, &TextButton::clicked, this, &QueryDock::inspectRequested);
    connect(m_add, &TextButton::clicked, m_queries, &QueryList::addQuery);
    connect(m_fold, &IconButton::clicked, this, [this] { setOpen(!m_open); });
}

QScrollArea *QueryDock::scrolled(QWidget *content)
{
    auto *box = new QWidget;
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(space::window, space::window, space::window, space::window);
    layout->addWidget(content);
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(box);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->viewport()->setAutoFillBackground(false);
    box->setAutoFillBackground(false);
    scroll->setFocusPolicy(Qt::NoFocus);
    return scroll;
}

void QueryDock::setPanel(const PanelPtr &panel, bool asksData)
{
    if (m_panel && m_panel->elementId() != panel->elementId())
        m_queries->setTargets({}); // what is half typed there is none of this one's
    m_panel = panel;
    m_asksData = asksData;
    QList<Json> targets;
    for (const Target &target : panel->targets)
        targets.append(target.raw);
    m_queries->setTargets(targets);
    m_transformations->setTransformations(panel->transformations, m_raw);
    showTabs();
}

void QueryDock::setContext(const QueryContext &context, const QList<Option> &sources)
{
    m_queries->setContext(context);
    m_source->setOptions(sources);
    m_source->setCurrent(context.panelSource.uid);
}

void QueryDock::setReports(const QList<TargetReport> &reports)
{
    m_queries->setReports(reports);
}

void QueryDock::setRaw(const Frames &frames)
{
    m_raw = frames;
    if (m_panel)
        m_transformations->setTransformations(m_panel->transformations, m_raw);
}

void QueryDock::setInterpolation(const std::function<QString(const QString &)> &interpolate)
{
    m_transformations->setInterpolation(interpolate);
}

void QueryDock::commit()
{
    m_queries->commit();
}

void QueryDock::setOpen(bool open)
{
    if (open == m_open)
        return;
    m_open = open;
    m_pages->setVisible(open);
    setMinimumHeight(open ? kLowest : m_tabs->height());
    setMaximumHeight(open ? QWIDGETSIZE_MAX : m_tabs->height());
    m_fold->setIconName(open ? u"chevron-down"_s : u"chevron-up"_s);
    m_fold->setToolTipText(open ? tr("Hide the dock") : tr("Show the dock"));
    emit openChanged(open);
}

QSize QueryDock::minimumSizeHint() const
{
    return QSize(kNarrowest, m_open ? kLowest : m_tabs->height());
}

bool QueryDock::focusQuery()
{
    if (!m_asksData || m_queries->rows().isEmpty())
        return false;
    setOpen(true);
    m_wanted = u"queries"_s;
    showTab(m_wanted);
    m_queries->rows().first()->focusText();
    return true;
}

QString QueryDock::tab() const
{
    return m_tabs->current();
}

void QueryDock::showTab(const QString &id)
{
    m_tabs->setCurrent(id);
    m_pages->setCurrentIndex(id == u"json" ? 2 : id == u"transformations" ? 1 : 0);
    showTools();
}

void QueryDock::showTabs()
{
    QList<DockTab> tabs;
    if (m_asksData) {
        tabs.append({u"queries"_s, tr("Queries"), m_panel ? int(m_panel->targets.size()) : 0});
        tabs.append({u"transformations"_s, tr("Transformations"), m_transformations->count()});
    }
    tabs.append({u"json"_s, tr("JSON")});
    m_tabs->setTabs(tabs);
    const bool there = std::any_of(tabs.begin(), tabs.end(), [this](const DockTab &tab) { return tab.id == m_wanted; });
    showTab(there ? m_wanted : tabs.first().id);
}

void QueryDock::showTools()
{
    const bool queries = m_tabs->current() == u"queries";
    for (QWidget *tool : std::initializer_list<QWidget *>{m_source, m_options, m_add})
        tool->setVisible(queries);
    m_inspect->setVisible(m_asksData);
    const auto words = [this](TextButton *button, const QString &text) {
        button->setText(width() >= kWide ? text : QString());
        button->setToolTip(plainToolTip(text));
        button->setAccessibleName(text);
    };
    words(m_options, tr("Query options"));
    words(m_inspect, tr("Inspect"));
    words(m_add, tr("Add query"));
}

void QueryDock::openOptions()
{
    auto *popup = new PanelQueryOptionsPopup(m_panel->raw, this);
    popup->setAttribute(Qt::WA_DeleteOnClose);
    connect(popup, &PanelQueryOptionsPopup::edited, this, &QueryDock::edited);
    popup->popupUnder(m_options, Popup::Align::Right);
}

void QueryDock::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    showTools();
}

void QueryDock::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), currentTheme(this).bg.window);
}
