// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtGui/QWheelEvent>
#include <tests/support/testmain.h>
#include <tests/widgets/plot/plottesting.h>

class TstPlotGestures : public QObject
{
    Q_OBJECT

    PlotSurface m_surface;

    QPoint at(double share) const
    {
        const QRect plot = m_surface.plotRect();
        return {plot.left() + int(plot.width() * share), plot.center().y()};
    }
    bool wheel(int notches, Qt::KeyboardModifiers modifiers)
    {
        QWheelEvent event(at(0.5), m_surface.mapToGlobal(at(0.5)), {}, {0, notches * 120}, Qt::NoButton, modifiers, Qt::NoScrollPhase,
                          false);
        event.ignore();
        QCoreApplication::sendEvent(&m_surface, &event);
        return event.isAccepted();
    }

private slots:
    void init()
    {
        PlotModel model = plottesting::bareModel(0, 1000, 0, 100);
        model.series = {plottesting::line(std::vector<double>(101, 50), 10)};
        m_surface.resize(400, 200);
        m_surface.setModel(model);
        m_surface.setXRange(0, 1000);
        m_surface.setCrosshair({});
    }

    void plainWheelIsThePages()
    {
        QVERIFY(!wheel(1, Qt::NoModifier));
        QCOMPARE(m_surface.xTo(), 1000.0);
    }

    void controlWheelZoomsAtTheCursor()
    {
        QSignalSpy zoomed(&m_surface, &PlotSurface::zoomed);
        const double under = m_surface.xAt(at(0.5).x());
        QVERIFY(wheel(1, Qt::ControlModifier));
        QVERIFY(std::fabs(m_surface.xTo() - m_surface.xFrom() - 800) < 1e-6); // at once
        QVERIFY(std::fabs(m_surface.xAt(at(0.5).x()) - under) < 1e-6);
        QVERIFY(wheel(1, Qt::ControlModifier));
        QCOMPARE(zoomed.size(), 0);
        PlotModel next = m_surface.model(); // a refresh on the way does not throw the view back
        next.to += 10;
        m_surface.setModel(next);
        QVERIFY(std::fabs(m_surface.xTo() - m_surface.xFrom() - 640) < 1e-6);
        QTRY_COMPARE(zoomed.size(), 1);
        QVERIFY(std::fabs(zoomed[0][1].toDouble() - zoomed[0][0].toDouble() - 640) < 1e-6);
    }

    void dragSelects()
    {
        QSignalSpy selected(&m_surface, &PlotSurface::rangeSelected);
        QTest::mousePress(&m_surface, Qt::LeftButton, {}, at(0.75));
        QTest::mouseMove(&m_surface, at(0.5));
        QTest::mouseMove(&m_surface, at(0.25));
        QTest::mouseRelease(&m_surface, Qt::LeftButton, {}, at(0.25));
        QCOMPARE(selected.size(), 1);
        QVERIFY(std::fabs(selected[0][0].toDouble() - 250) < 5);
        QVERIFY(std::fabs(selected[0][1].toDouble() - 750) < 5);
        QCOMPARE(m_surface.xTo(), 1000.0);
    }

    void shiftDragPans()
    {
        QSignalSpy panned(&m_surface, &PlotSurface::panned);
        QTest::mousePress(&m_surface, Qt::LeftButton, Qt::ShiftModifier, at(0.5));
        QTest::mouseMove(&m_surface, at(0.25));
        QVERIFY(std::fabs(m_surface.xFrom() - 250) < 5); // at once
        QCOMPARE(panned.size(), 0);
        QTest::mouseRelease(&m_surface, Qt::LeftButton, Qt::ShiftModifier, at(0.25));
        QCOMPARE(panned.size(), 1);
        QVERIFY(std::fabs(panned[0][1].toDouble() - 1250) < 5);
    }

    void escapeEndsTheDrag()
    {
        QSignalSpy selected(&m_surface, &PlotSurface::rangeSelected);
        QSignalSpy panned(&m_surface, &PlotSurface::panned);
        QSignalSpy clicked(&m_surface, &PlotSurface::clicked);
        QWidget other; // has the focus, maybe
        for (const auto modifiers : {Qt::NoModifier, Qt::ShiftModifier}) {
            QTest::mousePress(&m_surface, Qt::LeftButton, modifiers, at(0.5));
            QTest::mouseMove(&m_surface, at(0.4));
            QTest::mouseMove(&m_surface, at(0.25));
            QTest::keyClick(&other, Qt::Key_Escape);
            QTest::mouseMove(&m_surface, at(0.2));
            QTest::mouseRelease(&m_surface, Qt::LeftButton, modifiers, at(0.2));
            QCOMPARE(m_surface.xFrom(), 0.0);
            QCOMPARE(m_surface.xTo(), 1000.0);
        }
        QVERIFY(selected.isEmpty() && panned.isEmpty() && clicked.isEmpty());
    }

    void clickIsNoSelection()
    {
        QSignalSpy selected(&m_surface, &PlotSurface::rangeSelected);
        QSignalSpy clicked(&m_surface, &PlotSurface::clicked);
        QTest::mouseClick(&m_surface, Qt::LeftButton, {}, at(0.5));
        QCOMPARE(clicked.size(), 1);
        QCOMPARE(selected.size(), 0);
    }

    void doubleClickZoomsOut()
    {
        QSignalSpy out(&m_surface, &PlotSurface::zoomOutRequested);
        QTest::mouseDClick(&m_surface, Qt::LeftButton, {}, at(0.5));
        QCOMPARE(out.size(), 1);
    }

    void arrowsStepThroughSamples()
    {
        QSignalSpy hovered(&m_surface, &PlotSurface::hovered);
        QTest::keyClick(&m_surface, Qt::Key_Right);
        QTest::keyClick(&m_surface, Qt::Key_Right);
        QTest::keyClick(&m_surface, Qt::Key_Left);
        QCOMPARE(hovered.size(), 3);
        const auto last = hovered[1][0].value<std::optional<PlotHover>>();
        QVERIFY(last && last->byKeyboard);
        QCOMPARE(last->x, 20.0);
        QTest::keyClick(&m_surface, Qt::Key_Escape);
        QVERIFY(!hovered.last()[0].value<std::optional<PlotHover>>());
    }

    void nearestSampleIsFound()
    {
        const QPointF pos = m_surface.pixelOf(502, 60);
        const auto hit = m_surface.nearest(pos);
        QVERIFY(hit);
        QCOMPARE(hit->row, 50);
        QCOMPARE(hit->y, 50.0);
        QVERIFY(!m_surface.nearest(pos, 3));
        QCOMPARE(m_surface.valuesAt(257).first().row, 26);
    }
};

ADD_TEST(TstPlotGestures)
#include "tst_plotgestures.moc"
