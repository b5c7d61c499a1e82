// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/sectionmatch.h>

#include <QtCore/QHash>

using namespace Qt::StringLiterals;

namespace {

struct Section {
    QString id;
    QString name; // what it is, and its title
    QString content; // of the sections in it, too
};

QList<Section> sectionsOf(const LayoutItem &layout)
{
    QList<Section> sections;
    QList<std::pair<int, qsizetype>> around; // depth and index of those that the next one may lie in
    for (const LayoutItem &item : layout.children) {
        if (item.kind != LayoutItem::Kind::Row)
            continue;
        while (!around.isEmpty() && around.last().first >= item.traits.depth)
            around.removeLast();
        around.append({item.traits.depth, sections.size()});
        sections.append({item.id, (item.traits.tabs.isEmpty() ? u"row "_s : u"tab "_s) + item.title, {}});
        for (const LayoutItem &child : item.children)
            for (const auto &[depth, index] : std::as_const(around))
                sections[index].content += child.id + u'\n';
    }
    return sections;
}

} // namespace

QHash<QString, QString> sectionsAfter(const LayoutItem &before, const LayoutItem &after)
{
    QList<Section> from = sectionsOf(before), to = sectionsOf(after);
    QHash<QString, QString> found;
    const auto pair = [&](const auto &keyOf) { // those that agree, in their order
        QHash<QString, QStringList> open;
        for (const Section &section : std::as_const(to))
            open[keyOf(section)].append(section.id);
        QSet<QString> taken;
        from.removeIf([&](const Section &section) {
            QStringList &same = open[keyOf(section)];
            if (same.isEmpty())
                return false;
            found.insert(section.id, same.takeFirst());
            taken.insert(found[section.id]);
            return true;
        });
        to.removeIf([&](const Section &section) { return taken.contains(section.id); });
    };
    pair([](const Section &section) { return section.name + u'\n' + section.content; });
    pair([](const Section &section) { return section.name; });
    pair([](const Section &section) { return section.id; }); // another name
    return found;
}
