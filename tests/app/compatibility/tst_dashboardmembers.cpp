// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtWidgets/QTableView>
#include <app/sessiontime.h>
#include <dashboard/panelediting.h>
#include <panels/panelwidget.h>
#include <panels/registry.h>
#include <tests/app/settings/settingsworld.h>
#include <tests/support/paintedtexts.h>
#include <tests/support/testmain.h>

using namespace Qt::StringLiterals;

namespace {

QByteArray board(const QByteArray &members)
{
    return R"({"title":"B","schemaVersion":41)" + members
        + R"(,"panels":[{"id":1,"type":"text","title":"t","gridPos":{"x":0,"y":0,"w":24,"h":4},"options":{"content":"c"}}]})";
}

QStringList textsOf(QWidget &widget)
{
    QStringList texts;
    for (const PaintedText &text : paintedTexts(widget, Qt::black))
        texts.append(text.text);
    return texts;
}

} // namespace

// Members of a dashboard that its page honours.
class TstDashboardMembers : public QObject
{
    Q_OBJECT

private slots:
    void description()
    {
        SettingsWorld with(board(R"(,"description":"what it is for")"));
        QVERIFY(with.isShown() && with.page().findChild<QWidget *>(u"about"_s));
        SettingsWorld without(board({}));
        QVERIFY(!without.page().findChild<QWidget *>(u"about"_s));
    }

    void editable()
    {
        const auto edits = [](const QByteArray &members) {
            SettingsWorld world(board(members));
            return world.page().apply(setPanelValue(world.page().editor().document(), u"panel-1"_s, u"title"_s, u"new"_s, u"Title"_s));
        };
        QVERIFY(edits({}));
        QVERIFY(!edits(R"(,"editable":false)"));
    }

    void graphTooltip()
    {
        const auto shares = [](const QByteArray &members) {
            SettingsWorld world(board(members));
            return world.page().view().panel(u"panel-1"_s)->context().sharedCursor;
        };
        QVERIFY(shares(R"(,"graphTooltip":1)"));
        QVERIFY(!shares({}));
    }

    // timepicker.hidden
    void hidden()
    {
        const auto isHidden = [](const QByteArray &members) {
            SettingsWorld world(board(members));
            return world.page().findChild<SessionTime *>()->isHidden();
        };
        QVERIFY(isHidden(R"(,"timepicker":{"hidden":true})"));
        QVERIFY(!isHidden({}));
    }

    // timepicker.quick_ranges
    void quick_ranges()
    {
        SettingsWorld world(board(R"(,"timepicker":{"quick_ranges":[{"from":"now-7h","to":"now","display":"A long shift"}]})"));
        world.page().openTimePicker();
        QWidget *popup = QApplication::activePopupWidget();
        QVERIFY(popup);
        QVERIFY2(textsOf(*popup).contains(u"A long shift"_s), qPrintable(textsOf(*popup).join(u'|')));
        popup->close();
    }

    // timepicker.refresh_intervals
    void refresh_intervals()
    {
        SettingsWorld world(board(R"(,"timepicker":{"refresh_intervals":["17s"]})"));
        world.click(u"refresh.interval"_s);
        QWidget *popup = QApplication::activePopupWidget();
        QVERIFY(popup);
        QVERIFY2(textsOf(*popup).join(u'|').contains(u"17"_s), qPrintable(textsOf(*popup).join(u'|')));
        popup->close();
    }

    // Of a table with two results.
    void frameIndex()
    {
        const PanelRegistry registry = PanelRegistry::standard();
        const std::unique_ptr<PanelWidget> panel(registry.find(u"table"_s)->create(nullptr));
        PanelData data;
        for (const auto &[name, value] : {std::pair(u"first"_s, 1.0), std::pair(u"second"_s, 2.0)})
            data.frames.append({name, u"A"_s, Frame::Kind::Table, {Field{name, {}, Column::numbers({value}), {}, {}}}});
        panel->setOptions(Json::object({{u"frameIndex"_s, 1}}));
        panel->setData(data);
        const QTableView *table = panel->findChild<QTableView *>();
        QVERIFY(table);
        QCOMPARE(table->model()->headerData(0, Qt::Horizontal).toString(), u"second"_s);
    }
};

ADD_TEST(TstDashboardMembers)
#include "tst_dashboardmembers.moc"
