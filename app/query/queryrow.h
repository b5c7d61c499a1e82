// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QTimer>
#include <QtWidgets/QWidget>
#include <app/paneledit.h>
#include <app/query/querycontext.h>
#include <dashboard/session.h>

class DragHandle;
class IconButton;
class PickButton;
class PlainLabel;
class PromqlEdit;
class QHBoxLayout;
class QPlainTextEdit;
class QVBoxLayout;
class QueryOptions;
class RefIdField;
class ResultLine;

// One query of a panel: its text, its options, what its last run came to. Queries of other kinds are shown as their JSON and kept.
// The text is given out when the typing pauses (as a draft where it does not read well yet), when the focus leaves, and when it is run.
class QueryRow : public QWidget
{
    Q_OBJECT

public:
    explicit QueryRow(QWidget *parent = nullptr);
    ~QueryRow() override;

    void setTarget(const Json &target, qsizetype index); // its place in the panel's list
    void setContext(const QueryContext &context);
    void setReports(const QList<TargetReport> &reports); // of this query alone
    void setTaken(const QStringList &refIds);
    void setAlone(bool alone); // the only row: it does not move
    QString refId() const { return m_refId; }
    const Json &target() const { return m_target; }
    void commit(); // what was typed and not given out yet
    void focusText();
    void setFolded(bool folded);
    bool isFolded() const { return m_folded; }
    void setDragged(bool dragged);
    QList<QWidget *> tabStops() const; // in the order of the eye: name, text, options, tools
    QString text() const; // as it is being typed; empty of a query of another kind
    void replaceText(const QString &text); // of one that text() gave, as if it were typed
    bool isTyped() const { return m_typed; } // the text differs from what was given out
    Json typedTarget() const; // with the text as it is being typed

signals:
    void edited(const PanelEdit &edit);
    void textTyped();
    void runRequested();
    void duplicateRequested();
    void moveRequested(int by);
    void dragMoved(const QPoint &global);
    void dragReleased(bool dropped);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void makeHead();
    void makeTools(QHBoxLayout *head);
    void makeBody();
    void setMembers(const Json &members, const QString &what);
    void placeOptions();
    void showSource();
    void showTarget();
    void showResult();
    void takeSource(const QString &uid);
    void typed();
    void give(bool isDraft);
    QString sourceUid() const;
    QString path() const;

    Json m_target;
    QString m_refId;
    QString m_given; // the text as it was last given out or told
    qsizetype m_index = 0;
    QueryContext m_context;
    QList<TargetReport> m_reports;
    QTimer m_pause;
    bool m_isDraft = false; // what was given out is half a query
    bool m_typed = false; // the text differs from what was given out
    bool m_known = true; // a query that can be edited here
    bool m_folded = false;
    bool m_dragged = false;
    bool m_optionsBelow = false;

    DragHandle *m_handle;
    IconButton *m_fold;
    RefIdField *m_name;
    PlainLabel *m_source;
    PickButton *m_pickSource;
    QueryOptions *m_options;
    IconButton *m_eye;
    QList<QWidget *> m_tools;
    QHBoxLayout *m_head;
    QVBoxLayout *m_body;
    QWidget *m_bodyBox;
    PromqlEdit *m_text;
    QPlainTextEdit *m_json;
    ResultLine *m_result;
};
