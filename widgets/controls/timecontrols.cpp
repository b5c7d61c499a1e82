// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/controls/timecontrols.h>

TimeControls::TimeControls(ParseTime parse, QWidget *parent) : JoinedButtons(parent), m_parse(std::move(parse))
{
    setObjectName(QStringLiteral("timeControls"));
    m_back = new IconButton(QStringLiteral("chevron-left"), tr("Move back"), TextButton::Kind::Secondary, this);
    m_button = new TextButton({}, TextButton::Kind::Secondary, QStringLiteral("clock"), this);
    m_forward = new IconButton(QStringLiteral("chevron-right"), tr("Move forward"), TextButton::Kind::Secondary, this);
    m_zoom = new IconButton(QStringLiteral("zoom-out"), tr("Zoom out"), TextButton::Kind::Secondary, this);
    m_button->setArrow(true);
    m_back->setObjectName(QStringLiteral("time.back"));
    m_button->setObjectName(QStringLiteral("time.range"));
    m_forward->setObjectName(QStringLiteral("time.forward"));
    m_zoom->setObjectName(QStringLiteral("time.zoomOut"));
    for (TextButton *button : std::initializer_list<TextButton *>{m_back, m_button, m_forward, m_zoom})
        addButton(button);
    connect(m_back, &TextButton::clicked, this, [this] { emit moveRequested(-1); });
    connect(m_forward, &TextButton::clicked, this, [this] { emit moveRequested(1); });
    connect(m_zoom, &TextButton::clicked, this, &TimeControls::zoomOutRequested);
    connect(m_button, &TextButton::clicked, this, &TimeControls::openPicker);
    setRange(m_range, QStringLiteral("utc"));
}

void TimeControls::setRange(const RawTimeRange &range, const QString &zoneId)
{
    m_range = range;
    m_zoneId = zoneId;
    m_button->setText(rangeText(range, zoneId));
    m_button->setSuffix(zoneText(zoneId));
    m_button->setToolTip(plainToolTip(tr("%1 to %2").arg(range.from, range.to)));
}

void TimeControls::setForwardEnabled(bool enabled)
{
    m_forward->setEnabled(enabled);
}

void TimeControls::setRangeOnly(bool only)
{
    for (IconButton *step : {m_back, m_forward, m_zoom})
        step->setVisible(!only);
    m_button->setCorners(only ? Corners::All : Corners::None);
}

void TimeControls::setQuickRanges(const QList<QuickRange> &ranges)
{
    m_quick = ranges;
}

void TimeControls::openPicker()
{
    if (!m_popup) {
        m_popup = new TimePickerPopup(m_parse, this);
        connect(m_popup, &TimePickerPopup::rangeChosen, this, &TimeControls::rangeChosen);
        connect(m_popup, &TimePickerPopup::zoneChosen, this, &TimeControls::zoneChosen);
        connect(m_popup, &Popup::closed, this, [this] { m_button->setActive(false); });
    }
    m_popup->setQuickRanges(m_quick);
    m_popup->setWeekStart(m_weekStart);
    m_popup->setRange(m_range, m_zoneId);
    m_button->setActive(true);
    m_popup->popupUnder(m_button, Popup::Align::Right);
}

RefreshPicker::RefreshPicker(QWidget *parent)
    : JoinedButtons(parent)
    , m_now(new IconButton(QStringLiteral("refresh"), tr("Refresh"), TextButton::Kind::Secondary, this))
    , m_choose(new TextButton({}, TextButton::Kind::Secondary, {}, this))
{
    setObjectName(QStringLiteral("refreshPicker"));
    m_now->setObjectName(QStringLiteral("refresh.now"));
    m_choose->setObjectName(QStringLiteral("refresh.interval"));
    m_choose->setArrow(true);
    m_choose->setToolTip(tr("How often to refresh"));
    m_choose->setAccessibleName(tr("Refresh interval"));
    addButton(m_now);
    addButton(m_choose);
    connect(m_now, &TextButton::clicked, this, [this] {
        if (m_running)
            emit cancelRequested();
        else
            emit refreshRequested();
    });
    connect(m_choose, &TextButton::clicked, this, &RefreshPicker::openMenu);
    setInterval({});
}

void RefreshPicker::setIntervals(const QStringList &intervals, const QString &autoDetail)
{
    m_intervals = intervals;
    m_autoDetail = autoDetail;
}

void RefreshPicker::setInterval(const QString &interval)
{
    m_interval = interval;
    m_choose->setText(interval.isEmpty() ? QString() : interval == QLatin1String("auto") ? tr("Auto") : interval);
}

void RefreshPicker::setIntervalVisible(bool visible)
{
    m_choose->setVisible(visible);
    m_now->setCorners(visible ? Corners::Left : Corners::All);
}

void RefreshPicker::setRunning(bool running)
{
    if (m_running == running)
        return;
    m_running = running;
    m_now->setIconName(running ? QStringLiteral("close") : QStringLiteral("refresh"));
    m_now->setToolTipText(running ? tr("Cancel") : tr("Refresh"));
}

void RefreshPicker::openMenu()
{
    if (!m_popup) {
        m_popup = new OptionPopup(this);
        m_popup->setRowHeight(26);
        connect(m_popup, &OptionPopup::chosen, this, [this](const QString &interval) {
            setInterval(interval);
            emit intervalChosen(interval);
        });
        connect(m_popup, &Popup::closed, this, [this] { m_choose->setActive(false); });
    }
    QList<Option> options{{QString(), tr("Off")}, {QStringLiteral("auto"), tr("Auto"), m_autoDetail}};
    for (const QString &interval : m_intervals)
        options.append({interval, interval});
    m_popup->setOptions(options, m_interval);
    m_choose->setActive(true);
    m_popup->popupUnder(m_choose, Popup::Align::Right);
}
