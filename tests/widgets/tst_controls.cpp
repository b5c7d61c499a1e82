// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtCore/QTimeZone>
#include <QtWidgets/QMenu>
#include <QtWidgets/QToolTip>
#include <tests/support/testmain.h>
#include <widgets/controls/calendar.h>
#include <widgets/controls/dashboardgrid.h>
#include <widgets/controls/multiselectpopup.h>
#include <widgets/controls/panelframe.h>
#include <widgets/controls/tabstrip.h>
#include <widgets/controls/timepickerpopup.h>
#include <widgets/controls/toolbar.h>
#include <widgets/theme/digits.h>
#include <widgets/theme/icons.h>
#include <widgets/theme/style.h>

using namespace Qt::StringLiterals;

namespace {

Result<qint64> parse(const QString &text, bool, const QTimeZone &zone)
{
    constexpr qint64 now = 1795386720000;
    if (text.startsWith(u"now"_s))
        return text == u"now"_s ? now : now - 6 * 3600000;
    QDateTime time = QDateTime::fromString(text, u"yyyy-MM-dd HH:mm:ss"_s);
    time.setTimeZone(zone);
    if (!time.isValid())
        return fail(Error::Kind::Parse, u"Not a time: %1"_s.arg(text));
    return time.toMSecsSinceEpoch();
}

double luminance(const QColor &color)
{
    const auto linear = [](double c) { return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

double contrast(const QColor &a, const QColor &b)
{
    const double high = std::max(luminance(a), luminance(b));
    return (high + 0.05) / (std::min(luminance(a), luminance(b)) + 0.05);
}

} // namespace

class TstControls : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { applyTheme(*qApp, Theme::dark()); }

    void tokensAreReadable_data()
    {
        QTest::addColumn<QColor>("text");
        QTest::addColumn<QColor>("ground");
        QTest::addColumn<double>("least");
        for (const Theme *t : {&Theme::dark(), &Theme::light()}) {
            const char *name = t->isDark() ? "dark" : "light";
            for (const QColor &ground : {t->bg.window, t->bg.rail, t->bg.toolbar, t->bg.panel, t->bg.raised, t->bg.input, t->bg.selected}) {
                QTest::addRow("%s primary on %s", name, qPrintable(ground.name())) << t->text.primary << ground << 7.0;
                QTest::addRow("%s secondary on %s", name, qPrintable(ground.name())) << t->text.secondary << ground << 4.5;
                QTest::addRow("%s accent text on %s", name, qPrintable(ground.name())) << t->accent.text << ground << 4.5;
                QTest::addRow("%s focus on %s", name, qPrintable(ground.name())) << t->border.focus << ground << 3.0;
            }
            QTest::addRow("%s primary button", name) << t->accent.on << t->accent.main << 4.5;
            QTest::addRow("%s good", name) << t->good.text << t->good.soft << 4.5;
            QTest::addRow("%s warning", name) << t->warning.text << t->warning.soft << 4.5;
            QTest::addRow("%s bad", name) << t->bad.text << t->bad.soft << 4.5;
            QTest::addRow("%s info", name) << t->info.text << t->info.soft << 4.5;
        }
    }

    void tokensAreReadable()
    {
        QFETCH(QColor, text);
        QFETCH(QColor, ground);
        QFETCH(double, least);
        QVERIFY2(contrast(text, ground) >= least, qPrintable(QString::number(contrast(text, ground))));
    }

    void themeSwitchesLive()
    {
        QWidget widget;
        QCOMPARE(currentTheme(&widget).brightness, Brightness::Dark);
        applyTheme(*qApp, Theme::light());
        QCOMPARE(currentTheme(&widget).brightness, Brightness::Light);
        QCOMPARE(widget.palette().color(QPalette::Window), Theme::light().bg.window);
        applyTheme(*qApp, Theme::dark());
        QCOMPARE(widget.palette().color(QPalette::Window), Theme::dark().bg.window);
    }

    void iconsAreThereAndTinted()
    {
        QVERIFY(iconNames().size() > 60);
        for (const QString &name : iconNames())
            QVERIFY2(!iconPixmap(name, Qt::red, 16, 1).isNull(), qPrintable(name));
        QVERIFY(iconPixmap(u"no such icon"_s, Qt::red, 16, 1).isNull());
        const QImage image = iconPixmap(u"stop"_s, QColor(255, 0, 0), 16, 2).toImage();
        QCOMPARE(image.width(), 32);
        int red = 0;
        for (int i = 0; i < 32; ++i)
            red += image.pixelColor(16, i).red() > 200 && image.pixelColor(16, i).green() == 0;
        QVERIFY(red > 0);
    }

    void digitsStandStill()
    {
        const QFont font = themeFont(20, 600);
        QCOMPARE(DigitText(u"111.11"_s, font).width(), DigitText(u"848.00"_s, font).width());
        const int size = BigNumber::sizeToFit(u"123456"_s, u"ms"_s, 120);
        QVERIFY(BigNumber(u"123456"_s, u"ms"_s, size).width() <= 120);
        QVERIFY(BigNumber(u"123456"_s, u"ms"_s, size + 1).width() > 120);
    }

    void gridEdgesAreRounded_data()
    {
        QTest::addColumn<int>("width");
        for (int width : {1552, 1553, 1280, 1051, 700, 3801})
            QTest::addRow("%d", width) << width;
    }

    void gridEdgesAreRounded()
    {
        QFETCH(int, width);
        const double step = (width - 24.0 + 8) / 24;
        for (int x = 0; x < 24; ++x) {
            const QRect one = DashboardGrid::cellsToPixels(QRect(x, 2, 1, 3), width);
            QVERIFY(std::abs(one.left() - (12 + x * step)) <= 0.5 + 1e-9);
            QVERIFY(std::abs(one.right() + 1 - (12 + (x + 1) * step - 8)) <= 0.5 + 1e-9);
            QCOMPARE(one.top(), 12 + 2 * 38);
            QCOMPARE(one.height(), 3 * 30 + 2 * 8);
        }
        QCOMPARE(DashboardGrid::cellsToPixels({0, 0, 24, 1}, width).right() + 1, width - 12);
        if (width == 1552)
            QCOMPARE(DashboardGrid::cellsToPixels({5, 0, 1, 1}, width).width(), 56);
    }

    void gridTellsWhatIsVisible()
    {
        DashboardGrid grid;
        QSignalSpy spy(&grid, &DashboardGrid::visibleChanged);
        for (int i = 0; i < 20; ++i)
            grid.setItem(QString::number(i), new QWidget, QRect(0, i * 8, 24, 8)); // 304 px each
        grid.resize(800, 600);
        grid.show();
        QTRY_COMPARE(grid.visibleItems(), (QStringList{u"0"_s, u"1"_s, u"2"_s, u"3"_s}));
        grid.scrollTo(u"19"_s);
        QTRY_VERIFY(grid.visibleItems().contains(u"19"_s));
        QVERIFY(!grid.visibleItems().contains(u"0"_s));
        grid.setMaximized(u"3"_s);
        QCOMPARE(grid.visibleItems(), QStringList{u"3"_s});
        QCOMPARE(grid.item(u"3"_s)->size(), grid.viewport()->size() - QSize(24, 24));
        QVERIFY(spy.count() >= 3);
    }

    void tabsCloseAndMove()
    {
        TabStrip tabs;
        tabs.resize(900, 36);
        for (const QString &id : {u"a"_s, u"b"_s, u"c"_s})
            tabs.addTab({id, u"Dashboard "_s + id});
        tabs.setCurrent(u"a"_s);
        tabs.show();
        QSignalSpy activated(&tabs, &TabStrip::activated);
        QSignalSpy closed(&tabs, &TabStrip::closeRequested);
        QSignalSpy moved(&tabs, &TabStrip::moved);
        auto *a = tabs.findChild<QWidget *>(u"tab.a"_s);
        auto *b = tabs.findChild<QWidget *>(u"tab.b"_s);
        QTest::mouseClick(b, Qt::LeftButton, {}, QPoint(40, 18));
        QCOMPARE(activated.takeFirst().at(0).toString(), u"b"_s);
        QTest::mouseClick(b, Qt::LeftButton, {}, QPoint(b->width() - 17, 18));
        QCOMPARE(closed.takeFirst().at(0).toString(), u"b"_s);
        QTest::mouseClick(a, Qt::MiddleButton, {}, QPoint(40, 18));
        QCOMPARE(closed.takeFirst().at(0).toString(), u"a"_s);
        QTest::mousePress(a, Qt::LeftButton, {}, QPoint(40, 18));
        const int step = 20;
        for (int x = 0; x < 2 * a->width(); x += step) {
            const QPointF at(40 + step, 18);
            QMouseEvent move(QEvent::MouseMove, at, a->mapToGlobal(at), Qt::NoButton, Qt::LeftButton, {});
            QCoreApplication::sendEvent(a, &move);
        }
        QTest::mouseRelease(a, Qt::LeftButton, {}, QPoint(40, 18));
        QCOMPARE(tabs.ids(), (QStringList{u"b"_s, u"c"_s, u"a"_s}));
        QCOMPARE(moved.takeFirst(), (QVariantList{u"a"_s, 2}));
        QTest::mousePress(a, Qt::LeftButton, {}, QPoint(40, 18));
        for (const int x : {20, -200}) {
            const QPointF at(40 + x, 18);
            QMouseEvent move(QEvent::MouseMove, at, a->mapToGlobal(at), Qt::NoButton, Qt::LeftButton, {});
            QCoreApplication::sendEvent(a, &move);
            if (x < 0) {
                QTest::keyClick(&tabs, Qt::Key_Escape);
                QCoreApplication::sendEvent(a, &move); // the button is still down
            }
        }
        QTest::mouseRelease(a, Qt::LeftButton, {}, QPoint(40, 18));
        QCOMPARE(tabs.ids(), (QStringList{u"b"_s, u"c"_s, u"a"_s}));
        QVERIFY(moved.isEmpty());
        tabs.removeTab(u"c"_s);
        QCOMPARE(tabs.ids(), (QStringList{u"b"_s, u"a"_s}));
    }

    void multiSelect()
    {
        QWidget window;
        window.show();
        MultiSelectPopup popup(&window);
        popup.setOptions({{u"a"_s, u"/api/a"_s}, {u"b"_s, u"/api/b"_s}, {u"c"_s, u"/login"_s}}, true);
        popup.setChosen({MultiSelectPopup::allValue()});
        QSignalSpy committed(&popup, &MultiSelectPopup::committed);
        popup.popupUnder(&window);
        auto *search = popup.findChild<QLineEdit *>(u"multiSelect.search"_s);
        QTest::keyClicks(search, u"api"_s);
        QTest::keyClick(search, Qt::Key_Down);
        QTest::keyClick(search, Qt::Key_Space);
        QCOMPARE(popup.chosen(), QStringList{u"b"_s});
        QTest::keyClick(search, Qt::Key_Return);
        QCOMPARE(committed.takeFirst().at(0).toStringList(), QStringList{u"b"_s});
        popup.popupUnder(&window);
        QTest::mouseClick(popup.findChild<QWidget *>(u"multiSelect.invert"_s), Qt::LeftButton);
        QCOMPARE(popup.chosen(), (QStringList{u"a"_s, u"c"_s}));
        QTest::keyClick(&popup, Qt::Key_Escape);
        QCOMPARE(committed.size(), 0);
        popup.setChosen({u"a"_s});
        popup.popupUnder(&window);
        QTest::mouseClick(popup.findChild<QWidget *>(u"multiSelect.none"_s), Qt::LeftButton);
        popup.close();
        QCOMPARE(committed.takeFirst().at(0).toStringList(), QStringList{MultiSelectPopup::allValue()});
    }

    void elidedButtonsSayTheirWholeText()
    {
        QWidget window;
        window.show();
        TextButton button(u"A text that is too long for its button"_s, TextButton::Kind::Secondary, {}, &window);
        button.show();
        const auto toolTip = [&] {
            QToolTip::hideText();
            const QPoint at = button.rect().center();
            QHelpEvent help(QEvent::ToolTip, at, button.mapToGlobal(at));
            QApplication::sendEvent(&button, &help);
            return QToolTip::text();
        };
        button.resize(button.sizeHint());
        QVERIFY(!button.isElided());
        QVERIFY(!toolTip().contains(u"too long"_s));
        button.resize(90, button.height());
        QVERIFY(button.isElided());
        QVERIFY(toolTip().contains(button.text()));
        QToolTip::hideText();
    }

    void spacesInTheSearchOfSeveral()
    {
        QWidget window;
        window.show();
        MultiSelectPopup popup(&window);
        popup.setOptions({{u"a"_s, u"GET /api"_s}, {u"b"_s, u"GET /"_s}, {u"c"_s, u"POST /api"_s}}, true);
        popup.popupUnder(&window);
        auto *search = popup.findChild<QLineEdit *>(u"multiSelect.search"_s);
        QTest::keyClick(search, Qt::Key_Space); // nothing is searched for
        QCOMPARE(popup.chosen(), QStringList{u"a"_s});
        QTest::keyClicks(search, u"get /a"_s);
        QCOMPARE(search->text(), u"get /a"_s);
        QCOMPARE(popup.chosen(), QStringList{u"a"_s});
        QTest::keyClick(search, Qt::Key_Space); // no value goes on like that
        QVERIFY(popup.chosen().isEmpty() || popup.chosen() == QStringList{MultiSelectPopup::allValue()});
        search->setText(u"get"_s);
        QTest::keyClick(search, Qt::Key_Space, Qt::ControlModifier);
        QCOMPARE(popup.chosen(), QStringList{u"a"_s});
        QTest::keyClick(search, Qt::Key_Down);
        QTest::keyClick(search, Qt::Key_Space);
        QCOMPARE(popup.chosen(), (QStringList{u"a"_s, u"b"_s}));
        QCOMPARE(search->text(), u"get"_s);
    }

    void timePicker()
    {
        QWidget window;
        window.show();
        TimePickerPopup picker(parse, &window);
        picker.setRange({}, u"utc"_s);
        picker.popupUnder(&window);
        QSignalSpy chosen(&picker, &TimePickerPopup::rangeChosen);
        auto *from = picker.findChild<LineEdit *>(u"timePicker.from"_s);
        auto *apply = picker.findChild<QAbstractButton *>(u"timePicker.apply"_s);
        auto *note = picker.findChild<PlainLabel *>(u"timePicker.note"_s);
        from->selectAll();
        QTest::keyClicks(from, u"yesteryear"_s);
        QVERIFY(from->isInvalid());
        QVERIFY(!apply->isEnabled());
        QCOMPARE(note->text(), u"Not a time: yesteryear"_s);
        from->selectAll();
        QTest::keyClicks(from, u"2026-11-17 00:00:00"_s);
        QVERIFY(!from->isInvalid());
        QTest::keyClick(from, Qt::Key_Return);
        QCOMPARE(chosen.takeFirst().at(0).value<RawTimeRange>(), (RawTimeRange{u"1794873600000"_s, u"now"_s}));
        QVERIFY(!picker.isVisible());
        picker.popupUnder(&window);
        auto *search = picker.findChild<QLineEdit *>(u"timePicker.quickSearch"_s);
        QTest::keyClicks(search, u"7 days"_s);
        QTest::keyClick(search, Qt::Key_Return);
        QCOMPARE(chosen.takeFirst().at(0).value<RawTimeRange>(), (RawTimeRange{u"now-7d"_s, u"now"_s}));
    }

    void popupStaysOnScreenAndCloses()
    {
        QWidget window;
        const QRect screen = window.screen()->availableGeometry();
        window.setGeometry(screen.right() - 40, screen.bottom() - 40, 40, 40);
        window.show();
        OptionPopup popup(&window);
        QList<Option> options;
        for (int i = 0; i < 30; ++i)
            options.append({QString::number(i), u"option %1"_s.arg(i)});
        popup.setOptions(options, u"3"_s);
        popup.popupUnder(&window);
        QVERIFY(screen.contains(popup.geometry()));
        QSignalSpy chosen(&popup, &OptionPopup::chosen);
        auto *search = popup.findChild<QLineEdit *>(u"optionPopup.search"_s);
        QTest::keyClick(search, Qt::Key_Down);
        QTest::keyClick(search, Qt::Key_Return);
        QCOMPARE(chosen.takeFirst().at(0).toString(), u"4"_s);
        popup.popupUnder(&window);
        QTest::keyClick(search, Qt::Key_Escape);
        QVERIFY(!popup.isVisible());
    }

    void oneLinkOpensAndSeveralAsk()
    {
        PanelFrame frame;
        frame.resize(300, 200);
        frame.setTitle(u"Title"_s);
        frame.setLinks({{u"Runbook"_s, QUrl(u"https://example.net/a"_s)}});
        frame.show();
        QSignalSpy opened(&frame, &PanelFrame::linkActivated);
        auto *mark = frame.findChild<QWidget *>(u"panel.links"_s);
        QVERIFY(mark->isVisible());
        QTest::mouseClick(mark, Qt::LeftButton);
        QCOMPARE(opened.takeFirst().at(0).toUrl(), QUrl(u"https://example.net/a"_s));
        frame.setLinks({{u"Runbook"_s, QUrl(u"https://example.net/a"_s)}, {u"Hosts & more"_s, QUrl(u"https://example.net/b"_s)}});
        QTest::mouseClick(mark, Qt::LeftButton);
        QCOMPARE(opened.size(), 0);
        auto *menu = frame.findChild<QMenu *>(u"panel.linkMenu"_s);
        QVERIFY(menu && menu->isVisible());
        QCOMPARE(menu->actions().size(), 2);
        QCOMPARE(menu->actions().at(1)->text(), u"Hosts && more"_s);
        menu->actions().at(1)->trigger();
        QCOMPARE(opened.takeFirst().at(0).toUrl(), QUrl(u"https://example.net/b"_s));
        menu->close();
    }

    void panelFrameShowsItsState()
    {
        PanelFrame frame;
        frame.resize(300, 200);
        frame.setTitle(u"<b>Title</b>"_s);
        auto *content = new QWidget;
        frame.setContent(content);
        frame.show();
        QCOMPARE(content->geometry(), QRect(1, 32, 298, 167));
        PanelFrameState warned;
        warned.warning = u"many series"_s;
        frame.setTitle({});
        QCOMPARE(content->geometry().top(), 1);
        frame.setState(warned); // its mark does not lie over the picture
        QCOMPARE(content->geometry().top(), 32);
        frame.setTitle(u"<b>Title</b>"_s);
        PanelFrameState state;
        state.body = PanelFrameState::Body::Message;
        state.headline = u"Refused"_s;
        state.error = u"connection refused"_s;
        state.actions = {{u"retry"_s, u"Try now"_s}};
        frame.setState(state);
        QVERIFY(!content->isVisible());
        QSignalSpy actions(&frame, &PanelFrame::actionTriggered);
        QTest::mouseClick(frame.findChild<QWidget *>(u"panel.action.retry"_s), Qt::LeftButton);
        QCOMPARE(actions.takeFirst().at(0).toString(), u"retry"_s);
        frame.setMenuVisible(false); // a picture has nothing to click
        QVERIFY(!frame.findChild<QWidget *>(u"panel.action.retry"_s));
        frame.setMenuVisible(true);
        QVERIFY(frame.findChild<QWidget *>(u"panel.action.retry"_s));
        auto *problem = frame.findChild<QWidget *>(u"panel.problem"_s);
        QVERIFY(problem->isVisible());
        QVERIFY(problem->width() >= 24 && problem->height() >= 24);
        QTest::mouseClick(problem, Qt::LeftButton);
        auto *text = frame.findChild<QLabel *>(u"messagePopup.text"_s);
        QVERIFY(text && text->text() == u"connection refused"_s && text->textFormat() == Qt::PlainText);
        frame.setState({});
        QVERIFY(content->isVisible() && !problem->isVisible());
    }

    void calendarStartsAsTheDashboardSays()
    {
        Calendar calendar;
        calendar.setMonth(2026, 11); // begins on a Sunday
        const QDate first(2026, 11, 1);
        QCOMPARE(calendar.cellRect(first).x(), 0);
        calendar.setWeekStart(Qt::Monday);
        QCOMPARE(calendar.cellRect(first.addDays(1)).x(), 0);
        QVERIFY(calendar.cellRect(first).x() > calendar.cellRect(first.addDays(-1)).x());
    }

    // The title has the room first; what buttons lose then is told by their icons and tooltips, and comes back.
    void narrowToolbarsKeepTheirTitle()
    {
        Toolbar toolbar(u"A title that people wrote"_s);
        auto *add = new TextButton(u"Add a panel"_s, TextButton::Kind::Secondary, u"plus"_s);
        auto *range = new TextButton(u"Last 6 hours"_s, TextButton::Kind::Secondary, u"clock"_s);
        range->setSuffix(u"Local time"_s);
        auto *plain = new TextButton(u"Done"_s);
        for (TextButton *button : {add, range, plain})
            toolbar.addRight(button);
        const int roomy = add->sizeHint().width() + range->sizeHint().width() + plain->sizeHint().width() + 400;
        toolbar.resize(roomy, toolbar.height());
        toolbar.show();
        const int wide = add->width();
        const int wideRange = range->width();
        QCOMPARE(wide, add->widthFor(false));
        QVERIFY(!add->isElided());

        const int least = toolbar.minimumSizeHint().width();
        QVERIFY(least < roomy - 400);
        toolbar.resize(least, toolbar.height());
        QTRY_COMPARE(add->width(), add->height()); // a square with its icon
        QVERIFY(add->isElided()); // so its tooltip says the text
        QVERIFY(range->width() < wideRange);
        QVERIFY(range->width() > range->height()); // the range itself stays
        QCOMPARE(plain->width(), plain->widthFor(false)); // nothing else would tell what it does
        QVERIFY(toolbar.findChild<QWidget *>(u"toolbar.title"_s)->width() >= 40);
        QVERIFY(plain->geometry().right() < toolbar.width());

        toolbar.resize(roomy, toolbar.height());
        QTRY_COMPARE(add->width(), wide);
        QCOMPARE(range->width(), wideRange);
    }
};

ADD_TEST(TstControls)
#include "tst_controls.moc"
