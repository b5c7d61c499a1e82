// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/annotationitems.h>

#include <QtCore/QCoreApplication>

using namespace Qt::StringLiterals;

namespace {
constexpr QLatin1StringView kPrefix("annotation:"); // no name of a variable holds a colon
}

QList<VariableItem> annotationItems(const QList<AnnotationState> &annotations)
{
    QList<VariableItem> items;
    for (const AnnotationState &state : annotations) {
        const Annotation &annotation = state.definition;
        if (annotation.hidden || !annotation.isAsked())
            continue;
        VariableItem item;
        item.name = kPrefix + annotation.name;
        item.label = annotation.name;
        item.kind = VariableItem::Kind::Switch;
        item.inMenu = annotation.inControlsMenu;
        item.values = {state.enabled ? u"true"_s : u"false"_s};
        item.loading = state.enabled && state.loading;
        item.editText = QCoreApplication::translate("Annotations", "Edit annotation");
        if (state.enabled && state.error)
            item.error = QStringList{state.error->what, state.error->where}.join(u' ').trimmed();
        QStringList lines;
        if (state.enabled && !state.error && !state.loading)
            lines.append(state.events == 1 ? QCoreApplication::translate("Annotations", "1 event")
                                           : QCoreApplication::translate("Annotations", "%1 events").arg(state.events));
        for (const Notice &notice : state.enabled ? state.notices : QList<Notice>())
            lines.append(notice.text);
        item.description = lines.join(u'\n');
        items.append(item);
    }
    return items;
}

QString annotationOfItem(const QString &itemName)
{
    return itemName.startsWith(kPrefix) ? itemName.mid(kPrefix.size()) : QString();
}
