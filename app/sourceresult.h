// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>
#include <datasource/datasource.h>

// The card beside the form: what the last test found.
class SourceResult : public QWidget
{
    Q_OBJECT

public:
    explicit SourceResult(QWidget *parent = nullptr);

    void clear();
    void showTesting(const QString &where);
    void showHealth(const SourceHealth &health);
    void showError(const Error &error);
    QString summary() const { return m_head; } // one line, also the accessible name

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {240, 120}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    enum class State { Nothing, Testing, Works, Failed };
    struct Row {
        QString name;
        QString text;
    };
    void set(State state, const QString &head, const QString &note, const QList<Row> &rows);

    State m_state = State::Nothing;
    QString m_head;
    QString m_note; // at the right of the head
    QList<Row> m_rows;
};
