// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/settings/generalrows.h>

#include <QtCore/QCoreApplication>
#include <app/sessiontime.h>
#include <core/duration.h>

using namespace Qt::StringLiterals;

namespace {

using Kind = OptionRow::Kind;

QString tr(const char *text)
{
    return QCoreApplication::translate("DashboardSettings", text);
}

void addTime(SettingsRows &rows)
{
    rows.group(QT_TRANSLATE_NOOP("Options", "Time"));
    rows.narrow(u"time.from"_s, Kind::Text, QT_TRANSLATE_NOOP("Options", "Opens with, from"), u"now-6h"_s).code = true;
    rows.narrow(u"time.to"_s, Kind::Text, QT_TRANSLATE_NOOP("Options", "To"), u"now"_s).code = true;
    rows.narrow(u"timezone"_s, Kind::Choice, QT_TRANSLATE_NOOP("Options", "Time zone"), u"browser"_s);
    rows.narrow(u"weekStart"_s, Kind::Choice, QT_TRANSLATE_NOOP("Options", "Week starts on"), QString()).row.choices
        = {{QString(), QT_TRANSLATE_NOOP("Options", "Sunday, as by default")},
           {u"saturday"_s, QT_TRANSLATE_NOOP("Options", "Saturday")},
           {u"sunday"_s, QT_TRANSLATE_NOOP("Options", "Sunday")},
           {u"monday"_s, QT_TRANSLATE_NOOP("Options", "Monday")}};
    rows.narrow(u"fiscalYearStartMonth"_s, Kind::Choice, QT_TRANSLATE_NOOP("Options", "Fiscal year starts in"), 0).row.choices
        = {{u"0"_s, QT_TRANSLATE_NOOP("Options", "January")},   {u"1"_s, QT_TRANSLATE_NOOP("Options", "February")},
           {u"2"_s, QT_TRANSLATE_NOOP("Options", "March")},     {u"3"_s, QT_TRANSLATE_NOOP("Options", "April")},
           {u"4"_s, QT_TRANSLATE_NOOP("Options", "May")},       {u"5"_s, QT_TRANSLATE_NOOP("Options", "June")},
           {u"6"_s, QT_TRANSLATE_NOOP("Options", "July")},      {u"7"_s, QT_TRANSLATE_NOOP("Options", "August")},
           {u"8"_s, QT_TRANSLATE_NOOP("Options", "September")}, {u"9"_s, QT_TRANSLATE_NOOP("Options", "October")},
           {u"10"_s, QT_TRANSLATE_NOOP("Options", "November")}, {u"11"_s, QT_TRANSLATE_NOOP("Options", "December")}};
    rows.narrow(u"timepicker.nowDelay"_s, Kind::Text, QT_TRANSLATE_NOOP("Options", "“now” lags behind by")).row.help
        = QT_TRANSLATE_NOOP("Options", "Such as 1m, where the newest data comes late");
    rows.add(u"timepicker.quick_ranges"_s, Kind::Json, QT_TRANSLATE_NOOP("Options", "Quick ranges of the time picker")).row.help
        = QT_TRANSLATE_NOOP("Options", "None: the usual ones, from the last 5 minutes on");
    rows.add(u"timepicker.hidden"_s, Kind::Bool, QT_TRANSLATE_NOOP("Options", "Hide time range and refresh in the toolbar"), false);
}

void addRefresh(SettingsRows &rows)
{
    rows.group(QT_TRANSLATE_NOOP("Options", "Refresh"));
    rows.narrow(u"refresh"_s, Kind::Choice, QT_TRANSLATE_NOOP("Options", "Opens with"), QString());
    rows.narrow(u"timepicker.refresh_intervals"_s, Kind::Texts, QT_TRANSLATE_NOOP("Options", "Offered in the toolbar"),
                Json::strings(usualRefreshIntervals()))
        .row.help
        = QT_TRANSLATE_NOOP("Options", "Empty: the usual ones, 5s to 1h");
}

void addPanels(SettingsRows &rows)
{
    rows.group(QT_TRANSLATE_NOOP("Options", "Panels"));
    rows.narrow(u"graphTooltip"_s, Kind::Choice, QT_TRANSLATE_NOOP("Options", "Crosshair"), 0).row.choices
        = {{u"0"_s, QT_TRANSLATE_NOOP("Options", "In the panel under the mouse")},
           {u"1"_s, QT_TRANSLATE_NOOP("Options", "In all panels")},
           {u"2"_s, QT_TRANSLATE_NOOP("Options", "In all panels, with tooltips")}};
    rows.add(u"editable"_s, Kind::Bool, QT_TRANSLATE_NOOP("Options", "Panels may be edited"), true).row.help
        = QT_TRANSLATE_NOOP("Options", "Off: panels and rows stay as they are; only these settings can change the dashboard.");
}

bool isSpan(const QString &text)
{
    return text.isEmpty() || text.contains(u'$') || intervalToMs(text).has_value();
}

} // namespace

const QList<SettingsRow> &generalRows()
{
    static const QList<SettingsRow> rows = [] {
        SettingsRows made;
        made.add(u"title"_s, Kind::Text, QT_TRANSLATE_NOOP("Options", "Title"));
        made.add(u"description"_s, Kind::MultilineText, QT_TRANSLATE_NOOP("Options", "Description"));
        made.add(u"tags"_s, Kind::Texts, QT_TRANSLATE_NOOP("Options", "Tags"));
        addTime(made);
        addRefresh(made);
        addPanels(made);
        return made.rows();
    }();
    return rows;
}

QString generalProblem(const QString &key, const Json &value, const TimeSettings &settings)
{
    if (key == u"title" && value.toString().trimmed().isEmpty())
        return tr("A dashboard needs a title.");
    if ((key == u"time.from" || key == u"time.to") && !value.isNull() && !resolveTime(value.toString(), settings, key == u"time.to"))
        return tr("Not a time; try now-6h, now/d or 2026-11-17 09:00");
    if (key == u"timepicker.nowDelay" && !isSpan(value.toString()))
        return tr("A span of time, such as 30s or 1m");
    if (key == u"timepicker.refresh_intervals")
        for (const QString &each : value.toStrings())
            if (!isSpan(each))
                return tr("“%1” is no span of time; try 30s, 5m or 1h").arg(each);
    return {};
}
