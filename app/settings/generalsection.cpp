// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/settings/generalsection.h>

#include <QtCore/QDir>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QVBoxLayout>
#include <app/dashboardpage.h>
#include <app/sessiontime.h>
#include <app/settings/generalrows.h>
#include <app/settings/quickranges.h>
#include <app/settings/settingsform.h>
#include <dashboard/settingsediting.h>
#include <widgets/controls/field.h>
#include <widgets/controls/optionlist.h>

using namespace Qt::StringLiterals;

namespace {

constexpr int kFormWidth = 640;

QList<Option> zones()
{
    QList<Option> options{{u"browser"_s, GeneralSection::tr("This computer's")}, {u"utc"_s, u"UTC"_s}};
    for (const QByteArray &id : QTimeZone::availableTimeZoneIds())
        if (id.contains('/'))
            options.append({QString::fromLatin1(id), QString::fromLatin1(id)});
    return options;
}

TimeSettings timeSettings(const Dashboard &dashboard)
{
    return {QDateTime::currentMSecsSinceEpoch(), QTimeZone::utc(), weekStartByName(dashboard.weekStart), dashboard.fiscalYearStartMonth};
}

QString shortPath(const QString &path)
{
    const QString home = QDir::homePath() + u'/';
    return path.startsWith(home) ? u"~/"_s + path.mid(home.size()) : path;
}

} // namespace

GeneralSection::GeneralSection(DashboardPage &page, QWidget *parent)
    : QWidget(parent)
    , m_page(page)
    , m_path(new PlainLabel({}, TextStyle::Label, PlainLabel::Tone::Secondary))
    , m_form(new SettingsForm(u"dashboard"_s))
    , m_zone(new ChooseControl(u"dashboard:timezone"_s, tr("Time zone")))
    , m_refresh(new ChooseControl(u"dashboard:refresh"_s, tr("Refresh"), tr("Every %1")))
    , m_ranges(new QuickRangesControl)
{
    m_path->setObjectName(u"dashboard.path"_s);
    makeForm();
    m_form->setMaximumWidth(kFormWidth);
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(space::section, space::group, space::section, space::section);
    layout->setSpacing(space::group);
    layout->addWidget(m_path);
    auto *row = new QHBoxLayout; // asks the form for its height at the width that it gets
    row->addWidget(m_form, 1);
    row->addStretch(0);
    layout->addLayout(row);
    layout->addStretch(1);
    auto *scroll = new QScrollArea;
    scroll->setObjectName(u"general.scroll"_s);
    scroll->setFocusPolicy(Qt::NoFocus); // what is in it takes the focus, and scrolls into view
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(content);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins({});
    outer->addWidget(scroll);
}

void GeneralSection::makeForm()
{
    m_zone->setOptions(zones());
    m_ranges->setCheck([this](const QString &text, bool roundUp) {
        return generalProblem(roundUp ? u"time.to"_s : u"time.from"_s, text, timeSettings(*m_page.editor().document().dashboard()));
    });
    m_form->setRows(generalRows(), {{u"timezone"_s, m_zone}, {u"refresh"_s, m_refresh}, {u"timepicker.quick_ranges"_s, m_ranges}});
    m_form->setCheck([this](const QString &key, const Json &value) { return problemOf(key, value); });
    connect(m_form, &SettingsForm::edited, this, &GeneralSection::edit);
}

QString GeneralSection::problemOf(const QString &key, const Json &value) const
{
    return generalProblem(key, value, timeSettings(*m_page.editor().document().dashboard()));
}

void GeneralSection::finishTyping()
{
    m_form->finishTyping();
}

void GeneralSection::showDocument()
{
    const Document &document = m_page.editor().document();
    const Dashboard &dashboard = *document.dashboard();
    m_path->setText(document.path().isEmpty() ? tr("Not saved to a file yet") : shortPath(document.path()));
    QStringList intervals = dashboard.refreshIntervals;
    if (intervals.isEmpty())
        intervals = usualRefreshIntervals();
    QList<Option> refresh{{QString(), tr("Off")}, {u"auto"_s, tr("Auto")}};
    for (const QString &each : std::as_const(intervals))
        refresh.append({each, tr("Every %1").arg(each)});
    m_refresh->setOptions(refresh);
    // Absent or odd members as the reader takes them.
    Json json = Json::object();
    for (const SettingsRow &row : generalRows())
        if (const Json value = document.valueAt(document.root() + u'/' + QString(row.row.key).replace(u'.', u'/')); !value.isNull())
            json = json.with(row.row.key, value);
    json = json.with(u"refresh", dashboard.refresh).with(u"timezone", dashboard.timezone.isEmpty() ? u"browser"_s : dashboard.timezone);
    m_form->setJson(json);
}

void GeneralSection::edit(const QString &key, const Json &value, const QString &label)
{
    const Document &document = m_page.editor().document();
    const QString text = tr("Dashboard: %1").arg(label);
    // Off is a refresh of no length: Grafana wants the member.
    const Json stored = value.isNull() && key == u"refresh" ? Json(QString()) : value;
    m_page.apply(stored.isNull() ? removeDashboardValue(document, key, text) : setDashboardValue(document, key, stored, text));
}
