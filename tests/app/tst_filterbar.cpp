// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest/QTest>
#include <app/filtervalues.h>
#include <app/variableitems.h>
#include <tests/app/stubwindow.h>
#include <tests/dashboard/sessionworld.h>
#include <tests/support/gui.h>
#include <tests/support/testmain.h>
#include <widgets/controls/button.h>
#include <widgets/controls/optionlist.h>
#include <widgets/controls/pill.h>
#include <widgets/theme/style.h>

namespace {
const QByteArray kDashboard = R"({"schemaVersion":41,"title":"d","templating":{"list":[
  {"name":"Filters","type":"adhoc","datasource":{"type":"prometheus","uid":"one"},"filters":[]}]},
  "panels":[{"id":1,"type":"timeseries","datasource":{"type":"prometheus","uid":"one"},"gridPos":{"x":0,"y":0,"w":12,"h":8},
   "targets":[{"refId":"A","expr":"up"}]}]})";

// The bar over a session whose source answers when told.
struct Stage {
    World world{kDashboard};
    VariableBar bar;

    Stage()
    {
        const auto show = [this] { bar.setItems(variableItems(world.session->variables())); };
        QObject::connect(world.session.get(), &DashboardSession::variablesChanged, &bar, show);
        new FilterValues(bar, *world.session);
        world.session->start();
        world.showAll();
        QCoreApplication::processEvents();
        world.source->answerValues({{QString(), {u"job"_s, u"zone"_s}}});
        QCoreApplication::processEvents();
        bar.resize(900, 44);
        bar.show();
        (void)QTest::qWaitForWindowExposed(&bar);
    }

    void type(const QString &popup, const QString &text)
    {
        auto *open = bar.findChild<OptionPopup *>(u"variable.Filters."_s + popup);
        QVERIFY2(open && open->isVisible(), qPrintable(popup));
        auto *search = open->findChild<QLineEdit *>(u"optionPopup.search"_s);
        QTest::keyClicks(search, text);
        QTest::keyClick(search, Qt::Key_Return);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }

    void choose(const QString &popup, int row)
    {
        auto *open = bar.findChild<OptionPopup *>(u"variable.Filters."_s + popup);
        QVERIFY2(open && open->isVisible(), qPrintable(popup));
        auto *list = open->findChild<QListView *>(u"optionPopup.list"_s);
        list->setCurrentIndex(list->model()->index(row, 0));
        QTest::keyClick(list, Qt::Key_Return);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }

    void clickAdd() { QTest::mouseClick(bar.findChild<TextButton *>(u"variable.Filters.add"_s), Qt::LeftButton); }
    QString chip(int at) const
    {
        const auto *found = bar.findChild<Chip *>(u"variable.Filters.filter.%1"_s.arg(at));
        return found ? found->text() : QString();
    }
    QList<AdHocFilter> sent() const { return world.source->queries.back().request.adHocFilters; }
};
} // namespace

class TstFilterBar : public QObject
{
    Q_OBJECT

    std::unique_ptr<OwnHome> m_home;

private slots:
    void initTestCase() { m_home = std::make_unique<OwnHome>(); }
    void cleanup() { applyTheme(*qApp, Theme::dark()); }

    void labelOperatorValue()
    {
        Stage stage;
        stage.clickAdd();
        stage.type(u"labels"_s, u"job"_s);
        stage.choose(u"operators"_s, 0);
        const ValuesRequest asked = stage.world.source->valueQueries.back().request;
        QCOMPARE(asked.label, u"job"_s);
        stage.world.source->answerValues({{u"job"_s, {u"api"_s, u"web"_s}}});
        stage.type(u"value"_s, u"we"_s);
        QCOMPARE(stage.chip(0), u"job = web"_s);
        QTRY_COMPARE(stage.sent(), (QList<AdHocFilter>{{u"job"_s, u"="_s, u"web"_s}}));

        // The values of a second label are those beside the first filter; what is not offered may be typed.
        stage.clickAdd();
        stage.type(u"labels"_s, u"pod"_s);
        stage.choose(u"operators"_s, 4);
        QCOMPARE(stage.world.source->valueQueries.back().request.selector, uR"({job="web"})"_s);
        stage.type(u"value"_s, u"a.*"_s);
        QCOMPARE(stage.chip(1), u"pod =~ a.*"_s);
        QTRY_COMPARE(stage.sent().size(), 2);
        QCOMPARE(stage.sent().last(), (AdHocFilter{u"pod"_s, u"=~"_s, u"a.*"_s}));
    }

    void aFilterIsTakenAway()
    {
        Stage stage;
        stage.world.session->setVariable(u"Filters"_s, {u"job|=|a"_s, u"zone|=__gfp__|x|y"_s});
        QTRY_COMPARE(stage.chip(1), u"zone in x, y"_s);
        auto *chip = stage.bar.findChild<Chip *>(u"variable.Filters.filter.0"_s);
        chip->setFocus();
        QTest::keyClick(chip, Qt::Key_Delete);
        QTRY_COMPARE(stage.chip(0), u"zone in x, y"_s);
        QTRY_COMPARE(stage.sent().size(), 1);
        QCOMPARE(stage.sent().first().values, (QStringList{u"x"_s, u"y"_s}));
    }

    void aValueOfOnesOwn_data()
    {
        QTest::addColumn<bool>("multi");
        QTest::addColumn<bool>("allowCustomValue");
        QTest::newRow("one") << false << true;
        QTest::newRow("several") << true << true;
        QTest::newRow("only what is offered") << true << false;
    }

    void aValueOfOnesOwn()
    {
        QFETCH(bool, multi);
        QFETCH(bool, allowCustomValue);
        World world(R"({"schemaVersion":41,"title":"d","templating":{"list":[{"name":"v","type":"custom","query":"a,b","multi":)"
                    + QByteArray(multi ? "true" : "false") + R"(,"allowCustomValue":)" + (allowCustomValue ? "true" : "false")
                    + R"(,"current":{"text":["a"],"value":["a"]}}]}})");
        world.session->start();
        VariableBar bar;
        const auto show = [&] { bar.setItems(variableItems(world.session->variables())); };
        connect(world.session.get(), &DashboardSession::variablesChanged, &bar, show);
        connect(&bar, &VariableBar::changed, world.session.get(), &DashboardSession::setVariable);
        show();
        bar.show();
        QVERIFY(QTest::qWaitForWindowExposed(&bar));
        bar.findChild<QAbstractButton *>(u"variable.v.value"_s)->click();
        const QString popup = multi ? u"multiSelect"_s : u"optionPopup"_s;
        auto *search = bar.findChild<QLineEdit *>(popup + u".search"_s);
        auto *list = bar.findChild<QListView *>(popup + u".list"_s);
        QTest::keyClicks(search, u"own"_s);
        QCOMPARE(list->model()->rowCount(), allowCustomValue ? 1 : 0);
        if (!allowCustomValue)
            return;
        if (multi)
            emit list->clicked(list->model()->index(0, 0));
        QTest::keyClick(search, Qt::Key_Return);
        QTRY_COMPARE(world.session->variable(u"v"_s)->values, multi ? (QStringList{u"a"_s, u"own"_s}) : QStringList{u"own"_s});
    }

    void inTheWindow_data()
    {
        QTest::addColumn<bool>("light");
        QTest::addColumn<int>("width");
        QTest::newRow("dark") << false << 1200;
        QTest::newRow("light-narrow") << true << 640;
    }

    // From the click to the server: the panel asks with the filter.
    void inTheWindow()
    {
        QFETCH(bool, light);
        QFETCH(int, width);
        QTemporaryDir folder;
        StubWindow desk(
            [](const StubRequest &request) {
                if (request.path.endsWith(u"/labels"))
                    return StubAnswer::json(R"({"status":"success","data":["job","zone"]})");
                if (request.path.endsWith(u"/label/job/values"))
                    return StubAnswer::json(R"({"status":"success","data":["api","the-web-of-a-very-long-name-in-the-second-zone"]})");
                return StubAnswer::json(R"({"status":"success","data":{"resultType":"matrix","result":[]}})");
            },
            {width, 500}, light ? u"light"_s : u"dark"_s);
        QFile file(folder.filePath(u"filtered.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(
            R"({"title":"Filtered","schemaVersion":42,"templating":{"list":[{"name":"Filters","type":"adhoc","filters":[]}]},"panels":[
            {"id":1,"type":"timeseries","title":"Up","gridPos":{"x":0,"y":0,"w":24,"h":8},"targets":[{"refId":"A","expr":"up"
    }]}]
})");
        file.close();
        QVERIFY(desk.open(file.fileName()));
        const auto lastAsked = [&desk] {
            QString query;
            for (const StubRequest &request : desk.stub.requests())
                if (request.path.endsWith(u"query_range"))
                    query = request.query.queryItemValue(u"query"_s, QUrl::FullyDecoded);
            return query;
        };
        QTRY_COMPARE(lastAsked(), u"up"_s);
        const auto type = [&desk](const QString &part, const QString &text) {
            auto *open = desk.window.findChild<OptionPopup *>(u"variable.Filters."_s + part);
            QVERIFY2(open && open->isVisible(), qPrintable(part));
            gui::picture(*open, u"filter-%1-%2"_s.arg(part, QString::fromLatin1(QTest::currentDataTag())));
            QTest::keyClicks(open->findChild<QLineEdit *>(u"optionPopup.search"_s), text);
            QTest::keyClick(open->findChild<QLineEdit *>(u"optionPopup.search"_s), Qt::Key_Return);
            QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        };
        QTRY_COMPARE(desk.window.currentDashboard()->session().variable(u"Filters"_s)->options.size(), 2);
        gui::click(desk.window, u"variable.Filters.add"_s);
        type(u"labels"_s, u"job"_s); // no wait between these: without a window system it closes them
        type(u"operators"_s, u"="_s);
        type(u"value"_s, u"the-web-of-a-very-long-name-in-the-second-zone"_s);
        QTRY_COMPARE(lastAsked(), u"up{job=\"the-web-of-a-very-long-name-in-the-second-zone\"}"_s);
        gui::picture(desk.window, u"filters-"_s + QString::fromLatin1(QTest::currentDataTag()));
        auto *chip = desk.window.findChild<Chip *>(u"variable.Filters.filter.0"_s);
        QVERIFY(chip);
        chip->setFocus();
        QTest::keyClick(chip, Qt::Key_Delete);
        QTRY_VERIFY(desk.window.currentDashboard()->session().variable(u"Filters"_s)->values.isEmpty());
        QVERIFY(!desk.window.findChild<Chip *>(u"variable.Filters.filter.0"_s));
    }

    void escapeGivesUp()
    {
        Stage stage;
        stage.clickAdd();
        stage.type(u"labels"_s, u"job"_s);
        QTest::keyClick(stage.bar.findChild<OptionPopup *>(u"variable.Filters.operators"_s), Qt::Key_Escape);
        QVERIFY(stage.chip(0).isEmpty());
        QVERIFY(stage.world.session->variable(u"Filters"_s)->values.isEmpty());
    }

    void whatHasNoRoomIsCounted()
    {
        Stage stage;
        stage.world.session->setVariable(u"Filters"_s, {u"job|=|a-long-name-of-a-job"_s, u"zone|=|another-long-value"_s, u"c|=|d"_s});
        QTRY_COMPARE(stage.chip(2), u"c = d"_s);
        stage.bar.resize(360, 44);
        QCoreApplication::processEvents();
        const auto *rest = stage.bar.findChild<TextButton *>(u"variable.Filters.rest"_s);
        QVERIFY(rest->isVisible());
        const auto *add = stage.bar.findChild<TextButton *>(u"variable.Filters.add"_s);
        QVERIFY(add->mapTo(&stage.bar, QPoint(add->width(), 0)).x() <= stage.bar.width());
    }
};

ADD_TEST(TstFilterBar)
#include "tst_filterbar.moc"
