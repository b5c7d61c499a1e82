// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QPlainTextEdit>
#include <app/query/promqlcompleter.h>
#include <app/query/querygrammar.h>
#include <datasource/promql/ast.h>

// The text part of PromqlEdit: colours, pairs of brackets, completion, marks under what is wrong.
class PromqlText : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit PromqlText(QWidget *parent);

    PromqlCompleter *completer() const { return m_completer; }
    void setGrammar(const QueryGrammar &grammar); // PromQL at first; must outlive the widget
    const QueryGrammar &grammar() const { return *m_grammar; }
    void setFinishedByEnter(bool finished) { m_isFinishedByEnter = finished; } // Enter runs, too, and makes no line
    void setHint(const QString &text); // while it is empty; cut with "…" where it is too long
    void setContent(const QString &text); // emits textChanged only when it differs
    void setProblems(const QList<promql::Problem> &problems); // underlined, with a tooltip; an empty span marks the character before it
    void replace(promql::Span span, const QString &text); // one step of undo
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void runRequested();
    void fixRequested(); // Alt+Enter
    void formatRequested(); // Ctrl+Shift+F
    void left();

protected:
    bool event(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    bool focusNextPrevChild(bool next) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void inputMethodEvent(QInputMethodEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void insertFromMimeData(const QMimeData *source) override;

private:
    bool takesOverride(const QKeyEvent *event) const;
    bool command(QKeyEvent *event);
    bool typePair(const QString &typed);
    bool erasePair();
    bool isInString() const;
    QChar characterAt(int position) const { return document()->characterAt(position); }
    int lineCount() const; // as they are wrapped
    int lineHeight() const;
    void fit();
    void showHint();
    void mark();
    QString toolTipAt(const QPoint &at) const;

    PromqlCompleter *m_completer;
    class PromqlHighlighter *m_highlighter;
    const QueryGrammar *m_grammar;
    QList<promql::Problem> m_problems;
    QString m_hint;
    bool m_isFinishedByEnter = false;
};
