// SPDX-License-Identifier: GPL-3.0-or-later
#include <panels/heatmap/heatmappanel.h>
#include <tests/panels/chartframes.h>
#include <tests/panels/chartstage.h>
#include <tests/support/testmain.h>

using namespace Qt::StringLiterals;

namespace {

PanelPicture picture(bool light = false)
{
    PanelPicture made;
    made.type = u"heatmap"_s;
    made.options
        = Json::parse(R"({"color":{"scheme":"YlGnBu"},"cellValues":{"unit":"short"},"tooltip":{"mode":"single"}})").value_or(Json());
    made.data = chartframes::buckets();
    made.size = {760, 300};
    made.light = light;
    return made;
}

} // namespace

// The mouse and the keyboard on a heatmap in a window.
class TstHeatmapPanel : public QObject
{
    Q_OBJECT

private slots:
    void hoverShowsTheCell()
    {
        for (const bool light : {false, true}) {
            ChartStage stage(picture(light));
            const QImage before = stage.image();
            stage.hover(0.4, 0.6);
            QVERIFY(stage.tooltip());
            QCOMPARE(stage.tooltip()->model().rows.size(), 1);
            QVERIFY(!stage.tooltip()->geometry().contains(stage.plot->mapTo(&stage.window, stage.at(0.4, 0.6))));
            PanelPicture::keep(stage.image(), light ? u"heathover-light"_s : u"heathover-dark"_s);
            stage.leave();
            QVERIFY(!stage.tooltip());
            QCOMPARE(stage.image(), before);
        }
    }

    void clickPinsAndEscapeUnpins()
    {
        ChartStage stage(picture());
        stage.plot->setFocus();
        QTest::mouseClick(stage.plot, Qt::LeftButton, {}, stage.at(0.4));
        QVERIFY(stage.tooltip() && stage.tooltip()->isPinned());
        stage.hover(0.8);
        stage.leave();
        QVERIFY(stage.tooltip());
        QTest::keyClick(stage.tooltip(), Qt::Key_Escape);
        QVERIFY(!stage.tooltip());
        QVERIFY(stage.plot->hasFocus());
    }

    void gesturesAskForRanges()
    {
        ChartStage stage(picture());
        QSignalSpy selected(stage.panel, &PanelWidget::rangeSelected);
        QSignalSpy out(stage.panel, &PanelWidget::zoomOutRequested);
        const double from = stage.timeAt(0.2);
        const double pixel = (stage.plot->xTo() - stage.plot->xFrom()) / stage.plot->plotRect().width() + 1;
        stage.drag(0.2, 0.6);
        stage.drop(0.6);
        QCOMPARE(selected.size(), 1);
        QVERIFY(std::fabs(double(selected[0][0].value<TimeRange>().fromMs) - from) <= pixel);
        QVERIFY(!stage.wheel(0.5, 1, Qt::NoModifier));
        QVERIFY(stage.wheel(0.5, -1, Qt::ControlModifier));
        QTRY_COMPARE(selected.size(), 2);
        const double left = stage.plot->xFrom();
        stage.drag(0.5, 0.7, Qt::ShiftModifier);
        QVERIFY(stage.plot->xFrom() < left);
        QCOMPARE(selected.size(), 2);
        stage.drop(0.7, Qt::ShiftModifier);
        QCOMPARE(selected.size(), 3);
        QTest::mouseDClick(stage.plot, Qt::LeftButton, {}, stage.at(0.5));
        QCOMPARE(out.size(), 1);
    }

    void sharedCursorIsALine()
    {
        ChartStage stage(picture());
        const QImage before = stage.image();
        stage.panel->setSharedCursor(stage.timeAt(0.5));
        const QImage after = stage.image();
        QVERIFY(!stage.tooltip());
        int changed = 0; // columns of pixels
        for (int x = 0; x < before.width(); ++x)
            changed += before.copy(x, 0, 1, before.height()) != after.copy(x, 0, 1, after.height());
        QCOMPARE(changed, 1);
    }

    void keyboardWalksColumnsAndRows()
    {
        ChartStage stage(picture());
        stage.plot->setFocus();
        QSignalSpy moved(stage.panel, &PanelWidget::cursorMoved);
        QTest::keyClick(stage.plot, Qt::Key_Right);
        QVERIFY(stage.tooltip());
        const QString first = stage.tooltip()->model().head;
        QTest::keyClick(stage.plot, Qt::Key_Right);
        QVERIFY(stage.tooltip()->model().head != first);
        const QString bucket = stage.tooltip()->model().rows[0].name;
        QTest::keyClick(stage.plot, Qt::Key_Up);
        QVERIFY(stage.tooltip()->model().rows[0].name != bucket);
        QTest::keyClick(stage.plot, Qt::Key_Escape);
        QVERIFY(!stage.tooltip());
    }
};

ADD_TEST(TstHeatmapPanel)
#include "tst_heatmappanel.moc"
