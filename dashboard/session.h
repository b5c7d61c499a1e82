// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QObject>
#include <QtCore/QTimeZone>
#include <core/annotationevent.h>
#include <core/clock.h>
#include <core/datalookup.h>
#include <core/paneldata.h>
#include <dashboard/inputs.h>
#include <dashboard/layout.h>
#include <dashboard/scopedvars.h>
#include <dashboard/viewcontext.h>

// What the session must know of a panel type; it sees no panels itself.
struct PanelTraits {
    bool asksData = true; // false: runs no query
    Json fieldDefaults; // fieldConfig.defaults of the type
    bool showsExemplars = true; // false: asks for none, whatever its queries say
};

struct SessionSetup {
    Clock clock = systemClock();
    std::function<PanelTraits(const QString &type)> traits; // empty: every type asks
    std::shared_ptr<ViewContext> view; // empty: one of its own
    InputValues inputs; // what stands for the inputs of a shared dashboard
    QTimeZone systemZone = QTimeZone::systemTimeZone();
    // Calls back once after so many ms, from the event loop; empty: a timer. For tests, which do not wait.
    std::function<void(qint64 ms, std::function<void()> call)> later;
};

// One panel on the screen: an element, the variables that hold inside it, and where it lies. Widgets and runners belong to instances.
struct PanelInstance {
    QString id; // stable while the dashboard keeps its shape and what repeats its value
    QString elementId;
    PanelPtr panel;
    ScopedVars vars; // of repeats
    GridRect rect; // after compaction, rows folded as they are now; of a repeated element: of all its repeats below that row
    RepeatPlace repeat; // which of them it is
    QString rowId; // empty = under no row

    QRectF place() const { return repeat.in(rect); } // its own cells
    bool operator==(const PanelInstance &) const = default;
};

struct RowInstance {
    QString id;
    QString sourceId; // of the row in the file: its repeats share it
    QString title; // not interpolated
    ScopedVars vars; // of its repeat
    bool collapsed = false;
    GridRect rect; // full width, one unit high, without a header too
    int panelCount = 0;
    bool hidesHeader = false;
    bool fillsScreen = false; // takes the height that the page leaves free
    QString tabs; // the bar, of the tab in front: it has no header

    bool operator==(const RowInstance &) const = default;
};

// Tabs of the file, of which one is in front. The bar lies where the header of that one would.
struct TabsInstance {
    struct Tab {
        QString id;
        QString title; // interpolated

        bool operator==(const Tab &) const = default;
    };

    QString id;
    QList<Tab> tabs;
    QString current;
};

// A variable as the bar shows it.
struct VariableState {
    Variable definition;
    QList<VariableOption> options; // without All
    QStringList values; // selected; {"$__all"} is All
    QStringList texts; // what to show of them
    bool loading = false;
    std::optional<Error> error;

    bool isAll() const { return values.size() == 1 && values.first() == QLatin1String("$__all"); }
};

// An annotation as the bar shows it.
struct AnnotationState {
    Annotation definition;
    bool enabled = false;
    bool loading = false;
    std::optional<Error> error;
    QList<Notice> notices;
    qsizetype events = 0; // found

    bool isChanged() const { return enabled != definition.enabled; }
};

// What one query of a panel asked and what it cost; for Inspect.
struct TargetReport {
    QString refId;
    QString sourceName;
    QString text; // interpolated
    TimeRange range; // aligned, as asked
    qint64 stepMs = 0; // 0 = instant
    QueryStats stats;
    std::optional<Error> error;
    bool running = false;
    bool exemplars = false; // the question beside the query; samples counts them
    QList<AdHocFilter> adHocFilters; // these two: not in the text, the source puts them there
    QStringList groupBy;
};

struct RefreshStats {
    int queries = 0;
    int failed = 0;
    qint64 bytes = 0;
    double milliseconds = 0; // first request sent to last panel delivered
};

// Runs a dashboard: decides what is asked when, and hands out data. The only thing of this layer that the application needs to drive.
// Lives on the GUI thread; answers arrive from the event loop, never from inside a call. Sources come and go in the registry, which must
// outlive the session. Destroying it aborts what is in flight.
class DashboardSession : public QObject
{
    Q_OBJECT

public:
    DashboardSession(const Document &document, SourceRegistry &sources, SessionSetup setup = {}, QObject *parent = nullptr);
    ~DashboardSession() override;

    const Document &document() const;
    const Dashboard &dashboard() const { return *document().dashboard(); }
    // Another text of the same dashboard (an edit, a reload): keeps values and the data of panels that did not change.
    void setDocument(const Document &document);
    ViewContext &view();
    SourceRegistry &sources() const;

    // Resolves variables, then runs visible panels. Nothing is asked before.
    void start();

    // --- time
    RawTimeRange rawRange() const;
    TimeRange range() const; // resolved at the last refresh
    QTimeZone zone() const;
    void setTimeRange(const RawTimeRange &range);
    void setAbsoluteRange(const TimeRange &range);
    void zoomOut(); // twice the span, same centre
    void shift(int halfSpans); // -1: half a span back
    bool canGoBack() const;
    bool canGoForward() const;
    void goBack();
    void goForward();
    void setZone(const QString &zone);

    QString refreshInterval() const; // "30s"; empty = off; "auto"
    void setRefreshInterval(const QString &interval);
    // Hidden: nothing is asked, what is in flight ends; when shown again, what is missing or due is asked.
    void setWindowShown(bool shown);
    void refresh(); // now; while one is running, one more follows it
    void cancel(); // aborts what is in flight; panels keep what they show

    // --- variables
    QList<VariableState> variables() const;
    const VariableState *variable(const QString &name) const;
    // As texts see it; those of the time range ($__range, …) too.
    std::optional<VariableValue> variableValue(const QString &name) const;
    // Takes option values, "$__all", or any text where custom values are allowed.
    // Options of another time, for variables that have none yet: shown until the source has answered.
    void offerRemembered(const QHash<QString, QList<VariableOption>> &options);
    void setVariable(const QString &name, const QStringList &values);

    // Variables of a row or tab (v2), by the id of its instance; their values are not written to the file.
    QList<VariableState> sectionVariables(const QString &sectionId) const;
    QList<VariableState> sectionVariables() const; // of all that stand; of repeats the first one's
    void setSectionVariable(const QString &sectionId, const QString &name, const QStringList &values);

    const InputValues &inputs() const;
    void setInputs(const InputValues &values); // variables and panels ask again where that changes a question

    // --- annotations: each that is on asks once a refresh, whatever panels there are
    QList<AnnotationState> annotations() const;
    void setAnnotationEnabled(const QString &name, bool on); // not written to the file
    AnnotationLayers annotationsOf(const QString &instanceId) const; // what that panel marks on its time axis

    // --- panels
    const QList<PanelInstance> &instances() const; // those that are not to be seen too; see isFolded
    const QList<RowInstance> &rows() const; // that are to be seen
    QList<TabsInstance> tabs() const;
    const PanelInstance *instance(const QString &id) const;
    bool isFolded(const QString &instanceId) const; // its row is, another tab is in front, or a condition hides it: it asks nothing
    // These are not written to the file.
    void setRowCollapsed(const QString &rowId, bool collapsed);
    void setCurrentTab(const QString &tabsId, const QString &tabId);
    void setTabsAsRows(bool asRows); // all tabs, one below the other: for paper
    void bringForward(const QString &instanceId); // opens the rows and tabs that it lies in
    // What conditions hide.
    int hiddenCount() const; // panels that are away now, by nothing else
    bool showsHidden() const;
    void setShowsHidden(bool shows); // all of it, whatever they say
    void setPinned(const QString &elementId); // this one at least; empty: none
    QString rowTitle(const RowInstance &row) const; // interpolated
    int leftOutRepeats() const; // more than are laid out
    int gridHeight() const; // rows of the grid in use, headers that are not shown too

    // Only visible instances run; one that becomes visible runs if its data is not of now, one that goes out of sight asks no longer.
    // widthPx: device-independent, of the plot.
    void setVisible(const QString &instanceId, bool visible, int widthPx);
    // Held: the panels of the element keep what they show and ask nothing, as long as a query of theirs is half written.
    void setHeld(const QString &elementId, bool held);
    void refreshPanel(const QString &instanceId); // that one alone, even if nothing changed
    const PanelData &data(const QString &instanceId) const; // what there is now
    const PanelData &rawData(const QString &instanceId) const; // before transformations and field config, for Inspect
    QList<TargetReport> explain(const QString &instanceId) const; // of what was asked last
    // "Last 1 hour", "Shifted by 1d"; empty when the panel follows the dashboard or hides it.
    QString timeInfo(const QString &instanceId) const;
    TimeRange panelRange(const QString &instanceId) const; // timeFrom and timeShift applied

    // Variables in any text, for titles, links and text panels. format: what a bare $x prints as ("text", "raw", "glob", …).
    QString interpolate(const QString &text, const QString &instanceId = {}, const QString &format = QStringLiteral("text")) const;

    // Of a link: interpolateLink with the values of now.
    QString interpolateLink(const QString &text, bool isAddress, const QString &instanceId = {}, const DataLookup &data = {}) const;

    // Of a query: the dashboard's variables only; what the range decides ($__interval, $__range, …) stays as it is written.
    QString interpolateForQuery(const QString &text, const QString &instanceId = {}) const;

    bool isLoading() const;
    int runningQueries() const;
    RefreshStats lastRefresh() const;

signals:
    void panelDataChanged(const QString &instanceId);
    void variablesChanged(); // options, values, loading or error of any
    void annotationsChanged(); // which there are, which are on, what they found
    void timeRangeChanged(); // raw or resolved range, or zone
    void refreshIntervalChanged();
    void layoutChanged(); // instances, rows, folding
    void documentChanged();
    void loadingChanged(int running, int total); // queries of this refresh; running 0 = done
    void refreshed(); // lastRefresh() is new

private:
    class Private;
    friend class Private;
    std::unique_ptr<Private> d;
};
