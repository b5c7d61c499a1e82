// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QListWidget>
#include <widgets/controls/escapewatch.h>

// Things in an order that a person can change: by dragging, or with Alt+Up and Alt+Down. Says what is wanted; whoever owns the order
// shows it anew.
class SettingsList : public QListWidget
{
    Q_OBJECT

public:
    struct Entry {
        QString id;
        QString title;
        QString detail; // second line
        QString count; // at the right: "3 uses"
        bool bad = false; // an error mark
        bool isHeading = false; // over the next ones: only its title, and it cannot be chosen

        bool operator==(const Entry &) const = default;
    };

    explicit SettingsList(QWidget *parent = nullptr);
    void setEntries(const QList<Entry> &entries, const QString &current); // says nothing
    QString current() const;
    const QList<Entry> &entries() const { return m_entries; }

signals:
    void chosen(const QString &id);
    void moveRequested(int from, int to); // "to" in the list without it
    void removeRequested(const QString &id);
    void duplicateRequested(const QString &id);

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    bool isOwnKey(const QKeyEvent &event) const;
    void dropDrag();
    int gapAt(const QPoint &at) const; // before which row

    QList<Entry> m_entries;
    EscapeWatch m_escape;
    QPoint m_pressed;
    int m_dragged = -1; // row
    int m_gap = -1; // where it would land; -1: no drag
};
