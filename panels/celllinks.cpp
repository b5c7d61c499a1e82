// SPDX-License-Identifier: GPL-3.0-or-later
#include <panels/celllinks.h>

#include <QtWidgets/QMenu>
#include <pipeline/datalinks.h>
#include <widgets/theme/paint.h>

using namespace Qt::StringLiterals;

QList<CellLink> cellLinks(const Field &field, const DisplayValue &value, const PanelContext &context, const CellScope &row)
{
    LinkScope scope;
    scope.field = &field;
    scope.frame = row.frame;
    scope.row = row.row;
    scope.value = &value;
    scope.theme = context.theme->brightness;
    scope.zone = context.zone;
    const LinkFill fill = [&](const QString &text, bool isAddress, const DataLookup &data) {
        return context.fill ? context.fill(text, isAddress, data) : context.text(fillData(text, isAddress, data));
    };
    QList<CellLink> links;
    for (const DataLink &link : field.config.links) {
        const ResolvedLink resolved = resolveLink(link, scope, fill);
        const QUrl url(resolved.address);
        if (url.isEmpty())
            continue;
        links.append({oneLine(resolved.title.isEmpty() ? url.toDisplayString() : resolved.title, 120), url, link.oneClick});
    }
    return links;
}

void openCellLinks(const QList<CellLink> &links, QWidget *parent, const QPoint &global, const std::function<void(const QUrl &)> &follow)
{
    const auto direct = std::find_if(links.begin(), links.end(), [](const CellLink &link) { return link.oneClick; });
    if (direct != links.end())
        return follow(direct->url);
    if (links.size() == 1)
        follow(links.first().url);
    if (links.size() < 2)
        return;
    auto *menu = new QMenu(parent);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const CellLink &link : links) {
        QString title = link.title;
        QAction *action = menu->addAction(title.replace(u'&', u"&&"_s));
        action->setStatusTip(link.url.toDisplayString());
        QObject::connect(action, &QAction::triggered, parent, [follow, url = link.url] { follow(url); });
    }
    menu->popup(global);
}
