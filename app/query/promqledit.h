// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QTimer>
#include <QtWidgets/QWidget>
#include <memory>

class MetricIndex;
class PromqlText;
class PromqlProblem;
struct QueryGrammar;
namespace promql {
struct Problem;
}

// The field for a query: code that grows from 1 to 10 lines, and under it a line that says what is wrong with the query. Shift+Enter and
// Ctrl+Enter run, Enter makes a line, Tab leaves the field, Ctrl+Space completes, Alt+Enter mends, Ctrl+Shift+F formats. The text widget in
// it is named after this one: "query.A" has "query.A.text".
class PromqlEdit : public QWidget
{
    Q_OBJECT

public:
    explicit PromqlEdit(QWidget *parent = nullptr);
    ~PromqlEdit() override;

    void setText(const QString &text); // emits nothing but problemChanged; an equal text leaves cursor and undo as they are
    QString text() const;
    void setGrammar(const QueryGrammar &grammar); // PromQL at first
    void setFinishedByEnter(bool finished); // Enter runs, too, and makes no line
    void setVariables(const QStringList &names); // of the dashboard, without $; offered beside $__interval and its kin
    void setIndex(std::shared_ptr<MetricIndex> index); // what completion knows of the server; may be null
    void setServerError(const QString &text); // of the last run; shown until the text changes; empty = none
    QString problem() const; // the text shown under the field, empty when there is none
    void setPlaceholder(const QString &text);
    void formatText(); // breaks and indents; an edit of the person's that can be undone; nothing while the text cannot be read

signals:
    void edited(const QString &text); // by the person; each keystroke
    void runRequested();
    void editingFinished(); // the focus left
    void problemChanged(const QString &text);

private:
    void textChanged();
    void check();
    void fix();
    void showProblems(const QList<promql::Problem> &problems);

    PromqlText *m_text;
    PromqlProblem *m_problem;
    QTimer m_pause; // runs while the person types
    QString m_serverError;
    QString m_known; // the text that was told last
    bool m_isSetting = false;
};
