// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <app/settings/sectionframe.h>
#include <dashboard/annotation.h>

class DashboardPage;
class MetricIndexes;
class PanelsControl;
class QueryControl;
class SettingsForm;
class SourceRegistry;

// The annotations of a dashboard: what is asked, what is said of an event, and which panels show it.
class AnnotationsSection : public SectionFrame
{
    Q_OBJECT

public:
    AnnotationsSection(DashboardPage &page, SourceRegistry &sources, MetricIndexes &indexes, QWidget *parent = nullptr);

    void choose(const QString &name);
    void showDocument();
    void finishTyping();

private:
    const QList<Annotation> &annotations() const;
    void makeForm();
    void choose(int index);
    void showForm(const Annotation &annotation);
    void showFound(); // what the chosen one found
    void edit(const QString &key, const class Json &value, const QString &label);
    void editFilter(const QString &key, const Json &value);
    void add();
    void move(int from, int to);
    void duplicate(int index);
    void remove(int index);

    DashboardPage &m_page;
    SourceRegistry &m_sources;
    MetricIndexes &m_indexes;
    SettingsForm *m_form;
    class ChooseControl *m_source;
    QueryControl *m_query;
    PanelsControl *m_panels;
    int m_index = 0; // of the one that is shown
};
