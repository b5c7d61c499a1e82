// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QElapsedTimer>
#include <QtCore/QList>
#include <QtCore/QObject>
#include <functional>

class QWidget;

// Grafana's chords: plain keys one after another ("d k", "t left", "v"), anywhere in the window where no text is being typed. Keys
// that belong together come within a second.
class Chords : public QObject
{
    Q_OBJECT

public:
    static constexpr int togetherMs = 1'000; // from one key of a chord to the next

    explicit Chords(QWidget *window);
    static QString nameOf(const class QKeyEvent &event); // "d", "shift+e", "left"; empty: no key of chords
    void add(const QString &keys, std::function<void()> action);
    void clear();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Chord {
        QStringList keys;
        std::function<void()> action;
    };
    bool take(const QString &key);

    QWidget *m_window;
    QList<Chord> m_chords;
    QStringList m_typed;
    QElapsedTimer m_last;
};
