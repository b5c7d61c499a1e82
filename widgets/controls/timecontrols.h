// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <widgets/controls/timepickerpopup.h>

// Of a toolbar: back, range, forward, zoom out.
class TimeControls : public JoinedButtons
{
    Q_OBJECT

public:
    explicit TimeControls(ParseTime parse, QWidget *parent = nullptr);
    void setRange(const RawTimeRange &range, const QString &zoneId);
    void setQuickRanges(const QList<QuickRange> &ranges);
    void setWeekStart(Qt::DayOfWeek day) { m_weekStart = day; }
    void setForwardEnabled(bool enabled); // false when the range ends now
    void openPicker(); // also for the keyboard chord
    void setRangeOnly(bool only); // without the steps beside it

signals:
    void rangeChosen(const RawTimeRange &range);
    void zoneChosen(const QString &zoneId);
    void moveRequested(int direction); // -1, +1: by half a range
    void zoomOutRequested();

private:
    ParseTime m_parse;
    RawTimeRange m_range;
    QString m_zoneId;
    IconButton *m_back;
    TextButton *m_button;
    IconButton *m_forward;
    IconButton *m_zoom;
    TimePickerPopup *m_popup = nullptr;
    Qt::DayOfWeek m_weekStart = Qt::Sunday;
    QList<QuickRange> m_quick = defaultQuickRanges();
};

// Refresh now, and how often. The interval is "", "auto" or "30s".
class RefreshPicker : public JoinedButtons
{
    Q_OBJECT

public:
    explicit RefreshPicker(QWidget *parent = nullptr);
    void setIntervals(const QStringList &intervals, const QString &autoDetail); // without "" and "auto"
    void setInterval(const QString &interval);
    QString interval() const { return m_interval; }
    void setRunning(bool running); // the button offers to cancel
    void openMenu();
    void setIntervalVisible(bool visible);

signals:
    void refreshRequested();
    void cancelRequested();
    void intervalChosen(const QString &interval);

private:
    QStringList m_intervals{QStringLiteral("5s"), QStringLiteral("10s"), QStringLiteral("30s"), QStringLiteral("1m"),
                            QStringLiteral("5m"), QStringLiteral("15m"), QStringLiteral("30m"), QStringLiteral("1h")};
    QString m_autoDetail;
    QString m_interval;
    bool m_running = false;
    IconButton *m_now;
    TextButton *m_choose;
    OptionPopup *m_popup = nullptr;
};
