// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QPointer>
#include <QtWidgets/QWidget>
#include <app/paneledit.h>
#include <app/query/querycontext.h>
#include <dashboard/session.h>

class QueryRow;
class TextButton;
class QVBoxLayout;

// The queries of a panel, one row each, and a button that adds one. Value-in, PanelEdit-out: paths are "targets" and "targets.N.…".
// Alt+Up and Alt+Down move the row with the focus. Put it into a scroll area: it is as high as its rows.
class QueryList : public QWidget
{
    Q_OBJECT

public:
    explicit QueryList(QWidget *parent = nullptr);

    void setTargets(const QList<Json> &targets); // the panel's "targets" as in the file; rows keep focus and what is being typed
    void setReports(const QList<TargetReport> &reports); // DashboardSession::explain()
    void setContext(const QueryContext &context);
    QList<QueryRow *> rows() const { return m_rows; }
    void addQuery(); // as its button
    void insertMetric(const QString &name); // into the row that had the focus last: in place of an empty text, else at its end
    QString currentText() const; // of the row that had the focus last, as it is being typed
    void replaceCurrentText(const QString &text, const QString &what); // a step of its own
    void setAddVisible(bool visible); // false where another button calls addQuery()
    // What was typed and not given out yet goes out now; before another panel is shown, before a save.
    void commit();
    bool isTyped() const; // something was
    QList<Json> typedTargets() const; // with the texts as they are being typed
    void typeTexts(const QStringList &texts); // one a row, as if they were typed

signals:
    void edited(const PanelEdit &edit);
    void textTyped();
    void runRequested();

private:
    QueryRow *makeRow();
    QueryRow *currentRow() const;
    QStringList refIds() const;
    void duplicate(QueryRow *row);
    void moveRow(qsizetype from, qsizetype to);
    void dragTo(QueryRow *row, const QPoint &global);
    void drop(QueryRow *row, bool dropped);
    void chainTabs();
    void focusNew();
    void show(QueryRow *row);

    QList<QueryRow *> m_rows;
    QList<TargetReport> m_reports;
    QueryContext m_context;
    QPointer<QueryRow> m_last; // that had the focus last
    QString m_focusOn; // name of a row that was asked for
    QVBoxLayout *m_layout;
    TextButton *m_add;
    class QFrame *m_mark; // where a dragged row would land
    qsizetype m_dropAt = -1;
};
