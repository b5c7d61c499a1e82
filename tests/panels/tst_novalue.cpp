// SPDX-License-Identifier: GPL-3.0-or-later
#include <panels/panelwidget.h>
#include <panels/registry.h>
#include <tests/panels/panelpicture.h>
#include <tests/support/testmain.h>

using namespace Qt::StringLiterals;

// Where a query found nothing and the field config has a text for that ("noValue"), numbers show it as Grafana does.
class TstNoValue : public QObject
{
    Q_OBJECT

private slots:
    void standsWhereANumberWould_data()
    {
        QTest::addColumn<QString>("type");
        for (const char *type : {"stat", "gauge", "bargauge"})
            QTest::newRow(type) << QString::fromLatin1(type);
    }
    void standsWhereANumberWould()
    {
        QFETCH(QString, type);
        PanelPicture picture{type, Json::object(), {}};
        const QImage nothing = picture.image();
        picture.data.noValue = u"None yet"_s;
        const auto panel = picture.widget();
        QCOMPARE(panel->table().at(0).fields[1].values.text(0), u"None yet"_s);
        QVERIFY(!panel->hasMarks()); // of data there is none
        QVERIFY(picture.imageOf(*panel) != nothing);
        for (const bool light : {false, true}) {
            picture.light = light;
            PanelPicture::keep(picture.image(), type + (light ? u"-light"_s : u"-dark"_s));
        }
        picture.data.frames = samples();
        QCOMPARE(picture.widget()->table().at(0).fields[1].values.text(0), u"7"_s);
    }

private:
    static Frames samples()
    {
        Frame frame{{}, u"A"_s, Frame::Kind::TimeSeries, {}};
        frame.fields = {Field{u"Time"_s, {}, Column::times({1000}), {}, {}}, Field{u"Value"_s, {}, Column::numbers({7}), {}, {}}};
        return {frame};
    }
};

ADD_TEST(TstNoValue)
#include "tst_novalue.moc"
