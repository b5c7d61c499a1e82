// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QTimer>
#include <app/settings/sectionframe.h>
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
    void choose(const QString &name);
    void finishTyping();
    void openAddMenu();

private:
    QWidget *makeForm();
    void connectForm();
    const Variable *current() const;
    const QList<Variable> &variables() const;
    void showList();
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
    void add(const QString &type);
    void duplicate(const QString &name);
    void askRemove(const QString &name);
    void remove(const QString &name);

    DashboardPage &m_page;
    SourceRegistry &m_sources;
    MetricIndexes &m_indexes;
    QString m_name; // of the one that is shown
    VariablePreview m_preview;
    QTimer m_previewSoon;
    ChooseButton *m_type;
    FormField *m_typeField;
    SettingsForm *m_common;
    VariableQueryForm *m_query;
    SettingsForm *m_rest;
    FilterList *m_filters;
    VariablePane *m_pane;
};
