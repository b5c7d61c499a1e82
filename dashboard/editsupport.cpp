// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/editsupport.h>

#include <QtCore/QCoreApplication>

using namespace Qt::StringLiterals;

QString pointerOf(const Document &document, const QString &id)
{
    if (const PanelPtr panel = document.dashboard()->panel(id))
        return panel->pointer;
    for (const LayoutItem &item : document.dashboard()->layout.children)
        if (item.kind == LayoutItem::Kind::Row && item.id == id)
            return item.pointer;
    return {};
}

Error unknownPanel(const QString &id)
{
    return Error{Error::Kind::Config, QCoreApplication::translate("Errors", "there is no panel %1 any more").arg(id)};
}

QString pointerOfPath(const QString &dotted)
{
    QString pointer;
    for (const QString &token : dotted.split(u'.', Qt::SkipEmptyParts))
        pointer += u'/' + pointerEscaped(token);
    return pointer;
}

Result<Command> commandOf(const JsonText &text, const QString &name, const QString &mergeKey)
{
    if (text.error())
        return tl::unexpected<Error>(*text.error());
    return Command{name, mergeKey, text.splices()};
}

Json toJson(const GridRect &rect)
{
    return Json::object({{u"h"_s, rect.h}, {u"w"_s, rect.w}, {u"x"_s, rect.x}, {u"y"_s, rect.y}});
}

void setGridPos(JsonText &text, const QString &pointer, const GridRect &rect)
{
    const QString at = pointer + "/gridPos"_L1;
    if (!text.valueAt(at).isObject())
        return text.set(at, toJson(rect));
    text.set(at + "/h"_L1, rect.h);
    text.set(at + "/w"_L1, rect.w);
    text.set(at + "/x"_L1, rect.x);
    text.set(at + "/y"_L1, rect.y);
}

int highestPanelId(const Document &document)
{
    int highest = document.dashboard()->highestId;
    for (const PanelPtr &panel : document.dashboard()->panels)
        if (panel->id < kFirstRowId)
            highest = std::max(highest, panel->id);
    for (const LayoutItem &item : document.dashboard()->layout.children)
        if (item.kind == LayoutItem::Kind::Row)
            if (const int id = item.id.mid(4).toInt(); id < kFirstRowId)
                highest = std::max(highest, id);
    return highest;
}
