// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtGui/QMouseEvent>
#include <tests/panels/chartframes.h>
#include <tests/panels/chartstage.h>
#include <tests/support/stallwatch.h>
#include <tests/support/testmain.h>

using namespace Qt::StringLiterals;

namespace {

class PaintCounter : public QObject
{
public:
    int count = 0;

    bool eventFilter(QObject *, QEvent *event) override
    {
        count += event->type() == QEvent::Paint;
        return false;
    }
};

PanelPicture picture()
{
    constexpr int rows = 200'000;
    Field field = chartframes::named(u"noise"_s, chartframes::wave(7, rows, 50, 20));
    field.config.custom = Json::parse(R"({"lineWidth":2,"fillOpacity":20})").value_or(Json());
    PanelPicture made;
    made.type = u"timeseries"_s;
    made.options = Json::object({});
    made.data = chartframes::dataOf({field});
    made.size = {1200, 600};
    return made;
}

} // namespace

// 200,000 samples, two pixels wide and filled, dragged through a window: each movement is a picture of its own, and none takes long.
class TstPanning : public QObject
{
    Q_OBJECT

    static void drag(QWidget *plot, QEvent::Type type, const QPointF &at)
    {
        const bool moves = type == QEvent::MouseMove;
        QMouseEvent event(type, at, plot->mapToGlobal(at), moves ? Qt::NoButton : Qt::LeftButton,
                          type == QEvent::MouseButtonRelease ? Qt::NoButton : Qt::LeftButton, Qt::ShiftModifier);
        QCoreApplication::sendEvent(plot, &event);
    }

private slots:
    void everyMoveIsAFrame()
    {
        const double bound = StallWatch::bound(50);
        const double longest = StallWatch::bestMs(bound, [this](StallWatch &stalls) { pan(stalls); });
        QVERIFY2(longest < bound, qPrintable(QString::number(longest)));
    }

private:
    void pan(StallWatch &stalls)
    {
        constexpr int steps = 60;
        ChartStage stage(picture());
        PaintCounter paints;
        stage.plot->installEventFilter(&paints);
        const QPointF start = stage.plot->plotRect().center();
        const double from = stage.plot->xFrom();
        drag(stage.plot, QEvent::MouseButtonPress, start);
        QCoreApplication::processEvents();
        stalls.reset();
        for (int i = 1; i <= steps; ++i) {
            const int before = paints.count;
            drag(stage.plot, QEvent::MouseMove, start + QPointF(3 * i, 0));
            QVERIFY(!stage.plot->isBusy());
            QTRY_COMPARE(paints.count, before + 1);
        }
        const double perPixel = (stage.plot->xTo() - stage.plot->xFrom()) / stage.plot->plotRect().width();
        QVERIFY(std::fabs(from - stage.plot->xFrom() - 3 * steps * perPixel) < perPixel);
        drag(stage.plot, QEvent::MouseButtonRelease, start + QPointF(3 * steps, 0));
        QTest::qWait(20);
    }
};

ADD_TEST(TstPanning)
#include "tst_panning.moc"
