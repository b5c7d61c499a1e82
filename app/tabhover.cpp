// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/tabhover.h>

#include <widgets/controls/sectiontabs.h>

namespace {
constexpr int kOpenAfterMs = 600;
}

TabHover::TabHover(QObject *parent) : QObject(parent)
{
    m_wait.setInterval(kOpenAfterMs);
    connect(&m_wait, &QTimer::timeout, this, &TabHover::held);
}

void TabHover::follow(const QList<SectionTabs *> &bars, const QPoint &global)
{
    m_bars = QList<QPointer<SectionTabs>>(bars.begin(), bars.end());
    m_global = global;
    QString on;
    bool isOnBar = false;
    for (SectionTabs *bar : bars) {
        if (const QString tab = bar->dragOver(global); !tab.isEmpty())
            on = tab;
        isOnBar |= bar->isVisible() && bar->rect().contains(bar->mapFromGlobal(global));
    }
    if (std::exchange(m_on, on) != on || !m_wait.isActive())
        m_wait.start(); // each has its own moment
    if (!isOnBar)
        m_wait.stop();
}

// The page may have scrolled under a mouse at rest.
void TabHover::held()
{
    for (const QPointer<SectionTabs> &bar : std::as_const(m_bars)) {
        if (!bar)
            continue;
        const QString tab = bar->dragOver(m_global);
        if (!tab.isEmpty() && tab == m_on) {
            m_wait.stop();
            return bar->open(tab);
        }
        bar->dragHeld(m_global);
    }
}

void TabHover::end()
{
    m_wait.stop();
    m_on.clear();
    for (const QPointer<SectionTabs> &bar : std::as_const(m_bars))
        if (bar)
            bar->dragEnded();
    m_bars.clear();
}
