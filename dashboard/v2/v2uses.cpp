// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/v2/v2uses.h>

#include <core/jsonscan.h>

using namespace Qt::StringLiterals;

V2Scope::V2Scope(const Document &document, const QString &name, const QString &section)
    : m_section(section)
    , m_elements(document.root() + "/elements/"_L1)
{
    walk(document.valueAt(document.root() + "/layout"_L1), document.root() + "/layout"_L1, name, section.isEmpty());
}

// Elements of the layout, by whether the variable holds where they stand.
void V2Scope::walk(const Json &layout, const QString &pointer, const QString &name, bool isInside)
{
    const Json spec = layout[u"spec"];
    for (const Json &item : spec[u"items"].items())
        (isInside ? m_shown : m_others).insert(pointerEscaped(item[u"spec"][u"element"][u"name"].toString()));
    for (const QString &list : {u"rows"_s, u"tabs"_s}) {
        const std::vector<Json> sections = spec[list].items();
        for (size_t i = 0; i < sections.size(); ++i) {
            const QString at = u"%1/spec/%2/%3"_s.arg(pointer, list).arg(i);
            const std::vector<Json> own = sections[i][u"spec"][u"variables"].items();
            const bool hasOwn = std::any_of(own.begin(), own.end(), [&](const Json &each) { return each[u"spec"][u"name"] == Json(name); });
            if (isInside && hasOwn)
                m_hidden.append(at + u'/');
            walk(sections[i][u"spec"][u"layout"], at + "/spec/layout"_L1, name, at == m_section || (isInside && !hasOwn));
        }
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
