// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/viewcontext.h>

namespace {
constexpr qsizetype kMaxHistory = 100;
}

void ViewContext::setRange(const RawTimeRange &range)
{
    if (range == m_range)
        return;
    m_back.append(m_range);
    if (m_back.size() > kMaxHistory)
        m_back.removeFirst();
    m_forward.clear();
    m_range = range;
    emit rangeChanged();
}

void ViewContext::resetRange(const RawTimeRange &range)
{
    m_back.clear();
    m_forward.clear();
    if (range == m_range)
        return;
    m_range = range;
    emit rangeChanged();
}

void ViewContext::goBack()
{
    if (m_back.isEmpty())
        return;
    m_forward.append(m_range);
    m_range = m_back.takeLast();
    emit rangeChanged();
}

void ViewContext::goForward()
{
    if (m_forward.isEmpty())
        return;
    m_back.append(m_range);
    m_range = m_forward.takeLast();
    emit rangeChanged();
}

void ViewContext::setZone(const QString &zone)
{
    if (zone == m_zone)
        return;
    m_zone = zone;
    emit zoneChanged();
}

void ViewContext::setValues(const QString &variable, const QStringList &values)
{
    const auto it = m_values.constFind(variable);
    if (it != m_values.constEnd() && *it == values)
        return;
    m_values.insert(variable, values);
    emit valuesChanged(variable);
}

void ViewContext::setCursorMs(std::optional<double> ms, const QObject *from)
{
    if (ms == m_cursorMs)
        return;
    m_cursorMs = ms;
    emit cursorChanged(ms, from);
}
