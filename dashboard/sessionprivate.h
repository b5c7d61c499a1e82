// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QElapsedTimer>
#include <QtCore/QTimer>
#include <core/datemath.h>
#include <dashboard/annotationset.h>
#include <dashboard/layout.h>
#include <dashboard/panelrunner.h>
#include <dashboard/sectionvariables.h>
#include <dashboard/session.h>

// The inside of DashboardSession: wiring of variables, runners, clock and view.
class DashboardSession::Private : public QObject
{
    Q_OBJECT

public:
    Private(DashboardSession *session, const Document &document, SourceRegistry &sources, SessionSetup setup);
    ~Private() override;

    void rebuildInstances();
    void layOutAnew(); // and says so
    void keepLooks(const LayoutItem &before, const LayoutItem &after);
    void checkConditions(); // the same, where they say otherwise than before
    void connectVariables();
    PlacedLayout place();
    void sectionsChanged();
    Visibility visibility(const Json &conditions, const QString &instanceId, const QList<RepeatedValue> &values,
                          const ScopedVars &own) const;
    bool awaitsHidden() const; // whether panels are to be seen is not known yet
    ConditionWorld::Data dataFor(const QString &instanceId) const;
    bool takeRepeatValues(); // true: they are others, so the instances are
    PanelRunner &madeRunner(const QString &id);
    void resolveRange();
    void refreshAll(bool force);
    void schedule(); // pump once, from the event loop
    void pump();
    void runPanel(const PanelInstance &instance, PanelRunner &runner);
    void runAnnotation(const AnnotationSet::Entry &entry);
    PanelJob jobFor(const PanelInstance &instance) const;
    PlanInputs inputsFor(const PanelInstance *instance, const TimeRange &range) const; // none: of the dashboard
    PanelTime timeOf(const PanelInstance &instance) const;
    bool isUnsettled(const PanelInstance &instance) const;
    QList<VariableSet::State> statesFor(const PanelInstance *instance) const;
    std::optional<VariableValue> lookup(const QString &name, const ScopedVars &scope) const;
    std::optional<VariableValue> lookup(const QString &name, const PanelInstance *instance) const;
    std::optional<VariableValue> global(const QString &name, const TimeRange &range) const;
    TimeSettings timeSettings() const;
    QTimeZone zone() const;
    PanelRunner *runner(const QString &id) const;
    const PanelInstance *instance(const QString &id) const;
    PanelTraits traits(const QString &type) const;
    void progressed();
    void armTimer();
    void timeout();
    void serveDue();
    int runningQueries() const;

    DashboardSession *q;
    Document document;
    SourceRegistry &sources;
    SessionSetup setup;
    std::shared_ptr<ViewContext> view;
    std::unique_ptr<RequestHub> hub;
    std::unique_ptr<VariableSet> variables;
    std::unique_ptr<SectionVariables> sections;
    std::unique_ptr<AnnotationSet> annotations;
    mutable QList<VariableState> shownVariables;
    QHash<QString, QList<VariableOption>> repeatValues; // by variable; without one: nothing repeats by it
    QList<PanelInstance> instances;
    QHash<QString, qsizetype> indexOf; // of instances, by id
    QList<RowInstance> rows;
    PlacedLayout layout; // what these are made of
    QSet<QString> foldedInstances;
    QSet<QString> asksHidden; // instances whose data may bring them onto the page
    bool hasConditions = false;
    bool showsHidden = false;
    bool tabsAsRows = false;
    QString pinned;
    QHash<QString, QString> currentTabs; // by bar
    QSet<QString> held; // elements that ask nothing now
    QHash<QString, bool> folded;
    std::map<QString, std::unique_ptr<PanelRunner>> runners; // of instances that were in sight
    TimeRange range;
    std::optional<Error> rangeError;
    QString refreshInterval;
    QTimer timer;
    quint64 timerRound = 0; // calls of an older round are void
    bool started = false;
    bool windowShown = true;
    bool due = false; // a refresh is owed: the window was hidden, or another one was running
    bool scheduled = false;
    bool loading = false;
    QElapsedTimer elapsed;
    RefreshStats stats;
};
