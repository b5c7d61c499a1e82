// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/v2/exportlabels.h>

#include <dashboard/migrations/draft.h>

using namespace Qt::StringLiterals;

namespace {

constexpr auto kPrefix = "exportLabel_"_L1;
constexpr qsizetype kLongest = 200; // longer ones are no labels of Grafana's

bool isPlain(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

Json withoutLabels(const Json &query)
{
    if (!query[u"labels"].isObject())
        return query;
    Draft labels(query[u"labels"]);
    labels.remove(kExportLabel).remove(kExportSourceName);
    return labels.json().size() > 0 ? query.with(u"labels", labels.json()) : query.without(u"labels");
}

} // namespace

QString exportLabelOf(const Json &query)
{
    const QString label = query[u"labels"][kExportLabel].toString();
    return query[u"datasource"][u"name"].toString().isEmpty() && label.size() <= kLongest ? label : QString();
}

QString inputNameOfLabel(const QString &label)
{
    QString name(kPrefix);
    for (const char c : label.toUtf8())
        name += isPlain(c) ? QString(QLatin1Char(c)) : u"_%1"_s.arg(uint(uchar(c)), 2, 16, QLatin1Char('0'));
    return name;
}

QString placeholderOfLabel(const QString &label)
{
    return "${"_L1 + inputNameOfLabel(label) + u'}';
}

QString labelOfPlaceholder(const QString &text)
{
    const QString begin = "${"_L1 + kPrefix;
    if (!text.startsWith(begin) || !text.endsWith(u'}'))
        return {};
    const QByteArray name = text.mid(begin.size()).chopped(1).toLatin1();
    QByteArray label;
    for (qsizetype i = 0; i < name.size(); ++i) {
        label += name[i] == '_' ? QByteArray::fromHex(name.mid(i + 1, 2)) : QByteArray(1, name[i]);
        i += name[i] == '_' ? 2 : 0;
    }
    const QString decoded = QString::fromUtf8(label);
    return placeholderOfLabel(decoded) == text ? decoded : QString();
}

Json withSourceOrLabel(Json query, const QString &uid)
{
    if (const QString label = labelOfPlaceholder(uid); !label.isEmpty()) {
        if (exportLabelOf(query) == label)
            return query;
        Draft labels(query[u"labels"].isObject() ? query[u"labels"] : Json::object());
        return withoutLabels(query)
            .without(u"datasource")
            .with(u"labels", labels.remove(kExportSourceName).set(kExportLabel.toString(), label).json());
    }
    query = withoutLabels(query);
    if (uid.isEmpty())
        return query.without(u"datasource");
    return query[u"datasource"].isObject() ? query.with(u"datasource.name", uid)
                                           : query.with(u"datasource", Json::object({{u"name"_s, uid}}));
}
