// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QPoint>
#include <QtCore/QPointer>
#include <QtCore/QTimer>

class SectionTabs;

// Tabs open below a drag that stays on them for a moment.
class TabHover : public QObject
{
    Q_OBJECT

public:
    explicit TabHover(QObject *parent);
    void follow(const QList<SectionTabs *> &bars, const QPoint &global); // the mouse, with the bars of the page as it is now
    void end();

private:
    void held();

    QList<QPointer<SectionTabs>> m_bars;
    QPoint m_global;
    QString m_on; // the tab under the mouse
    QTimer m_wait;
};
