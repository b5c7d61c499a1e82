// SPDX-License-Identifier: GPL-3.0-or-later
#include <tests/app/stubwindow.h>
#include <tests/support/stallwatch.h>
#include <tests/support/testmain.h>
#include <widgets/controls/dashboardgrid.h>
#include <widgets/controls/panelframe.h>

using namespace Qt::StringLiterals;

namespace {

// Counts events of one type by the name of who gets them.
class EventCounter : public QObject
{
public:
    explicit EventCounter(QEvent::Type type) : m_type(type) { qApp->installEventFilter(this); }
    ~EventCounter() override { qApp->removeEventFilter(this); }

    QMap<QString, int> seen;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == m_type)
            ++seen[watched->objectName().isEmpty() ? QString::fromLatin1(watched->metaObject()->className()) : watched->objectName()];
        return false;
    }

private:
    QEvent::Type m_type;
};

QString written(const QMap<QString, int> &seen)
{
    QStringList texts;
    for (auto it = seen.begin(); it != seen.end(); ++it)
        texts.append(u"%1 x %2"_s.arg(it.key()).arg(it.value()));
    return texts.join(u", "_s);
}

} // namespace

// What is asked when, seen by the server: what is out of sight costs nothing, what is left is aborted, what is done rests.
class TstScheduler : public QObject
{
    Q_OBJECT

    static constexpr int kPanels = 200;
    static constexpr double kFrameMs = 16;
    static constexpr double kOpenMs = 1000;

    QTemporaryDir m_folder;

    QString dashboardFile(int panels, int descriptionBytes = 0)
    {
        QFile file(m_folder.filePath(u"many.json"_s));
        QByteArray text;
        for (int i = 0; i < panels; ++i)
            text += QByteArray(i > 0 ? "," : "") + R"({"type":"timeseries","title":"P","id":)" + QByteArray::number(i + 1)
                + R"(,"gridPos":{"w":12,"h":8,"x":)" + QByteArray::number(i % 2 * 12) + ",\"y\":" + QByteArray::number(i / 2 * 8)
                + R"(},"targets":[{"refId":"A","expr":)" + "\"panel_" + QByteArray::number(i + 1) + "_end\"}],\"description\":\""
                + QByteArray(descriptionBytes, 'd') + "\"}";
        if (file.open(QIODevice::WriteOnly))
            file.write(R"({"title":"Many","schemaVersion":41,"time":{"from":"now-1h","to":"now"},"panels":[)" + text + "]}");
        return file.fileName();
    }

    static QSet<QString> askedOf(const StubServer &stub, int from = 0)
    {
        QSet<QString> ids;
        for (const StubRequest &request : stub.requests().mid(from))
            if (request.path.endsWith("query_range"_L1))
                ids.insert("panel-"_L1 + request.query.queryItemValue(u"query"_s).section(u'_', 1, 1));
        return ids;
    }

    static QSet<QString> visible(DashboardPage &page)
    {
        const QStringList ids = page.view().grid().visibleItems();
        return QSet<QString>(ids.begin(), ids.end());
    }

    static StubAnswer good()
    {
        return StubAnswer::json(
            R"({"status":"success","data":{"resultType":"matrix","result":[{"metric":{"a":"1"},"values":[[0,"1"],[15,"2"]]}]}})");
    }

    static StubAnswer many(int series)
    {
        QByteArray result;
        for (int i = 0; i < series; ++i) {
            result += QByteArray(i > 0 ? "," : "") + "{\"metric\":{\"a\":\"" + QByteArray::number(i) + "\"},\"values\":[";
            for (int k = 0; k < 240; ++k)
                result += QByteArray(k > 0 ? "," : "") + '[' + QByteArray::number(1'770'000'000 + 15 * k) + ",\""
                    + QByteArray::number((i + k) % 17) + "\"]";
            result += "]}";
        }
        return StubAnswer::json(R"({"status":"success","data":{"resultType":"matrix","result":[)" + result + "]}}");
    }

    // In a window of its own; use: what is watched instead of the opening.
    void openLarge(const QString &file, StallWatch &stalls, void (TstScheduler::*use)(DashboardPage &))
    {
        StubWindow desk([](const StubRequest &) { return good(); });
        const StubServer &stub = desk.stub;
        stalls.reset();
        DashboardPage *opened = desk.open(file);
        QVERIFY(opened);
        DashboardPage &page = *opened;
        QTRY_VERIFY_WITH_TIMEOUT(!visible(page).isEmpty() && askedOf(stub) == visible(page) && !page.session().isLoading(), 60'000);
        QCOMPARE(page.session().instances().size(), 1600);
        if (!use)
            return;
        stalls.reset();
        (this->*use)(page);
    }

    void useLarge(DashboardPage &page)
    {
        const QString last = page.session().instances().last().id;
        page.view().grid().scrollTo(last);
        QTRY_VERIFY_WITH_TIMEOUT(page.session().data(last).state == PanelData::State::Done, 60'000);
        const Result<Splices> title = page.editor().document().setting(u"/panels/1599/title"_s, Json(u"Edited"_s));
        QVERIFY(title);
        QVERIFY(page.apply(Command{u"Title"_s, {}, *title}));
        QTest::qWait(50);
    }

private slots:
    void initTestCase()
    {
        for (const char *name : {"XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"})
            qputenv(name, m_folder.path().toUtf8());
        QApplication::setCursorFlashTime(0);
    }

    void outOfSightCostsNothing()
    {
        StubWindow desk([](const StubRequest &) { return good(); });
        const StubServer &stub = desk.stub;
        EventCounter paints(QEvent::Paint);
        DashboardPage *opened = desk.open(dashboardFile(kPanels));
        QVERIFY(opened);
        DashboardPage &page = *opened;
        QCOMPARE(page.session().instances().size(), kPanels);
        const auto isQuiet = [&] { return !visible(page).isEmpty() && askedOf(stub) == visible(page) && !page.session().isLoading(); };
        QTRY_VERIFY_WITH_TIMEOUT(isQuiet(), 60'000);
        const QSet<QString> first = visible(page);
        QVERIFY2(first.size() < kPanels / 8, qPrintable(QString::number(first.size())));
        for (const PanelInstance &instance : page.session().instances())
            if (!first.contains(instance.id))
                QVERIFY2(!paints.seen.contains("panel."_L1 + instance.id), qPrintable(instance.id));
        QVERIFY(paints.seen.contains("panel."_L1 + page.session().instances().first().id));

        const int before = stub.requestCount();
        page.session().refresh();
        QTRY_VERIFY_WITH_TIMEOUT(askedOf(stub, before) == first && !page.session().isLoading(), 60'000);

        const QString last = page.session().instances().last().id;
        const int seen = stub.requestCount();
        page.view().grid().scrollTo(last);
        QTRY_VERIFY_WITH_TIMEOUT(askedOf(stub, seen).contains(last) && !page.session().isLoading(), 60'000);
        QVERIFY(!visible(page).intersects(first));
        QVERIFY2((askedOf(stub, seen) - visible(page)).isEmpty(), "only what came into sight is asked");
    }

    void leavingAborts()
    {
        StubWindow desk([](const StubRequest &) { return StubAnswer::hang(); });
        const StubServer &stub = desk.stub;
        QVERIFY(desk.open(dashboardFile(20)));
        QTRY_VERIFY(stub.openConnections() >= 5);
        QCOMPARE(stub.openConnections(), 5); // the cap
        const int asked = stub.requestCount();
        desk.window.closeCurrentTab();
        QTRY_COMPARE(stub.openConnections(), 0);
        QCOMPARE(stub.requestCount(), asked); // what waited is gone, too
    }

    // Of another tab: its requests end, those of the tab in front begin; back again, it asks anew.
    void switchingTabsAborts()
    {
        StubWindow desk([](const StubRequest &) { return StubAnswer::hang(); });
        const StubServer &stub = desk.stub;
        DashboardPage *opened = desk.open(dashboardFile(20));
        QVERIFY(opened);
        DashboardPage &page = *opened;
        QTRY_COMPARE(stub.openConnections(), 5);
        desk.window.showSources();
        QCOMPARE(page.session().runningQueries(), 0); // at once
        QTRY_COMPARE(stub.openConnections(), 0);
        const int asked = stub.requestCount();
        page.session().refresh();
        desk.window.opener().newDashboard();
        QTest::qWait(100);
        QCOMPARE(stub.requestCount(), asked); // out of sight it asks nothing
        desk.window.closeCurrentTab();
        QCOMPARE(desk.open(dashboardFile(20)), &page); // its tab comes to the front
        QTRY_COMPARE(stub.openConnections(), 5);
        QVERIFY(askedOf(stub, asked).size() >= 5);
    }

    // A slow server and a person who scrolls on: what came into sight does not wait for what left it.
    void visibleFirst()
    {
        StubWindow desk([](const StubRequest &) { return StubAnswer::hang(); });
        const StubServer &stub = desk.stub;
        DashboardPage *opened = desk.open(dashboardFile(kPanels));
        QVERIFY(opened);
        DashboardPage &page = *opened;
        QTRY_COMPARE(stub.openConnections(), 5);
        const QSet<QString> first = visible(page);
        const int before = stub.requestCount();
        page.view().grid().scrollTo(page.session().instances().last().id);
        QTRY_VERIFY(stub.requestCount() >= before + 5);
        QTRY_COMPARE(stub.openConnections(), 5);
        QVERIFY(!visible(page).intersects(first));
        const QSet<QString> late = askedOf(stub, before);
        QVERIFY2((late - visible(page)).isEmpty(), "what left the screen was asked before what came onto it");
    }

    // A frame a refresh and a frame a step of the wheel: none holds the window's thread for longer than a screen waits.
    void twoHundredPanelsScrollAndRefresh()
    {
        StubWindow desk([](const StubRequest &) { return many(10); });
        DashboardPage *opened = desk.open(dashboardFile(kPanels));
        QVERIFY(opened);
        DashboardPage &page = *opened;
        const auto isQuiet = [&] { return !visible(page).isEmpty() && !page.session().isLoading(); };
        QTRY_VERIFY_WITH_TIMEOUT(isQuiet(), 60'000);
        const double bound = StallWatch::bound(kFrameMs);
        const double longest = StallWatch::bestMs(bound, [&](StallWatch &) {
            for (int i = 0; i < kPanels; i += 3) {
                page.view().grid().scrollTo(page.session().instances().at(i).id);
                if (i % 30 == 0)
                    page.session().refresh();
                QTest::qWait(20);
            }
            QTRY_VERIFY_WITH_TIMEOUT(isQuiet(), 60'000);
        });
        QVERIFY2(longest < bound, qPrintable(u"%1 ms"_s.arg(longest)));
    }

    // 1,600 panels, 5 MB: opening and scrolling to the end never freeze the window.
    void fiveMegabytesInAWindow()
    {
        const QString file = dashboardFile(1600, 3000);
        QVERIFY(QFileInfo(file).size() > 5'000'000);
        const double openBound = StallWatch::bound(kOpenMs), useBound = StallWatch::bound(100);
        const double opened = StallWatch::bestMs(openBound, [&](StallWatch &stalls) { openLarge(file, stalls, nullptr); });
        QVERIFY2(opened < openBound, qPrintable(u"opening: %1 ms"_s.arg(opened)));
        const double used = StallWatch::bestMs(useBound, [&](StallWatch &stalls) { openLarge(file, stalls, &TstScheduler::useLarge); });
        QVERIFY2(used < useBound, qPrintable(u"scrolling, editing: %1 ms"_s.arg(used)));
    }

    // Without a refresh nothing wakes the program up: no timer of any object runs out while the window stands.
    void aSettledWindowRests()
    {
        StubWindow desk([](const StubRequest &) { return good(); });
        const StubServer &stub = desk.stub;
        DashboardPage *opened = desk.open(dashboardFile(kPanels));
        QVERIFY(opened);
        DashboardPage &page = *opened;
        QTRY_VERIFY_WITH_TIMEOUT(!visible(page).isEmpty() && askedOf(stub) == visible(page) && !page.session().isLoading(), 60'000);
        // Whatever fades out or writes a journal after the first picture ends by itself.
        const auto rests = [](QMap<QString, int> *woken) {
            EventCounter timers(QEvent::Timer);
            EventCounter paints(QEvent::Paint);
            QTest::qWait(1000);
            *woken = timers.seen;
            woken->insert(paints.seen);
            return woken->isEmpty();
        };
        QMap<QString, int> woken;
        bool quiet = false;
        for (int i = 0; i < 20 && !quiet; ++i)
            quiet = rests(&woken);
        QVERIFY2(quiet, qPrintable(written(woken)));
        QVERIFY2(rests(&woken), qPrintable(written(woken)));
    }
};

ADD_TEST(TstScheduler)
#include "tst_scheduler.moc"
