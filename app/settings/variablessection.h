// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QTimer>
#include <app/settings/sectionframe.h>
#include <app/settings/variablegroups.h>
#include <dashboard/document.h>
#include <dashboard/variablepreview.h>

class ChooseButton;
class DashboardPage;
class FilterList;
class FormField;
class MetricIndexes;
class SettingsForm;
class VariablePane;
class VariableQueryForm;

// The variables of a dashboard: their order, and all that one says. Every edit is a step of the history; what is being typed shows in
// the preview alone until it is finished.
class VariablesSection : public SectionFrame
{
    Q_OBJECT

public:
    VariablesSection(DashboardPage &page, SourceRegistry &sources, MetricIndexes &indexes, QWidget *parent = nullptr);

    void showDocument();
    void choose(const QString &id); // VariableId::text()
    void finishTyping();
    void openAddMenu();

private:
    QWidget *makeForm();
    void connectForm();
    const Variable *current() const;
    QList<Variable> seen() const; // by the one that is shown
    VariableGroup groupOf(const QString &section) const;
    QList<SettingsList::Entry> listed() const;
    void showList(const QList<SettingsList::Entry> &entries);
    void showCurrent();
    void showTypeParts();
    void showRelations();
    void tellCompletion(const Variable &variable);
    void showPreview();
    Variable draft() const;
    QString problemOf(const QString &key, const Json &value) const;
    void edit(const QString &key, const Json &value, const QString &label);
    void setSource(const QString &uid);
    void changeType(const QString &type);
    void changeHolder(const QString &section);
    void add(const QString &type);
    void move(int from, int to); // of the list
    void duplicate(const QString &id);
    void askRemove(const QString &id);
    void remove(const QString &id);

    DashboardPage &m_page;
    SourceRegistry &m_sources;
    MetricIndexes &m_indexes;
    VariableId m_id; // of the one that is shown
    QList<VariableGroup> m_groups; // of the document as it is shown
    VariablePreview m_preview;
    QTimer m_previewSoon;
    ChooseButton *m_type;
    ChooseButton *m_holder; // the row or tab
    FormField *m_typeField;
    FormField *m_holderField;
    SettingsForm *m_common;
    VariableQueryForm *m_query;
    SettingsForm *m_rest;
    FilterList *m_filters;
    VariablePane *m_pane;
};
