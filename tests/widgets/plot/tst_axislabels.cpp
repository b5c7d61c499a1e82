// SPDX-License-Identifier: GPL-3.0-or-later
#include "plottesting.h"
#include <pipeline/ticks.h>
#include <tests/support/paintedtexts.h>
#include <tests/support/testmain.h>

using namespace Qt::StringLiterals;

class TstAxisLabels : public QObject
{
    Q_OBJECT

private slots:
    // Names of rows that are longer than the axis has room for end in dots; nothing of them is cut at its beginning.
    void longNamesEndInDots_data()
    {
        QTest::addColumn<int>("widthPx");
        QTest::newRow("by itself") << 0;
        QTest::newRow("as wide as the file says") << 90;
    }
    void longNamesEndInDots()
    {
        QFETCH(int, widthPx);
        PlotModel model = plottesting::bareModel(0, 1000, 0, 2);
        PlotAxis &axis = model.y.first();
        axis.visible = true;
        axis.widthPx = widthPx;
        axis.ticker = std::make_shared<const PlotTicker>([](double, double, int) {
            return QList<Tick>{{0.5, u"{endpoint=\"/api/orders/with/many/parts\", instance=\"app-1:8000\"}"_s}, {1.5, u"short"_s}};
        });
        PlotSurface surface;
        surface.resize(400, 200);
        surface.setBackground(Qt::black);
        surface.setModel(model);
        QStringList texts;
        for (const PaintedText &text : paintedTexts(surface, Qt::black)) {
            QVERIFY2(!text.cut, qPrintable(text.text));
            texts.append(text.text);
        }
        QCOMPARE(texts.size(), qsizetype(2));
        QVERIFY2(texts.contains(u"short"_s), qPrintable(texts.join(u'|')));
        texts.removeAll(u"short"_s);
        QVERIFY2(texts.value(0).startsWith(u"{endp"_s) && texts.value(0).endsWith(u'…'), qPrintable(texts.value(0)));
    }
};

ADD_TEST(TstAxisLabels)
#include "tst_axislabels.moc"
