// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/explore/exploredock.h>

#include <QtGui/QClipboard>
#include <QtWidgets/QApplication>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QVBoxLayout>
#include <app/explore/historymodel.h>
#include <app/query/metricindex.h>
#include <widgets/controls/emptystate.h>
#include <widgets/controls/optionlist.h>
#include <widgets/theme/style.h>

using namespace Qt::StringLiterals;

// A tab of the dock: text with the light line below while it is chosen.
class DockTab : public QAbstractButton
{
public:
    DockTab(const QString &id, const QString &text, QWidget *parent) : QAbstractButton(parent)
    {
        setObjectName(u"dock."_s + id);
        setText(text);
        setCheckable(true);
        setAutoExclusive(true);
        setFocusPolicy(Qt::TabFocus);
        setAttribute(Qt::WA_Hover);
    }
    QSize sizeHint() const override
    {
        return QSize(int(std::ceil(textWidth(themeFont(TextStyle::BodyStrong), text()))) + 2 * space::unit, space::tabStrip);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const Theme &theme = currentTheme(this);
        const bool strong = isChecked() || underMouse();
        drawLine(painter, rect(), text(), themeFont(isChecked() ? TextStyle::BodyStrong : TextStyle::Body),
                 strong ? theme.text.primary : theme.text.secondary, Qt::AlignCenter);
        if (isChecked())
            painter.fillRect(QRect(0, height() - 2, width(), 2), theme.accent.main);
    }
};

ExploreDock::ExploreDock(QueryHistory &history, QWidget *parent) : QWidget(parent), m_history(history), m_pages(new QStackedWidget(this))
{
    setObjectName(u"exploreDock"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHead());
    layout->addWidget(m_pages, 1);
    m_pages->addWidget(makeHistory());
    m_pages->addWidget(makeMetrics());
    connect(&history, &QueryHistory::changed, this, &ExploreDock::showEmpty);
    showTab(u"history"_s);
    showEmpty();
}

QWidget *ExploreDock::makeHead()
{
    auto *head = new QWidget(this);
    auto *layout = new QHBoxLayout(head);
    layout->setContentsMargins(space::window, 0, space::unit, 0);
    layout->setSpacing(space::unit);
    for (const auto &[id, text] : {std::pair(u"history"_s, tr("History")), std::pair(u"metrics"_s, tr("Metrics"))}) {
        auto *tab = new DockTab(id, text, head);
        layout->addWidget(tab);
        m_tabs.append(tab);
        connect(tab, &QAbstractButton::clicked, this, [this, id = id] { showTab(id); });
    }
    layout->addStretch(1);
    auto *close = new IconButton(u"close"_s, tr("Close"), TextButton::Kind::Ghost, head);
    close->setObjectName(u"closeDock"_s);
    close->setControlSize(ControlSize::Small);
    layout->addWidget(close);
    connect(close, &IconButton::clicked, this, &ExploreDock::closeRequested);
    return head;
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
    connect(m_metricSearch, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_metrics->setFilter(text);
        showMetrics();
    });
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
    showMetrics();
}

void ExploreDock::showTab(const QString &tab)
{
    const bool metrics = tab == u"metrics";
    for (DockTab *each : std::as_const(m_tabs))
        each->setChecked(each->objectName() == u"dock."_s + tab);
    m_pages->setCurrentIndex(metrics ? 1 : 0);
    if (metrics)
        showMetrics();
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
    QList<Option> options;
    if (m_index)
        for (const QString &name : m_index->metricNames())
            options.append({name, name});
    if (options != m_metrics->options())
        m_metrics->setOptions(options);
    const QLocale locale;
    m_metricCount->setText(options.isEmpty() ? tr("No metrics known yet")
                               : m_metrics->rowCount() == options.size()
                               ? tr("%1 metrics; a click writes one into the query").arg(locale.toString(options.size()))
                               : tr("%1 of %2 metrics").arg(locale.toString(m_metrics->rowCount()), locale.toString(options.size())));
}

void ExploreDock::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = currentTheme(this);
    painter.fillRect(rect(), theme.bg.panel);
    verticalLine(painter, 0, 0, height(), theme.border.weak);
    horizontalLine(painter, 0, width(), space::tabStrip, theme.border.weak);
}
