// SPDX-License-Identifier: GPL-3.0-or-later
#include <panels/timeseries/timeseriespanel.h>
#include <tests/panels/chartframes.h>
#include <tests/panels/chartstage.h>
#include <tests/support/testmain.h>
#include <widgets/legend.h>

using namespace Qt::StringLiterals;

namespace {

PanelPicture picture(bool light = false, const char *legend = R"("displayMode":"table","placement":"right","calcs":["mean","max"])")
{
    PanelPicture made;
    made.type = u"timeseries"_s;
    made.options = Json::parse(QByteArray(R"({"tooltip":{"mode":"multi","sort":"desc"},"legend":{)") + legend + "}}").value_or(Json());
    made.data = chartframes::waves({u"/api/orders"_s, u"/api/search"_s, u"/api/cart"_s, u"/login"_s});
    made.size = {760, 300};
    made.light = light;
    return made;
}

qint64 pixelMs(const ChartStage &stage)
{
    return qint64((stage.plot->xTo() - stage.plot->xFrom()) / stage.plot->plotRect().width()) + 1;
}

} // namespace

// The mouse and the keyboard on a time series panel in a window.
class TstTimeSeriesPanel : public QObject
{
    Q_OBJECT

private slots:
    void hoverShowsValues()
    {
        for (const bool light : {false, true}) {
            ChartStage stage(picture(light));
            QSignalSpy moved(stage.panel, &PanelWidget::cursorMoved);
            const QImage before = stage.image();
            stage.hover(0.6, 0.3);
            QVERIFY(stage.tooltip());
            QCOMPARE(stage.tooltip()->model().rows.size(), 4);
            QCOMPARE(std::count_if(stage.tooltip()->model().rows.begin(), stage.tooltip()->model().rows.end(),
                                   [](const TooltipRow &row) { return row.hot; }),
                     1);
            QVERIFY(std::fabs(*moved.last()[0].value<std::optional<double>>() - stage.timeAt(0.6)) < 1);
            const QImage after = stage.image();
            QVERIFY(after != before);
            PanelPicture::keep(after, light ? u"hover-light"_s : u"hover-dark"_s);
            stage.leave();
            QVERIFY(!stage.tooltip());
            QVERIFY(!moved.last()[0].value<std::optional<double>>());
            QCOMPARE(stage.image(), before);
        }
    }

    void neverOverThePoint()
    {
        ChartStage stage(picture());
        for (double x = 0.02; x < 1; x += 0.07) {
            for (double y = 0.03; y < 1; y += 0.19) {
                stage.hover(x, y);
                QVERIFY(stage.tooltip());
                QVERIFY(!stage.tooltip()->geometry().contains(stage.plot->mapTo(&stage.window, stage.at(x, y))));
                QVERIFY(stage.window.rect().contains(stage.tooltip()->geometry()));
            }
        }
    }

    void clickPinsAndEscapeUnpins()
    {
        ChartStage stage(picture());
        stage.plot->setFocus();
        QTest::mouseClick(stage.plot, Qt::LeftButton, {}, stage.at(0.4));
        QVERIFY(stage.tooltip() && stage.tooltip()->isPinned());
        PanelPicture::keep(stage.image(), u"pinned-dark"_s);
        const QRect place = stage.tooltip()->geometry();
        stage.hover(0.8);
        stage.leave();
        stage.panel->setContext(stage.panel->context()); // a refresh
        QCoreApplication::processEvents();
        QVERIFY(stage.tooltip());
        QCOMPARE(stage.tooltip()->geometry(), place);
        QTest::keyClick(stage.tooltip(), Qt::Key_Escape);
        QVERIFY(!stage.tooltip());
        QVERIFY(stage.plot->hasFocus());
    }

    void linksOfTheSeriesUnderTheMouse()
    {
        PanelPicture linked = picture();
        for (Frame &frame : linked.data.frames) {
            for (Field &field : frame.fields)
                field.config.links
                    = {{u"Logs of ${__series.name}"_s, u"https://logs.example/?at=${__value.time}"_s}, {u"More"_s, u"/d/x"_s}};
        }
        ChartStage stage(linked);
        QSignalSpy followed(stage.panel, &PanelWidget::linkActivated);
        QTest::mouseClick(stage.plot, Qt::LeftButton, {}, stage.at(0.4, 0.2));
        QVERIFY(stage.tooltip() && stage.tooltip()->isPinned());
        QCOMPARE(stage.tooltip()->model().links.size(), 2);
        QVERIFY(stage.tooltip()->model().links[0].title.startsWith(u"Logs of /"_s));
        PanelPicture::keep(stage.image(), u"pinned-links"_s);
        QTest::keyClick(stage.tooltip(), Qt::Key_Down);
        QTest::keyClick(stage.tooltip(), Qt::Key_Return);
        QCOMPARE(followed.size(), 1);
        QVERIFY(followed[0][0].toUrl().query().startsWith(u"at=17"_s));
        QTest::mouseClick(stage.tooltip(), Qt::LeftButton, {}, QPoint(60, stage.tooltip()->height() - 3 - 28 - 12)); // the last link
        QCOMPARE(followed.size(), 2);
        QCOMPARE(followed[1][0].toUrl().path(), u"/d/x"_s);
    }

    void oneClickLinksAreFollowedAtOnce()
    {
        PanelPicture linked = picture();
        for (Field &field : linked.data.frames[0].fields)
            field.config.links = {{u"Logs"_s, u"https://logs.example/"_s, false, true}};
        ChartStage stage(linked);
        QSignalSpy followed(stage.panel, &PanelWidget::linkActivated);
        QTest::mouseClick(stage.plot, Qt::LeftButton, {}, stage.at(0.4, 0.2));
        QCOMPARE(followed.size(), 1);
        QVERIFY(!stage.tooltip() || !stage.tooltip()->isPinned());
    }

    void refreshKeepsTheTooltip()
    {
        PanelPicture shown = picture();
        ChartStage stage(shown);
        stage.hover(0.5);
        const QString head = stage.tooltip()->model().head;
        PanelContext context = stage.panel->context();
        context.range.fromMs += 600'000;
        context.range.toMs += 600'000;
        stage.panel->setContext(context);
        QVERIFY(stage.tooltip());
        QTRY_VERIFY(stage.tooltip()->model().head != head); // another time came under the resting mouse
    }

    void dragSelectsTimes()
    {
        ChartStage stage(picture());
        QSignalSpy selected(stage.panel, &PanelWidget::rangeSelected);
        stage.hover(0.7);
        const double from = stage.timeAt(0.25);
        const double to = stage.timeAt(0.7);
        stage.drag(0.7, 0.25);
        QVERIFY(!stage.tooltip());
        PanelPicture::keep(stage.image(), u"select-dark"_s);
        stage.drop(0.25);
        QCOMPARE(selected.size(), 1);
        const auto range = selected[0][0].value<TimeRange>();
        QVERIFY(std::llabs(range.fromMs - qint64(from)) <= pixelMs(stage));
        QVERIFY(std::llabs(range.toMs - qint64(to)) <= pixelMs(stage));
    }

    void escapeGivesUpTheSelection()
    {
        ChartStage stage(picture());
        QSignalSpy selected(stage.panel, &PanelWidget::rangeSelected);
        stage.drag(0.7, 0.25);
        QTest::keyClick(stage.plot, Qt::Key_Escape);
        stage.drop(0.25);
        QCOMPARE(selected.size(), 0);
    }

    void shiftDragPansAndThenAsks()
    {
        ChartStage stage(picture());
        QSignalSpy selected(stage.panel, &PanelWidget::rangeSelected);
        const double before = stage.plot->xFrom();
        const double moved = stage.timeAt(0.8) - stage.timeAt(0.3);
        stage.drag(0.3, 0.8, Qt::ShiftModifier);
        QVERIFY(std::fabs(before - stage.plot->xFrom() - moved) <= double(pixelMs(stage)));
        QCOMPARE(selected.size(), 0);
        QVERIFY(!stage.tooltip());
        stage.drop(0.8, Qt::ShiftModifier);
        QCOMPARE(selected.size(), 1);
        QCOMPARE(selected[0][0].value<TimeRange>().fromMs, qRound64(stage.plot->xFrom()));
        QCOMPARE(selected[0][0].value<TimeRange>().toMs, qRound64(stage.plot->xTo()));
    }

    void controlWheelZoomsAndThenAsks()
    {
        ChartStage stage(picture());
        QSignalSpy selected(stage.panel, &PanelWidget::rangeSelected);
        const double span = stage.plot->xTo() - stage.plot->xFrom();
        QVERIFY(!stage.wheel(0.5, 1, Qt::NoModifier)); // the page's
        QCOMPARE(stage.plot->xTo() - stage.plot->xFrom(), span);
        QVERIFY(stage.wheel(0.5, 1, Qt::ControlModifier));
        QVERIFY(stage.wheel(0.5, 1, Qt::ControlModifier));
        QVERIFY(stage.plot->xTo() - stage.plot->xFrom() < span * 0.7);
        QTRY_COMPARE(selected.size(), 1);
        QCOMPARE(selected[0][0].value<TimeRange>().fromMs, qRound64(stage.plot->xFrom()));
    }

    void doubleClickZoomsOut()
    {
        ChartStage stage(picture());
        QSignalSpy out(stage.panel, &PanelWidget::zoomOutRequested);
        QTest::mouseClick(stage.plot, Qt::LeftButton, {}, stage.at(0.5)); // as a double click begins
        QTest::mouseDClick(stage.plot, Qt::LeftButton, {}, stage.at(0.5));
        QCOMPARE(out.size(), 1);
        QVERIFY(!stage.tooltip() || !stage.tooltip()->isPinned());
    }

    void legendClickIsolates()
    {
        ChartStage stage(picture());
        auto *panel = qobject_cast<TimeSeriesPanel *>(stage.panel);
        auto *legend = panel->findChild<LegendView *>();
        const auto click = [&](int item, Qt::KeyboardModifiers keys) {
            QTest::mouseClick(legend, Qt::LeftButton, keys, legend->itemRect(item).center());
            return panel->view().shownSeries();
        };
        QCOMPARE(click(1, Qt::NoModifier), QList<int>({1}));
        PanelPicture::keep(stage.image(), u"isolated-dark"_s);
        QCOMPARE(click(1, Qt::NoModifier), QList<int>({0, 1, 2, 3}));
        QCOMPARE(click(2, Qt::ControlModifier), QList<int>({0, 1, 3}));
        PanelPicture::keep(stage.image(), u"toggled-dark"_s);
        QCOMPARE(click(2, Qt::ControlModifier), QList<int>({0, 1, 2, 3}));
    }

    void legendHoverHighlights()
    {
        ChartStage stage(picture());
        auto *legend = stage.panel->findChild<LegendView *>();
        const QImage before = stage.image();
        QTest::mouseMove(legend, legend->itemRect(0).center());
        const QImage after = stage.image();
        QVERIFY(after.copy(40, 30, 300, 240) != before.copy(40, 30, 300, 240));
        PanelPicture::keep(after, u"legendhover-dark"_s);
    }

    void sharedCursorIsALine()
    {
        ChartStage stage(picture());
        const QImage before = stage.image();
        QSignalSpy moved(stage.panel, &PanelWidget::cursorMoved);
        stage.panel->setSharedCursor(stage.timeAt(0.5));
        const QImage after = stage.image();
        QVERIFY(!stage.tooltip());
        QCOMPARE(moved.size(), 0);
        int changed = 0; // columns of pixels
        for (int x = 0; x < before.width(); ++x)
            changed += before.copy(x, 0, 1, before.height()) != after.copy(x, 0, 1, after.height());
        QCOMPARE(changed, 1);
        stage.panel->setSharedCursor({});
        QCOMPARE(stage.image(), before);
    }

    void keyboardCursorStepsAndPins()
    {
        ChartStage stage(picture());
        stage.plot->setFocus();
        QSignalSpy moved(stage.panel, &PanelWidget::cursorMoved);
        QTest::keyClick(stage.plot, Qt::Key_Right);
        QTest::keyClick(stage.plot, Qt::Key_Right);
        QVERIFY(stage.tooltip());
        PanelPicture::keep(stage.image(), u"keyboard-dark"_s);
        const Frame frame = stage.panel->table().first();
        QCOMPARE(moved.last()[0].value<std::optional<double>>(), std::optional(frame.fields[0].values.number(2)));
        QTest::keyClick(stage.plot, Qt::Key_Return);
        QVERIFY(stage.tooltip() && stage.tooltip()->isPinned());
        QTest::keyClick(stage.tooltip(), Qt::Key_Escape);
        QVERIFY(!stage.tooltip());
        QVERIFY(stage.plot->hasFocus());
        QTest::keyClick(stage.plot, Qt::Key_Left);
        QVERIFY(stage.tooltip());
        QTest::keyClick(stage.plot, Qt::Key_Escape);
        QVERIFY(!stage.tooltip());
    }
};

ADD_TEST(TstTimeSeriesPanel)
#include "tst_timeseriespanel.moc"
