// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/controls/timepickerpopup.h>

#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QStackedWidget>
#include <widgets/controls/linktext.h>

namespace {

const QString kFormat = QStringLiteral("yyyy-MM-dd HH:mm:ss");
constexpr int kHeight = 428;

QString offsetText(const QTimeZone &zone)
{
    const int seconds = zone.offsetFromUtc(QDateTime::currentDateTimeUtc());
    const int minutes = std::abs(seconds) / 60;
    return QStringLiteral("%1%2:%3")
        .arg(QChar(seconds < 0 ? u'-' : u'+'))
        .arg(minutes / 60, 2, 10, QLatin1Char('0'))
        .arg(minutes % 60, 2, 10, QLatin1Char('0'));
}

} // namespace

TimePickerPopup::TimePickerPopup(ParseTime parse, QWidget *parent) : Popup(parent), m_parse(std::move(parse)), m_quick(defaultQuickRanges())
{
    setObjectName(QStringLiteral("timePicker"));
    setAccessibleName(tr("Time range"));
    setPadding(0);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(absolutePart());
    row->addWidget(new Separator(Qt::Vertical, this));
    m_right = new QStackedWidget(this);
    m_right->addWidget(quickPart());
    m_right->addWidget(zonePart());
    auto *right = new QVBoxLayout;
    right->setSpacing(0);
    right->addWidget(m_right, 1);
    right->addWidget(new Separator(Qt::Horizontal, this));
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(12, 8, 12, 8);
    foot->setSpacing(8);
    m_zoneName = new PlainLabel({}, TextStyle::Label, PlainLabel::Tone::Primary, this);
    m_zoneOffset = new PlainLabel({}, TextStyle::Caption, PlainLabel::Tone::Secondary, this);
    m_zoneButton = new LinkText(tr("Change zone"), this);
    m_zoneButton->setObjectName(QStringLiteral("timePicker.zone"));
    foot->addWidget(m_zoneName);
    foot->addWidget(m_zoneOffset);
    foot->addStretch(1);
    foot->addWidget(m_zoneButton);
    right->addLayout(foot);
    row->addLayout(right);
    contentLayout()->addLayout(row);
    connect(m_zoneButton, &LinkText::clicked, this, [this] {
        const bool toZones = m_right->currentIndex() == 0;
        if (toZones)
            fillZones();
        m_right->setCurrentIndex(toZones ? 1 : 0);
        m_zoneButton->setText(toZones ? tr("Back to ranges") : tr("Change zone"));
        (toZones ? m_zoneSearch : m_quickSearch)->setFocus(Qt::OtherFocusReason);
    });
}

QWidget *TimePickerPopup::absolutePart()
{
    auto *part = new QWidget(this);
    part->setFixedSize(360, kHeight);
    auto *layout = new QVBoxLayout(part);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(0);
    layout->addWidget(new PlainLabel(tr("Absolute range"), TextStyle::Overline, PlainLabel::Tone::Secondary, part));
    layout->addSpacing(10);
    auto *ends = new QHBoxLayout;
    ends->setSpacing(8);
    m_from = new LineEdit(part);
    m_to = new LineEdit(part);
    m_from->setObjectName(QStringLiteral("timePicker.from"));
    m_to->setObjectName(QStringLiteral("timePicker.to"));
    ends->addWidget(new FormField(tr("From"), m_from, part));
    ends->addWidget(new FormField(tr("To"), m_to, part));
    layout->addLayout(ends);
    layout->addSpacing(6);
    m_note = new PlainLabel({}, TextStyle::Caption, PlainLabel::Tone::Secondary, part);
    m_note->setObjectName(QStringLiteral("timePicker.note"));
    layout->addWidget(m_note);
    layout->addSpacing(12);
    m_calendar = new Calendar(part);
    layout->addWidget(m_calendar, 0, Qt::AlignHCenter);
    layout->addStretch(1);
    auto *buttons = new QHBoxLayout;
    auto *copyButton = new TextButton(tr("Copy"), TextButton::Kind::Ghost, QStringLiteral("copy"), part);
    copyButton->setObjectName(QStringLiteral("timePicker.copy"));
    m_applyButton = new TextButton(tr("Apply range"), TextButton::Kind::Primary, {}, part);
    m_applyButton->setObjectName(QStringLiteral("timePicker.apply"));
    buttons->addWidget(copyButton);
    buttons->addStretch(1);
    buttons->addWidget(m_applyButton);
    layout->addLayout(buttons);
    for (LineEdit *end : {m_from, m_to}) {
        connect(end, &QLineEdit::textEdited, this, [this] { check(); });
        connect(end, &QLineEdit::returnPressed, this, &TimePickerPopup::apply);
    }
    connect(m_calendar, &Calendar::rangeChosen, this, &TimePickerPopup::takeDays);
    connect(copyButton, &TextButton::clicked, this, &TimePickerPopup::copy);
    connect(m_applyButton, &TextButton::clicked, this, &TimePickerPopup::apply);
    return part;
}

QWidget *TimePickerPopup::quickPart()
{
    auto *part = new QWidget(this);
    part->setFixedWidth(266);
    auto *layout = new QVBoxLayout(part);
    layout->setContentsMargins(8, 12, 8, 8);
    layout->setSpacing(8);
    m_quickSearch = new SearchField(tr("Search ranges"), part);
    m_quickSearch->setObjectName(QStringLiteral("timePicker.quickSearch"));
    m_quickModel = new OptionModel(this);
    m_quickView = new OptionView(m_quickModel, OptionView::Mark::CheckLeft, part);
    m_quickView->setObjectName(QStringLiteral("timePicker.quick"));
    m_quickView->setAccessibleName(tr("Quick ranges"));
    m_quickView->takeKeysOf(m_quickSearch);
    layout->addWidget(m_quickSearch);
    layout->addWidget(m_quickView, 1);
    connect(m_quickSearch, &QLineEdit::textChanged, m_quickModel, &OptionModel::setFilter);
    connect(m_quickView, &QListView::activated, this, [this](const QModelIndex &index) {
        const int at = index.data(OptionModel::ValueRole).toString().toInt();
        const RawTimeRange range = m_quick[at].range;
        close();
        emit rangeChosen(range);
    });
    return part;
}

QWidget *TimePickerPopup::zonePart()
{
    auto *part = new QWidget(this);
    auto *layout = new QVBoxLayout(part);
    layout->setContentsMargins(8, 12, 8, 8);
    layout->setSpacing(8);
    m_zoneSearch = new SearchField(tr("Search zones"), part);
    m_zoneSearch->setObjectName(QStringLiteral("timePicker.zoneSearch"));
    m_zoneModel = new OptionModel(this);
    m_zoneView = new OptionView(m_zoneModel, OptionView::Mark::CheckLeft, part);
    m_zoneView->setObjectName(QStringLiteral("timePicker.zones"));
    m_zoneView->takeKeysOf(m_zoneSearch);
    layout->addWidget(m_zoneSearch);
    layout->addWidget(m_zoneView, 1);
    connect(m_zoneSearch, &QLineEdit::textChanged, m_zoneModel, &OptionModel::setFilter);
    connect(m_zoneView, &QListView::activated, this, [this](const QModelIndex &index) {
        const QString id = index.data(OptionModel::ValueRole).toString();
        m_zoneButton->click();
        if (id == m_zoneId)
            return;
        m_zoneId = id;
        showZone();
        check();
        showCalendar();
        emit zoneChosen(id);
    });
    return part;
}

void TimePickerPopup::fillZones()
{
    if (m_zoneModel->options().isEmpty()) {
        QList<Option> zones{{QStringLiteral("browser"), tr("Local time"), offsetText(QTimeZone::systemTimeZone())},
                            {QStringLiteral("utc"), QStringLiteral("UTC"), QStringLiteral("+00:00")}};
        for (const QByteArray &id : QTimeZone::availableTimeZoneIds()) {
            if (id.contains('/') && !id.startsWith("Etc/"))
                zones.append({QString::fromLatin1(id), QString::fromLatin1(id), offsetText(QTimeZone(id))});
        }
        m_zoneModel->setOptions(zones);
    }
    m_zoneSearch->clear();
    m_zoneModel->setChosen({m_zoneId});
    const QModelIndex at = m_zoneModel->index(std::max(0, m_zoneModel->rowOf(m_zoneId)));
    m_zoneView->setCurrentIndex(at);
    m_zoneView->scrollTo(at, QAbstractItemView::PositionAtCenter);
}

void TimePickerPopup::setQuickRanges(const QList<QuickRange> &ranges)
{
    m_quick = ranges;
    setRange(m_range, m_zoneId);
}

void TimePickerPopup::setRange(const RawTimeRange &range, const QString &zoneId)
{
    m_range = range;
    m_zoneId = zoneId.isEmpty() ? QStringLiteral("browser") : zoneId;
    const QTimeZone zone = zoneFor(m_zoneId);
    const auto shown = [&zone](const QString &end) {
        bool isMs = false;
        const qint64 ms = end.toLongLong(&isMs);
        return isMs && end.size() >= 11 ? QDateTime::fromMSecsSinceEpoch(ms, zone).toString(kFormat) : end;
    };
    m_from->setText(shown(range.from));
    m_to->setText(shown(range.to));
    QList<Option> options;
    QStringList chosen;
    for (qsizetype i = 0; i < m_quick.size(); ++i) {
        options.append({QString::number(i), m_quick[i].text});
        if (m_quick[i].range == range)
            chosen = {QString::number(i)};
    }
    m_quickModel->setOptions(options);
    m_quickModel->setChosen(chosen);
    showZone();
    check();
    showCalendar();
}

void TimePickerPopup::showZone()
{
    m_zoneName->setText(zoneText(m_zoneId));
    m_zoneOffset->setText(offsetText(zoneFor(m_zoneId)));
}

bool TimePickerPopup::check()
{
    const QTimeZone zone = zoneFor(m_zoneId);
    const Result<qint64> from = m_parse(m_from->text().trimmed(), false, zone);
    const Result<qint64> to = m_parse(m_to->text().trimmed(), true, zone);
    QString wrong;
    if (!from)
        wrong = from.error().what;
    else if (!to)
        wrong = to.error().what;
    else if (*from > *to)
        wrong = tr("The range ends before it begins");
    m_from->setInvalid(!from || (to && *from > *to));
    m_to->setInvalid(!to);
    m_note->setText(wrong.isEmpty() ? tr("Also now-6h, now/d, 2026-11-17") : wrong);
    m_note->setTone(wrong.isEmpty() ? PlainLabel::Tone::Secondary : PlainLabel::Tone::Bad);
    m_applyButton->setEnabled(wrong.isEmpty());
    return wrong.isEmpty();
}

void TimePickerPopup::setWeekStart(Qt::DayOfWeek day)
{
    m_calendar->setWeekStart(day);
}

void TimePickerPopup::showCalendar()
{
    const QTimeZone zone = zoneFor(m_zoneId);
    const Result<qint64> from = m_parse(m_from->text().trimmed(), false, zone);
    const Result<qint64> to = m_parse(m_to->text().trimmed(), true, zone);
    if (!from || !to)
        return;
    m_calendar->setToday(QDateTime::currentDateTimeUtc().toTimeZone(zone).date());
    m_calendar->setRange(QDateTime::fromMSecsSinceEpoch(*from, zone).date(), QDateTime::fromMSecsSinceEpoch(*to, zone).date());
}

void TimePickerPopup::takeDays(QDate from, QDate to)
{
    m_from->setText(from.toString(Qt::ISODate) + QStringLiteral(" 00:00:00"));
    m_to->setText(to.toString(Qt::ISODate) + QStringLiteral(" 23:59:59"));
    check();
}

// What was typed as a date is said as ms, in the zone of the picker: the file and the other windows mean the same moment.
void TimePickerPopup::apply()
{
    if (!check())
        return;
    const QTimeZone zone = zoneFor(m_zoneId);
    const auto raw = [&](const QString &text, bool roundUp) {
        return text.startsWith(QLatin1String("now")) ? text : QString::number(m_parse(text, roundUp, zone).value_or(0));
    };
    const RawTimeRange range{raw(m_from->text().trimmed(), false), raw(m_to->text().trimmed(), true)};
    close();
    emit rangeChosen(range);
}

void TimePickerPopup::copy() const
{
    QGuiApplication::clipboard()->setText(m_from->text() + QStringLiteral(" / ") + m_to->text());
}

void TimePickerPopup::showEvent(QShowEvent *event)
{
    Popup::showEvent(event);
    m_right->setCurrentIndex(0);
    m_zoneButton->setText(tr("Change zone"));
    m_quickSearch->clear();
    const QStringList chosen = m_quickModel->chosen();
    const QModelIndex at = m_quickModel->index(chosen.isEmpty() ? 0 : std::max(0, m_quickModel->rowOf(chosen.first())));
    m_quickView->setCurrentIndex(at);
    m_quickView->scrollTo(at, QAbstractItemView::PositionAtCenter);
    m_from->setFocus(Qt::PopupFocusReason);
    m_from->selectAll();
}
