// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QTimeZone>
#include <core/result.h>
#include <core/timerange.h>
#include <widgets/controls/calendar.h>
#include <widgets/controls/linktext.h>
#include <widgets/controls/optionlist.h>

struct QuickRange {
    QString text;
    RawTimeRange range;
};
QList<QuickRange> defaultQuickRanges();
// "Last 6 hours", "now-13h to now-1h", or the two times in the zone.
QString rangeText(const RawTimeRange &range, const QString &zoneId);

// "browser" (this computer), "utc" or an IANA id, as dashboards write it.
QTimeZone zoneFor(const QString &id);
QString zoneText(const QString &id); // short: "UTC", "Europe/Berlin"

// What the time picker needs to know about time: `parse` answers ms, or what is wrong with the text; roundUp for the "to" end.
using ParseTime = std::function<Result<qint64>(const QString &text, bool roundUp, const QTimeZone &zone)>;

class TimePickerPopup : public Popup
{
    Q_OBJECT

public:
    TimePickerPopup(ParseTime parse, QWidget *parent);
    void setRange(const RawTimeRange &range, const QString &zoneId);
    void setQuickRanges(const QList<QuickRange> &ranges);
    void setWeekStart(Qt::DayOfWeek day);

signals:
    void rangeChosen(const RawTimeRange &range);
    void zoneChosen(const QString &zoneId);

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *absolutePart();
    QWidget *quickPart();
    QWidget *zonePart();
    bool check(); // both texts; shows what is wrong
    void apply();
    void takeDays(QDate from, QDate to);
    void copy() const;
    void showCalendar();
    void showZone();
    void fillZones();

    ParseTime m_parse;
    QList<QuickRange> m_quick;
    RawTimeRange m_range;
    QString m_zoneId;
    LineEdit *m_from;
    LineEdit *m_to;
    PlainLabel *m_note;
    Calendar *m_calendar;
    TextButton *m_applyButton;
    SearchField *m_quickSearch;
    OptionModel *m_quickModel;
    OptionView *m_quickView;
    SearchField *m_zoneSearch;
    OptionModel *m_zoneModel;
    OptionView *m_zoneView;
    PlainLabel *m_zoneName;
    PlainLabel *m_zoneOffset;
    LinkText *m_zoneButton;
    class QStackedWidget *m_right;
};
