// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/explore/labelspage.h>

#include <QtWidgets/QScrollBar>
#include <QtWidgets/QVBoxLayout>
#include <app/query/matcheredit.h>
#include <app/query/metricindex.h>
#include <widgets/controls/emptystate.h>
#include <widgets/controls/optionlist.h>
#include <widgets/controls/segmentedcontrol.h>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kTop = 20; // values of a label at first
constexpr qsizetype kMostShown = 2'000; // of a label
constexpr int kIndent = 24;

const QString kResult = u"result"_s;
const QString kMetric = u"metric"_s;

QString countText(const LabelValues &label)
{
    const qsizetype count = label.values.size();
    return count == 0 ? QString() : count == 1 ? LabelsPage::tr("1 value") : LabelsPage::tr("%n values", nullptr, int(count));
}

// Rows by value: "l:name", "m:name" (show the rest), "v:name\nvalue".
QString rowOf(const QString &label, const QString &value)
{
    return u"v:"_s + label + u'\n' + value;
}

} // namespace

LabelsPage::LabelsPage(QWidget *parent)
    : QWidget(parent)
    , m_search(new SearchField(tr("Search labels and values"), this))
    , m_of(new SegmentedControl(this, ControlSize::Small))
    , m_caption(new PlainLabel({}, TextStyle::Label, PlainLabel::Tone::Secondary, this))
    , m_none(new EmptyState(EmptyState::Size::Small, this))
{
    m_search->setObjectName(u"labelSearch"_s);
    m_search->setAccessibleName(tr("Search labels and values"));
    m_of->setObjectName(u"labelsOf"_s);
    m_of->setAccessibleName(tr("Labels of"));
    m_of->setSegments({{kResult, tr("Result"), {}, tr("Labels of the series that came")},
                       {kMetric, tr("Metric"), {}, tr("Labels of the metrics that the query names")}});
    m_of->setCurrent(kResult);
    m_of->setStretched(true);
    m_caption->setObjectName(u"labelCaption"_s);
    makeList();
    auto *bar = new QVBoxLayout;
    bar->setContentsMargins(space::window, space::unit, space::window, space::half);
    bar->setSpacing(space::unit);
    bar->addWidget(m_search);
    bar->addWidget(m_of);
    bar->addWidget(m_caption);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addLayout(bar);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_none, 1);
    connect(m_search, &QLineEdit::textChanged, this, &LabelsPage::show);
    connect(m_of, &SegmentedControl::currentChanged, this, &LabelsPage::show);
}

void LabelsPage::makeList()
{
    m_model = new OptionModel(this);
    m_list = new OptionView(m_model, OptionView::Mark::CheckRight, this);
    m_list->setObjectName(u"labelList"_s);
    m_list->setAccessibleName(tr("Labels and their values"));
    m_list->takeKeysOf(m_search);
    connect(m_list, &QListView::activated, this,
            [this](const QModelIndex &index) { activate(index.data(OptionModel::ValueRole).toString()); });
}

void LabelsPage::setResult(const Frames &frames)
{
    m_result = resultLabels(frames);
    show();
}

void LabelsPage::setQuery(const QString &text)
{
    m_query = text;
    show();
}

void LabelsPage::setIndex(const std::shared_ptr<MetricIndex> &index)
{
    if (m_index == index)
        return;
    if (m_index)
        m_index->disconnect(this);
    m_index = index;
    if (m_index)
        connect(m_index.get(), &MetricIndex::changed, this, [this] {
            if (ofMetric())
                show();
        });
    show();
}

bool LabelsPage::ofMetric() const
{
    return m_of->current() == kMetric;
}

QList<LabelValues> LabelsPage::labels() const
{
    if (ofMetric())
        return metricLabels();
    QList<LabelValues> labels = m_result;
    labels.removeIf([](const LabelValues &each) { return each.name == "__name__"_L1 && each.values.size() == 1; }); // narrows nothing
    return labels;
}

// Values are asked for when they are looked at.
QList<LabelValues> LabelsPage::metricLabels() const
{
    const QStringList metrics = metricsOf(m_query);
    if (!m_index || metrics.isEmpty())
        return {};
    const QString selector = metrics.size() == 1 ? metrics.first() : u"{__name__=~\"%1\"}"_s.arg(metrics.join(u'|'));
    QList<LabelValues> labels;
    for (const QString &name : m_index->labelNames(selector)) {
        if (name == "__name__"_L1)
            continue;
        LabelValues label{name, {}};
        if (m_open.contains(name))
            for (const QString &value : m_index->labelValues(selector, name))
                label.values.append({value, 0});
        labels.append(label);
    }
    return labels;
}

void LabelsPage::activate(const QString &row)
{
    const QString name = row.mid(2).section(u'\n', 0, 0);
    if (row.startsWith(u'v'))
        return emit matcherToggled(name, row.section(u'\n', 1));
    if (row.startsWith(u'm'))
        m_whole.insert(name);
    else if (!m_open.remove(name))
        m_open.insert(name);
    show();
}

// Rows change under the eyes: the current one and the place in the list stay.
void LabelsPage::show()
{
    if (!isVisible())
        return;
    const QString pattern = m_search->text().trimmed();
    const QLocale locale;
    QList<Option> options;
    QStringList chosen;
    const QList<LabelValues> all = labels();
    for (const LabelValues &label : all) {
        const bool named = label.name.contains(pattern, Qt::CaseInsensitive);
        QList<LabelValues::Value> values = label.values;
        if (!named)
            values.removeIf([&](const LabelValues::Value &each) { return !each.text.contains(pattern, Qt::CaseInsensitive); });
        if (!named && values.isEmpty())
            continue;
        const bool open = m_open.contains(label.name) || !named;
        options.append({u"l:"_s + label.name, label.name, countText(label), open ? u"chevron-down"_s : u"chevron-right"_s});
        const qsizetype shown = !open ? 0 : std::min(values.size(), m_whole.contains(label.name) ? kMostShown : kTop);
        for (const LabelValues::Value &value : values.first(shown)) {
            const QString row = rowOf(label.name, value.text);
            options.append({row, value.text, value.series > 0 ? locale.toString(value.series) : QString(), {}, kIndent});
            if (hasMatcher(m_query, label.name, value.text))
                chosen.append(row);
        }
        if (open && shown < values.size() && shown < kMostShown)
            options.append({u"m:"_s + label.name, tr("Show %1 more").arg(locale.toString(values.size() - shown)), {}, {}, kIndent});
    }
    const QString current = m_list->currentIndex().data(OptionModel::ValueRole).toString();
    const int at = m_list->verticalScrollBar()->value();
    if (options != m_model->options()) {
        m_model->setOptions(options);
        m_list->setCurrentIndex(m_model->index(std::max(0, m_model->rowOf(current))));
        m_list->verticalScrollBar()->setValue(at);
    }
    m_model->setChosen(chosen);
    showEmpty(options.isEmpty(), all.size());
}

void LabelsPage::showEmpty(bool empty, qsizetype count)
{
    m_list->setVisible(!empty);
    m_none->setVisible(empty);
    m_caption->setVisible(!empty);
    m_caption->setText(ofMetric() ? tr("A click on a value adds it to the query") : tr("Values with their number of series"));
    m_none->setIcon(count > 0 ? u"search"_s : u"filter"_s);
    if (count > 0) {
        m_none->setTitle(tr("Nothing found"));
        m_none->setText(tr("No label and no value shown has these letters."));
    } else if (ofMetric()) {
        const bool loading = m_index && m_index->isLoading();
        m_none->setTitle(loading ? tr("Asking for the labels…") : tr("No labels"));
        m_none->setText(tr("Labels of the metric in the query are listed here."));
    } else {
        m_none->setTitle(tr("No labels yet"));
        m_none->setText(tr("Run a query: the labels of its series are listed here, and a click on a value adds it to the query."));
    }
}

void LabelsPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    show();
}
