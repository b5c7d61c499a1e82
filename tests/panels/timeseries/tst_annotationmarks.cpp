// SPDX-License-Identifier: GPL-3.0-or-later
#include <panels/annotationmarks.h>
#include <panels/timeseries/timeseriespanel.h>
#include <tests/panels/chartframes.h>
#include <tests/panels/chartstage.h>
#include <tests/support/testmain.h>

using namespace Qt::StringLiterals;

namespace {

qint64 at(double share)
{
    return chartframes::kEndMs - qint64((1 - share) * double(chartframes::kSpanMs));
}

AnnotationEvent event(double from, double to, const QString &title)
{
    return {at(from), at(to), title, u"<b>rolled out</b> by the pipeline"_s, {u"prod"_s, u"shop"_s}};
}

AnnotationLayers layers()
{
    return {{u"Deploys"_s, u"#2244ff"_s, {event(0.25, 0.25, u"v1"_s), event(0.5, 0.5, {})}},
            {u"Incidents"_s, u"#ff2222"_s, {event(0.6, 0.8, u"HighLatency"_s)}}};
}

PanelPicture picture(bool light = false)
{
    PanelPicture made;
    made.type = u"timeseries"_s;
    made.data = chartframes::waves({u"/api/orders"_s, u"/api/search"_s});
    made.size = {760, 300};
    made.light = light;
    return made;
}

struct Stage : ChartStage {
    explicit Stage(const AnnotationLayers &shown = layers()) : ChartStage(picture())
    {
        panel->setAnnotations(shown);
        QCoreApplication::processEvents();
    }
    QPoint foot(double share) const { return {qRound(plot->pixelOf(double(at(share)), 0).x()), plot->plotRect().bottom() + 4}; }
    ChartTooltip *tooltip() const { return window.findChild<ChartTooltip *>(); }
    static qint64 at(double share) { return ::at(share); }
};

// Pixels of about that colour in a column of the picture.
int coloured(const QImage &image, int x, const QColor &color)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        const QColor pixel = image.pixelColor(x, y);
        count += std::abs(pixel.red() - color.red()) + std::abs(pixel.green() - color.green()) + std::abs(pixel.blue() - color.blue()) < 60;
    }
    return count;
}

} // namespace

// Events of annotations on a time axis.
class TstAnnotationMarks : public QObject
{
    Q_OBJECT

private slots:
    void drawn()
    {
        Stage stage;
        const QImage image = stage.plot->grab().toImage();
        const auto px = [&](double share) { return stage.foot(share).x(); };
        QVERIFY(coloured(image, px(0.25), QColor(0x2244ff)) > stage.plot->plotRect().height() / 3); // dashed
        QVERIFY(coloured(image, px(0.3), QColor(0x2244ff)) < 5);
        QVERIFY(coloured(image, px(0.6), QColor(0xff2222)) > stage.plot->plotRect().height() / 3);
        QVERIFY(coloured(image, px(0.8), QColor(0xff2222)) > stage.plot->plotRect().height() / 3);
        QVERIFY(coloured(image, px(0.7), QColor(0xff2222)) >= 2); // the bar below the band
        stage.panel->setAnnotations({});
        const QImage bare = stage.plot->grab().toImage();
        QVERIFY(coloured(bare, px(0.25), QColor(0x2244ff)) < 5);
        QVERIFY(bare.pixelColor(px(0.7), 20) != image.pixelColor(px(0.7), 20)); // the band
    }

    void footTells()
    {
        Stage stage;
        stage.move(stage.foot(0.25));
        QVERIFY(stage.tooltip() && stage.tooltip()->isVisible());
        const TooltipModel model = stage.tooltip()->model();
        QVERIFY(model.rows.isEmpty());
        QCOMPARE(model.notes.size(), 1);
        QCOMPARE(model.notes[0].title, u"v1"_s);
        QCOMPARE(model.notes[0].caption, u"Deploys"_s);
        QCOMPARE(model.notes[0].text, u"<b>rolled out</b> by the pipeline"_s);
        QCOMPARE(model.notes[0].tags, (QStringList{u"prod"_s, u"shop"_s}));
        QCOMPARE(model.head.size(), u"2026-11-22 19:46:00"_s.size());
        stage.move(stage.foot(0.5));
        QCOMPARE(stage.tooltip()->model().notes[0].title, u"Deploys"_s); // without a title of its own
        stage.move(stage.foot(0.7)); // within the region
        QCOMPARE(stage.tooltip()->model().notes[0].title, u"HighLatency"_s);
        QVERIFY(stage.tooltip()->model().head.contains(u'–'));
        stage.move(stage.foot(0.9));
        QVERIFY(!stage.tooltip()->isVisible());
    }

    void clickPins()
    {
        Stage stage;
        stage.move(stage.foot(0.25));
        QTest::mouseClick(stage.plot, Qt::LeftButton, {}, stage.foot(0.25));
        QVERIFY(stage.tooltip()->isPinned());
        QTest::keyClick(stage.tooltip(), Qt::Key_Escape);
        QVERIFY(!stage.tooltip()->isVisible());
    }

    // In the plot the values come first; the line's event stands below them.
    void lineIsNamedBesideValues()
    {
        Stage stage;
        stage.move({stage.foot(0.25).x(), stage.plot->plotRect().center().y()});
        const TooltipModel model = stage.tooltip()->model();
        QVERIFY(!model.rows.isEmpty());
        QCOMPARE(model.notes.size(), 1);
        QCOMPARE(model.notes[0].title, u"v1"_s);
        QVERIFY(model.notes[0].tags.isEmpty());
        stage.move({stage.foot(0.7).x(), stage.plot->plotRect().center().y()});
        QVERIFY(stage.tooltip()->model().notes.isEmpty());
    }

    void manyAtOnePlace()
    {
        AnnotationLayers many{{u"Restarts"_s, u"orange"_s, {}}};
        for (int i = 0; i < 10'000; ++i)
            many[0].events.append({at(0.5) + i, at(0.5) + i, u"e%1"_s.arg(i), {}, {}});
        Stage stage(many);
        stage.move(stage.foot(0.5));
        const TooltipModel model = stage.tooltip()->model();
        QCOMPARE(model.notes.size(), 5);
        QCOMPARE(model.foot, u"9995 more events here"_s);
        QVERIFY(stage.tooltip()->height() < stage.window.height());
    }

    void tooltipFitsLongTexts()
    {
        TooltipModel model;
        model.head = u"2026-11-22 19:46:00"_s;
        TooltipNote note;
        note.title = QString(400, u'W');
        note.text = QString(u"word "_s).repeated(2000);
        for (int i = 0; i < 50; ++i)
            note.tags.append(u"tag number %1"_s.arg(i));
        model.notes = {note};
        const QSize size = tooltipSize(model);
        QVERIFY2(size.width() <= 426 && size.height() < 400, qPrintable(u"%1 x %2"_s.arg(size.width()).arg(size.height())));
        model.notes = {{u"short"_s, {}, {}, {}, {}}};
        QVERIFY(tooltipSize(model).height() < size.height());
    }

    void pictures_data()
    {
        QTest::addColumn<bool>("light");
        QTest::newRow("dark") << false;
        QTest::newRow("light") << true;
    }
    void pictures()
    {
        QFETCH(bool, light);
        if (!qEnvironmentVariableIsSet("PROMONTORY_PICTURES"))
            return;
        ChartStage stage(picture(light));
        stage.panel->setAnnotations(layers());
        QCoreApplication::processEvents();
        const QRect plot = stage.plot->plotRect();
        const auto save = [&](const QString &name) {
            stage.window.grab().save(qEnvironmentVariable("PROMONTORY_PICTURES")
                                     + u"/annotation-%1-%2.png"_s.arg(name, light ? u"light"_s : u"dark"_s));
        };
        stage.move({qRound(stage.plot->pixelOf(double(at(0.7)), 0).x()), plot.bottom() + 4});
        save(u"foot"_s);
        stage.move({qRound(stage.plot->pixelOf(double(at(0.25)), 0).x()), plot.center().y()});
        save(u"line"_s);
    }
};

ADD_TEST(TstAnnotationMarks)
#include "tst_annotationmarks.moc"
