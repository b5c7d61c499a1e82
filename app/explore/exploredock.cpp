// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/explore/exploredock.h>

#include <QtGui/QClipboard>
#include <QtWidgets/QApplication>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QVBoxLayout>
#include <app/explore/historymodel.h>
#include <app/explore/labelspage.h>
#include <app/query/metricindex.h>
#include <app/query/nametable.h>
#include <widgets/controls/docktabs.h>
#include <widgets/controls/emptystate.h>
#include <widgets/controls/optionlist.h>
#include <widgets/theme/style.h>

using namespace Qt::StringLiterals;

namespace {
constexpr int kMostFound = 500; // of a search
constexpr qsizetype kMostTyped = 5000; // names that are listed with their types
} // namespace

ExploreDock::ExploreDock(QueryHistory &history, QWidget *parent) : QWidget(parent), m_history(history), m_pages(new QStackedWidget(this))
{
    setObjectName(u"exploreDock"_s);
    makeTabs();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_tabs);
    layout->addWidget(m_pages, 1);
    m_pages->addWidget(makeHistory());
    m_pages->addWidget(makeMetrics());
    m_labels = new LabelsPage(this);
    m_pages->addWidget(m_labels);
    connect(&history, &QueryHistory::changed, this, &ExploreDock::showEmpty);
    showTab(u"history"_s);
    showEmpty();
}

void ExploreDock::makeTabs()
{
    m_tabs = new DockTabs(this);
    m_tabs->setObjectName(u"exploreTabs"_s);
    m_tabs->setTabs({{u"history"_s, tr("History")}, {u"metrics"_s, tr("Metrics")}, {u"labels"_s, tr("Labels")}});
    auto *close = new IconButton(u"close"_s, tr("Close"), TextButton::Kind::Ghost, m_tabs);
    close->setObjectName(u"closeDock"_s);
    close->setControlSize(ControlSize::Small);
    m_tabs->addTool(close);
    connect(m_tabs, &DockTabs::activated, this, &ExploreDock::showTab);
    connect(close, &IconButton::clicked, this, &ExploreDock::closeRequested);
}

QWidget *ExploreDock::makeHistory()
{
    auto *page = new QWidget(this);
    m_search = new SearchField(tr("Search history"), page);
    m_search->setObjectName(u"historySearch"_s);
    m_search->setAccessibleName(tr("Search history"));
    m_starred = new IconButton(u"star"_s, tr("Starred ones only"), TextButton::Kind::Ghost, page);
    m_starred->setObjectName(u"historyStarred"_s);
    m_model = new HistoryModel(m_history, page);
    m_list = new HistoryView(m_model, page);
    m_noHistory = new EmptyState(EmptyState::Size::Small, page);
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(space::window, space::unit, space::window, space::unit);
    bar->addWidget(m_search, 1);
    bar->addWidget(m_starred);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addLayout(bar);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_noHistory, 1);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_model->setFilter(text);
        showEmpty();
    });
    connect(m_starred, &IconButton::clicked, this, [this] {
        m_starred->setActive(!m_starred->isActive());
        m_model->setStarredOnly(m_starred->isActive());
        showEmpty();
    });
    connect(m_list, &HistoryView::removeRequested, &m_history, &QueryHistory::remove);
    connect(m_list, &HistoryView::toolUsed, this, [this](HistoryView::Tool tool, const PastQuery &query) {
        if (tool == HistoryView::Tool::Run)
            emit runRequested(query);
        else if (tool == HistoryView::Tool::Copy)
            QApplication::clipboard()->setText(query.text());
        else
            m_history.setStarred(query, !query.starred);
    });
    return page;
}

QWidget *ExploreDock::makeMetrics()
{
    auto *page = new QWidget(this);
    m_metricSearch = new SearchField(tr("Search metrics"), page);
    m_metricSearch->setObjectName(u"metricSearch"_s);
    m_metricSearch->setAccessibleName(tr("Search metrics"));
    m_metricCount = new PlainLabel({}, TextStyle::Label, PlainLabel::Tone::Secondary, page);
    m_metrics = new OptionModel(page);
    m_metricList = new OptionView(m_metrics, OptionView::Mark::None, page);
    m_metricList->setObjectName(u"metricList"_s);
    m_metricList->setAccessibleName(tr("Metrics of the source"));
    m_metricList->setFrameShape(QFrame::NoFrame);
    m_metricList->takeKeysOf(m_metricSearch);
    auto *bar = new QVBoxLayout;
    bar->setContentsMargins(space::window, space::unit, space::window, space::half);
    bar->setSpacing(space::unit);
    bar->addWidget(m_metricSearch);
    bar->addWidget(m_metricCount);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addLayout(bar);
    layout->addWidget(m_metricList, 1);
    connect(m_metricSearch, &QLineEdit::textChanged, this, &ExploreDock::showMetrics);
    connect(m_metricList, &QListView::activated, this,
            [this](const QModelIndex &index) { emit metricChosen(index.data(OptionModel::ValueRole).toString()); });
    return page;
}

void ExploreDock::setIndex(const std::shared_ptr<MetricIndex> &index)
{
    if (m_index == index)
        return;
    if (m_index)
        m_index->disconnect(this);
    m_index = index;
    if (m_index)
        connect(m_index.get(), &MetricIndex::changed, this, &ExploreDock::showMetrics);
    m_labels->setIndex(index);
    showMetrics();
}

void ExploreDock::showTab(const QString &tab)
{
    m_tabs->setCurrent(tab);
    m_pages->setCurrentIndex(tab == u"metrics" ? 1 : tab == u"labels" ? 2 : 0);
    if (tab == u"metrics")
        showMetrics();
    else if (tab == u"labels")
        emit labelsWanted();
}

bool ExploreDock::showsLabels() const
{
    return isVisible() && m_tabs->current() == u"labels";
}

void ExploreDock::showEmpty()
{
    const bool none = m_history.entries().isEmpty();
    const bool empty = m_model->rowCount() == 0;
    m_list->setVisible(!empty);
    m_noHistory->setVisible(empty);
    m_noHistory->setIcon(none ? u"history"_s : u"search"_s);
    m_noHistory->setTitle(none ? tr("No queries yet") : tr("Nothing found"));
    m_noHistory->setText(none ? tr("What you run is kept here, also when the program starts again.")
                              : tr("No query in the history has these words."));
}

// Names are asked for when somebody looks.
void ExploreDock::showMetrics()
{
    if (m_pages->currentIndex() != 1)
        return;
    const QString pattern = m_metricSearch->text().trimmed();
    const std::shared_ptr<const NameTable> table = m_index ? m_index->metrics() : std::make_shared<const NameTable>();
    const QStringList names = pattern.isEmpty() ? table->names() : table->search(pattern, kMostFound);
    QList<Option> options;
    options.reserve(names.size());
    for (const QString &name : names)
        options.append({name, name, names.size() <= kMostTyped ? m_index->info(name).type : QString()});
    if (options != m_metrics->options())
        m_metrics->setOptions(options);
    const QLocale locale;
    if (table->size() == 0)
        m_metricCount->setText(m_index && m_index->isLoading() ? tr("Asking for the metrics…") : tr("No metrics known"));
    else if (pattern.isEmpty())
        m_metricCount->setText(tr("%1 metrics; a click writes one into the query").arg(locale.toString(table->size())));
    else
        m_metricCount->setText(tr("%1 of %2 metrics").arg(locale.toString(names.size()), locale.toString(table->size())));
}

void ExploreDock::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = currentTheme(this);
    painter.fillRect(rect(), theme.bg.panel);
    verticalLine(painter, 0, 0, height(), theme.border.weak);
}
