// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QObject>
#include <QtCore/QSet>
#include <dashboard/interpolate.h>
#include <dashboard/requesthub.h>
#include <dashboard/variableoptions.h>
#include <dashboard/variablequery.h>
#include <datasource/registry.h>

// The variables of a dashboard while it runs: what they offer and what is selected. Independent ones are asked in parallel, those that
// refer to others after them and only when their interpolated question changed. A cycle is an error that names it.
class VariableSet : public QObject
{
    Q_OBJECT

public:
    struct State {
        Variable definition;
        QList<VariableOption> options;
        Selection selection;
        bool loading = false;
        std::optional<Error> error;
    };

    VariableSet(SourceRegistry &sources, RequestHub &hub, QObject *parent = nullptr);

    // Keeps what is selected in variables that stay.
    void setDefinitions(const QList<Variable> &definitions);
    void setGlobals(VariableLookup globals) { m_globals = std::move(globals); }
    // Variables around these, of which a question may speak; unsettled: whether one of such names has no final value yet.
    using Unsettled = std::function<bool(const QStringList &names)>;
    void setOuter(VariableLookup outer, Unsettled unsettled);
    void outerChanged(); // asks those whose question became another one
    void setRange(const TimeRange &range) { m_range = range; }
    void offerRemembered(const QHash<QString, QList<VariableOption>> &options); // where there are none yet
    const QList<State> &states() const { return m_states; }
    const State *state(const QString &name) const;

    void resolveAll(); // asks what has to be asked on load
    void resolveLocal(); // what needs no source
    void rangeChanged(); // asks those that refresh with the time range
    void sourcesChanged();
    void setSuspended(bool suspended); // what is in flight ends and is asked again afterwards
    void select(const QString &name, const QStringList &values);

    // scope: what stands before the variables where $__all_variables lists them.
    std::optional<VariableValue> value(const QString &name, const ScopedVars &scope = {}) const;
    // Some variable that the text refers to, however indirectly, has no final value yet.
    bool isUnsettled(const QStringList &names) const;
    bool isBusy() const;

signals:
    void changed(); // options, loading, error or selection of any
    void selected(const QString &name); // the selection of one changed

private:
    struct Work {
        bool dirty = false;
        bool force = false;
        bool isRemembered = false; // its options are of another time
        bool isCustom = false; // the person typed a value that is not offered
        bool inCycle = false;
        QString lastQuestion;
        QStringList dependsOn;
        QStringList dependsOnOuter;
        Pending pending;
    };

    int indexOf(const QString &name) const;
    int predecessor(const Variable &definition, qsizetype at, const QList<Variable> &definitions) const; // -1: none
    Work carriedWork(int known, const Variable &definition) const;
    void findDependencies();
    void findCycles();
    bool waits(int index) const;
    void pump();
    void startOne(int index);
    void ask(int index, const VariableQuery &query, const std::shared_ptr<DataSource> &source);
    void finish(int index, Result<QStringList> answer, const QString &filter);
    void offer(int index, QList<VariableOption> options);
    void setSelection(int index, const Selection &selection);
    QString interpolated(const QString &text) const;
    VariableValue everything(const ScopedVars &scope) const;
    QList<VariableOption> sourceOptions(const Variable &variable) const;

    SourceRegistry &m_sources;
    RequestHub &m_hub;
    VariableLookup m_globals;
    VariableLookup m_outer;
    Unsettled m_outerUnsettled;
    TimeRange m_range;
    QList<State> m_states;
    std::vector<Work> m_work;
    bool m_pumping = false;
    bool m_suspended = false;
};
