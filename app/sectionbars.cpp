// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/sectionbars.h>

#include <app/filtervalues.h>
#include <app/settings/variablegroups.h>
#include <app/variableitems.h>

using namespace Qt::StringLiterals;

SectionBars::SectionBars(DashboardSession &session, QObject *parent) : QObject(parent), m_session(session) { }

QList<VariableItem> SectionBars::itemsOf(const QString &rowId) const
{
    QList<VariableItem> items = variableItems(m_session.sectionVariables(rowId));
    items.removeIf([](const VariableItem &item) { return item.hidden; });
    for (VariableItem &item : items)
        item.inMenu = false;
    return items;
}

VariableBar *SectionBars::make(const QString &id, QWidget *parent)
{
    const QString rowId = id.mid(idOf({}).size());
    if (!id.startsWith(idOf({})) || itemsOf(rowId).isEmpty())
        return nullptr;
    auto *bar = new VariableBar(parent);
    bar->setInset();
    bar->setObjectName(id);
    bar->setItems(itemsOf(rowId));
    connect(bar, &VariableBar::changed, this,
            [this, rowId](const QString &name, const QStringList &values) { m_session.setSectionVariable(rowId, name, values); });
    connect(bar, &VariableBar::editRequested, this, [this, rowId](const QString &name) {
        for (const VariableState &state : m_session.sectionVariables(rowId))
            if (state.definition.name == name)
                return emit editRequested(VariableId::of(state.definition).text());
    });
    new FilterValues(*bar, m_session, rowId);
    m_bars[id] = bar;
    QMetaObject::invokeMethod(this, &SectionBars::linesChanged, Qt::QueuedConnection); // until now its lines were a guess
    return bar;
}

void SectionBars::tell()
{
    bool isOther = false;
    for (const auto &[id, bar] : m_bars) {
        const int before = bar->lines(bar->width());
        bar->setItems(itemsOf(id.mid(idOf({}).size())));
        isOther |= bar->lines(bar->width()) != before;
    }
    if (isOther)
        emit linesChanged(); // some may be forgotten by that
}

int SectionBars::lines(const QString &rowId, int width) const
{
    const auto bar = m_bars.find(idOf(rowId));
    if (bar != m_bars.end())
        return bar->second->lines(width);
    return itemsOf(rowId).isEmpty() ? 0 : 1;
}
