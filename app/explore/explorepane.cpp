// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/explore/explorepane.h>

#include <QtWidgets/QScrollArea>
#include <QtWidgets/QVBoxLayout>
#include <app/app.h>
#include <app/explore/exploreresult.h>
#include <app/explore/resultlabels.h>
#include <app/framecsv.h>
#include <app/paneledit.h>
#include <app/query/matcheredit.h>
#include <app/query/metricindexes.h>
#include <app/query/pickbutton.h>
#include <app/query/querylist.h>
#include <app/query/queryrow.h>
#include <app/query/targetoptions.h>
#include <app/savecsv.h>
#include <panels/panelwidget.h>
#include <widgets/controls/panelframe.h>
#include <widgets/controls/segmentedcontrol.h>
#include <widgets/theme/style.h>

using namespace Qt::StringLiterals;

namespace {

constexpr int kGraphHeight = 340; // px, at least
constexpr int kTableMost = 440;
constexpr int kTableLeast = 150;
constexpr int kTableRow = 24;
constexpr int kTableHead = 76; // frame, column names, margins

const QStringList kStyles{u"lines"_s, u"bars"_s, u"points"_s, u"stacked"_s}; // in the order of GraphStyle

std::unique_ptr<DashboardEditor> newEditor(const RawTimeRange &range)
{
    EditorSetup setup;
    setup.journalFolder.clear(); // what Explore asked is kept in its history
    return std::move(*DashboardEditor::create(exploreText(range), setup));
}

} // namespace

ExplorePane::ExplorePane(App &app, std::shared_ptr<ViewContext> view, QWidget *parent)
    : QWidget(parent)
    , m_app(app)
    , m_editor(newEditor(view->range()))
    , m_head(new QWidget(this))
    , m_queries(new QueryList)
{
    SessionSetup setup;
    setup.traits = app.traits();
    setup.view = std::move(view);
    m_session = std::make_unique<DashboardSession>(exploreView(panel()), app.sources(), setup);

    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(space::window, space::window, space::window, space::window);
    column->setSpacing(space::unit);
    column->addWidget(m_queries);
    makeResults();
    column->addWidget(m_graph, 1);
    column->addWidget(m_table);
    column->addStretch(0);
    auto *area = new QScrollArea(this);
    area->setObjectName(u"exploreArea"_s);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    area->viewport()->setAutoFillBackground(false);
    page->setAutoFillBackground(false);
    area->setWidget(page);

    auto *head = new QHBoxLayout(m_head);
    head->setContentsMargins(space::window, space::unit, space::window, 0);
    head->addWidget(&makeSourcePicker(m_head));
    head->addStretch(1);
    auto *close = new IconButton(u"close"_s, tr("Close this side"), TextButton::Kind::Ghost, m_head);
    close->setObjectName(u"closeSide"_s);
    head->addWidget(close);
    m_head->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_head);
    layout->addWidget(area, 1);

    connect(close, &IconButton::clicked, this, &ExplorePane::closeRequested);
    connect(m_queries, &QueryList::edited, this, &ExplorePane::apply);
    connect(m_queries, &QueryList::textTyped, this, &ExplorePane::typed);
    connect(m_queries, &QueryList::runRequested, this, &ExplorePane::run);
    connect(m_editor.get(), &DashboardEditor::documentChanged, this, &ExplorePane::show);
    connect(m_session.get(), &DashboardSession::panelDataChanged, this, [this](const QString &id) {
        showResults();
        if (id == kExploreGraph)
            m_table->showData(); // its trends come from there
        emit answered();
    });
    connect(m_session.get(), &DashboardSession::loadingChanged, this, &ExplorePane::showResults);
    connect(&app.sources(), &SourceRegistry::changed, this, &ExplorePane::showContext);
    show();
    m_session->start();
}

ExplorePane::~ExplorePane()
{
    delete m_graph; // before the session that they read
    delete m_table;
}

void ExplorePane::makeResults()
{
    m_graph = new ExploreResult(*m_session, kExploreGraph, m_app.panels(), this);
    m_graph->setObjectName(u"exploreGraph"_s);
    m_graph->setMinimumHeight(kGraphHeight);
    m_graph->frame().setTitle(tr("Graph"));
    m_style = new SegmentedControl(nullptr, ControlSize::Small);
    m_style->setObjectName(u"graphStyle"_s);
    m_style->setAccessibleName(tr("Style of the graph"));
    m_style->setSegments({{kStyles[0], tr("Lines")}, {kStyles[1], tr("Bars")}, {kStyles[2], tr("Points")}, {kStyles[3], tr("Stacked")}});
    m_graph->frame().addHeaderWidget(m_style);
    m_table = new ExploreResult(*m_session, kExploreTable, m_app.panels(), this);
    m_table->setObjectName(u"exploreTable"_s);
    m_table->frame().setTitle(tr("Table"));
    m_table->setHiddenIdle(true);
    m_table->setShaped([this](const Frames &frames) {
        return m_session->instance(kExploreGraph) ? withTrends(frames, m_session->data(kExploreGraph).frames) : frames;
    });
    m_table->hide();
    auto *csv = new TextButton(tr("CSV"), TextButton::Kind::Ghost, u"download"_s);
    csv->setObjectName(u"exploreCsv"_s);
    csv->setControlSize(ControlSize::Small);
    csv->setToolTip(tr("Save the table as CSV"));
    m_table->frame().addHeaderWidget(csv);
    m_rows = new PlainLabel({}, TextStyle::Label, PlainLabel::Tone::Secondary);
    m_rows->setObjectName(u"exploreRows"_s);
    m_table->frame().addHeaderWidget(m_rows);
    connect(m_style, &SegmentedControl::currentChanged, this, &ExplorePane::setStyle);
    connect(csv, &TextButton::clicked, this, [this] { saveCsv(framesToCsv(m_session->data(kExploreTable).frames), this); });
    for (ExploreResult *result : {m_graph, m_table}) {
        connect(result, &ExploreResult::linkActivated, this, &ExplorePane::linkActivated);
        connect(result, &ExploreResult::retryRequested, &m_app, &App::retryEngine);
    }
}

PickButton &ExplorePane::makeSourcePicker(QWidget *parent)
{
    auto *picker = new PickButton(tr("Source"), parent);
    picker->setObjectName(u"exploreSource"_s);
    picker->setIconName(u"source"_s);
    picker->setBoxHeight(space::control);
    m_pickers.append(picker);
    connect(picker, &PickButton::chosen, this, [this](const QString &uid) {
        const SourceEntry entry = m_app.sources().find({{}, uid}).entry;
        const Json ref = Json::object({{u"type"_s, Json(entry.type)}, {u"uid"_s, Json(entry.uid)}});
        m_queries->commit();
        apply(PanelEdit::set(u"datasource"_s, ref, tr("Source")));
    });
    if (m_session)
        showContext();
    return *picker;
}

QString ExplorePane::sourceUid() const
{
    return m_app.sources().find(panel().datasource).entry.uid;
}

PastQuery ExplorePane::asked() const
{
    PastQuery query;
    for (const Json &target : panel().raw[u"targets"].items())
        if (!queryTextOf(target).trimmed().isEmpty() && !target[u"hide"].toBool())
            query.targets.append(target);
    const SourceEntry entry = m_app.sources().find(panel().datasource).entry;
    query.sourceUid = entry.uid;
    query.sourceName = entry.name;
    query.ranMs = QDateTime::currentMSecsSinceEpoch();
    return query;
}

Json ExplorePane::toPanel()
{
    m_queries->commit();
    return panelForDashboard(panel());
}

void ExplorePane::apply(const PanelEdit &edit)
{
    const Result<> done = m_editor->apply(commandOf(m_editor->document(), kExploreElement, edit));
    if (!done)
        emit notice(Tint::Bad, edit.text, QStringList{done.error().what, done.error().where, done.error().hint}.join(u' ').simplified());
}

void ExplorePane::setQueries(const QList<Json> &targets, const SourceRef &source, const QString &step)
{
    m_queries->commit(); // what is typed there is one undo away
    Json members = Json::object({{u"targets"_s, Json::array(std::vector<Json>(targets.begin(), targets.end()))}});
    const bool known = !source.uid.isEmpty() && !m_app.sources().find(source).isFallback;
    if (known)
        members = members.with(u"datasource", Json::object({{u"type"_s, Json(source.type)}, {u"uid"_s, Json(source.uid)}}));
    apply(PanelEdit::setMembers({}, members, step));
    run();
}

Json ExplorePane::draft() const
{
    if (!m_queries->isTyped())
        return {};
    const QList<Json> targets = m_queries->typedTargets();
    return Json::object({{u"source"_s, Json(sourceUid())}, {u"targets"_s, Json::array(std::vector<Json>(targets.begin(), targets.end()))}});
}

// The document gets the queries without their texts: what nobody ran is not asked now either.
void ExplorePane::takeDraft(const Json &draft)
{
    QStringList texts;
    std::vector<Json> targets;
    for (const Json &target : draft[u"targets"].items()) {
        if (!target.isObject())
            continue;
        const bool known = isPromqlTarget(target, {});
        texts.append(known ? queryTextOf(target) : QString());
        targets.push_back(known ? target.with(queryTextKey(target), QString()) : target);
    }
    if (targets.empty())
        return;
    const SourceEntry entry = m_app.sources().find({{}, draft[u"source"].toString()}).entry;
    Json members = Json::object({{u"targets"_s, Json::array(targets)}});
    if (!entry.uid.isEmpty() && entry.uid == draft[u"source"].toString())
        members = members.with(u"datasource", Json::object({{u"type"_s, Json(entry.type)}, {u"uid"_s, Json(entry.uid)}}));
    apply(PanelEdit::setMembers({}, members, tr("Queries of last time")));
    m_queries->typeTexts(texts);
}

void ExplorePane::insertMetric(const QString &name)
{
    m_queries->insertMetric(name);
}

QString ExplorePane::queryText() const
{
    return m_queries->currentText();
}

void ExplorePane::toggleMatcher(const QString &label, const QString &value)
{
    const std::optional<QString> text = toggledMatcher(queryText(), label, value);
    if (!text)
        return emit notice(Tint::Warning, tr("Not added"), tr("The query has no selector that could take the label %1.").arg(label));
    m_queries->replaceCurrentText(*text, tr("Label %1").arg(label));
    run();
}

Frames ExplorePane::answer() const
{
    return m_session->data(m_session->instance(kExploreGraph) ? kExploreGraph : kExploreTable).frames;
}

void ExplorePane::focusQuery()
{
    if (!m_queries->rows().isEmpty())
        m_queries->rows().first()->focusText();
}

void ExplorePane::run()
{
    m_queries->commit();
    m_session->refresh();
    if (const PastQuery query = asked(); !query.targets.isEmpty())
        emit ran(query);
}

void ExplorePane::undo()
{
    m_queries->commit();
    if (const Result<> done = m_editor->undo(); !done)
        emit notice(Tint::Bad, tr("Undo"), done.error().what);
}

void ExplorePane::redo()
{
    if (const Result<> done = m_editor->redo(); !done)
        emit notice(Tint::Bad, tr("Redo"), done.error().what);
}

void ExplorePane::setHead(bool shown)
{
    m_head->setVisible(shown);
}

void ExplorePane::show()
{
    const std::vector<Json> targets = panel().raw[u"targets"].items();
    m_queries->setTargets(QList<Json>(targets.begin(), targets.end()));
    m_style->setCurrent(kStyles[int(graphStyleOf(panel().raw))]);
    m_session->setDocument(exploreView(panel()));
    showContext();
    emit changed();
}

void ExplorePane::showContext()
{
    QueryContext context = queryContext(*m_session, kExploreGraph, m_app.sources(), m_app.metricIndexes());
    const SourceEntry entry = m_app.sources().find(panel().datasource).entry;
    context.panelSource = panel().datasource;
    context.panelSourceUid = entry.uid;
    context.panelSourceName = entry.name;
    context.runsWhileTyping = false;
    context.newAsksBoth = true;
    m_queries->setContext(context);
    QList<Option> options;
    for (const QuerySource &source : context.sources)
        options.append({source.uid, source.name, {}, u"source"_s});
    m_pickers.removeAll(nullptr);
    for (PickButton *picker : std::as_const(m_pickers)) {
        picker->setOptions(options);
        picker->setCurrent(entry.uid);
    }
}

void ExplorePane::showResults()
{
    m_queries->setReports(m_session->explain(kExploreGraph) + m_session->explain(kExploreTable));
    const PanelData &data = m_session->data(kExploreTable);
    qsizetype rows = 0;
    for (const Frame &frame : data.frames)
        rows += frame.rowCount();
    const QString at = QLocale().toString(QDateTime::fromMSecsSinceEpoch(data.range.toMs, m_session->zone()).time(), u"HH:mm:ss"_s);
    m_rows->setText(data.frames.isEmpty()
                        ? QString()
                        : (rows == 1 ? tr("1 row") : tr("%n rows", nullptr, int(rows))) + u" · "_s + tr("instant at %1").arg(at));
    const bool message = m_table->frame().state().body != PanelFrameState::Body::Content;
    m_table->setFixedHeight(message ? kTableLeast + 40 : std::clamp(int(rows) * kTableRow + kTableHead, kTableLeast, kTableMost));
}

void ExplorePane::setStyle(const QString &style)
{
    const auto at = GraphStyle(std::max<qsizetype>(0, kStyles.indexOf(style)));
    apply(PanelEdit::setMembers(u"fieldConfig.defaults.custom"_s, graphStyleMembers(at), tr("Style of the graph")));
}

void ExplorePane::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), currentTheme(this).bg.window);
}
