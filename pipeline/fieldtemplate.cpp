// SPDX-License-Identifier: GPL-3.0-or-later
#include <pipeline/fieldtemplate.h>

#include <QtCore/QRegularExpression>
#include <pipeline/fieldpipeline.h>

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype kMaxTemplate = 4000;

std::optional<QString> value(const QString &path, const Field &field, const QString &fieldName, const QString &seriesName)
{
    if (path == "__field.name"_L1)
        return field.name;
    if (path == "__field.displayName"_L1)
        return fieldName;
    if (path == "__series.name"_L1)
        return seriesName;
    if (path == "__field.labels"_L1)
        return labelsText(field.labels).remove(u'{').remove(u'}');
    if (path.startsWith("__field.labels."_L1))
        return field.labels.value(path.mid(15));
    if (path.startsWith("__field.labels[\""_L1) && path.endsWith("\"]"_L1))
        return field.labels.value(path.mid(16).chopped(2));
    return {};
}
} // namespace

QString expandFieldTemplate(const QString &text, const Field &field, const QString &fieldName, const QString &seriesName)
{
    if (!text.contains("${__"_L1) || text.size() > kMaxTemplate)
        return text;
    static const QRegularExpression placeholder(u"\\$\\{(__[^}]*)\\}"_s);
    QString out;
    qsizetype from = 0;
    for (auto it = placeholder.globalMatch(text); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        const std::optional<QString> known = value(match.captured(1), field, fieldName, seriesName);
        out += text.mid(from, match.capturedStart() - from) + known.value_or(match.captured());
        from = match.capturedEnd();
    }
    return out + text.mid(from);
}
