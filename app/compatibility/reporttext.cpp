// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/compatibility/reporttext.h>

#include <QtCore/QCoreApplication>

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Compatibility", text);
}

// Of a text that a hostile file may have written: no control characters go to the terminal.
QString plain(QString text)
{
    for (QChar &c : text)
        if (c.category() == QChar::Other_Control || c.category() == QChar::Other_Format)
            c = QChar::ReplacementCharacter;
    return text;
}

Json typesJson(const QMap<QString, int> &types)
{
    std::vector<std::pair<QString, Json>> members;
    for (auto it = types.cbegin(); it != types.cend(); ++it)
        members.emplace_back(it.key(), Json(it.value()));
    return Json::object(members);
}

Json fileJson(const FileReport &report)
{
    std::vector<Json> placeholders;
    for (const ReportPlaceholder &each : report.placeholders) {
        const Json item = Json::object({{u"pointer"_s, each.pointer}, {u"type"_s, each.type}});
        placeholders.push_back(each.why.isEmpty() ? item : item.with(u"why", each.why));
    }
    std::vector<Json> ignored;
    for (const ReportLine &each : report.ignored)
        ignored.push_back(Json::object({{u"pointer"_s, each.pointer}, {u"why"_s, each.why}}));
    return Json::object({{u"path"_s, report.path},
                         {u"title"_s, report.title},
                         {u"schemaVersion"_s, report.schemaVersion},
                         {u"panels"_s, report.panels},
                         {u"drawn"_s, report.drawn()},
                         {u"placeholders"_s, Json::array(placeholders)},
                         {u"ignored"_s, Json::array(ignored)},
                         {u"errors"_s, Json::strings(report.errors)}});
}

struct Totals {
    QMap<QString, int> types;
    int panels = 0;
    int placeholders = 0;
    int ignored = 0;
    int errors = 0;
};

Totals totalsOf(const QList<FileReport> &reports)
{
    Totals totals;
    for (const FileReport &report : reports) {
        totals.panels += report.panels;
        totals.placeholders += int(report.placeholders.size());
        totals.ignored += int(report.ignored.size());
        totals.errors += int(report.errors.size());
        for (auto it = report.types.cbegin(); it != report.types.cend(); ++it)
            totals.types[it.key()] += it.value();
    }
    return totals;
}

} // namespace

Json reportsJson(const QList<FileReport> &reports, const QStringList &skipped)
{
    std::vector<Json> files;
    for (const FileReport &report : reports)
        files.push_back(fileJson(report));
    const Totals totals = totalsOf(reports);
    return Json::object({{u"files"_s, Json::array(files)},
                         {u"totals"_s,
                          Json::object({{u"files"_s, int(reports.size())},
                                        {u"panels"_s, totals.panels},
                                        {u"drawn"_s, totals.panels - totals.placeholders},
                                        {u"placeholders"_s, totals.placeholders},
                                        {u"ignored"_s, totals.ignored},
                                        {u"errors"_s, totals.errors},
                                        {u"types"_s, typesJson(totals.types)},
                                        {u"skipped"_s, Json::strings(skipped)}})}});
}

QString typesText(const QMap<QString, int> &types)
{
    QStringList names = types.keys();
    std::stable_sort(names.begin(), names.end(), [&](const QString &a, const QString &b) { return types[a] > types[b]; });
    QStringList parts;
    for (const QString &name : names)
        parts.append(u"%1 %2"_s.arg(types[name]).arg(plain(name)));
    return parts.join(u", "_s);
}

QString reportText(const FileReport &report)
{
    QStringList lines{plain(report.path.isEmpty() ? report.title : report.path)};
    if (report.panels > 0 || report.errors.isEmpty()) {
        if (!report.path.isEmpty() && !report.title.isEmpty())
            lines.append(u"  "_s + plain(report.title));
        lines.append(u"  "_s
                     + tr("schema version %1; %2 of %3 panels drawn: %4")
                           .arg(report.schemaVersion)
                           .arg(report.drawn())
                           .arg(report.panels)
                           .arg(typesText(report.types)));
    }
    for (const QString &error : report.errors)
        lines.append(u"  "_s + tr("error: %1").arg(plain(error)));
    for (const ReportPlaceholder &each : report.placeholders)
        lines.append(u"  "_s + plain(each.pointer) + u"  "_s
                     + (each.why.isEmpty() ? tr("placeholder: the panel type “%1” is not known").arg(plain(each.type))
                                           : tr("not drawn: %1").arg(plain(each.why))));
    for (const ReportLine &each : report.ignored)
        lines.append(u"  "_s + plain(each.pointer) + u"  "_s + plain(each.why));
    return lines.join(u'\n') + u'\n';
}

QString totalsText(const QList<FileReport> &reports, const QStringList &skipped)
{
    const Totals totals = totalsOf(reports);
    QString text = tr("%1 dashboards, %2 of %3 panels drawn, %4 placeholders, %5 things not honoured, %6 errors")
                       .arg(reports.size())
                       .arg(totals.panels - totals.placeholders)
                       .arg(totals.panels)
                       .arg(totals.placeholders)
                       .arg(totals.ignored)
                       .arg(totals.errors);
    for (const QString &path : skipped)
        text += u'\n' + tr("no dashboard, passed by: %1").arg(plain(path));
    return text + u'\n';
}
