// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/v2/v2uses.h>

using namespace Qt::StringLiterals;

V2Scope::V2Scope(const Document &document, const QString &name, const QString &section)
    : m_section(section)
    , m_elements(document.root() + "/elements/"_L1)
{
    const auto take = [this](const LayoutItem &element, bool isInside) {
        (isInside ? m_shown : m_others).insert(element.pointer.mid(m_elements.size()).section(u'/', 0, 0));
    };
    QList<std::pair<int, bool>> around; // sections by depth: whether the variable holds in them
    for (const LayoutItem &item : document.dashboard()->layout.children) {
        if (item.kind != LayoutItem::Kind::Row) {
            take(item, section.isEmpty());
            continue;
        }
        while (!around.isEmpty() && around.last().first >= item.traits.depth)
            around.removeLast();
        const bool isInside = around.isEmpty() ? section.isEmpty() : around.last().second;
        const QList<Variable> &own = item.traits.variables;
        const bool hasOwn = std::any_of(own.begin(), own.end(), [&](const Variable &each) { return each.name == name; });
        if (isInside && hasOwn)
            m_hidden.append(item.place + u'/');
        around.append({item.traits.depth, item.place == section || (isInside && !hasOwn)});
        for (const LayoutItem &child : item.children)
            take(child, around.last().second);
    }
}

bool V2Scope::holds(const QString &pointer) const
{
    if (pointer.startsWith(m_elements)) {
        const QString name = pointer.mid(m_elements.size()).section(u'/', 0, 0);
        return m_shown.contains(name) || (m_section.isEmpty() && !m_others.contains(name));
    }
    if (!m_section.isEmpty() && !pointer.startsWith(m_section + u'/'))
        return false;
    return std::none_of(m_hidden.begin(), m_hidden.end(), [&](const QString &section) { return pointer.startsWith(section); });
}

bool namesVariable(const QString &pointer)
{
    return pointer.endsWith("/repeat"_L1) || pointer.endsWith("/repeat/value"_L1)
        || (pointer.endsWith("/spec/variable"_L1) && pointer.contains("/conditionalRendering/"_L1));
}
