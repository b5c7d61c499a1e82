// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>

class AnnotationsSection;
class App;
class DashboardPage;
class DockTabs;
class GeneralSection;
class JsonEdit;
class LinksSection;
class ReportSection;
class PlainLabel;
class QStackedWidget;
class VariablesSection;

// The settings of a dashboard, in place of its panels: General, Variables, Annotations, Links, JSON, and what of it is not honoured. Every
// edit is a step of the history at once; there is nothing to confirm.
class SettingsPage : public QWidget
{
    Q_OBJECT

public:
    SettingsPage(DashboardPage &page, App &app);

    // "general", "variables", "annotations", "links", "json", "report"; empty: the one shown last.
    void open(const QString &section);
    void showVariable(const QString &name);
    void showAnnotation(const QString &name);
    void finishTyping(); // what is typed becomes an edit: before saving, undoing, leaving
    bool hasUnfinished() const; // JSON that is typed and cannot become an edit
    QString section() const;

signals:
    void closeRequested();
    void panelChosen(const QString &pointer); // in the report: to be shown in place of the settings

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QWidget *makeToolbar();
    void showDocument();
    void showTabs();
    void applyText(const QByteArray &text);

    DashboardPage &m_page;
    PlainLabel *m_title;
    DockTabs *m_tabs;
    QStackedWidget *m_sections;
    GeneralSection *m_general;
    VariablesSection *m_variables;
    AnnotationsSection *m_annotations;
    LinksSection *m_links;
    JsonEdit *m_json;
    ReportSection *m_report;
};
