// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/cli/sourcecheck.h>

#include <QtCore/QTimer>
#include <QtWidgets/QApplication>
#include <app/app.h>
#include <app/dashboardview.h>
#include <panels/placeholder/placeholderpanel.h>
#include <widgets/theme/theme.h>

using namespace Qt::StringLiterals;

namespace {

constexpr int kWidth = 1600; // px, of the dashboard
constexpr int kColumn = 66;
constexpr int kMostMs = 60'000; // a dashboard
constexpr int kMostRepeats = 20; // of one panel: the first few say enough

SessionSetup setupOf(const App &app)
{
    SessionSetup setup;
    setup.traits = app.traits();
    return setup;
}

} // namespace

// One dashboard, with a session of its own; every panel runs, wherever it lies.
class SourceCheck::Run : public QObject
{
public:
    Run(App &app, const Document &document, std::function<void()> done)
        : m_done(std::move(done))
        , m_session(document, app.sources(), setupOf(app))
        , m_view(m_session, app.panels())
    {
        m_session.setRefreshInterval({});
        m_view.setInteractive(false);
        m_view.resize(kWidth, kWidth);
        // Queued: the panels have taken their data by then, and what changed has begun to ask.
        connect(&m_session, &DashboardSession::panelDataChanged, this, &Run::look, Qt::QueuedConnection);
        connect(&m_session, &DashboardSession::loadingChanged, this, &Run::look, Qt::QueuedConnection);
        connect(&m_session, &DashboardSession::variablesChanged, this, &Run::look, Qt::QueuedConnection);
        connect(&m_view, &DashboardView::panelSettled, this, &Run::look, Qt::QueuedConnection);
        connect(&m_session, &DashboardSession::layoutChanged, this, &Run::showAll, Qt::QueuedConnection);
        QTimer::singleShot(kMostMs, this, &Run::end);
        showAll();
        m_session.start();
    }

    // Why none of the panel's instances shows marks; empty: one does, or its type asks for none.
    QString whyEmpty(const QString &pointer) const
    {
        QString why = SourceCheck::tr("it is not on the page");
        for (const PanelInstance &instance : lookedAt()) {
            if (instance.panel->pointer != pointer)
                continue;
            why = whyEmpty(instance);
            if (why.isEmpty())
                break;
        }
        return why;
    }

    bool hasAnswer() const { return m_hasAnswer; }
    bool asked() const { return m_asked; }

private:
    QList<PanelInstance> lookedAt() const
    {
        QList<PanelInstance> instances;
        QHash<QString, int> counts;
        for (const PanelInstance &instance : m_session.instances())
            if (counts[instance.elementId]++ < kMostRepeats)
                instances.append(instance);
        return instances;
    }

    void showAll()
    {
        m_session.setShowsHidden(true);
        m_session.setTabsAsRows(true);
        const QList<RowInstance> rows = m_session.rows(); // a copy: unfolding lays out anew
        for (const RowInstance &row : rows)
            if (row.collapsed)
                m_session.setRowCollapsed(row.id, false);
        for (const PanelInstance &instance : lookedAt())
            m_session.setVisible(instance.id, true, std::max(50, int(instance.place().width() * kColumn) - 3 * space::unit));
        QMetaObject::invokeMethod(this, &Run::look, Qt::QueuedConnection);
    }

    bool isDone(const PanelInstance &instance) const
    {
        const PanelData::State state = m_session.data(instance.id).state;
        const PanelWidget *panel = m_view.panel(instance.id);
        return !m_view.asks(instance.id)
            || ((state == PanelData::State::Done || state == PanelData::State::Failed) && panel && !panel->isBusy());
    }

    void look()
    {
        const QList<PanelInstance> all = lookedAt();
        if (!m_session.isLoading() && std::all_of(all.begin(), all.end(), [this](const auto &each) { return isDone(each); }))
            end();
    }

    void end()
    {
        if (m_ended)
            return;
        m_ended = true;
        for (const PanelInstance &instance : lookedAt()) {
            const std::optional<Error> &error = m_session.data(instance.id).error;
            m_asked = m_asked || m_view.asks(instance.id);
            m_hasAnswer = m_hasAnswer || (m_view.asks(instance.id) && (!error || error->kind != Error::Kind::Network));
        }
        m_done();
    }

    QString whyEmpty(const PanelInstance &instance) const
    {
        const PanelWidget *panel = m_view.panel(instance.id);
        if (!panel)
            return SourceCheck::tr("it is not on the page");
        if (!m_view.asksData(instance.id))
            return {};
        if (qobject_cast<const PlaceholderPanel *>(panel))
            return SourceCheck::tr("there is no source of its kind");
        if (!m_view.asks(instance.id))
            return SourceCheck::tr("it has no query");
        if (panel->hasMarks())
            return {};
        const PanelData &data = m_session.data(instance.id);
        return data.error ? data.error->what : SourceCheck::tr("the server answered no data that it could show");
    }

    std::function<void()> m_done;
    DashboardSession m_session;
    DashboardView m_view;
    bool m_ended = false;
    bool m_asked = false;
    bool m_hasAnswer = false;
};

SourceCheck::SourceCheck(App &app) : m_app(app) { }
SourceCheck::~SourceCheck() = default;

void SourceCheck::start()
{
    m_checked = checkFiles(m_app.commandLine().files, m_app.panels(), Vocabulary(m_app.panels()));
    next();
}

void SourceCheck::next()
{
    while (++m_at < m_checked.documents.size() && !m_checked.reports[m_at].errors.isEmpty()) { }
    if (m_at < m_checked.documents.size()) {
        m_run = std::make_unique<Run>(m_app, m_checked.documents[m_at], [this] { QTimer::singleShot(0, this, &SourceCheck::look); });
        return;
    }
    const int code = printReports(m_checked, m_app.commandLine().json);
    emit finished(code == 0 && m_asked && !m_hasAnswer ? 4 : code);
}

void SourceCheck::look()
{
    FileReport &report = m_checked.reports[m_at];
    for (const PanelPtr &panel : m_checked.documents[m_at].dashboard()->panels) {
        const auto known = [&](const ReportPlaceholder &each) { return each.pointer == panel->pointer; };
        const QString why = m_run->whyEmpty(panel->pointer);
        if (!why.isEmpty() && std::none_of(report.placeholders.begin(), report.placeholders.end(), known))
            report.placeholders.append({panel->pointer, panel->type, why});
    }
    m_asked = m_asked || m_run->asked();
    m_hasAnswer = m_hasAnswer || m_run->hasAnswer();
    m_run.reset();
    next();
}

int runSourceCheck(App &app)
{
    SourceCheck check(app);
    QObject::connect(&check, &SourceCheck::finished, qApp, &QApplication::exit, Qt::QueuedConnection);
    QTimer::singleShot(0, &check, &SourceCheck::start);
    return QApplication::exec();
}
