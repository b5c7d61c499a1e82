// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <dashboard/variableset.h>
#include <map>

// Sections with variables that stayed, by their id before: an edit may move them, and ids count places.
QHash<QString, QString> sectionsKept(const LayoutItem &before, const LayoutItem &after);

// The variables of rows and tabs (v2) while they run: a set for each section that stands on the page, repeats too. A set sees the
// variables around it and asks once its section is seen. Sections are named by the id of their instance.
class SectionVariables : public QObject
{
    Q_OBJECT

public:
    using Lookup = std::function<std::optional<VariableValue>(const QString &name, const ScopedVars &scope)>;
    struct Outside { // of the dashboard
        Lookup lookup; // its variables and what stands before them
        VariableLookup globals;
        VariableSet::Unsettled unsettled;
    };

    SectionVariables(SourceRegistry &sources, RequestHub &hub, Outside outside, QObject *parent = nullptr);

    // What a section's variables are worth, of one that is being placed. around: the next section outside with variables; scope: what
    // holds around it. Emits nothing.
    ScopedVars take(const QString &id, const QList<Variable> &definitions, const QString &around, const ScopedVars &scope);
    void placed(const QSet<QString> &all, const QSet<QString> &seen); // the others go; those that are seen ask
    void rename(const QHash<QString, QString> &ids); // of sections in the file, from those before; what is not named goes
    bool isEmpty() const { return m_entries.empty(); }

    QList<VariableSet::State> states(const QString &id) const;
    QStringList ids() const; // of sections that have some
    const VariableSet::State *state(const QString &id, const QString &name) const;
    void select(const QString &id, const QString &name, const QStringList &values);

    void start();
    void setRange(const TimeRange &range);
    void rangeChanged();
    void sourcesChanged();
    void setSuspended(bool suspended);
    void outerChanged(); // the dashboard's own variables
    bool isBusy() const;
    // Variables of this very section, or the outcome of a change that was not told yet.
    bool isUnsettled(const QString &id, const QStringList &names) const;

signals:
    void changed(); // from the event loop, once for many

private:
    struct Entry {
        QString around;
        ScopedVars scope;
        QList<Variable> definitions;
        std::unique_ptr<VariableSet> set;
        bool isAsked = false;
        bool isDue = false; // something around it changed while it was placed
    };

    void tie(const QString &id, VariableSet &set);
    void settle(Entry &entry);
    void tell();
    bool isAroundUnsettled(const QString &id, const QStringList &names) const;

    SourceRegistry &m_sources;
    RequestHub &m_hub;
    Outside m_outside;
    TimeRange m_range;
    std::map<QString, Entry> m_entries;
    bool m_started = false;
    bool m_suspended = false;
    bool m_told = true;
};
