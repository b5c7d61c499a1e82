// SPDX-License-Identifier: GPL-3.0-or-later
#include "gallery.h"

#include <QtGui/QPainter>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QTabBar>
#include <widgets/controls/dashboardgrid.h>
#include <widgets/controls/emptystate.h>
#include <widgets/controls/menu.h>
#include <widgets/controls/panelframe.h>
#include <widgets/controls/rail.h>
#include <widgets/controls/rowheader.h>
#include <widgets/controls/segmentedcontrol.h>
#include <widgets/controls/statusbar.h>
#include <widgets/controls/tabstrip.h>
#include <widgets/controls/timecontrols.h>
#include <widgets/controls/toast.h>
#include <widgets/controls/toggle.h>
#include <widgets/controls/toolbar.h>
#include <widgets/controls/variablebar.h>
#include <widgets/theme/digits.h>
#include <widgets/theme/style.h>

using namespace Qt::StringLiterals;

namespace {

class Picture : public QWidget
{
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter p(this);
        const Theme &t = currentTheme(this);
        BigNumber(u"86.4"_s, u"ms"_s, 40).drawCentered(p, QRectF(rect()).center(), t.text.primary);
    }
};

Result<qint64> parse(const QString &text, bool, const QTimeZone &)
{
    if (text.startsWith(u"now"_s))
        return QDateTime(QDate(2026, 11, 22), QTime(21, 32), Qt::UTC).toMSecsSinceEpoch() - (text.size() > 3 ? 6 * 3600000 : 0);
    const QDateTime time = QDateTime::fromString(text, u"yyyy-MM-dd HH:mm:ss"_s);
    if (!time.isValid())
        return fail(Error::Kind::Parse, u"Not a time"_s);
    return time.toMSecsSinceEpoch();
}

QImage grab(QWidget &widget, double ratio)
{
    widget.ensurePolished();
    QImage image(widget.size() * ratio, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(ratio);
    image.fill(currentTheme().bg.window);
    widget.render(&image);
    return image;
}

PanelFrame *frame(const QString &title, const PanelFrameState &state = {}, bool hovered = false)
{
    auto *panel = new PanelFrame;
    panel->setTitle(title);
    panel->setContent(new Picture);
    panel->setState(state);
    panel->setHovered(hovered);
    return panel;
}

QList<VariableItem> variables()
{
    using Kind = VariableItem::Kind;
    QList<VariableItem> items;
    items.append({u"instance"_s, u"instance"_s, Kind::Select, {{u"app-1:8000"_s, u"app-1:8000"_s}}, {u"app-1:8000"_s}, {u"app-1:8000"_s}});
    const QStringList paths{u"/api/orders"_s, u"/api/search"_s, u"/api/cart"_s, u"/login"_s, u"/health"_s};
    items.append({u"endpoint"_s, u"endpoint"_s, Kind::Multi, {}, paths, paths, true});
    items.append({u"interval"_s, u"interval"_s, Kind::Select, {}, {u"1m"_s}, {u"1m"_s}});
    items.append({u"filter"_s, u"filter"_s, Kind::Text, {}, {u"web"_s}, {u"web"_s}});
    return items;
}

Toolbar *toolbar()
{
    auto *bar = new Toolbar(u"Python application"_s);
    auto *star = new IconButton(u"star-filled"_s, u"Starred"_s);
    star->setIconColor(currentTheme().brand.star);
    bar->addLeft(star);
    bar->addLeft(new IconButton(u"info"_s, u"About"_s));
    auto *edits = new JoinedButtons;
    edits->addButton(new IconButton(u"undo"_s, u"Undo"_s, TextButton::Kind::Secondary));
    auto *redo = new IconButton(u"redo"_s, u"Redo"_s, TextButton::Kind::Secondary);
    redo->setEnabled(false);
    edits->addButton(redo);
    bar->addRight(edits);
    auto *add = new TextButton(u"Add"_s, TextButton::Kind::Secondary, u"add"_s);
    add->setArrow(true);
    bar->addRight(add);
    bar->addSeparator();
    auto *time = new TimeControls(parse);
    time->setForwardEnabled(false);
    bar->addRight(time);
    auto *refresh = new RefreshPicker;
    refresh->setInterval(u"30s"_s);
    bar->addRight(refresh);
    bar->addRight(new IconButton(u"kiosk"_s, u"Kiosk"_s, TextButton::Kind::Secondary));
    bar->addSeparator();
    bar->addRight(new TextButton(u"Save"_s, TextButton::Kind::Primary, u"save"_s));
    return bar;
}

DashboardGrid *grid()
{
    using Body = PanelFrameState::Body;
    auto *grid = new DashboardGrid;
    PanelFrameState stale;
    stale.stale = u"2m"_s;
    PanelFrameState warning;
    warning.warning = u"Too many series"_s;
    PanelFrameState error;
    error.body = Body::Message;
    error.error = u"parse error"_s;
    error.headline = u"parse error at character 19"_s;
    error.reason = u"unexpected \")\" in query A. The panel has no earlier picture."_s;
    error.actions = {{u"edit"_s, u"Edit query"_s, u"edit"_s}, {u"copy"_s, u"Copy message"_s, u"copy"_s}};
    PanelFrameState none;
    none.body = Body::NoData;
    none.reason = u"http_requests_total has no series where job=\"wbe\""_s;
    PanelFrameState first;
    first.body = Body::FirstLoad;
    first.reason = u"Asking Local Prometheus…"_s;
    PanelFrame *described = frame(u"Requests per second"_s, {}, true);
    described->setDescription(u"All endpoints"_s);
    grid->setItem(u"1"_s, described, {0, 0, 12, 8});
    PanelFrame *linked = frame(u"95th percentile"_s);
    linked->setLinks({{u"Runbook"_s, QUrl(u"https://example.net"_s)}, {u"Hosts & more"_s, QUrl(u"https://example.net/hosts"_s)}});
    grid->setItem(u"2"_s, linked, {12, 0, 5, 8});
    grid->setItem(u"3"_s, frame(u"A very long title that can not be shown whole in a panel as narrow as this one"_s, stale), {17, 0, 7, 8});
    grid->setItem(u"4"_s, frame(u"Query error"_s, error), {0, 8, 8, 5});
    grid->setItem(u"5"_s, frame(u"No data"_s, none), {8, 8, 8, 5});
    grid->setItem(u"6"_s, frame(u"Warning with picture"_s, warning), {16, 8, 8, 5});
    auto *row = new RowHeader(u"Process"_s);
    row->setPanelCount(3);
    grid->setItem(u"7"_s, row, {0, 13, 24, 1});
    grid->setItem(u"8"_s, frame(u"First load"_s, first), {0, 14, 8, 5});
    PanelFrame *selected = frame(u"Being edited"_s);
    selected->setSelected(true);
    grid->setItem(u"9"_s, selected, {8, 14, 8, 5});
    grid->setItem(u"10"_s, frame(u"Below"_s), {16, 14, 8, 16});
    return grid;
}

} // namespace

QImage gallery::window(const Theme &theme, double ratio)
{
    applyTheme(*qApp, theme);
    QWidget window;
    window.resize(1600, 1000);
    auto *layout = new QGridLayout(&window);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto *rail = new Rail;
    for (const char *id : {"home", "dashboard", "explore", "alert", "target", "source"})
        rail->addPage(QString::fromLatin1(id), QString::fromLatin1(id), QString::fromLatin1(id));
    rail->addFoot(u"keyboard"_s, u"keyboard"_s, u"Keys"_s);
    rail->addFoot(u"settings"_s, u"settings"_s, u"Settings"_s);
    rail->setCurrent(u"dashboard"_s);
    rail->setBadge(u"alert"_s, 2);
    rail->setDot(u"target"_s, Tint::Good);
    auto *tabs = new TabStrip;
    tabs->addTab({u"1"_s, u"Python application"_s, u"dashboard"_s, {}, true});
    tabs->addTab({u"2"_s, u"Node exporter full"_s});
    tabs->addTab({u"3"_s, u"PostgreSQL overview"_s});
    tabs->setCurrent(u"1"_s);
    auto *bar = new VariableBar;
    bar->setItems(variables());
    bar->setLinks({{u"Runbook"_s}, {u"Hosts"_s, u"dashboard"_s}});
    auto *status = new StatusBar;
    status->setLeft({{u"Local Prometheus · up 3 d 4 h"_s, {}, Tint::Good}, {u"~/dashboards/python-app.json"_s, u"folder"_s}});
    status->setRight({{u"12 queries · 46 ms · 98.2 % from cache"_s}, {u"Step 2 min"_s}, {u"UTC"_s}});
    layout->addWidget(rail, 0, 0, 5, 1);
    layout->addWidget(tabs, 0, 1);
    layout->addWidget(toolbar(), 1, 1);
    layout->addWidget(bar, 2, 1);
    layout->addWidget(grid(), 3, 1);
    layout->addWidget(status, 4, 1);
    layout->setRowStretch(3, 1);
    auto *toasts = new ToastStack(&window);
    window.show();
    toasts->show(Tint::Good, u"Saved python-app.json"_s, u"7 lines changed"_s, u"Undo"_s);
    toasts->show(Tint::Bad, u"Could not save: disk full"_s, u"~/dashboards has 0 bytes left; your edits are safe in the journal"_s,
                 u"Save elsewhere"_s);
    QCoreApplication::processEvents();
    return grab(window, ratio);
}

QImage gallery::controls(const Theme &theme, double ratio)
{
    applyTheme(*qApp, theme);
    QWidget page;
    page.resize(900, 560);
    auto *layout = new QVBoxLayout(&page);
    layout->setContentsMargins(16, 16, 16, 16);
    const auto row = [&](std::initializer_list<QWidget *> widgets) {
        auto *line = new QHBoxLayout;
        for (QWidget *widget : widgets)
            line->addWidget(widget);
        line->addStretch(1);
        layout->addLayout(line);
    };
    const auto button = [](const QString &text, TextButton::Kind kind, const QString &icon, bool enabled = true) {
        auto *made = new TextButton(text, kind, icon);
        made->setEnabled(enabled);
        return made;
    };
    using Kind = TextButton::Kind;
    row({button(u"Save"_s, Kind::Primary, u"save"_s), button(u"Save"_s, Kind::Primary, u"save"_s, false),
         button(u"Test"_s, Kind::Secondary, u"play"_s), button(u"Test"_s, Kind::Secondary, {}, false), button(u"Revert"_s, Kind::Ghost, {}),
         new IconButton(u"edit"_s, u"Edit"_s)});
    auto *segments = new SegmentedControl;
    segments->setSegments({{u"l"_s, u"Lines"_s}, {u"b"_s, u"Bars"_s}, {u"p"_s, u"Points"_s}});
    segments->setCurrent(u"b"_s);
    auto *combo = new QComboBox;
    combo->addItems({u"POST"_s, u"GET"_s});
    row({segments, combo, new SearchField(u"Search ranges"_s)});
    auto *invalid = new LineEdit;
    invalid->setText(u"yesteryear"_s);
    auto *bad = new FormField(u"From"_s, invalid);
    bad->setError(u"Not a time: yesteryear"_s);
    auto *unit = new LineEdit(nullptr, ControlSize::Large);
    unit->setText(u"30"_s);
    unit->setUnit(u"s"_s);
    auto *secret = new SecretField(nullptr, ControlSize::Large);
    secret->setText(u"secret"_s);
    row({bad, new FormField(u"Scrape interval"_s, unit), new FormField(u"Token"_s, secret)});
    auto *on = new Switch(u"Transparent"_s);
    on->setChecked(true);
    auto *checked = new CheckBox(u"Time range"_s, u"Last 6 hours, was Last 1 hour"_s);
    checked->setChecked(true);
    row({on, new Switch, checked, new CheckBox(u"Variable values"_s)});
    row({new Pill(Tint::Neutral, u"2m"_s, u"stale"_s), new Pill(Tint::Warning, {}, u"warning"_s), new Pill(Tint::Bad, u"firing"_s),
         new Pill(Tint::Good, u"4 up"_s), new Pill(Tint::Info, u"yours"_s), new Chip(u"/api/orders"_s),
         new Chip(u"a very long value that is elided in its chip"_s)});
    auto *docks = new QTabBar;
    docks->setDrawBase(false);
    for (const char *name : {"Queries", "Transformations", "JSON"})
        docks->addTab(QString::fromLatin1(name));
    row({docks});
    auto *empty = new EmptyState(EmptyState::Size::Large);
    empty->setIcon(u"dashboard"_s);
    empty->setTitle(u"This dashboard is empty"_s);
    empty->setText(u"Add a panel, paste one, or drop a dashboard file here."_s);
    empty->addAction(u"Add panel"_s, u"add"_s, Kind::Primary);
    empty->addAction(u"Paste panel"_s, u"paste"_s);
    layout->addWidget(empty, 1);
    page.show();
    QCoreApplication::processEvents();
    return grab(page, ratio);
}

QImage gallery::popups(const Theme &theme, double ratio)
{
    applyTheme(*qApp, theme);
    QWidget page;
    page.resize(1180, 480);
    TimePickerPopup time(parse, &page);
    time.setRange({}, u"utc"_s);
    MultiSelectPopup several(&page);
    QList<Option> options;
    for (const char *path :
         {"/api/orders", "/api/search", "/api/cart", "/api/export/{id}", "/api/orders/{id}", "/api/users", "/health", "/login"})
        options.append({QString::fromLatin1(path), QString::fromLatin1(path), u"44.0 req/s"_s});
    several.setOptions(options, true, u".*"_s);
    several.setChosen({u"/api/orders"_s, u"/api/search"_s, u"/api/cart"_s});
    Menu menu;
    menu.add(u"view"_s, u"eye"_s, u"View"_s, u"V"_s);
    QAction *edit = menu.add(u"edit"_s, u"edit"_s, u"Edit"_s, u"E"_s);
    menu.addSub(u"inspect"_s, u"table"_s, u"Inspect"_s);
    menu.addSeparator();
    menu.add(u"copy"_s, u"copy"_s, u"Copy"_s, u"Ctrl+C"_s);
    menu.addDanger(u"remove"_s, u"delete"_s, u"Remove"_s, u"Del"_s);
    menu.setActiveAction(edit);
    OptionPopup refresh(&page);
    refresh.setRowHeight(26);
    refresh.setOptions(
        {{u"off"_s, u"Off"_s}, {u"auto"_s, u"Auto"_s, u"1m"_s}, {u"5s"_s, u"5s"_s}, {u"30s"_s, u"30s"_s}, {u"1m"_s, u"1m"_s}}, u"30s"_s);
    QImage image(page.size() * ratio, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(ratio);
    image.fill(theme.bg.window);
    QPainter painter(&image);
    QPoint at(8, 8);
    for (QWidget *popup : std::initializer_list<QWidget *>{&time, &several, &menu, &refresh}) {
        popup->adjustSize();
        popup->show();
        if (popup == &several)
            several.findChild<QLineEdit *>(u"multiSelect.search"_s)->setText(u"api"_s);
        QCoreApplication::processEvents();
        QImage one(popup->size() * ratio, QImage::Format_ARGB32_Premultiplied);
        one.setDevicePixelRatio(ratio);
        one.fill(Qt::transparent);
        popup->render(&one, {}, {}, QWidget::DrawChildren);
        painter.drawImage(at, one);
        if (popup == &menu)
            at += QPoint(0, popup->height() + 12);
        else
            at += QPoint(popup->width() + 12, 0);
        popup->hide();
    }
    return image;
}
