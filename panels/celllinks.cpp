// SPDX-License-Identifier: GPL-3.0-or-later
#include <panels/celllinks.h>

#include <QtCore/QRegularExpression>
#include <QtWidgets/QMenu>
#include <widgets/theme/paint.h>

using namespace Qt::StringLiterals;

namespace {

struct Scope {
    const Field &field;
    const DisplayValue &value;
    const PanelContext &context;
    const CellScope &row;
};

QString rawText(const Field &field, qsizetype row)
{
    if (row < 0 || row >= field.values.size() || field.values.isNull(row))
        return {};
    if (field.values.type() == Column::Type::Text)
        return field.values.text(row);
    return QString::number(field.values.number(row), 'g', 15);
}

QString valueMember(QStringView member, const Scope &in)
{
    if (member == u"text")
        return in.value.joined();
    if (member == u"time") {
        if (in.row.frame) {
            for (const Field &field : in.row.frame->fields) {
                if (field.isTime())
                    return rawText(field, in.row.row);
            }
        }
        return {};
    }
    if (in.row.row >= 0)
        return rawText(in.field, in.row.row);
    return std::isnan(in.value.numeric) ? in.value.text : QString::number(in.value.numeric, 'g', 15);
}

QString otherField(const QString &name, const Scope &in)
{
    if (in.row.frame) {
        for (const Field &field : in.row.frame->fields) {
            if (field.name == name || field.state.displayName == name)
                return DisplayProcessor(field, in.context.theme->brightness, in.context.zone).row(in.row.row).joined();
        }
    }
    return {};
}

// Absent: not one of the data scopes, so that the variables have their turn.
std::optional<QString> scoped(const QString &path, const Scope &in)
{
    if (path.startsWith(u"__value."_s))
        return valueMember(QStringView(path).mid(8), in);
    if (path == u"__field.name"_s)
        return in.field.state.displayName.isEmpty() ? in.field.name : in.field.state.displayName;
    if (path.startsWith(u"__field.labels."_s))
        return in.field.labels.value(path.mid(15));
    if (path == u"__series.name"_s)
        return in.row.frame && !in.row.frame->name.isEmpty() ? in.row.frame->name : in.field.state.displayName;
    static const QRegularExpression other(u"^__data\\.fields(?:\\.([^.\\]]+)|\\[\"?([^\"\\]]+)\"?\\])(?:\\.\\w+)?$"_s);
    if (const auto match = other.match(path); match.hasMatch())
        return otherField(match.captured(1).isEmpty() ? match.captured(2) : match.captured(1), in);
    return {};
}

QString filled(const QString &source, const Scope &in, bool encode)
{
    static const QRegularExpression reference(u"\\$\\{(__[^}]+?)(?::[a-z]+)?\\}"_s);
    QString out;
    qsizetype at = 0;
    for (auto matches = reference.globalMatch(source); matches.hasNext();) {
        const auto match = matches.next();
        const std::optional<QString> text = scoped(match.captured(1), in);
        out += source.mid(at, match.capturedStart() - at);
        if (!text)
            out += match.captured();
        else
            out += encode ? QString::fromLatin1(QUrl::toPercentEncoding(*text)) : *text;
        at = match.capturedEnd();
    }
    return in.context.text(out + source.mid(at));
}

bool isFollowable(const QUrl &url)
{
    const QString scheme = url.scheme();
    if (scheme.isEmpty())
        return url.host().isEmpty() && url.path().startsWith(u'/');
    return (scheme == u"http"_s || scheme == u"https"_s) && !url.host().isEmpty();
}

} // namespace

QList<CellLink> cellLinks(const Field &field, const DisplayValue &value, const PanelContext &context, const CellScope &row)
{
    const Scope in{field, value, context, row};
    QList<CellLink> links;
    for (const DataLink &link : field.config.links) {
        const QUrl url(filled(link.url, in, true).trimmed());
        if (!url.isValid() || !isFollowable(url))
            continue;
        const QString title = filled(link.title, in, false);
        links.append({oneLine(title.isEmpty() ? url.toDisplayString() : title, 120), url, link.oneClick});
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
