// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtWidgets/QMenu>
#include <QtWidgets/QTableView>
#include <tests/panels/chartframes.h>
#include <tests/panels/chartstage.h>
#include <tests/support/testmain.h>

using namespace Qt::StringLiterals;

// Data links of panel types, followed by mouse and by keys. Where they lead is for others to judge: scripts are told of, too.
class TstPanelDataLinks : public QObject
{
    Q_OBJECT

    static Frames series(const QList<DataLink> &links, int count = 2)
    {
        Frame frame{{}, u"A"_s, Frame::Kind::TimeSeries, {Field{u"Time"_s, {}, Column::times({1000, 2000}), {}, {}}}};
        for (int i = 0; i < count; ++i) {
            Field field{u"Value"_s, {{u"host"_s, u"h%1"_s.arg(i)}}, Column::numbers({1, 40.0 + i}), {}, {}};
            field.config.links = links;
            frame.fields.append(field);
        }
        return {frame};
    }
    static std::unique_ptr<PanelWidget> shown(const QString &type, const Frames &frames)
    {
        PanelPicture picture{type, Json::object(), {}};
        picture.size = {500, 240};
        picture.data.frames = frames;
        picture.data.range = {0, 4000};
        auto panel = picture.widget();
        panel->show();
        panel->activateWindow();
        QApplication::setActiveWindow(panel.get());
        QCoreApplication::processEvents();
        return panel;
    }
    static QMenu *menu()
    {
        for (QWidget *each : QApplication::topLevelWidgets())
            if (auto *found = qobject_cast<QMenu *>(each); found && found->isVisible())
                return found;
        return nullptr;
    }
    static QStringList addresses(const QSignalSpy &spy)
    {
        QStringList all;
        for (const QList<QVariant> &call : spy)
            all.append(call[0].toUrl().toString());
        return all;
    }

private slots:
    void ofNumbers_data()
    {
        QTest::addColumn<QString>("type");
        for (const char *type : {"stat", "gauge", "bargauge"})
            QTest::newRow(type) << QString::fromLatin1(type);
    }
    void ofNumbers()
    {
        QFETCH(QString, type);
        const auto panel = shown(type, series({{u"Logs"_s, u"https://logs.example/${__field.labels.host}?v=${__value.raw}"_s}}));
        QSignalSpy followed(panel.get(), &PanelWidget::linkActivated);
        const bool isDown = type == "bargauge"_L1; // its items stand side by side or below each other
        const QPoint second = isDown ? QPoint(375, 150) : QPoint(375, 120);
        QTest::mouseClick(panel.get(), Qt::LeftButton, {}, second);
        QCOMPARE(followed.size(), 1);
        QVERIFY(addresses(followed)[0].startsWith(u"https://logs.example/h"_s));
        followed.clear();
        QCOMPARE(panel->focusPolicy(), Qt::TabFocus);
        panel->setFocus(Qt::TabFocusReason);
        PanelPicture::keep(panel->grab().toImage(), type + u"-focus"_s);
        QTest::keyClick(panel.get(), Qt::Key_Return);
        QTest::keyClick(panel.get(), Qt::Key_Right);
        QTest::keyClick(panel.get(), Qt::Key_Right); // the last stays
        QTest::keyClick(panel.get(), Qt::Key_Space);
        QCOMPARE(addresses(followed), (QStringList{u"https://logs.example/h0?v=40"_s, u"https://logs.example/h1?v=41"_s}));
    }

    void severalAskByAMenu_data() { ofNumbers_data(); }
    void severalAskByAMenu()
    {
        QFETCH(QString, type);
        const auto panel = shown(
            type,
            series({{u"Logs of ${__field.labels.host}"_s, u"https://logs.example/"_s}, {u"A script"_s, u"javascript:alert(1)"_s}}, 1));
        QSignalSpy followed(panel.get(), &PanelWidget::linkActivated);
        panel->setFocus(Qt::TabFocusReason);
        QTest::keyClick(panel.get(), Qt::Key_Return);
        QVERIFY(menu());
        QCOMPARE(menu()->actions().size(), 2);
        QCOMPARE(menu()->actions()[0]->text(), u"Logs of h0"_s);
        QTest::keyClick(menu(), Qt::Key_Down);
        QTest::keyClick(menu(), Qt::Key_Down);
        QTest::keyClick(menu(), Qt::Key_Return);
        QCOMPARE(addresses(followed), QStringList{u"javascript:alert(1)"_s}); // who follows it says that it is refused
    }

    void noLinksNoFocus()
    {
        for (const char *type : {"stat", "gauge", "bargauge"})
            QCOMPARE(shown(QString::fromLatin1(type), series({}))->focusPolicy(), Qt::NoFocus);
    }

    void ofTables()
    {
        Frame frame{{}, u"A"_s, Frame::Kind::Table, {Field{u"host"_s, {}, Column::texts({u"a b"_s, u"c"_s}), {}, {}}}};
        frame.fields[0].config.links = {{u"Host"_s, u"https://hosts.example/${__value.text}"_s}};
        const auto panel = shown(u"table"_s, {frame});
        QSignalSpy followed(panel.get(), &PanelWidget::linkActivated);
        auto *view = panel->findChild<QTableView *>();
        QVERIFY(view);
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->visualRect(view->model()->index(1, 0)).center());
        view->setCurrentIndex(view->model()->index(0, 0));
        QTest::keyClick(view, Qt::Key_Return);
        QCOMPARE(addresses(followed), (QStringList{u"https://hosts.example/c"_s, u"https://hosts.example/a b"_s}));
    }

    void ofHeatmaps_data()
    {
        QTest::addColumn<bool>("atOnce");
        QTest::newRow("in the pinned tooltip") << false;
        QTest::newRow("at once") << true;
    }
    void ofHeatmaps()
    {
        QFETCH(bool, atOnce);
        PanelPicture picture;
        picture.type = u"heatmap"_s;
        picture.data = chartframes::buckets();
        picture.size = {760, 300};
        for (Field &field : picture.data.frames[0].fields)
            field.config.links = {{u"Of ${__field.name}"_s, u"https://logs.example/?at=${__value.time}&n=${__value.raw}"_s, false, atOnce}};
        ChartStage stage(picture);
        QSignalSpy followed(stage.panel, &PanelWidget::linkActivated);
        QTest::mouseClick(stage.plot, Qt::LeftButton, {}, stage.at(0.4, 0.6));
        QCOMPARE(followed.size(), atOnce ? 1 : 0);
        if (!atOnce) {
            QVERIFY(stage.tooltip() && stage.tooltip()->isPinned());
            QCOMPARE(stage.tooltip()->model().links.size(), 1);
            QVERIFY(stage.tooltip()->model().links[0].title.startsWith(u"Of "_s));
            PanelPicture::keep(stage.image(), u"heat-links"_s);
            QTest::keyClick(stage.tooltip(), Qt::Key_Down);
            QTest::keyClick(stage.tooltip(), Qt::Key_Return);
        }
        QCOMPARE(followed.size(), 1);
        QVERIFY(followed[0][0].toUrl().query().startsWith(u"at=17"_s));
    }
};

ADD_TEST(TstPanelDataLinks)
#include "tst_paneldatalinks.moc"
