// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/v2/v2sections.h>

using namespace Qt::StringLiterals;

namespace {

void walk(const Json &layout, const QString &pointer, const std::function<void(const Json &, const QString &)> &visit, int depth)
{
    if (depth >= kMaxSectionDepth)
        return;
    for (const QString &list : {u"rows"_s, u"tabs"_s}) {
        const std::vector<Json> sections = layout[u"spec"][list].items();
        for (size_t i = 0; i < sections.size(); ++i) {
            const QString at = u"%1/spec/%2/%3/spec"_s.arg(pointer, list).arg(i);
            visit(sections[i][u"spec"], at);
            walk(sections[i][u"spec"][u"layout"], at + "/layout"_L1, visit, depth + 1);
        }
    }
}

} // namespace

void forEachSection(const Json &layout, const QString &pointer, const std::function<void(const Json &spec, const QString &at)> &visit)
{
    walk(layout, pointer, visit, 0);
}
