// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest/QSignalSpy>
#include <app/loadwatch.h>
#include <tests/app/stubwindow.h>
#include <tests/dashboard/v2board.h>
#include <tests/support/testmain.h>

using namespace Qt::StringLiterals;

// A picture of a dashboard is made once all that is on it is there; of nothing, at once.
class TstLoadWatch : public QObject
{
    Q_OBJECT

private slots:
    void comesToAnEnd_data()
    {
        QTest::addColumn<QByteArray>("text");
        const QByteArray element = "\"one\": " + v2Panel(1, "text", "One");
        QTest::newRow("a panel") << v2Board(element, v2Layout("GridLayout", v2Item("one", 0, 0, 12, 6)));
        QTest::newRow("no panel") << QByteArray(R"({"title": "Empty", "schemaVersion": 42, "panels": []})");
        QTest::newRow("no place for it") << v2Board(element, v2Text("{ 'kind': 'GridLayout', 'spec': 7 }"));
    }
    void comesToAnEnd()
    {
        QFETCH(QByteArray, text);
        OwnHome home;
        StubWindow desk([](const StubRequest &) { return StubAnswer::json("{}"); });
        QVERIFY(desk.isShown && desk.window.opener().openText(text, u"Pasted"_s));
        DashboardPage *page = desk.window.currentDashboard();
        LoadWatch watch(page->session(), page->view());
        QSignalSpy done(&watch, &LoadWatch::done);
        QTRY_COMPARE(done.size(), 1);
    }
};

ADD_TEST(TstLoadWatch)
#include "tst_loadwatch.moc"
